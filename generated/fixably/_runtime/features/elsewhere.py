"""Addresses on other hosts, where files may come from and go to: nothing secret goes along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from ..configuration import meant

if TYPE_CHECKING:
    from ..steps import Send

_SAID = {"accept", "range", "user-agent"}


def elsewhere(current: str, reference: str) -> str | None:
    """Return the absolute URL that a reference means, on any host; None for none, and for one without encryption."""
    url = meant(current, reference)
    if url is None or not url.hostname or url.scheme not in {"https", urlsplit(current).scheme}:
        return None
    return urlunsplit(url._replace(fragment=""))


def follow_elsewhere(send: Send, location: str) -> Send | None:
    """Return what is sent where a redirect leads to another host; None: nothing.

    Neither credentials nor what else the caller says go there, and the address, which may be signed, is a secret.
    """
    url = elsewhere(send.url, location)
    if url is None:
        return None
    headers = {name: field for name, field in send.headers.items() if name in _SAID}
    return replace(send, url=url, headers=headers, content=None, credentials=(), secret=True)
