"""From forges and git to facts: list, compare, read, extract, write. Nothing else is networked."""
