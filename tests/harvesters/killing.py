"""Work that is killed at a chosen step: an fsync, a rename or a removal of a file."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def counted(step: Callable[[], None]) -> Iterator[None]:
    """Call ``step`` before everything that changes a file: each fsync, rename and removal."""
    fsync, replace, unlink, rename = os.fsync, os.replace, Path.unlink, Path.replace

    def before(real: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*given: object, **named: object) -> object:
            step()
            return real(*given, **named)

        return wrapped

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", before(fsync))
        patched.setattr(os, "replace", before(replace))
        patched.setattr(Path, "unlink", before(unlink))
        patched.setattr(Path, "replace", before(rename))
        yield


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Work in a child that is killed at a step; tell whether it came so far."""
    child = os.fork()
    if child == 0:
        left = iter(range(number))

        def step() -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        with counted(step):
            work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
