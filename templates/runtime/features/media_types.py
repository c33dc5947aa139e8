"""Operations that offer several media types: which one is asked for, and which one a body is sent as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..request import TOKEN, Request
from ..unset import UNSET

_NAME = re.compile(rf"\s*({TOKEN})/({TOKEN})\s*(?=[;,]|$)")
_PARAMETER = re.compile(rf'\s*;\s*(?:({TOKEN})=("(?:[^"\\]|\\.)*"|{TOKEN}))?')
_COMMA = re.compile(r"\s*,\s*")
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
    return next(parse_media_types(text), None)


def parse_media_types(text: str) -> Iterator[MediaType]:
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


def ask_for(request: Request, media_type: str, *offered: str, argument: str = "accept", also: str = "") -> None:
    """Ask for an answer of a media type.

    Args:
        request: What asks.
        media_type: The caller's choice. The first that is offered is what nobody has to choose: there a header that
            the client is set to send goes first.
        offered: The media types and ranges that are described.
        argument: What the caller knows it as.
        also: Media types of statuses that leave no choice.

    Raises:
        ValueError: It is not offered.
    """
    accepted = f"{media_type}, {also}" if also else media_type
    if media_type == offered[0]:
        request.accept(accepted)
        return
    _find(media_type, offered, argument)
    request.header("Accept", accepted)


def choose_body(media_type: str, *offered: str, argument: str = "content_type") -> str:
    """Return which of the media types and ranges that are described a body is sent as.

    Args:
        media_type: The caller's choice.
        offered: Those that are described.
        argument: What the caller knows it as.

    Raises:
        ValueError: It is not offered.
    """
    return media_type if media_type in offered else _find(media_type, offered, argument)


def takes_only(media_type: str, names: Sequence[str], /, **others: object) -> None:
    """Check that no argument was given that only bodies of other media types take.

    Raises:
        TypeError: One of these was given.
    """
    if wrong := [name for name, value in others.items() if value is not UNSET]:
        taken = _either([repr(name) for name in names], "and") if names else "no arguments"
        raise TypeError(f"a body of {media_type} takes {taken}, not {_either([*map(repr, wrong)], 'or')}")


def _find(media_type: str, offered: Sequence[str], argument: str) -> str:
    wanted = [*parse_media_types(media_type)]
    if len(wanted) == 1:
        for name in offered:
            known = parse_media_type(name)
            if known and known.has(wanted[0]):
                return name
    texts = [f"in {each}" if "*" in each else repr(each) for each in offered]
    raise ValueError(f"{argument!r} has to be {_either(texts, 'or')}")


def _either(texts: Sequence[str], word: str) -> str:
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}" if texts[1:] else texts[0]
