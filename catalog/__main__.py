"""``python -m catalog`` is ``kodkatalog``."""

from catalog.cli import main

if __name__ == "__main__":
    main()
