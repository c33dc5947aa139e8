"""Answers whose type depends on their media type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..configuration import status_key
from ..request import never_has_a_body
from ..response import Source, decode, read_text
from .by_status import by_status
from .media_types import MediaType, parse_media_type, parse_media_types

_JSON = re.compile(r"[/+]json\s*(;|$)", re.IGNORECASE)


def by_media_type(kinds: Mapping[str, object]) -> Callable[[Source], Any]:
    """Return what reads a body as the type that is described for the media type which came.

    So it does not matter who asked for it: the argument of a method, or a header that the client is set to send. An
    answer of a described media type that nobody asked for is a mismatch, and returned as what it is; but where any JSON
    was asked for, any value will do. A media type that is not described is read as the one that was asked for.

    Args:
        kinds: The media types and ranges that are described → the type. bytes says that the body is returned as it is,
            and str that it is text unless its media type is JSON. Empty: there is no body.
    """
    known = {name: parsed for name in kinds if (parsed := parse_media_type(name))}

    def read(source: Source) -> Any:
        if never_has_a_body(source.response) or not kinds:
            if kinds and source.response.is_success and source.response.request.method != "HEAD":
                source.report(("", "there is no body"))
            source.tell_undescribed()
            return None
        headers = source.response.headers
        came = parse_media_type(headers.get("content-type", ""))
        accepted = [
            each for each in parse_media_types(source.response.request.headers.get("accept", "*/*")) if each.weight
        ]
        asked = [
            name for name, each in known.items() if any(range_.has(each) or each.has(range_) for range_ in accepted)
        ] or [*kinds]
        found = _key_of(came, known, asked) if came else None
        if came and found is None and _is_raw(asked[0], kinds[asked[0]]):
            source.report(("", f"it came as {_shown(came)}, which is not described"))
        elif came and found and not _is_wanted(came, found, asked, accepted, kinds):
            source.report(("", f"it came as {_shown(came)}, and was asked for as {', '.join(map(str, asked))}"))
        return _read_as(source, found or asked[0], kinds)

    return read


def by_status_and_media_type(kinds: Mapping[int | str, Mapping[str, object]]) -> Callable[[Source], Any]:
    """Return what reads a body as the type that is described for its status and its media type.

    Args:
        kinds: A code, a range such as `"2XX"`, or `"default"` → what `by_media_type` takes. A status that is not
            described is a mismatch; its JSON is returned as is.
    """

    def read(source: Source) -> Any:
        status = source.response.status_code
        found = status_key(status, kinds)
        return (by_status({}) if found is None else by_media_type(kinds[found]))(source)

    return read


def read_described(source: Source, kinds: Mapping[str, object]) -> Any:
    """Return a body as the type that is described for its media type, whatever was asked for; see `by_media_type`.

    None says that one is described of which nothing is made.
    """
    known = {name: parsed for name in kinds if (parsed := parse_media_type(name))}
    came = parse_media_type(source.response.headers.get("content-type", ""))
    found = _key_of(came, known, []) if came else None
    return _read_as(source, found or next(iter(kinds)), kinds)


def _key_of(came: MediaType, known: Mapping[str, MediaType], asked: list[str]) -> str | None:
    """Return which of the known media types one is: one of that name, then a range, the narrowest first."""
    fitting = [name for name, each in known.items() if each.has(came)]
    exact = [name for name in fitting if not known[name].is_range]
    if exact:
        return max(exact, key=lambda name: len(known[name].parameters))
    likely = [name for name, each in known.items() if each.may_be(came)]
    likely.sort(key=lambda name: name not in asked)
    if likely and (likely[0] in asked or not fitting):
        return likely[0]
    return max(fitting, key=lambda name: (known[name].kind != "*", len(known[name].subtype)), default=None)


def _is_wanted(
    came: MediaType, found: str, asked: list[str], accepted: list[MediaType], kinds: Mapping[str, object]
) -> bool:
    """Tell whether an answer is one that was asked for, or the same value as one."""
    if any(each.has(came) for each in accepted) or (found in asked and "*" not in found):
        return True
    return any(
        kinds[each] is Any or (kinds[each] == kinds[found] and not _is_raw(found, kinds[found])) for each in asked
    )


def _is_raw(name: str, kind: object) -> bool:
    """Tell whether a body is returned without being parsed."""
    return kind is bytes or (kind is str and _JSON.search(name) is None)


def _read_as(source: Source, name: str, kinds: Mapping[str, object]) -> Any:
    kind = kinds[name]
    if kind is None:
        return None
    if _is_raw(name, kind):
        return source.response.content if kind is bytes else read_text(source)
    return decode(source, kind)


def _shown(media_type: MediaType) -> str:
    return f"{media_type.kind}/{media_type.subtype}"[:80]
