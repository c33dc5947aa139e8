"""JSONPath (RFC 9535): which values of a document a query means, within a bounded number of steps.

The library parses queries and tests filters. To go down it calls itself, for as long as a query takes, so what visits
values is here: without recursion, and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode, JSONPathQuery, Parser
from jsonpath_rfc9535.filter_expressions import Expression, FilterContext, RelativeFilterQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.segments import JSONPathChildSegment, JSONPathRecursiveDescentSegment, JSONPathSegment
from jsonpath_rfc9535.selectors import FilterSelector, NameSelector

from specloom.source.file import Json

if TYPE_CHECKING:
    from jsonpath_rfc9535.tokens import TokenStream
    from jsonschema_rs import Draft202012Validator


Path: TypeAlias = tuple[int | str, ...]
"""The names and indices that lead to a value from the root."""

_LONGEST: Final = 10_000
_LONGEST_PATTERN: Final = 1000
_MOST_STEPS: Final = 10_000_000
"""Going through the largest documents takes a million, and as much again where a filter is asked about all of them."""


class QueryError(Exception):
    """A text is no JSONPath, or looking for what it means takes too long. The text of the error says why."""


@dataclass(slots=True)
class Steps:
    """How many values may still be looked at, each as often as it is."""

    left: int = _MOST_STEPS

    def count(self, nodes: Iterable[JSONPathNode]) -> Iterator[JSONPathNode]:
        """Yield the nodes.

        Raises:
            QueryError: They are too many.
        """
        for node in nodes:
            self.take()
            yield node

    def take(self) -> None:
        """Count one.

        Raises:
            QueryError: They are too many.
        """
        self.left -= 1
        if self.left < 0:
            raise QueryError("it takes too many steps; say where to look instead of '..'")


class Query:
    """A JSONPath that can be looked for.

    Raises:
        QueryError: The text is none.
    """

    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise QueryError(f"it is longer than {_LONGEST:,} characters")
        self._environment = _Environment()
        try:
            self._query: JSONPathQuery = self._environment.compile(text)
        except JSONPathError as error:
            raise QueryError(_explain(error)) from None
        except (RecursionError, ValueError):
            raise QueryError("it is nested too deeply") from None

    def select(self, document: Json, steps: Steps) -> list[Path]:
        """Return the ways to all values that the query selects in a document, each once, in the order of RFC 9535.

        Raises:
            QueryError: It takes too many steps.
        """
        return [node.location for node in self._walk(document, steps)[-1]]

    def find_missing(self, document: Json, steps: Steps) -> tuple[str, list[str]]:
        """Return where a query that selects nothing fails: the name that is not there, and those that are.

        Both are empty where it fails by something else than a name.

        Raises:
            QueryError: It takes too many steps.
        """
        *_, before, _ = stages = self._walk(document, steps, stop=True)
        segment = self._query.segments[len(stages) - 2]
        match segment.selectors:
            case (NameSelector() as selector,):
                found = (node.value for node in before if isinstance(node.value, dict))
                return selector.name, [*dict.fromkeys(name for members in found for name in members)]
            case _:
                return "", []

    def _walk(self, document: Json, steps: Steps, *, stop: bool = False) -> list[list[JSONPathNode]]:
        """Return the values that are left after each segment; with `stop`, none behind the first that leaves none."""
        self._environment.steps = steps
        stages = [[JSONPathNode(value=document, location=(), parent=None, root=document)]]
        try:
            for segment in self._query.segments:
                found = {node.location: node for node in segment.resolve(stages[-1])}
                stages.append([*found.values()])
                if stop and not found:
                    break
        except RecursionError:
            raise QueryError("it compares values that are nested too deeply") from None
        return stages


class _Child(JSONPathChildSegment):
    """A child segment whose steps are counted."""

    env: _Environment

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        return self.env.steps.count(super().resolve(nodes))


class _Descendant(JSONPathRecursiveDescentSegment):
    """A descendant segment whose steps are counted, and which does not call itself."""

    env: _Environment

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        for node in nodes:
            for each in self.env.steps.count(_visit(node)):
                for selector in self.selectors:
                    yield from self.env.steps.count(selector.resolve(each))


def _visit(node: JSONPathNode) -> Iterator[JSONPathNode]:
    """Yield a node and all objects and lists below it, each before what is in it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        inner = _members(node.value)
        below = [node.new_child(child, key, node) for key, child in inner if isinstance(child, (dict, list))]
        waiting += reversed(below)


