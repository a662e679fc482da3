"""``/.well-known/security.txt``: how to report a weakness of the catalogue itself (RFC 9116)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from catalog.errors import KodkatalogError

PLACE = ".well-known/security.txt"
MOST_MONTHS = 12  # "less than a year into the future" (section 2.5.5)
_SCHEMES = ("https", "mailto", "tel")


class DisclosureError(KodkatalogError):
    """What ``mkdocs.yml`` says under ``security`` cannot be published."""


@dataclass(frozen=True)
class Disclosure:
    """Where to report to, and for how many months from the build that holds."""

    contact: tuple[str, ...]
    months: int = 6
    policy: str | None = None
    encryption: str | None = None
    acknowledgments: str | None = None

    def __post_init__(self) -> None:
        """Refuse what readers of the file would not take.

        Raises:
            DisclosureError: says which value, and what to write.
        """
        for value in self.contact:
            if not _is_address(value, _SCHEMES):
                raise DisclosureError(
                    f"mkdocs.yml: security.contact '{value}' is no address - write https://… "
                    "or mailto:ROLE@YOUR-DOMAIN"
                )
        for name in ("policy", "encryption", "acknowledgments"):
            value = getattr(self, name)
            if value is not None and not _is_address(value, ("https",)):
                raise DisclosureError(
                    f"mkdocs.yml: security.{name} '{value}' is no address - write https://…"
                )
        if not 1 <= self.months <= MOST_MONTHS:
            raise DisclosureError(
                f"mkdocs.yml: security.months is {self.months} - write 1 to {MOST_MONTHS}"
            )

    def text(self, today: date, languages: Sequence[str], site: str | None) -> str:
        """Return the file as it stands when it is built ``today``."""
        return "".join(f"{name}: {value}\n" for name, value in self._fields(today, languages, site))

    def _fields(
        self, today: date, languages: Sequence[str], site: str | None
    ) -> Iterator[tuple[str, str]]:
        yield from (("Contact", one) for one in self.contact)
        yield "Expires", f"{expiry(today, self.months).isoformat()}T00:00:00Z"
        for name in ("encryption", "acknowledgments"):
            if value := getattr(self, name):
                yield name.capitalize(), value
        yield "Preferred-Languages", ", ".join(languages)
        yield from (("Canonical", one) for one in canonical(site))
        if self.policy:
            yield "Policy", self.policy


def expiry(today: date, months: int) -> date:
    """Return the day so many months on, and less than a year on."""
    years, month = divmod(today.month - 1 + months, 12)
    day = min(today.day, 28)  # every month has it
    found = date(today.year + years, month + 1, day)
    return min(found, today + timedelta(days=364))


def canonical(site: str | None) -> list[str]:
    """Return where the file is read: at the root of the host, and where it was built to."""
    if not site or not site.startswith("https://"):
        return []
    root = f"https://{urlsplit(site).netloc}/{PLACE}"
    return list(dict.fromkeys((root, f"{site}{PLACE}")))


def _is_address(value: str, schemes: Sequence[str]) -> bool:
    scheme, _, rest = value.partition(":")
    printable = value.isprintable() and value.isascii() and " " not in value
    return scheme in schemes and bool(rest.strip("/")) and printable
