"""What is asked of a new call."""

from typing import get_args

from catalog.adding.kinds import Kind
from catalog.adding.proposals import free_id, in_half_a_year, only, word
from catalog.adding.questions import Answers, Known, Question, needed
from catalog.models.curated.calls import CallType

_STATUSES = ("draft", "open")  # what a new call may be; the others are steps of its later life


def _no_swedish(_known: Known, answers: Answers) -> bool:
    return not answers.get("title-sv")


def _is_open(_known: Known, answers: Answers) -> bool:
    return answers.get("status") == "open"


def _no_mailbox(known: Known, answers: Answers) -> bool:
    return _is_open(known, answers) and not answers.get("contact-mailbox")


def _draft(_known: Known, _answers: Answers) -> str:
    return "draft"


def _owner(known: Known, answers: Answers) -> str:
    owners = {p.id: p.body for p in known.curated.projects}
    return owners.get(word(answers, "project")) or only(known.ids("bodies"))


def _today(known: Known, answers: Answers) -> str:
    return known.today.isoformat() if _is_open(known, answers) else ""


def _review_by(known: Known, _answers: Answers) -> str:
    return in_half_a_year(known.today).isoformat()


def _id(known: Known, answers: Answers) -> str:
    about = word(answers, "project") or word(answers, "owner")
    return free_id(f"{about}-{word(answers, 'type')}", known, "calls")


CALL = Kind(
    "call", "calls",
    ("id", "type", "status", "owner", "project", "title", "ask", "offer", "contact", "published",
     "reviewBy"),
    (
        Question("type", "What it is for", ("type",), choices=get_args(CallType), needed=needed),
        Question("project", "Project it is about; nothing where there is none yet", ("project",),
                 names="projects"),
        Question("owner", "Body that calls", ("owner",), names="bodies", needed=needed,
                 proposes=_owner),
        Question("title-sv", "Title in Swedish", ("title", "sv")),
        Question("title-en", "Title in English", ("title", "en"), needed=_no_swedish,
                 lacking="--title-sv or --title-en"),
        Question("status", "Status: an open call is shown, a draft waits", ("status",),
                 choices=_STATUSES, needed=needed, proposes=_draft),
        Question("ask-sv", "What is asked of those who join, in Swedish", ("ask", "sv"),
                 lacking="--ask-sv or --ask-en"),
        Question("ask-en", "The same in English", ("ask", "en"),
                 needed=lambda k, a: _is_open(k, a) and not a.get("ask-sv"),
                 lacking="--ask-sv or --ask-en"),
        Question("offer-sv", "What they are offered, in Swedish", ("offer", "sv")),
        Question("offer-en", "The same in English", ("offer", "en"),
                 needed=lambda k, a: _is_open(k, a) and not a.get("offer-sv"),
                 lacking="--offer-sv or --offer-en"),
        Question("contact-role", "Function to turn to, never a person", ("contact", "role"),
                 needed=_is_open, asked=_is_open),
        Question("contact-mailbox", "Its mailbox", ("contact", "mailbox"), asked=_is_open),
        Question("contact-form", "Its form, an address", ("contact", "form"), needed=_no_mailbox,
                 asked=_no_mailbox, lacking="--contact-mailbox or --contact-form"),
        Question("review-by", "The day by which it is looked at again", ("reviewBy",),
                 needed=needed, proposes=_review_by),
        Question("published", "The day from which it is public", ("published",), asked=_is_open,
                 proposes=_today),
        Question("id", "Id", ("id",), needed=needed, proposes=_id),
    ),
)  # fmt: skip
