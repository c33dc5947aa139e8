"""The names of one scope: who has which, where several texts give the same.

Of operations, resources and schemas the first that is written keeps it, so that names stay when others come behind
(`in_turn`); of the members of one object or call, whose order says nothing, the text that is nearest to the name
(`first_free`). The rest take a longer name, at last one with a few digits of their text's digest. `Names` reports names
that authors chose twice, and `Kept` has those that were published.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from itertools import chain
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.ir.naming import LONGEST, constant_name, shortened, snake
from specloom.ir.types import Direction
from specloom.messages import quoted
from specloom.record import record

_PREFIXES = {"@": "at_", "$": "dollar_"}

_DIGITS = 6
"""Of a digest, as part of a name."""

RENAME: Final = "give it another name with x-specloom: {name: …}"
"""What to do about a name that something else has, or that says little."""


def first_free(candidates: Iterable[Iterable[str]], taken: Collection[str] = (), *, exact: bool = False) -> list[str]:
    """Return the names of one scope: for each owner the first of its candidates that nobody else has.

    Every first candidate is given away before any second one, so that a name which is made longer never takes what
    another owner is called anyway.

    Args:
        candidates: The names that each owner can have, the best first. Of owners that want the same name, the earlier
            has it. One that finds none free has its last, for `Names` to report. Each has one; further ones are asked
            for when they are needed.
        taken: Names that none can have.
        exact: Whether letter case tells names apart. It does not where names can be those of files.
    """
    fold = str if exact else str.casefold
    refused = taken if exact else {fold(name) for name in taken}
    gone: set[str] = set()
    names: dict[int, str] = {}
    unnamed = [(number, iter(own)) for number, own in enumerate(candidates)]
    while unnamed:
        left: list[tuple[int, Iterator[str]]] = []
        for number, own in unnamed:
            name = next(own, None)
            if name is not None:
                names[number] = name
                folded = fold(name)
                if folded in gone or folded in refused:
                    left.append((number, own))
                gone.add(folded)
        unnamed = left
    return [names[number] for number in sorted(names)]


def in_turn(candidates: Iterable[Iterable[str]], taken: Collection[str] = ()) -> list[str]:
    """Return the names of one scope, each owner's first candidate that no owner before it has: more of them move none.

    Candidates are as `first_free` has them, in the order in which their owners are written.
    """
    gone = {name.casefold() for name in taken}
    names: list[str] = []
    for own in candidates:
        name = ""
        for each in own:
            name = each
            if name.casefold() not in gone:
                break
        gone.add(name.casefold())
        names.append(name)
    return names


def with_digest(name: str, text: str) -> str:
    """Return the name with a few digits that stand for a text: the last resort to tell two names apart."""
    name = name.rstrip("_")
    glue = "" if name[:1].isupper() else "_"
    digits = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{shortened(name, LONGEST - _DIGITS - 1)}{glue}{digits}"


def kept_apart(own: Sequence[str], other: Sequence[str], glue: str = "", *, whole_end: bool = False) -> str:
    """Return words as one name that is not too long, and that keeps the words in which it differs from another's.

    Words go from the middle to the ends: first those of the beginning and the end that both have, then those in between
    that the other has as well. `glue` stands between words. `whole_end`: words go from the beginning first, so that the
    end stays.
    """
    shortest = min(len(own), len(other))
    front = next((n for n in range(shortest) if own[n] != other[n]), shortest)
    back = next((n for n in range(shortest - front) if own[-1 - n] != other[-1 - n]), shortest - front)
    known = frozenset(other)
    shared = [n for n in range(len(own)) if not front <= n < len(own) - back]
    inside = [n for n in range(front, len(own) - back) if own[n] in known]
    length = sum(len(word) + len(glue) for word in own) - len(glue)
    gone: set[int] = set()
    for numbers in (shared, inside):
        for n in sorted(numbers, key=lambda n: (whole_end and n >= front, abs(n - len(own) / 2))):
            if length > LONGEST:
                gone.add(n)
                length -= len(own[n]) + len(glue)
    kept = [word for n, word in enumerate(own) if n not in gone]
    return shortened(glue.join(kept or own))  # of single words that are too long already, none would be left


def constant_names(texts: Iterable[str]) -> dict[str, str]:
    """Return the names of the members of an enumeration, by the texts they are made from."""
    ordered = sorted(texts, key=lambda text: (text != constant_name(text), text))
    wanted = [constant_name(text) for text in ordered]
    longer = [constant_name(with_digest(snake(text) or "code", text)) for text in ordered]
    candidates = zip(wanted, longer, strict=True)
    return dict(zip(ordered, first_free(candidates, taken=[""]), strict=True))


def tell_apart(
    names: Iterable[tuple[str, str]], taken: Collection[str] = (), kept: Mapping[str, str] | None = None
) -> list[str]:
    """Return the names of one scope, texts with the same name told apart by their own spelling.

    The text that is spelled like the name keeps it, without such a one the first in code-point order; the others keep
    their capitals, signs in front are spelled, and underscores in front move to the end: `frontend_api` and
    `frontendApi`, `type` and `at_type` for `@type`, `id` and `id_` for `_id`. Where this tells nothing apart, a digest
    of the text does. The order of texts makes no difference. Each has the name that is wanted and the text it was made
    from. None can have a name that is `taken`; `kept` has text → the name that it has had so far, before all others.
    """
    names, kept = list(names), kept or {}
    alone = {name for name, _ in names}
    if not kept and len(alone) == len(names) and alone.isdisjoint(taken):
        return [name for name, _ in names]
    ordered = sorted(
        set(names), key=lambda pair: (pair[1] not in kept, pair[1] != pair[0], f"{pair[1]}_" != pair[0], pair)
    )
    candidates = (chain(filter(None, [kept.get(pair[1])]), _spellings(*pair)) for pair in ordered)
    given = dict(zip(ordered, first_free(candidates, taken, exact=True), strict=True))
    return [given[pair] for pair in names]


def _spellings(name: str, text: str) -> Iterator[str]:
    yield name
    yield _spelled(text, name)
    yield with_digest(name, text)


def _spelled(text: str, name: str) -> str:
    text = re.sub(r"^[@$]", lambda match: _PREFIXES[match.group()], text)
    text = re.sub(r"\W", "_", unicodedata.normalize("NFKC", text))
    bare = text.lstrip("_")
    spelled = bare + "_" * (len(text) - len(bare))
    if not bare.isidentifier() or keyword.iskeyword(spelled) or f"{spelled}_" == name:
        return name
    return f"{spelled}_" if spelled == name else spelled


@record
class Kept:
    """The names that stay, by what has them in the new version of a description."""

    methods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Route → the path of its resource, and the method."""
    arguments: Mapping[str, Mapping[tuple[str, ...], str]] = field(default_factory=dict)
    """Route → what an argument stands for, as `Symbol.key` has it → its name."""
    types: Mapping[tuple[Direction, Location], str] = field(default_factory=dict)
    """The place of a schema → the name of its class."""
    fields: Mapping[tuple[Direction, str], Mapping[str, str]] = field(default_factory=dict)
    """The name of a class → property → its field."""
    settings: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """What an argument of the client stands for, as `Symbol.key` has it → its name."""


