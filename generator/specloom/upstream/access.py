"""Proposals for where calls go, and for what failures say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from specloom.source import Json
from specloom.spec.document import Document, Schema
from specloom.upstream.answers import Answers
from specloom.upstream.proposal import ROOT, Proposal

_MESSAGES: Final = "message errormessage detail errordescription description msg title reason error".split()
_CODES: Final = "code errorcode statuscode errortype type error".split()
_INSIDE: Final = ("error", "errors", "fault", "problem")
_MOST: Final = 0.5
"""Of all failures with a body, those that have to show a place for it to be sure."""


def propose_servers(document: Document, url: str) -> Iterator[Proposal]:
    """Yield where calls go, for a description whose servers are relative to where it was fetched from, or missing.

    `url` is empty for one that was not fetched.
    """
    if not urlsplit(url).hostname:
        return
    for index, server in enumerate(document.servers):
        is_written = server.location.pointer[:1] == ("servers",)
        if is_written and not urlsplit(server.url).scheme and not server.url.startswith("{"):
            why = f"The server {server.url} is relative to {url}"
            yield Proposal(f"$.servers[{index}].url", urljoin(url, server.url), why)
    if not document.servers:
        origin = urljoin(url, "/").rstrip("/")
        why = f"The description names no server; it was fetched from {origin}"
        yield Proposal(ROOT, {"servers": [{"url": origin}]}, why, is_sure=False)


def propose_errors(document: Document) -> Iterator[Proposal]:
    """Yield where failures say what went wrong, and in which code."""
    if "error" in document.extension:
        return
    answers = Answers(document)
    bodies: dict[int, Schema] = {}
    for operation in document.operations:
        for response in operation.responses:
            schema = answers.json(response.content) if response.status[0] in "45d" else None
            if schema is not None and (response.status != "default" or len(operation.responses) > 1):
                bodies.setdefault(id(document.schemas[schema.ref].schema if schema.ref else schema), schema)
    if not bodies:
        return
    wanted = {"code": (_CODES, {"string", "integer"}), "message": (_MESSAGES, {"string"})}
    found = {
        part: Counter(filter(None, (_place(answers, body, *sought) for body in bodies.values())))
        for part, sought in wanted.items()
    }
    best = {part: counted.most_common(1)[0] for part, counted in found.items() if counted}
    if "message" in best and best.get("code", ("", 0))[0] == best["message"][0]:
        del best["code"]
    for is_sure in (True, False):
        chosen: dict[str, Json] = {
            part: pointer for part, (pointer, count) in best.items() if (count >= len(bodies) * _MOST) == is_sure
        }
        if chosen:
            counts = ", ".join(f"{best[part][1]} of {len(bodies)} have {pointer}" for part, pointer in chosen.items())
            yield Proposal(ROOT, {"x-specloom": {"error": chosen}}, f"Bodies of failures: {counts}", is_sure)


def _place(answers: Answers, body: Schema, names: list[str], types: set[str]) -> str:
    """Return where a body has a value of one of the names, the earlier names and the outer places first."""
    found: dict[str, str] = {}
    for member in answers.members(body):
        outer = member.pointer.split("/")[1]
        is_inside = member.pointer.count("/") > 1
        if answers.types(member.schema) & types and (not is_inside or outer.lower() in _INSIDE):
            found.setdefault(member.key, member.pointer)
    return next((found[name] for name in names if name in found), "")
