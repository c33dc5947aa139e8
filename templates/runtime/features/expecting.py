"""Which media type an answer has that is described as a text or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from ..configuration import Configuration
    from ..request import Request

_ANY_BYTES = frozenset({"octet-stream", "download", "force-download", "unknown"})
"""Subtypes that say no more of a body than that it is bytes."""
_USUAL_NAMES = {
    "comma-separated-values": "csv",
    "jpg": "jpeg",
    "pjpeg": "jpeg",
    "mp3": "mpeg",
    "wave": "wav",
    "zip-compressed": "zip",
}
"""Other names of subtypes → those by which descriptions call them."""


def expecting(*media_types: str) -> Callable[[httpx.Response, Request, Configuration], None]:
    """Return what reports an answer of another media type than those that are described, or raises it.

    Types are known by several names (`text/xml`, `application/x-gzip`), most of which end alike.
    """

    def look(response: httpx.Response, request: Request, configuration: Configuration) -> None:
        came = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        end, *described = (_subtype(each.strip().lower()) for each in (came, *media_types))
        if not end or not response.is_success or not _ANY_BYTES.isdisjoint({end, *described}):
            return
        if not any(end == each or end.endswith(f"+{each}") for each in described):
            from ..response import Source  # for speed: texts and files do without pydantic

            problem = f"the answer is {came[:80]}, not {', '.join(media_types)}"
            Source(response, request.route, configuration.on_mismatch).report(("", problem))

    return look


def _subtype(media_type: str) -> str:
    name = media_type.partition("/")[2].removeprefix("x-")
    return _USUAL_NAMES.get(name, name)
