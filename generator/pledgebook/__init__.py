"""Pledgebook: a culture handbook generator."""

__version__ = "0.1.0"
