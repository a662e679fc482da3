"""Kodkatalog: the catalogue through which public bodies find, judge and share open source."""
