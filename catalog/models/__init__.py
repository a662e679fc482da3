"""The nouns of the catalogue. Pydantic only; nothing here imports any other room."""
