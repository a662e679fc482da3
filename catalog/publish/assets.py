"""Where the shipped templates, assets and translations are."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = PACKAGE / "_site" if (PACKAGE / "_site").is_dir() else PACKAGE.parent / "site"
