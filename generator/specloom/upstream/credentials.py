"""Proposals for the credentials of a description that asks for none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from specloom.messages import counted
from specloom.source import Json, value_at
from specloom.spec.document import Document, Operation
from specloom.upstream.answers import folded
from specloom.upstream.proposal import ROOT, Proposal

_TOKEN: Final = re.compile(r"token|.*(?:authorization|authentication|apikey|(?:access|api|auth)token)")
"""What parameters are called that take a credential: what texts say may be about these."""
_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    "token": re.compile(r"\bbearer\b|\baccess[ _-]?token", re.IGNORECASE),
    "login": re.compile(r"\bauthorization\W{1,9}basic\b|\bbasic\W(?:access\W)?auth", re.IGNORECASE),
    "key": re.compile(r"\bx-(?:api|auth|access)-(?:key|token)\b", re.IGNORECASE),
}
"""What a scheme is called here → what is said where it is meant."""
_AUTHORIZATION: Final = "authorization"
_QUOTED: Final = re.compile(r'"([^"]*)"')
_SPOKEN: Final = 0.25
"""Of all operations, those that have to speak of a credential, or to take it, to be sure."""


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
    for name, words in _WORDS.items():
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
