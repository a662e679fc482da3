"""Which dependencies are only tools for formatting, linting and committing."""

import re
from collections.abc import Iterable

MOST_DEPENDENCIES = 300

_TOOL = re.compile(
    r"(?:@[\w-]+/)?(?:.{0,40}[-/])?(?:eslint|stylelint|prettier|husky|commitlint|lint-staged|editorconfig"
    r"|php_codesniffer|phpcs|php-cs-fixer|phpstan|psalm|pint|grumphp|markdownlint|black|flake8|ruff"
    r"|isort|mypy|pylint|pre-commit|commitizen|cspell|semantic-release|rubocop|wpcs|tslint)"
    r"(?:[-/].{0,60}|-cli)?$",
    re.IGNORECASE,
)


def only_tools(names: Iterable[str]) -> bool:
    """Tell whether there are any names and all are tools that say nothing of the software."""
    listed = list(names)
    return bool(listed) and all(_TOOL.match(name) for name in listed)


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """Return names once each, ordered, at most 300."""
    return tuple(sorted({name for name in names if name})[:MOST_DEPENDENCIES])
