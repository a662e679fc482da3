"""The model that ships, loaded once."""

import pytest

from catalog.readiness.definition import Model
from catalog.readiness.model import load


@pytest.fixture(name="model", scope="session")
def _model() -> Model:
    return load()
