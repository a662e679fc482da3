"""Waiting politely: as long as a forge asks for, up to a limit for a whole source."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

LONGEST = 900.0  # seconds that one source may be waited for in all
AT_LEAST = 60.0  # seconds where a forge says that it is too much, and not for how long


@dataclass
class Patience:
    """How long one source may still be waited for."""

    left: float = LONGEST
    sleep: Callable[[float], None] = time.sleep
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def wait(self, seconds: float) -> bool:
        """Wait; or tell that it would be too long."""
        with self._lock:
            if seconds > self.left:
                return False
            self.left -= seconds
        self.sleep(seconds)
        return True


def asked_to_wait(headers: Mapping[str, str]) -> float:
    """Return the seconds that an answer asks to wait; its own clock counts, not this machine's."""
    named = {name.lower(): str(value) for name, value in headers.items()}
    after, reset = named.get("retry-after", ""), named.get("x-ratelimit-reset", "")
    if after.isdigit():
        return float(after)
    if named.get("x-ratelimit-remaining") == "0" and reset.isdigit():
        return max(1.0, int(reset) - _now(named) + 1)
    return AT_LEAST


def in_words(seconds: float) -> str:
    """Say a wait in minutes."""
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute" + ("s" if minutes > 1 else "")


def _now(headers: Mapping[str, str]) -> float:
    try:
        return parsedate_to_datetime(headers["date"]).timestamp()
    except (KeyError, TypeError, ValueError):
        return time.time()
