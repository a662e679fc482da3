"""Forgejo and Gitea (Codeberg, code.overheid.nl): listed page by page, releases asked for."""

from harvesters.forges.forgejo.forge import Forgejo

__all__ = ["Forgejo"]
