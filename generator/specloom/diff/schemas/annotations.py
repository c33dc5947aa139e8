"""What a schema says that no value depends on: defaults, deprecation, and what it is called in Python."""

from __future__ import annotations

from collections.abc import Callable

from specloom.diff.schemas.api_path import path_of_schema
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, value_of
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import EffectivePair, Found
from specloom.diff.sunset import SUNSET, Lifetime, judge_sunset
from specloom.messages import quoted
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent, Schema


def lifetime_of(effective: EffectiveSchema) -> Lifetime:
    """Return whether a value is deprecated, and until when it is there then."""
    deprecated = effective.first("deprecated", lambda schema: schema.deprecated or None)
    last = _sunset(effective)
    return Lifetime(deprecated is not None, value_of(last, ""))


def _sunset(effective: EffectiveSchema) -> Stated[str] | None:
    return effective.first(SUNSET, lambda schema: schema.sunset or None)


def _compare_sunset(pair: EffectivePair) -> Found:
    if judged := judge_sunset(lifetime_of(pair.old), lifetime_of(pair.new), expected=False):
        fact, words = judged
        old, new = _sunset(pair.old), _sunset(pair.new)
        before, after = (ABSENT if said is None else said.value for said in (old, new))
        yield pair.fact(fact, ("", words), old, new, before=before, after=after, within=(SUNSET,))


def compare_annotations(pair: EffectivePair) -> Found:
    """Yield changes of the default, of deprecation and of what a link leads to."""
    yield from _compare_default(pair)
    old, new = (
        effective.first("deprecated", lambda schema: schema.deprecated or None) for effective in (pair.old, pair.new)
    )
    if new and not old:
        yield pair.fact("schema-deprecated", ("", "is now deprecated"), old, new)
    elif old and not new:
        yield pair.fact("schema-undeprecated", ("", "is no longer deprecated"), old, new)
    yield from _compare_sunset(pair)
    yield from _compare_directions(pair)
    links = _extension(pair.old, "link"), _extension(pair.new, "link")
    yield from _compare_texts(pair, "link-target-changed", "target of the link", *links)


def _compare_directions(pair: EffectivePair) -> Found:
    """Yield that a value is only answered, or only sent, by its own words: that counts for properties alone."""
    subject = pair.new.api_path.subject
    if subject[-2:-1] == ("properties",) or path_of_schema(subject[-1]).subject == subject:
        return  # which a property may be
    flags: tuple[tuple[str, Callable[[Schema], bool | None]], ...] = (
        ("readOnly", lambda schema: schema.read_only or None),
        ("writeOnly", lambda schema: schema.write_only or None),
    )
    for keyword, pick in flags:
        old, new = pair.old.first(keyword, pick), pair.new.first(keyword, pick)
        if bool(old) != bool(new):
            event = "is new" if new else "is gone"
            words = (f"{quoted(keyword)} of", f"{event}, which has no effect on what is no property")
            yield pair.fact("unreached-change", words, old, new, within=(keyword,))


def compare_name(pair: EffectivePair) -> Found:
    """Yield changes of what a schema at its own place, whatever it refers to, is called and made in Python."""
    names = _extension(pair.old, "name"), _extension(pair.new, "name")
    yield from _compare_texts(pair, "python-name-changed", "Python name of", *names)
    named = [effective.first("x-specloom", _names) for effective in (pair.old, pair.new)]
    before, after = (value_of(said, ABSENT) for said in named)
    if before != after:
        words = ("names of the values of", "are different")
        yield pair.fact("python-name-changed", words, *named, before=before, after=after, within=("names",))
    for member in ("as_text", "digits"):
        yield from _compare_flags(pair, member)


def _names(schema: Schema) -> dict[str, Json] | None:
    said = schema.extension.get("names")
    return said if isinstance(said, dict) else None


def _compare_flags(pair: EffectivePair, member: str) -> Found:
    def pick(schema: Schema) -> bool | None:
        value = schema.extension.get(member)
        return value if isinstance(value, bool) else None

    old, new = (effective.first("x-specloom", pick) for effective in (pair.old, pair.new))
    before, after = value_of(old, None), value_of(new, None)
    if before != after:
        words = (f"{quoted(member)} of", f"was {quoted(before)} and is {quoted(after)}")
        yield pair.fact("python-type-changed", words, old, new, before=before, after=after, within=(member,))


def _compare_default(pair: EffectivePair) -> Found:
    old, new = _default(pair.old), _default(pair.new)
    before, after = value_of(old, ABSENT), value_of(new, ABSENT)
    if canonical(before) == canonical(after):
        return
    words = ("default of", f"changed from {_text(before)} to {_text(after)}")
    yield pair.fact("default-changed", words, old, new, before=before, after=after)


def _default(effective: EffectiveSchema) -> Stated[Json] | None:
    for part in effective.parts:
        default = part.schema.default
        if not isinstance(default, Absent):
            return part.say(default, "default")
    return None


def _extension(effective: EffectiveSchema, member: str) -> Stated[str] | None:
    def pick(schema: Schema) -> str | None:
        value = schema.extension.get(member)
        return value if isinstance(value, str) else None

    return effective.first("x-specloom", pick)


def _compare_texts(
    pair: EffectivePair, fact: str, what: str, old: Stated[str] | None, new: Stated[str] | None
) -> Found:
    before, after = value_of(old, ABSENT), value_of(new, ABSENT)
    if before != after:
        words = (what, f"changed from {_text(before)} to {_text(after)}")
        yield pair.fact(fact, words, old, new, before=before, after=after)


def _text(value: Json | Absent) -> str:
    return "none" if isinstance(value, Absent) else quoted(value)
