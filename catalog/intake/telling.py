"""What came of an issue, told on a terminal or to a machine."""

import json

from catalog.intake.taking import Outcome


def as_text(outcome: Outcome, *, dry_run: bool) -> str:
    """Return the answer where something is lacking, else what was done and what to do next."""
    if outcome.lacks:
        return outcome.answer.rstrip()
    if dry_run:
        return outcome.diff.rstrip("\n") or "Nothing would be changed."
    if outcome.branch is None:
        return "Edited the files in data/. Next: git diff"
    done = "Made" if outcome.is_new else "There is already"
    return f"{done} the branch {outcome.branch}. Next: git diff HEAD...{outcome.branch}"


def as_json(outcome: Outcome, *, dry_run: bool) -> str:
    """Return everything as JSON; ``claim`` is who is said to say it, which nobody has confirmed."""
    proposal = outcome.proposal
    told = {
        "kind": outcome.kind,
        "branch": None if dry_run or outcome.lacks else outcome.branch,
        "problems": [{"code": lack.code, "question": lack.question} for lack in outcome.lacks],
        "answer": outcome.answer,
        "entries": list(dict.fromkeys(proposal.entries)) if proposal else [],
        "claim": proposal.claim if proposal else None,
        "diff": outcome.diff,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
