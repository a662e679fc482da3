"""The model's words for a verdict: reasons as sentences, statuses as labels."""

from datetime import date

from catalog.errors import ModelError
from catalog.models.curated import Language
from catalog.models.verdict import Statement, Status
from catalog.readiness.definition import Model


def sentence(model: Model, check: str, statement: Statement, language: Language) -> str:
    """Word one reason of a check's verdict; dates as ISO, numbers plain.

    Raises:
        ModelError: the model has no sentence for it, or the sentence names an unknown value.
    """
    words = model.sentences.get(statement.code)
    if words is None:
        raise ModelError(f"{check}: the model has no sentence for {statement.code}")
    values = {name: _plain(value) for name, value in statement.values.items()}
    try:
        return words[language].format_map(values)
    except (KeyError, IndexError, ValueError) as error:
        raise ModelError(f"{check}: the sentence of {statement.code} wants {error}") from error


def status_label(model: Model, check: str, status: Status, language: Language) -> str:
    """Word a status; a failure by the nature of the check (rule 3)."""
    described = model.by_id.get(check)
    if described is None:
        raise ModelError(f"the model has no check {check}")
    words = model.failures[described.nature] if status == "fail" else model.labels[status]
    return words[language]


def ceiling_sentence(model: Model, code: str, language: Language) -> str:
    """Word why the ladder ends early."""
    for rule in model.ceilings:
        if rule.code == code:
            return rule.sentence[language]
    raise ModelError(f"the model has no ceiling {code}")


def _plain(value: str | float | date) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
