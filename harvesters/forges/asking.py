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


def asked_to_wait(headers: Mapping[str, str], otherwise: float = AT_LEAST) -> float:
    """Return the seconds that an answer asks to wait; its own clock counts, not this machine's.

    ``Retry-After`` is a number or a date (RFC 9110, 10.2.3); the moment at which a limit opens is
    GitHub's ``X-RateLimit-Reset`` and GitLab's ``RateLimit-Reset``. ``otherwise`` where neither is.
    """
    named = {name.lower(): str(value).strip() for name, value in headers.items()}
    after = named.get("retry-after", "")
    if _is_number(after):
        return max(1.0, float(after))
    spent = named.get("x-ratelimit-remaining") == "0"
    reset = named.get("x-ratelimit-reset" if spent else "ratelimit-reset", "")
    until = float(reset) + 1 if _is_number(reset) else _moment(after)
    now = _moment(named.get("date", "")) or time.time()
    return otherwise if until is None else max(1.0, until - now)


def in_words(seconds: float) -> str:
    """Say a wait in minutes."""
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute" + ("s" if minutes > 1 else "")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _moment(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError):
        return None