class Names:
    """The names of one scope, and what each was made from.

    Args:
        scope: What the scope is, for messages: `fields of Order`.
        report: Findings are appended here.
        member: The member of `x-specloom` that can give another name.
        exact: Whether letter case tells names apart. It does not where names can be those of files.
        held: Name → the text that has it for good, before it is taken.
    """

    def __init__(
        self,
        scope: str,
        report: list[Finding],
        member: str = "name",
        *,
        exact: bool = False,
        held: Mapping[str, str] | None = None,
    ) -> None:
        self._scope = scope
        self._member = member
        self._report = report
        self._fold = str if exact else str.casefold
        self._taken: dict[str, tuple[str, Location]] = {}
        self._held = {self._fold(name): text for name, text in (held or {}).items()}

    def __contains__(self, name: str) -> bool:
        """Tell whether the name is taken or held."""
        folded = self._fold(name)
        return folded in self._taken or folded in self._held

    def free(self, name: str, other: str, text: str, location: Location, advice: str) -> str:
        """Return `name`, or where another text has it already one that tells them apart; then it is reported.

        Args:
            name: What is wanted.
            other: What says more; it may be the same.
            text: What the names were made from: digits of it are the last resort.
            location: Where that stands.
            advice: How its author gives it a name.
        """
        if name not in self:
            return name
        found = with_digest(name, text) if other in self else other
        folded = self._fold(name)
        holder, *places = self._taken.get(folded) or (self._held[folded],)
        message = f"{quoted(text)} is called {found}, for {quoted(holder)} is called {name} ({self._scope})"
        self._report.append(Finding("shared-name", Severity.WARNING, message, location.key(), (*places,), advice))
        return found

    @contextmanager
    def left_out(self, is_left_out: bool) -> Iterator[None]:
        """Report nothing of what is taken in a `with` statement, if the client is made without it."""
        told = len(self._report)
        yield
        if is_left_out:
            del self._report[told:]

    def take(self, name: str, text: str, location: Location) -> str:
        """Return `name` after noting that `text` has it; report when another text has it already."""
        earlier = self._taken.setdefault(self._fold(name), (text, location))
        if earlier[1] is not location and earlier[1] != location:
            self._report.append(
                Finding(
                    "name-collision",
                    Severity.ERROR,
                    f"{earlier[0]!r} and {text!r} both become {name!r} in Python ({self._scope})",
                    location,
                    related=(earlier[1],),
                    help=f"give one of them another name with x-specloom: {{{self._member}: …}}",
                )
            )
        return name
