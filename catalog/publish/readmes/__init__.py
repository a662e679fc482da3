"""READMEs of other people, made harmless and fitted into a page."""
