"""Rules about paths: what they are made of, and whether a request can mean two of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from specloom.findings import Location, Severity
from specloom.lint.context import Observation, rules_about
from specloom.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.lint.context import LintContext
    from specloom.spec.document import Operation


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
