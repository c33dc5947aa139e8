"""`specloom explain`: says what a client makes of one operation."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from specloom.cli.report.escape import escape_text
from specloom.cli.selection import add_options, as_told, find_document, find_elsewhere
from specloom.cli.terminal import print_result
from specloom.example_call import make_example_call
from specloom.findings import DescriptionError, Location, SpecloomError, place_of
from specloom.ir.annotations import joined
from specloom.ir.api import Api, Method, all_methods
from specloom.ir.build_offers import BODILESS, is_moved, status_value
from specloom.ir.build_streams import is_stream
from specloom.ir.build_surface import build_surface
from specloom.ir.losses import place_from
from specloom.ir.published import Published, build_published, load_published
from specloom.ir.signatures import Signatures, build_signatures
from specloom.ir.surface import Symbol, declared
from specloom.messages import did_you_mean
from specloom.record import replace
from specloom.spec.document import Document, Loss, Operation, Response
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.surfaces import find_published


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom explain`."""
    parser.add_argument(
        "operation",
        metavar="OPERATION",
        help="an operationId, a route such as 'GET /orders', or a call such as orders.list",
    )
    parser.add_argument(
        "api",
        nargs="?",
        metavar="API",
        help="a client of the settings, or one that ships (default: the one of the settings that has the operation)",
    )
    add_options(parser, "--spec", "--skip", "--root", "--overlay")


def run(arguments: argparse.Namespace) -> int:
    """Print what there is to say; returns 0."""
    described, operation = _find_described(arguments)
    target, published, document, api, calls = described
    method = next(each for each in all_methods(api.resources) if each.route == operation.route)
    example = make_example_call(target, api, method, operation, published)
    lines = [
        *_signature(calls, method),
        "",
        "Example",
        f"    {example.call}",
        "",
        *(f"    {line}".rstrip() for line in example.request.splitlines()),
        "",
        "Answers",
        *(f"    {line}" for line in _answers(api, method, operation)),
        "",
        "Without effect",
        *(f"    {line}" for line in _losses(api, document, operation)),
    ]
    print_result("\n".join(map(escape_text, lines)))
    return 0


class _Described(NamedTuple):
    """A description, and what a client makes of it."""

    target: Target
    published: Published | None
    document: Document
    api: Api
    calls: Mapping[str, Symbol]
    """The methods by how they are called, without the client."""


def _describe(target: Target) -> _Described:
    published = find_published(target)
    description = load_published(target, published)
    api = build_published(description, target, published).api
    calls = {symbol.path_in_client: symbol for symbol in build_surface(api).methods() if len(symbol.routes) == 1}
    return _Described(target, published, description.document, api, calls)


def _find_described(arguments: argparse.Namespace) -> tuple[_Described, Operation]:
    """Return the operation that is meant and whose it is: of the client that is named, or the only one that has it."""
    name = arguments.operation
    known = [as_told(each, arguments) for each in _targets(arguments)]
    if len(known) == 1:
        described = _describe(known[0])
        return described, _find(name, described.document, described.calls)
    found: list[tuple[_Described, Operation]] = []
    wrong: list[str] = []
    for target in known:
        try:
            described = _describe(target)
        except DescriptionError:
            wrong.append(target.name)
        else:
            with suppress(SpecloomError):
                found.append((described, _find(name, described.document, described.calls)))
    if len(found) == 1:
        return found[0]
    owners = [described.target.name for described, _ in found]
    if owners:
        raise SpecloomError(
            f"{' and '.join(owners)} have an operation {name!r}",
            f"name the one that you mean behind it: specloom explain {shlex.quote(name)} {owners[0]}",
        )
    listed = ", ".join(target.name for target in known)
    but = f", and no client can be made of {' and '.join(wrong)}" if wrong else ""
    raise SpecloomError(
        f"no client of the settings has an operation {name!r}{but}",
        f"name the API behind it ({listed}) to see what is like it, or a document with --spec FILE",
    )


def _targets(arguments: argparse.Namespace) -> list[Target]:
    """Return what the operation may be of: what is named, or all that the settings have."""
    if arguments.spec is not None:
        if arguments.api:
            raise SpecloomError(f"{arguments.api!r} and --spec both say where to look", "leave one of them out")
        return [Target(find_document(arguments.spec))]
    configuration = load_configuration(Path.cwd())
    if arguments.api:
        return [configuration.find(arguments.api)]
    known = configuration.all_clients
    if not known:
        raise SpecloomError(
            "nothing says whose operation that is",
            find_elsewhere() or "name an API behind it, or a document with --spec FILE",
        )
    return [*known.values()]


def _find(name: str, document: Document, calls: Mapping[str, Symbol]) -> Operation:
    """Return the operation that somebody names: by its operationId, its route, or as `specloom list` shows its call."""
    verb, _, path = name.partition(" ")
    wanted = f"{verb.upper()} {path.strip()}" if path else name
    routes = calls[name].routes if name in calls else ()
    for text in (*routes, name, wanted):  # methods that are not in capitals are told from those that are
        for operation in document.operations:
            if text in {operation.operation_id, operation.route}:
                return operation
    names = (each for operation in document.operations for each in (operation.operation_id, operation.route) if each)
    advice = did_you_mean(wanted, [*names, *calls], "name it as in 'GET /orders' or orders.list")
    raise SpecloomError(f"there is no operation {name!r}", advice)


