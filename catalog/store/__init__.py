"""Reads and writes ``data/``: curated YAML with line and column, the snapshot, the run's report."""
