"""Folders whose content is not what the software runs with: tests, examples, documentation."""

import re
from functools import lru_cache

_ASIDE = re.compile(
    r"(?:^|/)(?:[\w.-]{0,20}[_.-]?tests?|__tests__|spec|e2e|cypress|playwright|fixtures?|__fixtures__"
    r"|mocks?|_?examples?|samples?|demos?|docs?|documentation|dokumentation|website|benchmarks?"
    r"|tools?|\.[\w.-]{1,40})/",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # the same few names in nearly all repositories
def is_aside(path: str) -> bool:
    """Tell whether a file stands beside the software."""
    return bool(_ASIDE.search(path))
