"""Proposals for where calls go, which credentials they send, and what failures say."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from specloom.messages import counted
from specloom.source import Json, value_at
from specloom.spec.document import Document, Operation, Schema
from specloom.upstream.answers import Answers, folded
from specloom.upstream.proposal import ROOT, Proposal

_MESSAGES: Final = "message errormessage detail errordescription description msg title reason error".split()
_CODES: Final = "code errorcode statuscode errortype type error".split()
_INSIDE: Final = ("error", "errors", "fault", "problem")
_MOST: Final = 0.5
"""Of all failures with a body, those that have to show a place for it to be sure."""
_TOKEN: Final = re.compile(r"token|.*(?:authorization|authentication|apikey|(?:access|api|auth)token)")
"""What parameters are called that take a credential: what texts say may be about these."""
_SCHEME_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    "token": re.compile(r"\bbearer\b|\baccess[ _-]?token", re.IGNORECASE),
    "login": re.compile(r"\bauthorization\W{1,9}basic\b|\bbasic\W(?:access\W)?auth", re.IGNORECASE),
    "key": re.compile(r"\bx-(?:api|auth|access)-(?:key|token)\b", re.IGNORECASE),
}
"""What a scheme is called here → what is said where it is meant."""
_AUTHORIZATION: Final = "authorization"
_QUOTED: Final = re.compile(r'"([^"]*)"')
_SPOKEN: Final = 0.25
"""Of all operations, those that have to speak of a credential, or to take it, to be sure."""


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


class _Spoken(NamedTuple):
    """That texts speak of a credential."""

    reason: str
    """Who does, in words."""
    word: str
    """What they call it: of a key, the header field that carries it."""


def propose_credentials(document: Document, written: Mapping[str, Json]) -> Iterator[Proposal]:
    """Yield credentials for a description that asks for none. They are sent where callers give them.

    `written` is it as it is written, for the names that its version has.
    """
    operations = document.operations
    if not operations or document.security or any(operation.security for operation in operations):
        return
    if schemes := [*document.security_schemes]:
        why = f"The description has {', '.join(schemes)}, and no operation asks for it; it is sent where it is given"
        usable = [name for name, scheme in document.security_schemes.items() if scheme.kind != "mutualTLS"]
        if usable:
            yield Proposal(ROOT, {"security": _any_of(usable)}, why, is_sure=len(usable) == 1)
        return
    taken = [[each for each in operation.parameters if _TOKEN.fullmatch(folded(each.name))] for operation in operations]
    header = next((each.name for each in chain(*taken) if each.place == "header"), "")
    is_argument = sum(any(each.place != "path" for each in some) for some in taken) > _SPOKEN * len(operations)
    found = {} if is_argument else _find(document)
    reasons = [each.reason for each in found.values()] or [*_hints(operations, header)] or ["most APIs ask for some"]
    headers = {name: each.word for name, each in found.items()} or {"key" if header else "token": header}
    is_old = "swagger" in written
    described: dict[str, Json] = {name: _scheme(name, word, is_old=is_old) for name, word in headers.items()}
    where: dict[str, Json] = (
        {"securityDefinitions": described} if is_old else {"components": {"securitySchemes": described}}
    )
    why = f"No credentials are described; {' and '.join(reasons)}"
    yield Proposal(ROOT, {**where, "security": _any_of(described)}, why, is_sure=bool(found))


def _hints(operations: Iterable[Operation], header: str) -> Iterator[str]:
    refusals = sum(any(each.status in {"401", "403"} for each in operation.responses) for operation in operations)
    if refusals:
        yield f"401 or 403 is described by {counted(refusals, 'operation')}"
    if header:
        yield f"the header {header} is an argument"
    if number := sum(_AUTHORIZATION in operation.ignored_headers for operation in operations):
        yield f"the header Authorization is taken by {counted(number, 'operation')}"


def _find(document: Document) -> dict[str, _Spoken]:
    """Return the schemes that a description speaks of."""
    general = " ".join((document.description, *(tag.description for tag in document.tags)))
    texts = [*map(_text_of, document.operations)]
    found: dict[str, _Spoken] = {}
    for name, words in _SCHEME_WORDS.items():
        speaking = [match.group() for match in map(words.search, texts) if match]
        said = words.search(general)
        if said or len(speaking) > _SPOKEN * len(texts):
            word = said.group() if said else speaking[0]
            who = "its text speaks" if said else f"{counted(len(speaking), 'operation')} of {len(texts)} speak"
            found[name] = _Spoken(f"{who} of {word!r}", word)
    return found


def _text_of(operation: Operation) -> str:
    """Return what an operation says, and what its parameter for the header Authorization does, which has no effect."""
    place = operation.ignored_headers.get(_AUTHORIZATION)
    values = value_at(place) if place else ()
    said = (f"{_AUTHORIZATION}: {text}" for text in _QUOTED.findall(json.dumps(values)))
    return " ".join((operation.summary, operation.description, *said))


def _scheme(name: str, header: str, *, is_old: bool) -> Json:
    match name:
        case "login":
            return {"type": "basic"} if is_old else {"type": "http", "scheme": "basic"}
        case "token" if not is_old:
            return {"type": "http", "scheme": "bearer"}
        case _:
            return {"type": "apiKey", "in": "header", "name": header if name == "key" else "Authorization"}


def _any_of(schemes: Iterable[str]) -> list[Json]:
    required: list[Json] = [{name: []} for name in schemes]
    return [*required, {}]
