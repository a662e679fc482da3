"""GitHub's public GraphQL schema, as `make test` fetched it: read, checked and built once."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from graphql import GraphQLSchema, build_schema

SCHEMA = Path(__file__).resolve().parents[2] / ".cache" / "recordings" / "schema.graphql"
SHA256 = "3c62d0526d133cee53221c89de9b455ade24db78b9e7ad56d642c4c15bce2654"


class SchemaMissingError(AssertionError):
    """GitHub's schema is not here, or is not the one the tests were written for."""


def schema_text(path: Path = SCHEMA) -> str:
    """Return the schema as text.

    Raises:
        SchemaMissingError: it is missing or another one.
    """
    if not path.is_file():
        raise SchemaMissingError(
            "GitHub's GraphQL schema is missing: install npm and run `make recordings`."
        )
    content = path.read_bytes()
    if sha256(content).hexdigest() != SHA256:
        raise SchemaMissingError(
            f"{path.name} is not the expected version of GitHub's GraphQL schema: "
            "remove .cache/recordings and run `make recordings`."
        )
    return content.decode()


@cache
def github_schema() -> GraphQLSchema:
    """Build the schema; half a second, once a process.

    Raises:
        SchemaMissingError: it is missing or another one.
    """
    return build_schema(schema_text(), assume_valid=True)


if __name__ == "__main__":
    schema_text()
