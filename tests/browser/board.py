"""A catalogue with calls in every state, as of the day of the shipped harvest. All is invented."""

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://github.com/exempel/katalog"
CONTACT = {"role": "Digitaliseringsenheten", "mailbox": "digitalisering@helsingborg.example"}
OPEN: dict[str, Any] = {
    "type": "user-group",
    "status": "open",
    "owner": "helsingborg",
    "ask": {"sv": "Fler som vill dela erfarenheter en gång i månaden.",
            "en": "More bodies that want to share what they learn once a month."},
    "offer": {"sv": "Vi sammankallar och skriver anteckningar.",
              "en": "We convene and take notes."},
    "contact": CONTACT,
    "published": "2026-06-01",
    "reviewBy": "2026-11-01",
}  # fmt: skip
CALLS: list[dict[str, Any]] = [
    OPEN | {
        "id": "anvandargrupp", "project": "municipio",
        "title": {"sv": "Användargrupp för webbplattformen & tillägg", "en": "User group"},
    },
    OPEN | {
        "id": "utveckla-tillgangligt", "type": "co-develop", "deadline": "2026-09-15",
        "project": "municipio", "title": {"sv": "Utveckla tillgängligare formulär"},
        "benefit": {"sv": "Formulär som alla kan fylla i."},
        "need": {"effortHours": 80, "money": {"value": 25000, "qualifier": "about"},
                 "skills": ["PHP", "WCAG"]},
        "participants": [
            {"body": "alingsas", "role": "taking-part", "since": "2026-07-01",
             "note": {"sv": "En utvecklare under hösten."}},
        ],
    },
    OPEN | {
        "id": "skolportal-pilot", "type": "pilot-partner", "owner": "alingsas",
        "project": "skolportalen", "title": "Pröva skolportalen i en skola",
        "deadline": "2026-10-01", "contact": {"role": "Barn- och ungdom"},
    },
    OPEN | {
        "id": "overens", "type": "co-fund", "status": "agreed", "title": {"sv": "Dela en revision"},
        "legalForm": {"sv": "Samverkansavtal"}, "published": "2026-02-01",
        "participants": [{"body": "alingsas", "role": "co-funding", "since": "2026-03-01"}],
    },
    OPEN | {
        "id": "for-sent", "title": {"sv": "Granska säkerheten i kartan"}, "type": "review",
        "deadline": "2026-08-01",
    },
    {
        "id": "klar", "type": "experience", "status": "done", "owner": "alingsas",
        "title": {"sv": "Hur inför ni en portal?"}, "published": "2026-02-01",
        "outcome": {"sv": "Tre möten och en gemensam vägledning."},
        "history": [{"date": "2026-02-01", "status": "open"},
                    {"date": "2026-02-20", "status": "forming"},
                    {"date": "2026-03-01", "status": "agreed"},
                    {"date": "2026-03-02", "status": "active"},
                    {"date": "2026-06-10", "status": "done", "note": {"sv": "Vägledning skriven"}}],
    },
    {
        "id": "utkast", "type": "experience", "status": "draft", "proposedBy": "catalog",
        "owner": "alingsas", "title": {"sv": "Bara ett förslag"},
    },
]  # fmt: skip


def with_calls(folder: Path) -> Path:
    """Write the shipped catalogue with these calls instead of its own, and where it is written."""
    (folder / "data").mkdir(parents=True)
    data = yaml.safe_load((ROOT / "data" / "projects.yaml").read_text(encoding="utf-8"))
    text = json.dumps(data | {"calls": CALLS}, ensure_ascii=False, default=str)  # no aliases
    (folder / "data" / "projects.yaml").write_text(text, encoding="utf-8")
    (folder / "data" / "snapshot").symlink_to(ROOT / "data" / "snapshot")
    shutil.copytree(ROOT / "site" / "pages", folder / "site" / "pages")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}\n{settings}", encoding="utf-8")
    return folder
