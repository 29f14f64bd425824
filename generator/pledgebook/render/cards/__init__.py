"""Cards as PDFs and pictures."""
