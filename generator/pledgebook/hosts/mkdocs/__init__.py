"""Pledgebook inside MkDocs. Only this package imports MkDocs."""
