"""Example calls of a client, as its front door and its README show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from specloom.ir.api import Api, all_methods, list_bodies
from specloom.ir.samples import sample, written_tuple
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import AliasType, ListOf, Literals, Named, Scalar, TupleOf, Type, Union, accepts_null, walk

_WIDEST: Final = 100
"""Columns of a call on one line."""
_MODULES: Final = ("datetime", "decimal", "uuid")
"""The modules that have the classes of made-up values."""
_PATH: Final = "from pathlib import Path"
_NAMES: Final = {"application": "content.bin", "audio": "voice.mp3", "text": "notes.txt", "video": "film.mp4"}
"""Names of files by the first half of their media type; others are pictures."""
_SUFFIXES: Final = frozenset({"csv", "gif", "html", "pdf", "png", "wav", "webp", "xml", "zip"})
"""The second halves of media types that files are called after."""
_FILES: Final = {Named(f"_runtime.{name}") for name in ("File", "FileSource", "Stream")}
"""What is passed for a file."""


def client_example(api: Api, surface: Surface) -> list[str]:
    """Return the lines that make a client and its simplest call."""
    required = [each.name for each in api.settings if each.required]
    secrets = [argument.name for credential in api.credentials[:1] for argument in credential.arguments]
    settings = ", ".join(f'{name}="…"' for name in (*required, *secrets, *([] if api.base_url else ["base_url"])))
    lines = [f"from {api.import_path} import {api.client_name}", "", f"with {api.client_name}({settings}) as client:"]
    method = _simplest(api, surface, lambda each: len(each.routes) == 1)
    if method is None:
        return [*lines, "    ..."]
    arguments = ", ".join([*_needed(method, api), *_expanding(method, surface)])
    call = f"client.{method.path_in_client}({arguments})"
    if method.is_paged:
        lines += [f"    for item in {call}:", "        print(item)"]
    else:
        lines += [f"    print({call})"] if method.type else [f"    {call}"]
    return _with_imports(lines)


def _paging_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that read a part of the simplest list, and a list page by page."""
    method = _simplest(api, surface, lambda each: each.is_paged)
    if method is not None:
        given = [*_needed(method, api), *_expanding(method, surface)]
        yield from _with_imports([*_call(method, given, before="pager = ")])
        yield "for item in pager.limit(max_items=10):"
        yield "    print(item)"
        yield "for page in pager.limit(max_pages=2).pages():"
        yield "    print(page)"


def _null_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that send null, where anything of a body may be, and that leave something out."""
    found = [
        (method, each)
        for method in surface.methods()
        if len(method.routes) == 1 and not method.is_streamed
        for each in method.members
        if each.key[:1] == ("body",) and each.key[1:] != ("",) and not each.required
    ]
    nullable = [one for one in found if one[1].value is not None and accepts_null(one[1].value)]
    choice = min(nullable or found, key=lambda one: len("".join(_needed(one[0], api))), default=None)
    if choice is not None:
        method, argument = choice
        given = _needed(method, api)
        lines = [*_call(method, [*given, f"{argument.name}=None"], after="  # null")] if nullable else []
        lines += _call(method, [*given, f"{argument.name}=UNSET"], after="  # left out")
        yield from _with_imports(lines, f"from {api.import_path} import UNSET")


def _sending_example(api: Api, surface: Surface) -> Iterator[str]:
    found = [
        (method, call, each)
        for method in surface.methods()
        for call in (method, *method.overloads)
        for each in call.members
        if each.value is not None and _holds_file(each.value)
    ]
    choice = min(found, key=lambda one: len("".join(_needed(one[0], api))), default=None)
    if choice is not None:
        method, call, argument = choice
        value = _with_file(argument.value, f'Path("{_file_name(method, argument, api)}")', api)
        file = value if argument.positional else f"{argument.name}={value}"
        others = [*_needed(method, api, without=argument.name, of_body=call is method)]
        if call is not method:
            others += [*_needed(call, api, without=argument.name), call.chosen]
        number = sum(each.positional for each in method.members if each.required and each is not argument)
        yield from _with_imports([*_call(method, [*others[:number], file, *others[number:]])], _PATH)


def _with_file(type_: Type | None, file: str, api: Api) -> str:
    """Return the expression of a value of a type with a file in it; all that stands before the file is made up."""
    match type_:
        case ListOf(item):
            return f"[{_with_file(item, file, api)}]"
        case TupleOf(items):
            values = [_with_file(each, file, api) if _holds_file(each) else sample(each, api.inputs) for each in items]
            return written_tuple(values)
        case Union(members):
            return _with_file(min(filter(_holds_file, members), key=lambda each: each not in _FILES), file, api)
        case _:
            return file


def _holds_file(type_: Type) -> bool:
    return not _FILES.isdisjoint(walk(type_))


def _file_name(method: Symbol, argument: Symbol, api: Api) -> str:
    """Return a file's name that tells its media type; where none or any is described, the name of a picture."""
    for each in all_methods(api.resources):
        for body in list_bodies(each) if each.route in method.routes else ():
            for field in body.arguments:
                described = body.content_type if body.kind == "content" else field.encoding.content_type
                if field.name == argument.name and described:
                    first = described.partition(",")[0].partition(";")[0].strip().lower()
                    kind, _, subtype = first.partition("/")
                    name, _, suffix = _NAMES.get(kind, "picture.jpg").partition(".")
                    return f"{name}.{subtype if subtype in _SUFFIXES else suffix}"
    return "picture.jpg"