def _members(value: Any) -> Iterable[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


class _Filter(FilterSelector):
    """A filter whose tests are counted, and which is asked once about all plain values of an object or a list.

    That is enough where it says something of what is in a value only, which is nothing in any of them.
    """

    env: _Environment

    def resolve(self, node: JSONPathNode) -> Iterable[JSONPathNode]:
        of_plain: bool | None = None
        for key, child in _members(node.value):
            if isinstance(child, (dict, list)) or self._asks_for_values:
                found = self._test(child, node)
            else:
                found = of_plain = self._test(child, node) if of_plain is None else of_plain
            if found:
                yield node.new_child(child, key, node)

    def _test(self, value: object, node: JSONPathNode) -> bool:
        self.env.steps.take()
        return self.expression.evaluate(FilterContext(env=self.env, current=value, root=node.root))

    @cached_property
    def _asks_for_values(self) -> bool:
        """Tell whether a value itself is compared or tested: `@` alone stands somewhere in it."""
        waiting: list[object] = [self.expression]
        while waiting:
            part = waiting.pop()
            if isinstance(part, RelativeFilterQuery) and part.query.empty():
                return True
            if isinstance(part, Expression):
                waiting += (getattr(part, name, None) for name in ("expression", "left", "right"))
                waiting += getattr(part, "args", ())
        return False


class _Parser(Parser):
    def parse_query(self, stream: TokenStream, *, in_filter: bool = False) -> Iterable[JSONPathSegment]:
        for segment in super().parse_query(stream, in_filter=in_filter):
            kind = _Descendant if isinstance(segment, JSONPathRecursiveDescentSegment) else _Child
            selectors = tuple(
                _Filter(env=each.env, token=each.token, expression=each.expression)
                if isinstance(each, FilterSelector)
                else each
                for each in segment.selectors
            )
            yield kind(env=segment.env, token=segment.token, selectors=selectors)


class _Matches(FilterFunction):
    """`match` or `search`, by an engine that takes linear time."""

    arg_types: ClassVar = [ExpressionType.VALUE, ExpressionType.VALUE]
    return_type: ClassVar = ExpressionType.LOGICAL

    def __init__(self, form: str) -> None:
        self._form = form

    def __call__(self, text: object, pattern: object) -> bool:
        """Tell whether both are texts, and the one is as the other says."""
        if not isinstance(text, str) or not isinstance(pattern, str):
            return False
        validator = _compile(self._form, pattern)
        return validator is not None and bool(validator.is_valid(text))


@lru_cache(maxsize=64)
def _compile(form: str, pattern: str) -> Draft202012Validator | None:
    from iregexp_check import check  # noqa: PLC0415 - few queries have patterns
    from jsonschema_rs import Draft202012Validator, RegexOptions  # noqa: PLC0415 - slow to import

    if len(pattern) > _LONGEST_PATTERN or not check(pattern):
        return None
    try:
        return Draft202012Validator({"pattern": form.format(pattern)}, pattern_options=RegexOptions())
    except ValueError:
        return None


class _Environment(JSONPathEnvironment):
    """The library's environment, whose segments count their steps."""

    parser_class = _Parser
    steps: Steps

    def setup_function_extensions(self) -> None:
        """Add the functions of RFC 9535."""
        super().setup_function_extensions()
        self.function_extensions |= {"match": _Matches("^(?:{})$"), "search": _Matches("{}")}


def _explain(error: JSONPathError) -> str:
    message = str(error.args[0]) if error.args else "it cannot be read"
    return message if error.token is None else f"{message}, at character {error.token.index + 1}"
