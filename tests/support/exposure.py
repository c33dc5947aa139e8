"""All that a report of an error or of a call could show, to look for secrets in it."""

from __future__ import annotations

import copy
import pickle
import traceback
from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import httpx

if TYPE_CHECKING:
    import logging

__all__ = ["everything", "forms", "logged"]


def forms(secret: str) -> set[str]:
    """Return how a secret could be written: as it is, encoded for a URL, escaped as bytes, in base64."""
    escaped = repr(secret.encode())[2:-1]
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        escaped,
        b64encode(secret.encode()).decode(),
    }


def everything(error: BaseException) -> str:
    """Return an exception with the variables of all frames, its chain, its copies, and the request it came from."""
    trace = traceback.TracebackException.from_exception(error, capture_locals=True)
    shown = ["".join(trace.format()), repr(error), repr(vars(error)), repr(error.__context__), repr(error.__cause__)]
    shown += [repr(pickle.dumps(one)) for one in (error, copy.deepcopy(error))]
    response = getattr(error, "response", None)
    if isinstance(response, httpx.Response):
        request = response.request
        shown += [repr(vars(response)), repr(vars(request)), str(request.url), repr(request.headers.raw)]
        if isinstance(request.stream, Iterable):
            shown.append(repr(b"".join(request.stream)))
    return "\n".join(shown)


def logged(records: Iterable[logging.LogRecord]) -> str:
    """Return log records with their arguments."""
    return "\n".join(f"{record.name} {record.getMessage()} {record.args!r}" for record in records)
