"""The questions an adopter asks, and the checks that answer each."""

RIGHTS = ("LIC-1", "LIC-2")
NEEDS = ("PRE-1", "PRE-2", "PRE-3", "PRE-4")

# After what it is, who runs it, what is needed, closed parts, the licence and who answers, which
# have places of their own on the project page.
FURTHER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cost", ("USE-6", "PRE-6")),
    ("supplier", ("GOV-5",)),
    ("personal-data", ("PRE-5",)),
    ("accessible", ("GEN-6", "GEN-5")),
    ("fork", ("GEN-2", "GEN-1")),
    ("updates", ("MNT-2", "SEC-3")),
    ("leave", ("GEN-7", "GEN-4")),
    ("stopped", ("USE-4",)),
    ("try", ("INF-3", "INF-6")),
    ("join", ("GOV-3",)),
)
