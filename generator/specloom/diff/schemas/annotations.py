"""What a schema says that no value depends on: defaults, deprecation, and what it is called in Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from specloom.diff.schemas.api_path import path_of_schema
from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, value_of
from specloom.diff.schemas.equality import canonical
from specloom.diff.sunset import SUNSET, Lifetime, judge_sunset
from specloom.messages import quoted
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent, Schema

_T = TypeVar("_T")


def lifetime_of(effective: EffectiveSchema) -> Lifetime:
    """Return whether a value is deprecated, and until when it is there then."""
    last = effective.first(SUNSET, _sunset)
    return Lifetime(effective.first("deprecated", _deprecated) is not None, value_of(last, ""))


def _deprecated(schema: Schema) -> bool | None:
    return schema.deprecated or None


def _sunset(schema: Schema) -> str | None:
    return schema.sunset or None


def compare_annotations(pair: EffectivePair) -> Found:
    """Yield changes of the default, of deprecation and of what a link leads to."""
    old, new = (_default(effective) for effective in (pair.old, pair.new))
    yield from _compare_texts(pair, "default-changed", "default of", old, new)
    was, now = pair.first("deprecated", _deprecated)
    if bool(was) != bool(now):
        fact, event = ("schema-deprecated", "now") if now else ("schema-undeprecated", "no longer")
        yield pair.change(fact, ("", f"is {event} deprecated"), was, now)
    if judged := judge_sunset(lifetime_of(pair.old), lifetime_of(pair.new), expected=False):
        last = pair.first(SUNSET, _sunset)
        before, after = (value_of(said, ABSENT) for said in last)
        yield pair.change(judged[0], ("", judged[1]), *last, before=before, after=after, within=(SUNSET,))
    yield from _compare_directions(pair)
    links = pair.first("x-specloom", partial(_member, "link", str))
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
        old, new = pair.first(keyword, pick)
        if bool(old) != bool(new):
            event = "is new" if new else "is gone"
            words = (f"{quoted(keyword)} of", f"{event}, which has no effect on what is no property")
            yield pair.change("unreached-change", words, old, new, within=(keyword,))


def compare_name(pair: EffectivePair) -> Found:
    """Yield changes of what a schema at its own place, whatever it refers to, is called and made in Python."""
    names = pair.first("x-specloom", partial(_member, "name", str))
    yield from _compare_texts(pair, "python-name-changed", "Python name of", *names)
    of_values = pair.first("x-specloom", partial(_member, "names", dict))
    before, after = (value_of(said, ABSENT) for said in of_values)
    if before != after:
        words = ("names of the values of", "are different")
        yield pair.change("python-name-changed", words, *of_values, before=before, after=after, within=("names",))
    for member in ("as_text", "digits"):
        flags = pair.first("x-specloom", partial(_member, member, bool))
        was, now = (value_of(said, None) for said in flags)
        if was != now:
            words = (f"{quoted(member)} of", f"was {quoted(was)} and is {quoted(now)}")
            yield pair.change("python-type-changed", words, *flags, before=was, after=now, within=(member,))


def _member(name: str, kind: type[_T], schema: Schema) -> _T | None:
    """Return a member of the `x-specloom` of a schema, if it is of the right kind."""
    value = schema.extension.get(name)
    return value if isinstance(value, kind) else None


def _default(effective: EffectiveSchema) -> Stated[Json] | None:
    """Return the default that the first part has which has one; null is one, too."""
    said = ((part, part.schema.default) for part in effective.parts)
    return next((part.say(value, "default") for part, value in said if not isinstance(value, Absent)), None)


def _compare_texts(
    pair: EffectivePair, fact: str, what: str, old: Stated[Json] | None, new: Stated[Json] | None
) -> Found:
    before, after = value_of(old, ABSENT), value_of(new, ABSENT)
    if canonical(before) != canonical(after):
        was, now = ("none" if isinstance(value, Absent) else quoted(value) for value in (before, after))
        yield pair.change(fact, (what, f"changed from {was} to {now}"), old, new, before=before, after=after)
