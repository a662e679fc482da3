"""GitHub's GraphQL interface over a body: the real schema judges every query, then it is run."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSyntaxError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    execute,
    get_named_type,
    parse,
    validate,
)
from graphql.execution.values import VariableValues, get_argument_values, get_variable_values

from tests.stand_in.github_nodes import Node, RefusedError
from tests.stand_in.schema import github_schema

LARGEST_PAGE = 100
MOST_NODES = 500_000
Selected: TypeAlias = GraphQLObjectType | GraphQLInterfaceType


class Weight(NamedTuple):
    """What a query may cost: requests that its connections stand for, and nodes."""

    requests: int = 0
    nodes: int = 0

    @property
    def points(self) -> int:
        """Return the price: a hundredth of the requests, at least one."""
        return max(1, round(self.requests / 100))


class Judged(NamedTuple):
    """A query that is to be run, or the errors it is refused with."""

    document: DocumentNode | None
    errors: tuple[dict[str, Any], ...] = ()


@lru_cache(maxsize=64)
def judged(query: str) -> Judged:
    """Parse a query and hold it against the schema."""
    try:
        document = parse(query)
    except GraphQLSyntaxError as error:
        return Judged(None, (_refusal(error),))
    errors = validate(github_schema(), document)
    return Judged(None if errors else document, tuple(_refusal(error) for error in errors))


def variables_of(
    document: DocumentNode, given: Mapping[str, Any]
) -> VariableValues | list[dict[str, Any]]:
    """Return a query's variables with their defaults, or what is wrong with them."""
    definitions = _operation(document).variable_definitions or ()
    found = get_variable_values(github_schema(), definitions, dict(given))
    return [_refusal(error) for error in found] if isinstance(found, list) else found


def _operation(document: DocumentNode) -> OperationDefinitionNode:
    return next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))


def weigh(document: DocumentNode, variables: VariableValues) -> Weight:
    """Weigh a query as GitHub documents it.

    Raises:
        RefusedError: a page is too large or has no size, or there would be too many nodes.
    """
    fragments = {
        d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
    }
    start = github_schema().query_type
    assert start
    weight = _Scale(fragments, variables).weigh(start, _operation(document).selection_set, 1)
    if weight.nodes > MOST_NODES:
        raise RefusedError(
            "MAX_NODE_LIMIT_EXCEEDED",
            f"This query requests up to {weight.nodes:,} possible nodes which exceeds the "
            f"maximum limit of {MOST_NODES:,}.",
        )
    return weight


class _Scale:
    def __init__(
        self, fragments: Mapping[str, FragmentDefinitionNode], variables: VariableValues
    ) -> None:
        self.fragments = fragments
        self.variables = variables

    def weigh(self, on: Selected, selected: SelectionSetNode | None, times: int) -> Weight:
        """Weigh a selection that is met ``times`` times."""
        requests = nodes = 0
        for selection in selected.selections if selected else ():
            if isinstance(selection, FieldNode):
                part = self._field(on, selection, times)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                part = self.weigh(
                    _type(condition.name.value) if condition else on, selection.selection_set, times
                )
            else:
                assert isinstance(selection, FragmentSpreadNode)
                named = self.fragments[selection.name.value]
                part = self.weigh(
                    _type(named.type_condition.name.value), named.selection_set, times
                )
            requests, nodes = requests + part.requests, nodes + part.nodes
        return Weight(requests, nodes)

    def _field(self, on: Selected, selection: FieldNode, times: int) -> Weight:
        field = getattr(on, "fields", {}).get(selection.name.value)
        if field is None:  # __typename, or a field of a union
            return Weight()
        own, inner = Weight(), times
        if "first" in field.args:
            size = self._page(field, selection)
            own, inner = Weight(times, times * size), times * (size or 1)
        elif "ids" in field.args:
            inner = times * len(get_argument_values(field, selection, self.variables)["ids"])
        part = self.weigh(get_named_type(field.type), selection.selection_set, inner)
        return Weight(own.requests + part.requests, own.nodes + part.nodes)

    def _page(self, field: GraphQLField, selection: FieldNode) -> int:
        arguments = get_argument_values(field, selection, self.variables)
        name, chosen = selection.name.value, selection.selection_set
        size = arguments.get("first") if "first" in arguments else arguments.get("last")
        asked = {s.name.value for s in (chosen.selections if chosen else ()) if hasattr(s, "name")}
        if size is None:
            if asked & {"nodes", "edges"}:
                raise RefusedError(
                    "MISSING_PAGINATION_BOUNDARIES",
                    f"You must provide a `first` or `last` value to properly paginate the "
                    f"`{name}` connection.",
                )
            return 0
        if size > LARGEST_PAGE:
            raise RefusedError(
                "EXCESSIVE_PAGINATION",
                f"Requesting {size} records on the `{name}` connection exceeds the `first` limit "
                f"of {LARGEST_PAGE} records.",
            )
        return int(size)


def _type(name: str) -> Selected:
    found: Any = github_schema().type_map[name]
    return found  # type: ignore[no-any-return]


def run(
    document: DocumentNode, variables: Mapping[str, Any], root: Node
) -> tuple[dict[str, Any], list[str]]:
    """Run a query; return the answer, and what the stand-in did not know or was asked wrongly."""
    result = execute(
        github_schema(),
        document,
        root_value=root,
        variable_values=dict(variables),
        field_resolver=_value,
        type_resolver=lambda node, _info, _type: node["__typename"],
    )
    assert isinstance(result, ExecutionResult)
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [_failure(error) for error in result.errors]
    errors: Sequence[GraphQLError] = result.errors or ()
    return answer, [
        error.message for error in errors if not isinstance(error.original_error, RefusedError)
    ]


def _value(node: Node, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    if info.field_name not in node:
        known: str = f"{info.parent_type.name}.{info.field_name}"
        raise LookupError(f"the stand-in does not know {known}")
    value: Any | Callable[..., Any] = node[info.field_name]
    return value(**arguments) if callable(value) else value


def _failure(error: GraphQLError) -> dict[str, Any]:
    refused = error.original_error
    kind = {"type": refused.kind} if isinstance(refused, RefusedError) else {}
    where = [{"line": at.line, "column": at.column} for at in error.locations or ()]
    return {**kind, "path": error.path or [], "locations": where, "message": error.message}


def _refusal(error: GraphQLError) -> dict[str, Any]:
    where = [{"line": at.line, "column": at.column} for at in error.locations or ()]
    return {"message": error.message, "locations": where, "extensions": {"code": "invalid"}}
