"""Words on what an introduction takes: time, skills and decisions."""

from harvesters.reading.mentions.terms import SAID, Term, term

_SPAN = (
    r"\d{1,3}(?:[ -]{1,3}\d{1,3})? ?(?:hours?|days?|weeks?|months?|timm(?:e|ar)|dag(?:ar)?"
    r"|veck(?:a|or)|månad(?:er)?|arbetsdagar)"
)
_INTRODUCING = (
    r"(?:implementation|implementing|roll-?out|införande(?:t)?|implementering\w{0,2}"
    r"|driftsättning\w{0,2}|innføring\w{0,2}|ibrugtagning\w{0,2}|käyttöönotto\w{0,3})"
)

TERMS: tuple[Term, ...] = (
    term(
        "effort",
        "time",
        "implementation implementing rollout roll-out införande införandet implementering"
        " implementeringen driftsättning driftsättningen innføring innføringen ibrugtagning"
        " käyttöönotto",
        rf"{_INTRODUCING}\b[^.;]{{0,60}}\b{_SPAN}|{_SPAN}\b[^.;]{{0,40}}\b{_INTRODUCING}",
        reads=SAID,
    ),
    term(
        "effort",
        "skills",
        "knowledge skills competence competences expertise kompetens kompetenser kunskaper kunskap",
        rf"(?:skills?|expertise|competences?|knowledge|kompetens(?:er)?"
        rf"|kunskap(?:er)?)\b[^.;]{{0,60}}\b{_INTRODUCING}"
        rf"|{_INTRODUCING}\b[^.;]{{0,60}}\b(?:skills|expertise|competences?|knowledge"
        rf"|kompetens(?:er)?|kunskap(?:er)?)",
        reads=SAID,
    ),
    term(
        "effort",
        "decisions",
        "decision decisions beslut",
        rf"{_INTRODUCING}\b[^.;]{{0,60}}\b(?:decisions?|beslut)\b|\b(?:decisions?"
        rf"|beslut)\b[^.;]{{0,40}}\b(?:innan|inför|för) {_INTRODUCING}",
        reads=SAID,
    ),
)
