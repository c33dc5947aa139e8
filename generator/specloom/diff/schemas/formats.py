"""Formats: those that decide what clients read a value as, and those that hint at what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.schemas.comparison import EffectivePair
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, value_of
from specloom.diff.schemas.facts import Fact
from specloom.diff.schemas.types import BASE64, ORDER, Kinds, is_file_respelt
from specloom.diff.vocabulary import ComeAndGo
from specloom.findings import Location
from specloom.ir.build_scalars import build_scalar
from specloom.messages import quoted
from specloom.spec.document import ABSENT, Schema

DECIDING_FORMATS: Final = ComeAndGo("format-added", "format-removed", "format-changed")
"""Facts about formats that decide what clients read a value as."""
_HINT: Final = ComeAndGo("format-hint-added", "format-hint-removed", "format-hint-changed")
_FRACTIONAL: Final = frozenset({"float", "double"})
_INTEGERS: Final[Mapping[str, tuple[int, int]]] = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
    "float": (-(2**24), 2**24),
    "double": (-(2**53), 2**53),
    "double-int": (1 - 2**53, 2**53 - 1),
}
"""From which to which integer each is a number of a format (OpenAPI's registry of formats, IEEE 754)."""


def compare_format(pair: EffectivePair, kinds: Kinds) -> Iterator[Fact]:
    """Yield changes of the format; a hint is one that tells what a text or a number means, not how it is written.

    Args:
        pair: The value.
        kinds: The types that it had and has.
    """
    old, new = _said_format(pair.old), _said_format(pair.new)
    before, after = value_of(old, None), value_of(new, None)
    if before == after or is_file_respelt(pair):
        return
    decides = any(_decides(format_, kinds, pair.new.location) for format_ in (before, after))
    event = "added" if before is None else "removed" if after is None else "changed"
    fact = (DECIDING_FORMATS if decides else _HINT).choose(before, after)
    if before is not None and after is not None and not decides:
        if _is_within(before, after):
            fact, event = "format-hint-widened", "widened"
        elif _is_within(after, before):
            fact, event = "format-hint-narrowed", "narrowed"
    words = {
        "added": ("", f"now has the format {quoted(after)}"),
        "removed": ("", f"no longer has the format {quoted(before)}"),
    }
    yield pair.fact(
        fact,
        words.get(event, ("format of", f"{event} from {quoted(before)} to {quoted(after)}")),
        old,
        new,
        before=value_of(old, ABSENT),
        after=value_of(new, ABSENT),
    )


def _is_within(narrow: str, wide: str) -> bool:
    """Tell whether every number of a format is one of another."""
    if narrow not in _INTEGERS or wide not in _INTEGERS or (narrow in _FRACTIONAL and wide not in _FRACTIONAL):
        return False
    (least, greatest), (lowest, highest) = _INTEGERS[narrow], _INTEGERS[wide]
    return lowest <= least and greatest <= highest


def _said_format(effective: EffectiveSchema) -> Stated[str] | None:
    """Return the format of a value, which OpenAPI 2.0 says of a file by its type."""
    said = next((part for part in effective.parts if _format(part.schema)), None)
    format_ = _format(said.schema) if said else None
    if said is None or format_ is None:
        return None
    return Stated(format_, said.api_path, said.schema.location.written("format", "type"))


def _format(schema: Schema) -> str | None:
    return None if schema.format in BASE64 else schema.format


def _decides(format_: str | None, kinds: Kinds, at: Location) -> bool:
    """Tell whether clients read a value of this format as something else than the text or number it is written as."""
    plain, formatted = Schema(at), Schema(at, format=format_)
    scalars = (kind for kind in ORDER if kind not in {"array", "object"} and (kinds is None or kind in kinds))
    return any(build_scalar(kind, formatted, "input") != build_scalar(kind, plain, "input") for kind in scalars)
