"""Example calls of a client, as its front door and its README show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.ir.types import AliasType, ListOf, Literals, MapOf, Named, Scalar, walk, without_null

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.ir.api import Api
    from specloom.ir.surface import Surface, Symbol


def client_example(api: Api, surface: Surface) -> list[str]:
    """Return the lines that make a client and its simplest call."""
    required = [each.name for each in api.settings if each.required]
    secrets = [argument.name for credential in api.credentials[:1] for argument in credential.arguments]
    settings = ", ".join(f'{name}="…"' for name in (*required, *secrets, *([] if api.base_url else ["base_url"])))
    lines = [f"from {api.import_path} import {api.client_name}", "", f"with {api.client_name}({settings}) as client:"]
    method = min((each for each in surface.methods() if len(each.routes) == 1), key=_effort, default=None)
    if method is None:
        return [*lines, "    ..."]
    arguments = ", ".join([*_needed(method), *_expanding(method, surface)])
    call = f"client.{path_in_client(method, surface)}({arguments})"
    if method.is_paged:
        return [*lines, f"    for item in {call}:", "        print(item)"]
    return [*lines, f"    print({call})"] if method.type else [*lines, f"    {call}"]


def stream_example(surface: Surface) -> Iterator[str]:
    """Yield the lines that read the first stream."""
    for call in _stream_calls(surface):
        yield f"with {call} as stream:"
        yield "    for item in stream:"
        yield "        print(item)"
        return


def resuming_example(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the lines that read the first stream, and go on where it breaks."""
    for call in _stream_calls(surface):
        yield f"from {api.import_path} import TransportError"
        yield ""
        yield f"stream = {call}"
        yield "while True:"
        yield "    try:"
        yield "        for item in stream:"
        yield "            print(item)"
        yield "        break"
        yield "    except TransportError:"
        yield "        stream = stream.resume()"
        return


def _stream_calls(surface: Surface) -> Iterator[str]:
    for method in surface.methods():
        streams = [each for each in method.overloads if each.is_streamed]
        if method.is_streamed:
            yield f"client.{path_in_client(method, surface)}({', '.join(_needed(method))})"
        elif streams:
            yield f"client.{path_in_client(method, surface)}({', '.join([*_needed(method), streams[0].chosen])})"


def files_example(surface: Surface) -> Iterator[str]:
    """Yield the lines that save the first file, and that read it in pieces."""
    for each in list_files(surface):
        method = next(one for one in surface.methods() if one is each or each in one.overloads)
        chosen = [] if each is method else [each.chosen]
        given = [f"client.{path_in_client(method, surface)}", *_needed(method), *chosen]
        yield f'client.download({", ".join(given)}).save("answer.bin")'
        yield ""
        yield f"with client.download({', '.join(given)}) as pieces:"
        yield "    for piece in pieces:"
        yield "        print(len(piece))"
        return


def list_files(surface: Surface) -> Iterator[Symbol]:
    """Yield the methods, and their overloads, that give back files."""
    for method in surface.methods():
        for each in (method, *method.overloads):
            if each.value == Scalar("bytes") and not each.is_paged and each.key[:1] != ("content type",):
                yield each
                break


def path_in_client(symbol: Symbol, surface: Surface) -> str:
    """Return how callers reach a resource or a method from the client: `orders.list`."""
    return symbol.path.removeprefix(f"{surface.package}.")


def _needed(method: Symbol) -> list[str]:
    """Return what a call has to be given, as an example."""
    return [_placeholder(each) for each in method.members if each.required]


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


def _effort(method: Symbol) -> tuple[bool, bool, int]:
    """Rank methods for the example: paged lists first, then other reads, those with few arguments before others."""
    needed = sum(each.required for each in method.members)
    return (not method.routes[0].startswith("GET "), not method.is_paged, needed)


def _placeholder(argument: Symbol) -> str:
    type_ = None if argument.key[:1] == ("body",) else argument.type
    match without_null(type_) if type_ else Scalar("any"):
        case Scalar("str"):
            value = '"…"'
        case Scalar("int" | "float"):
            value = "1"
        case ListOf():
            value = "[]"
        case MapOf():
            value = "{}"
        case _:
            value = "..."
    return value if argument.positional else f"{argument.name}={value}"
