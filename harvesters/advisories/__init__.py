"""Public security advisories of locked packages, asked for at OSV."""

from harvesters.advisories.asking import asked
from harvesters.advisories.osv import AdvisoriesError, Osv

__all__ = ["AdvisoriesError", "Osv", "asked"]
