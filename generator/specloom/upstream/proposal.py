"""What an overlay could say of a description, each with its reason, and the text of the overlay that says it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import yaml

from specloom.record import record, replace
from specloom.source import Json, find_member
from specloom.spec.document import Document, Operation

ROOT: Final = "$"
_WIDTH: Final = 110
_ENDLESS: Final = 1_000_000
_HINT: Final = (
    "Proposed by `specloom init` from what the description shows. It is yours: change what is wrong, take out what you "
    "do not need, add what you know. `specloom explain OPERATION` shows what comes of it."
)


@record
class Proposal:
    """One thing to say at one place."""

    target: str
    """A JSONPath."""
    update: Mapping[str, Json] | str
    """What to merge into what is there; a text takes the place of a text."""
    why: str
    """What of the description shows it, in one sentence without a full stop."""
    is_sure: bool = True
    """The others become comments: somebody has to decide."""

    def doubt(self, reason: str) -> Proposal:
        """Return it as one that is not sure."""
        return replace(self, is_sure=False, why=f"{self.why}; not sure: {reason}")

    def says(self, path: Iterable[str]) -> bool:
        """Return whether a value at a path below what is merged comes from this."""
        value: object = self.update
        for segment in path:
            if not isinstance(value, Mapping):
                return True
            if segment not in value:
                return False
            value = value[segment]
        return True


def path_of(operation: Operation, document: Document) -> str | None:
    """Return the JSONPath of an operation; None of one that no path from the entry document's root leads to."""
    written = operation.location
    is_plain = written.document is document.location.document and written.pointer[:1] == ("paths",)
    return path_to(written.pointer, {}) if is_plain else None


def path_to(pointer: Iterable[str], data: Json) -> str:
    """Return the JSONPath of a value in data; what is not in them is in an object."""
    path = ROOT
    for segment in pointer:
        if isinstance(data, list):
            path += f"[{segment}]"
        elif segment.isidentifier() and segment.isascii():
            path += f".{segment}"
        else:
            escaped = segment.replace("\\", "\\\\").replace("'", "\\'")
            path += f"['{escaped}']"
        data = next(iter(find_member(data, segment)), {})
    return path


def combine(proposals: Iterable[Proposal]) -> list[list[Proposal]]:
    """Return the sure proposals in groups, each of which is one action: those about one operation, in order."""
    groups: dict[tuple[str, int], list[Proposal]] = {}
    for number, proposal in enumerate(proposals):
        if proposal.is_sure:
            alone = number if proposal.target == ROOT else 0
            groups.setdefault((proposal.target, alone), []).append(proposal)
    return [*groups.values()]


def render_overlay(proposals: Iterable[Proposal], *, title: str, extends: str) -> str:
    """Return the text of an overlay: an action for each group of `combine`, then comments for what is not sure.

    At least one proposal is sure. `extends` is the path of the description from the overlay; empty for one that is not
    to say so.
    """
    proposals = [*proposals]
    head: dict[str, Json] = {
        "overlay": "1.1.0",
        "info": {"title": f"What this project knows of {title}", "version": "1"},
        **({"extends": extends} if extends else {}),
    }
    lines = [*_dump(head).splitlines(), *_comment(_HINT), *render_actions(proposals).splitlines()]
    unsure = [each for each in proposals if not each.is_sure]
    if unsure:
        lines += ["", *_comment("Not sure: take away the # of what is right.", "  ")]
    for each in unsure:
        lines += ["", *_comment(each.why, "  "), *(f"  # {line[2:]}" for line in _action(each.target, each.update))]
    return "\n".join(lines) + "\n"


def render_actions(proposals: Iterable[Proposal]) -> str:
    """Return the member `actions` of an overlay: one for each group of `combine`, below what shows it."""
    lines = ["actions:"]
    for group in combine(proposals):
        lines += [line for each in group for line in _comment(each.why, "  ")]
        lines += _action(group[0].target, _merged(each.update for each in group))
    return "\n".join(lines) + "\n"


def _merged(updates: Iterable[Mapping[str, Json] | str]) -> Mapping[str, Json] | str:
    merged: dict[str, Json] = {}
    for update in updates:
        if isinstance(update, str):
            return update
        _merge(merged, update)
    return merged


def _merge(into: dict[str, Json], update: Mapping[str, Json]) -> None:
    for name, value in update.items():
        inner = into.setdefault(name, {} if isinstance(value, dict) else value)
        if isinstance(inner, dict) and isinstance(value, dict):
            _merge(inner, value)


def _action(target: str, update: Mapping[str, Json] | str) -> Iterator[str]:
    yield f"  - {_dump({'target': target}, is_block=True)}"
    if isinstance(update, str):
        yield f"    {_dump({'update': update}, is_block=True)}"
    else:
        yield "    update:"
        yield from (f"      {line}" for line in _dump(dict(update)).splitlines())


def _dump(value: dict[str, Json], *, is_block: bool = False) -> str:
    """Return values as YAML: the innermost in braces, unless all are to be on lines of their own.

    What turns the direction of what follows, or cannot be seen, is escaped: people review what it says.
    """
    style = False if is_block else None
    texts: Iterator[str] = (
        yaml.safe_dump(value, default_flow_style=style, width=_ENDLESS, allow_unicode=allowed, sort_keys=False)
        for allowed in (True, False)
    )
    return next(text for text in texts if text.replace("\n", "").isprintable()).rstrip("\n")


def _comment(text: str, indent: str = "") -> list[str]:
    printable = "".join(character if character.isprintable() else " " for character in text)
    return textwrap.wrap(
        printable, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ", break_long_words=False
    )
