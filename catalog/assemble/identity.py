"""What a project of its own is called."""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit

from catalog.models.address import key_of


def project_id(url: str, taken: Collection[str]) -> str:
    """Return the id of a project that nobody has written about: owner and name as a slug.

    The owner is in it, so that another body's repository of the same name never changes it. A
    rename or transfer does change it, and nothing leads from the old page to the new one yet. Two
    names that fold to one slug are told apart by a digest of the address.
    """
    slug = slug_of("-".join(urlsplit(url).path.strip("/").split("/")))
    if slug and slug not in taken:
        return slug
    digest = hashlib.sha256(key_of(url).encode()).hexdigest()[:6]
    return f"{slug}-{digest}" if slug else f"repository-{digest}"


def slug_of(name: str) -> str:
    """Return lower-case ASCII letters, digits and single hyphens: ``Åmål .x-`` -> ``amal-x``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
