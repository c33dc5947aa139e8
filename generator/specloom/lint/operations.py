"""Rules about paths and operations: what requests mean, what is sent and answered, and whether lists come in pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from specloom.findings import Location, Severity, place_of
from specloom.ir.naming import words
from specloom.ir.types import ListOf, Named, NamedType, ObjectType, Type, Walk, without_null
from specloom.lint.context import LintContext, Observation, once, rules_about
from specloom.messages import quoted
from specloom.spec.document import Operation
from specloom.spec.media_types import is_json


def _ambiguous(context: LintContext) -> Iterator[Observation]:
    places = dict(_written_paths(context))
    for first, second in _comparable(context.document.operations):
        if first.path != second.path and _overlap(first, second):
            message = f"a request can mean {first.route} and {second.route}"
            yield Observation(
                message, places[second.path], "let one of the paths differ in a fixed segment", (places[first.path],)
            )


class _Segments:
    """The segments that stand behind the same ones, of paths that have as many: texts, and variables."""

    def __init__(self) -> None:
        self.fixed: dict[str, _Segments] = {}
        self.templated: dict[str, _Segments] = {}
        self.operations: list[Operation] = []

    def fitting(self, segment: str) -> Iterator[_Segments]:
        """Yield what stands behind the segments that one URL may fit together with another."""
        if "{" in segment:
            yield from self.fixed.values()
        elif segment in self.fixed:
            yield self.fixed[segment]
        yield from self.templated.values()

    def at(self, segment: str) -> _Segments:
        """Return what stands behind a segment."""
        return (self.templated if "{" in segment else self.fixed).setdefault(segment, _Segments())


def _comparable(operations: tuple[Operation, ...]) -> Iterator[tuple[Operation, Operation]]:
    """Yield the pairs of operations that one request could mean: of one method, with as many segments.

    They are looked for segment by segment, for descriptions have thousands of paths, and few that are alike.
    """
    roots: dict[tuple[str, int], _Segments] = defaultdict(_Segments)
    for operation in operations:
        if "{" not in operation.path:
            continue  # nothing is more specific
        segments = operation.path.split("/")
        found = [own := roots[operation.method, len(segments)]]
        for segment in segments:
            found, own = [each for before in found for each in before.fitting(segment)], own.at(segment)
        yield from ((earlier, operation) for each in found for earlier in each.operations)
        own.operations.append(operation)


def _overlap(first: Operation, second: Operation) -> bool:
    """Tell whether one URL fits both paths and neither is the more specific one (4.8.8.2: fixed before templated)."""
    ours, theirs = first.path.split("/"), second.path.split("/")
    fixed_here = fixed_there = False
    for mine, other in zip(ours, theirs, strict=True):
        if mine == other:
            continue
        templated, fixed, owner = (mine, other, first) if "{" in mine else (other, mine, second)
        if "{" not in templated or ("{" not in fixed and not _takes(owner, templated, fixed)):
            return False
        fixed_here |= fixed is mine and "{" not in mine
        fixed_there |= fixed is other and "{" not in other
    return fixed_here and fixed_there


def _takes(operation: Operation, segment: str, text: str) -> bool:
    """Tell whether a templated segment of an operation's path can be `text`."""
    before, _, rest = segment.partition("{")
    name, _, after = rest.partition("}")
    if not (text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after)):
        return False
    types = next((each.schema.types for each in operation.parameters if each.place == "path" and each.name == name), ())
    return not types or "string" in types or text[len(before) : len(text) - len(after)].lstrip("-").isdecimal()


def _queries(context: LintContext) -> Iterator[Observation]:
    for path, location in _written_paths(context):
        if "?" in path.partition("#")[0]:  # of what stands behind a '#', loading tells that it is not sent
            message = f"the path {quoted(path)} has a query in it"
            yield Observation(message, location, "declare parameters with 'in: query'", habit="")


def _slashes(context: LintContext) -> Iterator[Observation]:
    for path, location in _written_paths(context):
        if "//" in path:
            yield Observation(f"the path {quoted(path)} has an empty segment", location, "write one slash", habit="")


def _written_paths(context: LintContext) -> Iterator[tuple[str, Location]]:
    paths = context.index.root.get("paths")
    for path, item in paths.children if paths else ():
        if path.startswith("/"):
            yield path, item.location.key()


PATH_RULES: Final = rules_about(
    "path",
    ("ambiguous-paths", Severity.WARNING, _ambiguous,
     "One request fits two operations, and neither path is more specific than the other.",
     "Which one answers depends on the server: OpenAPI leaves it open (4.8.8.2)."),
    ("query-in-path", Severity.WARNING, _queries,
     "A path has a query in it.",
     "It is sent as it is written: no argument can change it, and OpenAPI 3.2 forbids it."),
    ("empty-path-segment", Severity.WARNING, _slashes,
     "A path has two slashes in a row.",
     "Servers and proxies differ in whether that is the path with one slash."),
)  # fmt: skip


_MOVING: Final = frozenset(
    "offset skip start page page_number page_no pagenumber cursor after before starting_after ending_before "
    "page_token next_token continuation_token start_after start_after_id".split()
)
"""Parameters that say where in a list to go on."""


