"""Failures: the statuses that become exceptions, and where their bodies say what went wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from specloom.ir.api import Envelope, ErrorStatus, Method, Pointers
from specloom.ir.types import Type
from specloom.ir.unions import union_of
from specloom.source import Json, parse_pointer
from specloom.spec.document import object_in
from specloom.spec.media_types import is_json

_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    507: "Insufficient Storage",
    508: "Loop Detected",
    511: "Network Authentication Required",
}
"""Reason phrases of the IANA registry of status codes. `http.HTTPStatus` differs between versions of Python."""


_RANGES = {"1XX": "Informational", "3XX": "Redirection", "4XX": "Client Error", "5XX": "Server Error"}


def build_errors(methods: Sequence[Method]) -> tuple[ErrorStatus, ...]:
    """Return an exception class for each documented failure status but `default`.

    A range comes before the codes in it and is the base of their classes, so that who catches the range catches them.
    `default` has no class of its own: `ApiError`, the base of all, stands for every failure. What a class says of the
    body holds for all operations: where they differ, it is one of several types.
    """
    statuses = {status for method in methods for status in method.errors} - {"default"}
    names = {status: _error_name(_phrase(status)) for status in statuses}
    bases = {status: names.get(f"{status[0]}XX", "ApiError") if status.isdigit() else "ApiError" for status in names}
    return tuple(
        ErrorStatus(status, names[status], _phrase(status), bases[status], error_type(methods, status))
        for status in sorted(names, key=lambda status: (status[0], status.isdigit(), status))
    )


def error_type(methods: Iterable[Method], status: str = "") -> Type | None:
    """Return what the bodies of failures can be; None where nobody says it.

    They are those of a status, of any code in a range, or of any failure by default.
    """
    found: dict[str, Type] = {}
    for method in methods:
        described = method.failures
        for key in _effective(described, status):
            found |= {repr(type_): type_ for type_ in described[key].values()}
    return union_of(tuple(found.values())) if found else None


def fail_alike(methods: Iterable[Method]) -> bool:
    """Tell whether all documented failures have bodies, and these are JSON of one type."""
    methods = tuple(methods)
    bodies = [body for method in methods for types in method.failures.values() for body in types.items()]
    described = [{*map(str, method.failures)} for method in methods]
    return (
        all(is_json(name) and type_ == bodies[0][1] for name, type_ in bodies)
        and all(each.issuperset(method.errors) for each, method in zip(described, methods, strict=True))
        and len({"default" in each for each in described}) == 1
    )


def _effective(described: Collection[int | str], status: str) -> Iterable[int | str]:
    """Return which of the described statuses say what the body of a failure is: the narrowest that has its code."""
    if status.isdigit():
        keys = (int(status), f"{status[0]}XX", "default")
        return [key for key in keys if key in described][:1]
    return [key for key in described if key == "default" or str(key)[0] == (status or str(key))[0]]


def error_pointers(extension: Mapping[str, Json]) -> Pointers:
    """Return where `x-specloom.error` says that code and message stand in the body of a failure."""
    places = object_in(extension, "error")
    found: dict[Literal["code", "message"], tuple[str, ...]] = {}
    for part in ("code", "message"):
        if isinstance(pointer := places.get(part), str):
            found[part] = parse_pointer(pointer)
    return found


def error_codes(extension: Mapping[str, Json]) -> dict[str, str]:
    """Return the error codes that `x-specloom.error` lists, and what they mean."""
    codes = object_in(object_in(extension, "error"), "codes")
    return {code: str(meaning) for code, meaning in codes.items()}


def envelope(extension: Mapping[str, Json]) -> Envelope | None:
    """Return how answers say that a call failed in spite of its status, or None where they do not."""
    said = object_in(extension, "error")
    if not isinstance(pointer := said.get("success"), str):
        return None
    codes, messages = said.get("empty_codes"), said.get("empty_messages")
    return Envelope(
        parse_pointer(pointer),
        tuple(str(code) for code in codes) if isinstance(codes, list) else (),
        tuple(str(message) for message in messages) if isinstance(messages, list) else (),
    )


def _error_name(phrase: str) -> str:
    name = f"{phrase.replace(' ', '').removesuffix('Error')}Error"
    return "NotImplementedStatusError" if name == "NotImplementedError" else name  # Python has one of that name


def _phrase(status: str) -> str:
    if status in _RANGES:
        return _RANGES[status]
    return _PHRASES.get(int(status), f"Status {status}") if status.isdigit() else f"Status {status}"
