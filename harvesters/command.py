"""Runs git as a contained child: no prompts, no hooks, no foreign configuration, bounded.

A repository is hostile input. Only https (and file, for local sources) is spoken, nothing is ever
checked out, and a command that takes too long or writes too much is ended with all its children.
"""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalog.errors import GitError

TIMEOUT = 300  # seconds a command
LARGEST_FILE = 1024 * 1024  # KiB a command may write into one file: 1 GiB
_LAST_WORDS = 1000  # characters of git's own error that are passed on

# Old histories hold these and GitHub serves them; what could harm stays an error.
_HARMLESS = (
    "zeroPaddedFilemode", "badTimezone", "missingSpaceBeforeDate", "missingSpaceBeforeEmail",
    "missingNameBeforeEmail", "badDateOverflow", "zeroPaddedDate", "nullSha1",
)  # fmt: skip

_CONFIGURATION = """\
[core]
\thooksPath = /dev/null
\tfsmonitor = false
\tsymlinks = false
\taskPass =
[credential]
\thelper =
[http]
\tfollowRedirects = initial
\tlowSpeedLimit = 1000
\tlowSpeedTime = 30
[transfer]
\tfsckObjects = true
\tbundleURI = false
[fetch]
\tnegotiationAlgorithm = noop
\trecurseSubmodules = false
[gc]
\tauto = 0
[maintenance]
\tauto = false
[uploadpack]
\tallowFilter = true
\tallowAnySHA1InWant = true
[safe]
\tdirectory = *
[advice]
\tdetachedHead = false
"""


@dataclass(frozen=True)
class Git:
    """Git with a configuration of its own. Make one with :func:`contained_git`."""

    configuration: Path
    protocols: str = "https:file"

    def run(
        self,
        *arguments: str,
        folder: Path | None = None,
        stdin: bytes = b"",
        timeout: float = TIMEOUT,
        offline: bool = False,
    ) -> bytes:
        """Run one command and return what it printed.

        Args:
            arguments: the command and its arguments; names from outside come after ``--``.
            folder: the git directory, or None for a command that needs none.
            stdin: what the command reads.
            timeout: seconds until it is ended.
            offline: refuse every transport, so that a missing object is an error, not a fetch.

        Raises:
            GitError: it failed, or took too long; the text is git's own last words.
        """
        command = self._command(arguments, folder)
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._environment(offline=offline),
            start_new_session=True,
        ) as process:
            try:
                out, err = process.communicate(stdin, timeout)
            except subprocess.TimeoutExpired as error:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise GitError(
                    f"git {_verb(arguments)} took longer than {timeout:.0f} s"
                ) from error
            except BaseException:  # Ctrl-C and the like: leave no child behind
                os.killpg(process.pid, signal.SIGKILL)
                raise
        if process.returncode != 0:
            raise GitError(_last_words(_verb(arguments), err))
        return out

    @staticmethod
    def _command(arguments: Sequence[str], folder: Path | None) -> list[str]:
        limited = ["sh", "-c", f'ulimit -f {LARGEST_FILE * 2}; exec git "$@"', "git"]
        where = [f"--git-dir={folder}"] if folder else []
        return [*limited, *where, *arguments]

    def _environment(self, *, offline: bool) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k in _KEPT or k.lower().endswith("_proxy")}
        return {
            **kept,
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.configuration.parent),
            "GIT_CONFIG_GLOBAL": str(self.configuration),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            # Wins over every configuration, that of a repository in a local folder included.
            "GIT_ALLOW_PROTOCOL": "" if offline else self.protocols,
            "GIT_PROTOCOL": "version=2",
            "GIT_OPTIONAL_LOCKS": "0",
        }


_KEPT = frozenset({"PATH", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "GIT_SSL_CAINFO"})


@contextmanager
def contained_git(*, plain_http: bool = False) -> Iterator[Git]:
    """Give a contained git for as long as the block lasts.

    The caller's ``GIT_CONFIG_GLOBAL`` is included first and so respected: that is how a local
    mirror stands in for a host. ``plain_http`` is for tests against a server on this machine.
    """
    with tempfile.TemporaryDirectory(prefix="kodkatalog-git-") as folder:
        configuration = Path(folder) / "gitconfig"
        fsck = "".join(f"\t{name} = ignore\n" for name in _HARMLESS)
        text = f'{_callers_configuration()}{_CONFIGURATION}[fetch "fsck"]\n{fsck}'
        configuration.write_text(text, encoding="utf-8")
        yield Git(configuration, "https:file:http" if plain_http else "https:file")


def _callers_configuration() -> str:
    named = os.environ.get("GIT_CONFIG_GLOBAL")
    if not named or not Path(named).is_file():
        return ""
    quoted = str(Path(named).resolve()).replace("\\", "\\\\").replace('"', '\\"')
    return f'[include]\n\tpath = "{quoted}"\n'


def _verb(arguments: Sequence[str]) -> str:
    """Return the command among its options."""
    values = {i + 1 for i, a in enumerate(arguments) if a == "-c"}
    return next(a for i, a in enumerate(arguments) if i not in values and not a.startswith("-"))


def _last_words(command: str, err: bytes) -> str:
    """Join what git called fatal or an error; its reason often stands before its last line."""
    lines = [line.strip() for line in err.decode("utf-8", "replace").splitlines() if line.strip()]
    marks = ("fatal: ", "error: ", "remote: ")
    told = [line.split(": ", 1)[1] for line in lines if line.startswith(marks)] or lines[-1:]
    return f"git {command}: {'; '.join(told)[:_LAST_WORDS] or 'no reason given'}"


def batch(out: bytes) -> Iterator[tuple[str, bytes]]:
    """Split what ``cat-file --batch`` printed into object names and contents; missing ones fall."""
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        row = out[at:end].decode().split(" ")
        at = end + 1
        if len(row) == 3:  # noqa: PLR2004 - name, type, size; a missing object has two words
            size = int(row[2])
            yield row[0], out[at : at + size]
            at += size + 1