def _undeclared(context: LintContext) -> Iterator[Observation]:
    types = context.surface.answer_types if context.surface else {}
    for call in context.calls:
        names = (each.key[1] for each in call.members if each.key[0] == "query")
        moving = next((name for name in names if "_".join(words(name)) in _MOVING), None)
        if moving and not call.is_paged and call.routes[0].startswith("GET ") and _is_list(call.type, types):
            message = f"{call.path}() takes {quoted(moving)} and answers a list, and gives its first page only"
            advice = "declare under the document's x-specloom how pages go on, and name it here: pagination: …"
            yield Observation(message, call.location.key(), advice, habit="")


def _is_list(answer: Type | None, types: Mapping[str, NamedType]) -> bool:
    """Tell whether an answer is a list, or an object with exactly one list in it."""
    walk = Walk(types)

    def stands_for(type_: Type) -> Type:
        return without_null(walk.look_through(without_null(type_)))

    if answer is None:
        return False
    type_ = stands_for(answer)
    named = types.get(type_.name) if isinstance(type_, Named) else None
    fields = named.fields if isinstance(named, ObjectType) else ()
    return isinstance(type_, ListOf) or sum(isinstance(stands_for(each.type), ListOf) for each in fields) == 1


PAGING_RULES: Final = rules_about(
    "paging",
    ("undeclared-paging", Severity.WARNING, _undeclared,
     "A list has a parameter to go on with, and declares no pagination.",
     "Callers get one page and take it for all, or write the loop that the client could be."),
)  # fmt: skip


_WITHOUT_BODY: Final = frozenset({"get", "head", "trace"})
_EMPTY_STATUSES: Final = frozenset({"204", "205", "304"})


def _no_success(context: LintContext) -> Iterator[Observation]:
    for operation in context.document.operations:
        if not any(response.status[0] in "23d" for response in operation.responses):
            message = f"{operation.route} describes no answer to a call that succeeds"
            advice = "add the status of a success, with its content"
            yield Observation(message, operation.location.at("responses").key(), advice, habit="")


@once
def _success_without_schema(context: LintContext) -> Iterator[Observation]:
    for operation in context.document.operations:
        for response in (each for each in operation.responses if each.status.startswith("2")):
            for content_type, media in response.content.items():
                if not media.schemas and is_json(content_type):
                    message = f"the answer of {operation.route} has no schema, so its method returns Any"
                    yield Observation(message, media.location.key(), "describe what a success holds", habit="")


def _body_without_meaning(context: LintContext) -> Iterator[Observation]:
    for operation in context.document.operations:
        if operation.request_body and operation.method in _WITHOUT_BODY:
            message = f"{operation.route} has a body"
            location = operation.location.written("requestBody", "parameters").key()
            yield Observation(message, location, "use query parameters, or another method", habit="")


@once
def _content_of_nothing(context: LintContext) -> Iterator[Observation]:
    for operation in context.document.operations:
        for response in operation.responses:
            if response.status in _EMPTY_STATUSES and response.content:
                message = f"status {response.status} of {operation.route} has content, and cannot have any"
                advice = "remove it, or use another status"
                yield Observation(message, response.location.written("content", "schema").key(), advice, habit="")


def _undescribed(context: LintContext) -> Iterator[Observation]:
    for operation in context.document.operations:
        if not operation.summary and not operation.description:
            message = f"{operation.route} has neither summary nor description"
            yield Observation(message, operation.location.key(), "say in one line what it does", habit="")


def _unidentified(context: LintContext) -> Iterator[Observation]:
    nameless = [
        each for each in context.document.operations if each.operation_id is None and "method" not in each.extension
    ]
    symbols = {place_of(call.location): call.path for call in context.calls} if nameless else {}
    for operation in nameless:
        symbol = symbols.get(place_of(operation.location))
        becomes = f", and becomes {symbol}()" if symbol else ""
        location: Location = operation.location.key()
        yield Observation(f"{operation.route} has no operationId{becomes}", location, "add an operationId", habit="")


OPERATION_RULES: Final = rules_about(
    "operation",
    ("missing-success", Severity.WARNING, _no_success,
     "An operation describes failures only.",
     "Its method returns nothing, whatever the server answers."),
    ("success-without-schema", Severity.WARNING, _success_without_schema,
     "A successful JSON answer has no schema.",
     "Its method returns Any: no editor and no type checker knows what comes back."),
    ("body-without-meaning", Severity.WARNING, _body_without_meaning,
     "A GET, HEAD or TRACE request has a body.",
     "It has no defined meaning there, and servers and proxies may reject or drop it (RFC 9110, 9.3.1)."),
    ("content-of-empty-status", Severity.WARNING, _content_of_nothing,
     "A response with status 204, 205 or 304 has content.",
     "Such a response ends after its headers (RFC 9110, 6.4.1, 15.3.6): nothing of what is described can come."),
    ("undescribed-operation", Severity.WARNING, _undescribed,
     "An operation has neither summary nor description.",
     "Its method has no docstring, so callers guess from its name."),
    ("missing-operation-id", Severity.WARNING, _unidentified,
     "An operation has no operationId and no method name of its own.",
     "Its method is named after the path, so that moving the path renames the method."),
)  # fmt: skip
