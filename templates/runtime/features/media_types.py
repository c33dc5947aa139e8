"""Answers of operations that offer several media types: which one is asked for, and how the one that came is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..request import Request
from ..response import Source, decode
from .by_status import by_status

__all__ = ["MediaType", "ask_for", "by_media_type", "by_status_and_media_type", "parse_media_type"]

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - of RFC 9110, 5.6.2
_NAME = re.compile(rf"\s*({_TOKEN})/({_TOKEN})\s*(?=[;,]|$)")
_PARAMETER = re.compile(rf'\s*;\s*(?:({_TOKEN})=("(?:[^"\\]|\\.)*"|{_TOKEN}))?')
_COMMA = re.compile(r"\s*,\s*")
_JSON = re.compile(r"[/+]json\s*(;|$)", re.IGNORECASE)
_NO_MATTER = frozenset({"charset", "q"})
"""Parameters that do not tell media types apart: how text is written, and how much it is wanted."""


class MediaType(NamedTuple):
    """A media type or a range of them (RFC 9110, 8.3.1 and 12.5.1), in lower case but for the values of parameters."""

    kind: str
    subtype: str
    parameters: Mapping[str, str]
    weight: float = 1.0

    @property
    def is_range(self) -> bool:
        """Whether it stands for several."""
        return "*" in self.subtype

    def has(self, other: MediaType) -> bool:
        """Tell whether another media type is this one, or in this range. Further parameters make it no other.

        Besides the ranges of HTTP there are those of a suffix, which descriptions have: `application/*+json`.
        """
        start, star, end = self.subtype.partition("*")
        is_within = other.subtype == self.subtype or bool(star and not start and other.subtype.endswith(end))
        return self.kind in {"*", other.kind} and is_within and self.parameters.items() <= other.parameters.items()

    def may_be(self, other: MediaType) -> bool:
        """Tell whether it is another one that does not say all of its parameters: servers leave them out."""
        is_named_alike = (self.kind, self.subtype) == (other.kind, other.subtype)
        return is_named_alike and all(
            other.parameters.get(name, value) == value for name, value in self.parameters.items()
        )


def parse_media_type(text: str) -> MediaType | None:
    """Return the media type that a text begins with; None where there is none."""
    return next(_media_types(text), None)


def _media_types(text: str) -> Iterator[MediaType]:
    """Yield the media types of a list, as an Accept header has them; what is none ends it."""
    position = 0
    while found := _NAME.match(text, position):
        position = found.end()
        parameters: dict[str, str] = {}
        while said := _PARAMETER.match(text, position):
            position = said.end()
            if said[1]:
                value = re.sub(r"\\(.)", r"\1", said[2][1:-1]) if said[2].startswith('"') else said[2]
                parameters.setdefault(said[1].lower(), value)
        try:
            weight = float(parameters.get("q", "1"))
        except ValueError:
            weight = 1.0
        kept = {name: value for name, value in parameters.items() if name not in _NO_MATTER}
        yield MediaType(found[1].lower(), found[2].lower(), kept, weight)
        comma = _COMMA.match(text, position)
        if comma is None:
            return
        position = comma.end()


def ask_for(request: Request, media_type: str, *offered: str, argument: str = "accept") -> None:
    """Ask for an answer of a media type.

    Args:
        request: What asks.
        media_type: The caller's choice. The first that is offered is what nobody has to choose: there a header that
            the client is set to send goes first.
        offered: The media types and ranges that are described.
        argument: What the caller knows it as.

    Raises:
        ValueError: It is not offered.
    """
    if media_type == offered[0]:
        request.accept(media_type)
        return
    wanted = [*_media_types(media_type)]
    if len(wanted) != 1 or not any(known and known.has(wanted[0]) for known in map(parse_media_type, offered)):
        raise ValueError(f"{argument!r} is not offered: it has to be {_listed(offered)}")
    request.header("Accept", media_type)


def _listed(offered: tuple[str, ...]) -> str:
    texts = [f"in {each}" if "*" in each else repr(each) for each in offered]
    return f"{', '.join(texts[:-1])} or {texts[-1]}" if texts[1:] else texts[0]


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

    def read(source: Source) -> Any:  # noqa: ANN401 - of one of `kinds`
        if source.never_has_a_body or not kinds:
            return None
        headers = source.response.headers
        came = parse_media_type(headers.get("content-type", ""))
        accepted = [each for each in _media_types(source.response.request.headers.get("accept", "*/*")) if each.weight]
        asked = [
            name for name, each in known.items() if any(range_.has(each) or each.has(range_) for range_ in accepted)
        ] or [*kinds]
        found = _find(came, known, asked) if came else None
        if came and found is None and _is_raw(asked[0], kinds[asked[0]]):
            source.report(("", f"it came as {_shown(came)}, which is not described"))
        elif came and found and not _is_wanted(came, found, asked, accepted, kinds):
            source.report(("", f"it came as {_shown(came)}, and was asked for as {', '.join(map(str, asked))}"))
        name = found or asked[0]
        return _read_as(source, name, kinds[name])

    return read


def by_status_and_media_type(kinds: Mapping[int | str, Mapping[str, object]]) -> Callable[[Source], Any]:
    """Return what reads a body as the type that is described for its status and its media type.

    Args:
        kinds: A code, a range such as `"2XX"`, or `"default"` → what `by_media_type` takes. A status that is not
            described is a mismatch; its JSON is returned as is.
    """

    def read(source: Source) -> Any:  # noqa: ANN401 - of one of `kinds`
        status = source.response.status_code
        found = next((key for key in (status, f"{status // 100}XX", "default") if key in kinds), None)
        return (by_status({}) if found is None else by_media_type(kinds[found]))(source)

    return read


def _find(came: MediaType, known: Mapping[str, MediaType], asked: list[str]) -> str | None:
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


def _read_as(source: Source, name: str, kind: object) -> Any:  # noqa: ANN401 - of `kind`
    if _is_raw(name, kind):
        return source.response.content if kind is bytes else source.response.text
    return decode(source, kind)


def _shown(media_type: MediaType) -> str:
    return f"{media_type.kind}/{media_type.subtype}"[:80]
