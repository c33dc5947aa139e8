"""Styles of parameters that are not the default of any place (OpenAPI 3.1.1, section 4.8.12)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from ..encoding import Json
from ..styles import Escape, Write, defined, form, joined, pairs_of, writer

space_delimited = partial(form, delimiter="%20")
pipe_delimited = partial(form, delimiter="%7C")


def label(name: str, value: Json, explode: bool, escape: Escape) -> str:  # noqa: ARG001 - of other styles
    """Return what replaces `{name}` in a path: `.blue.black`."""
    return "." + joined(value, "." if explode else ",", "=" if explode else ",", writer(escape, value, ",="))


def matrix(name: str, value: Json, explode: bool, escape: Escape) -> str:
    """Return what replaces `{name}` in a path: `;color=blue,black`."""
    between = ";,=" if isinstance(value, list | dict) else ";"
    pairs = pairs_of(name, value, lambda part: escape.value(part, between), escape.name, explode=explode)
    split = (pair.partition("=") for pair in pairs)
    return "".join(f";{key}={text}" if text else f";{key}" for key, _, text in split)  # RFC 6570, 3.2.7


def deep_object(name: str, value: Json, explode: bool, escape: Escape) -> str:
    """Return the `name[member]=value` pairs of an object, at any depth; of a list's items, all with one name."""
    write = writer(escape, value, "" if explode else ",")
    return "&".join(_deep(escape.name(name), value, write, escape.name))


def _deep(prefix: str, value: Json, write: Write, name: Write) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not {"[", "]"}.isdisjoint(key):
                raise ValueError(f"{key!r} of {unquote(prefix)!r} has a bracket in it: the server reads another name")
            yield from _deep(f"{prefix}{name('[')}{name(key)}{name(']')}", defined(item), write, name)
    elif isinstance(value, list):
        nested = any(isinstance(item, dict | list) for item in value)
        for index, item in enumerate(value):
            place = f"{prefix}{name('[')}{index}{name(']')}" if nested else prefix
            yield from _deep(place, defined(item), write, name)
    elif value is not None:
        yield f"{prefix}={write(value)}"
