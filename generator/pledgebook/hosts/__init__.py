"""What runs the pipeline for people: the command line, and MkDocs."""
