"""Ruby: Gemfile.lock. It states no licences and does not tell what is for development."""

import re

from harvesters.reading.locks.packages import Beside, Packages, package, undivided

_SECTION = re.compile(r"^([A-Z][A-Z ]{1,40})$")
_GEM = re.compile(r"    ([\w.-]{1,100}) \(([\w.]{1,60})(?:-[\w.-]{1,60})?\)$")
_TAKEN = frozenset({"GEM", "GIT"})  # PATH is the software itself


def read(text: str, _beside: Beside) -> Packages | None:
    """Read the gems, their platform left out."""
    section, found, sections = "", [], set()
    for line in text.replace("\r\n", "\n").split("\n"):
        if heading := _SECTION.match(line[:60]):
            section = heading[1]
            sections.add(section)
        elif section in _TAKEN and (gem := _GEM.match(line[:300])):
            found.append(package(gem[1], gem[2]))
    return undivided(found) if sections else None