def _signature(calls: Mapping[str, Symbol], method: Method) -> Iterator[str]:
    for call, symbol in calls.items():
        if symbol.routes == (method.route,):
            yield f"{method.route}: {call}"
            yield ""
            if method.summary:
                yield from (f"    {method.summary}", "")
            arguments = declared(symbol.members)
            if not arguments:
                yield f"    {symbol.name}() -> {symbol.returns}"
                return
            yield f"    {symbol.name}("
            yield from (f"        {each}," for each in arguments)
            yield f"    ) -> {symbol.returns}"
            others = [each for each in symbol.overloads if "default" not in each.behaviour]
            yield from (f"    {each.declaration.removeprefix('def ')}" for each in others)
            return


def _answers(api: Api, method: Method, operation: Operation) -> Iterator[str]:
    signatures = build_signatures(api, for_people=True)
    classes = {error.status: error.class_name for error in api.errors}
    succeeded = any(response.status.startswith(("2", "3")) for response in operation.responses)
    for response in operation.responses:
        status = response.status
        if status.startswith("2") or (status == "default" and not succeeded):
            yield f"{status}: {_read(method, response, signatures)}"
        elif is_moved(status, operation.method) and method.options.get("follow", True):
            elsewhere = " or, without credentials, to another host" if method.follows_elsewhere else ""
            place = f"the API's own origin{elsewhere}"
            yield f"{status}: is followed if it leads a GET or HEAD to {place}, else raises ApiError"
        elif status.startswith("3"):
            yield f"{status}: {_nothing(method)}"
        else:
            yield f"{status}: raises {classes.get(status, 'ApiError')}{_error(method, status, signatures)}"
    for choice in method.accept.streams if method.accept and method.answer.stream is None else ():
        asked = " or ".join(f'accept="{name}"' for name in choice.media_types)
        yield f"with {asked}: gives a stream of {signatures.answer(choice.answer).text}"
    if all(response.status != "default" or not succeeded for response in operation.responses):
        yield f"any other failure: raises ApiError{_error(method, 'default', signatures)}"
    if method.headers:
        yield f"header fields: models.{method.headers}.of(raw), where raw is what client.raw gives back"


def _error(method: Method, status: str, signatures: Signatures) -> str:
    """Return what the body of a failure is, where it is described."""
    types = method.failures.get(status_value(status), {})
    if not types:
        return ""
    return f" with error: {joined(signatures.answers.annotate(each) for each in types.values()).text}"


def _nothing(method: Method) -> str:
    """Return what a call gives back for an answer without a body."""
    if method.answer.stream is not None:
        return "gives a stream without items"
    return "gives a page without items" if method.paging is not None else "returns None"


def _read(method: Method, response: Response, signatures: Signatures) -> str:
    answer, status = method.answer, response.status
    key = status_value(status)
    type_ = answer.by_status.get(key) if answer.by_status else answer.type
    if answer.stream is not None:
        if not response.content or status in BODILESS:
            return _nothing(method)
        if not any(is_stream(name, media) for name, media in response.content.items()):
            return f"gives a stream whose one item is it: {signatures.answers.annotate(type_).text if type_ else None}"
        return f"gives a stream of {signatures.answer(replace(answer, by_status={})).text}"
    if type_ is None or status in BODILESS:
        return _nothing(method)
    offered = method.accept.by_status[key] if method.accept else {}
    others = "".join(
        f"; {name}: {signatures.answers.annotate(other).text}"
        for name, other in offered.items()
        if other is not None and other != type_
    )
    if method.paging is not None:
        return f"gives a page of {signatures.result(method).text}{others}"
    return f"returns {signatures.answers.annotate(type_).text}{others}"


def _losses(api: Api, document: Document, operation: Operation) -> Iterator[str]:
    places = _places(document, operation)
    found = [loss for loss in api.losses if _is_inside(loss, places)]
    yield from (f"{loss.what}: {loss.why} ({place_from(api.location, loss.location)})" for loss in found)
    if not found:
        yield "nothing"


def _is_inside(loss: Loss, places: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    file, pointer = place_of(loss.location)
    return any(file == name and pointer[: len(inside)] == inside for name, inside in places)


def _places(document: Document, operation: Operation) -> set[tuple[str, tuple[str, ...]]]:
    """Return where an operation is described: its own place, and those of all that it refers to."""
    body = operation.request_body
    contents = [body.content] if body else []
    contents += [response.content for response in operation.responses]
    media = [each for content in contents for each in content.values()]
    located: list[Location] = [operation.location, *([body.location] if body else [])]
    located += [each.location for each in document.reach(operation.schemas)]
    located += [each.location for each in media]
    located += [each.location for each in operation.responses]
    located += [each.location for each in operation.parameters]
    located += [each.location for each in operation.servers]
    return set(map(place_of, located))
