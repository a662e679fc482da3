"""GitHub: one listing by GraphQL, or by REST where there is no token; then what was chosen."""

from harvesters.forges.github.forge import GitHub

__all__ = ["GitHub"]
