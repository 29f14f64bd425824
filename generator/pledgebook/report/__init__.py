"""Findings as text people and programs read: one module a form."""
