"""From views to what people read."""
