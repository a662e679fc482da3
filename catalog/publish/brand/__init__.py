"""A body's own look: its colours, its logo and its name, read from ``mkdocs.yml`` and checked."""