def _failures_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that call and look at what failed."""

    def is_plain(method: Symbol) -> bool:
        return len(method.routes) == 1 and not method.is_paged and not method.is_streamed

    named = _simplest(api, surface, lambda each: is_plain(each) and any(one.positional for one in each.members))
    method = named or _simplest(api, surface, is_plain)
    if method is None:
        return
    exact = [each.class_name for each in api.errors if each.status.isdigit()]
    documented = "NotFoundError" if "NotFoundError" in exact else next(iter(exact), "")
    names = sorted({"ApiError", "TransportError", *filter(None, [documented])})
    call = [f"    {line}" for line in _call(method, _needed(method, api))]
    lines = ["try:", *call]
    if documented:
        lines += [f"except {documented} as failure:", "    print(failure.message)"]
    lines += [f"except ApiError as failure:  # any {'other ' if documented else ''}status that is a failure"]
    lines += ["    print(failure.status, failure.message)", "except TransportError as failure:  # no answer"]
    lines += ["    print(failure.sent)  # whether the server may have got the request"]
    yield from _with_imports(lines, f"from {api.import_path} import {', '.join(names)}")


def _stream_example(api: Api, surface: Surface) -> Iterator[str]:
    for call in _stream_calls(api, surface):
        yield from _with_imports([f"with {call} as stream:", "    for item in stream:", "        print(item)"])
        return


def _resuming_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that read the first stream, and go on where it breaks."""
    for call in _stream_calls(api, surface):
        lines = [
            f"stream = {call}",
            "while True:",
            "    try:",
            "        for item in stream:",
            "            print(item)",
        ]
        lines += ["        break", "    except TransportError:", "        stream = stream.resume()"]
        yield from _with_imports(lines, f"from {api.import_path} import TransportError")
        return


def _stream_calls(api: Api, surface: Surface) -> Iterator[str]:
    for method in surface.methods():
        streams = [each for each in method.overloads if each.is_streamed]
        if method.is_streamed:
            yield f"client.{method.path_in_client}({', '.join(_needed(method, api))})"
        elif streams:
            yield f"client.{method.path_in_client}({', '.join([*_needed(method, api), streams[0].chosen])})"


def _webhook_example(api: Api, _: Surface) -> Iterator[str]:
    if api.events is not None:
        first = api.events.all[0]
        is_secret = api.events.token_header or api.events.signature
        secret = '"…"' if is_secret else 'webhooks.Login("…", "…"), query=request.url.query'
        yield from (f"from {api.import_path} import webhooks", "")
        yield f"event = webhooks.parse(request.headers, request.body, secret={secret})"
        yield f"if isinstance(event, webhooks.{first.class_name}):"
        yield "    print(event.payload)" if first.kind != "nothing" else "    print(event.type)"


