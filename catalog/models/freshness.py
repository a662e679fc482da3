"""How long what people say counts, in days; past that it is shown with its date, as unknown."""

CONTACT = 365
DECLARATION = 730  # adoptions too
SCALE = 1096
