"""Folders whose content is not what the software runs with: tests, examples, documentation."""

import re

_ASIDE = re.compile(
    r"(?:^|/)(?:[\w.-]{0,20}[_.-]?tests?|__tests__|spec|e2e|cypress|playwright|fixtures?|__fixtures__"
    r"|mocks?|_?examples?|samples?|demos?|docs?|documentation|dokumentation|website|benchmarks?"
    r"|tools?|\.[\w.-]{1,40})/",
    re.IGNORECASE,
)


def is_aside(path: str) -> bool:
    """Tell whether a file stands beside the software."""
    return bool(_ASIDE.search(path))
