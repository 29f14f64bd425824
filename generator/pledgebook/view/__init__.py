"""The handbook as what templates show."""
