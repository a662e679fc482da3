"""What a model refuses, in the two halves of a problem: what is wrong, what to write instead."""

from pydantic_core import PydanticCustomError


def refusal(
    kind: str, message: str = "", hint: str = "", below: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """Make the error that a validator raises.

    ``kind`` is ``refused`` where message and hint say it all, else a kind that
    ``store/wording.py`` has words for. ``below`` leads on from the value that is validated to the
    key that is wrong.
    """
    context = {"message": message, "hint": hint, "below": below}
    return PydanticCustomError(kind, "{message}", context)
