"""Java and Kotlin: Gradle's gradle.lockfile. It states no licences."""

import re

from harvesters.reading.locks.packages import Beside, Packages, divided, package

_LINE = re.compile(
    r"^([\w.-]{1,100}:[\w.-]{1,100}):([\w.+-]{1,80})=([\w.,-]{1,2000})$", re.MULTILINE
)
_EMPTY = re.compile(r"^empty=", re.MULTILINE)


def read(text: str, _beside: Beside) -> Packages | None:
    """Read what stands on a class path that is not a test's."""
    text = text.replace("\r\n", "\n")
    rows = _LINE.findall(text)
    if not rows and not _EMPTY.search(text):
        return None
    run = [(name, version) for name, version, of in rows if any(map(_runs, of.split(",")))]
    return divided((package(name, version) for name, version in run), len(rows) - len(run))


def _runs(configuration: str) -> bool:
    name = configuration.lower()
    return name.endswith(("runtimeclasspath", "compileclasspath")) and "test" not in name