def _files_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that save the first file, and that read it in pieces."""
    for each in list_file_methods(surface):
        method = next(one for one in surface.methods() if one is each or each in one.overloads)
        chosen = [] if each is method else [each.chosen]
        given = ", ".join([f"client.{method.path_in_client}", *_needed(method, api), *chosen])
        lines = [f'client.download({given}).save("answer.bin")', ""]
        lines += [f"with client.download({given}) as pieces:", "    for piece in pieces:", "        print(len(piece))"]
        yield from _with_imports(lines)
        return


def list_file_methods(surface: Surface) -> Iterator[Symbol]:
    """Yield the methods, and their overloads, that give back files."""
    for method in surface.methods():
        for each in (method, *method.overloads):
            if each.value == Scalar("bytes") and not each.is_paged and each.key[:1] != ("content type",):
                yield each
                break


def _expanding(method: Symbol, surface: Surface) -> Iterator[str]:
    """Yield the argument that has the items of a list in full, where an answer holds their addresses otherwise."""
    match method.behaviour.get("paging"):
        case [_, {"items": [str(items)]}]:
            for each in method.members:
                for inner in walk(each.type) if each.type else ():
                    alias = surface.input_types.get(inner.name) if isinstance(inner, Named) else None
                    relations = alias.type if isinstance(alias, AliasType) else None
                    if isinstance(relations, Literals) and items in relations.values:
                        yield f'{each.name}=["{items}"]'
        case _:
            return


def _simplest(api: Api, surface: Surface, is_suitable: Callable[[Symbol], bool]) -> Symbol | None:
    """Return the method for an example: a paged list, else another read, which stays and needs few arguments.

    Of several it is one of the part of the API that has most to call, for that is what people come for.
    """
    methods = [*surface.methods()]
    calls = Counter(each.path_in_client.partition(".")[0] for each in methods)
    goes = {method.route for method in all_methods(api.resources) if method.deprecated}

    def effort(method: Symbol) -> tuple[bool, bool, bool, int, int]:
        (route, *_), part = method.routes, method.path_in_client.partition(".")[0]
        needed = sum(each.required for each in method.members)
        return (not route.startswith("GET "), not method.is_paged, route in goes, needed, -calls[part])

    return min(filter(is_suitable, methods), key=effort, default=None)


def _needed(call: Symbol, api: Api, *, without: str = "", of_body: bool = True) -> list[str]:
    """Return the arguments that a call needs, with values that can be sent.

    The call is a method, or one of its overloads.
    """
    return [
        value if each.positional else f"{each.name}={value}"
        for each in call.members
        if each.required and each.type is not None and each.name != without and (of_body or not each.is_of_body)
        for value in ['"…"' if each.type == Scalar("str") else sample(each.type, api.inputs)]
    ]


def _call(method: Symbol, given: Iterable[str], *, before: str = "", after: str = "") -> Iterator[str]:
    """Yield the lines of a call: one for each argument where it is too long for one."""
    arguments = [*given]
    start = f"{before}client.{method.path_in_client}("
    line = f"{start}{', '.join(arguments)})"
    if len(line) <= _WIDEST or not arguments:
        yield f"{line}{after}"
        return
    yield start
    yield from (f"    {each}," for each in arguments[:-1])
    yield f"    {arguments[-1]},{after}"
    yield ")"


def _with_imports(lines: list[str], own: str = "") -> list[str]:
    """Return lines behind the imports of what they use."""
    text = "\n".join(lines)
    used = [f"import {name}" for name in _MODULES if f"{name}." in text]
    standard, others = ([*used, own], []) if own == _PATH else (used, [own] if own else [])
    blocks = [block for block in (standard, others) if block]
    return [*(line for block in blocks for line in (*block, "")), *lines]


EXAMPLES: Final[Mapping[str, Callable[[Api, Surface], Iterator[str]]]] = {
    "events": _webhook_example,
    "failures": _failures_example,
    "files": _files_example,
    "null": _null_example,
    "paging": _paging_example,
    "resuming": _resuming_example,
    "sending": _sending_example,
    "streams": _stream_example,
}
"""What yields the lines of each example in the README; none where the client has nothing of the kind."""
