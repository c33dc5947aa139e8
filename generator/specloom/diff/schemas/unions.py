"""Choices between schemas: which member of the old document is which of the new one, and which came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from specloom.diff.schemas.equality import same_values
from specloom.diff.schemas.facts import Found, SitePair, Step
from specloom.diff.schemas.sites import Part, Said, Site, expand, refers_to
from specloom.diff.schemas.types import kinds_of, kinds_text
from specloom.messages import shown
from specloom.spec.parts import other_than_null

if TYPE_CHECKING:
    from specloom.diff.schemas.context import Context
    from specloom.spec.document import Document, Schema
    from specloom.spec.keywords import ChoiceKeyword

Label: TypeAlias = Callable[[str], str]
"""Says what the schema with a key is called."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice between schemas, null not counted."""

    keyword: ChoiceKeyword | None
    """None for a value that is no choice, as a choice of one."""
    said: Said[None]
    members: tuple[Site, ...]
    labels: tuple[str, ...]
    """What each member is called, no two the same."""


def choices_of(site: Site, label: Label) -> list[Choice]:
    """Return the choices that all apply to a place, without those between one schema and null."""
    return [
        _choice(part, keyword, branches, label)
        for part in site.parts
        for keyword, branches in _branches(part.schema)
        if len(branches) > 1
    ]


def lone_choice(site: Site, label: Label) -> Choice:
    """Return a place that is no choice as a choice of one."""
    return Choice(None, Said(None, site.spot, site.location), (site,), (_label(site, label),))


def compare_choices(pair: SitePair, old: Choice, new: Choice, context: Context) -> Found:
    """Yield which members came and went, and a step to each that stayed."""
    matched = dict(_match(old, new, context))
    keyword = new.keyword or old.keyword or "oneOf"
    for index, (label, member) in enumerate(zip(old.labels, old.members, strict=True)):
        if index in matched:
            yield Step(member, new.members[matched[index]], chosen=True)
        else:
            said, words = replace(old.said, location=member.location), ("", f"can no longer be {shown(label)}")
            yield pair.fact("union-member-removed", words, said, None, before=label, within=(keyword, label))
    for index, (label, member) in enumerate(zip(new.labels, new.members, strict=True)):
        if index not in matched.values():
            said, words = replace(new.said, location=member.location), ("", f"can now also be {shown(label)}")
            yield pair.fact("union-member-added", words, None, said, after=label, within=(keyword, label))
    if {old.keyword, new.keyword} == {"anyOf", "oneOf"}:
        fact = "any-of-became-one-of" if new.keyword == "oneOf" else "one-of-became-any-of"
        yield pair.fact(fact, ("", f"changed from {old.keyword} to {new.keyword}"), old.said, new.said)


def _branches(schema: Schema) -> Iterator[tuple[ChoiceKeyword, tuple[Schema, ...]]]:
    yield "anyOf", other_than_null(schema.any_of)
    yield "oneOf", other_than_null(schema.one_of)


def _choice(part: Part, keyword: ChoiceKeyword, branches: tuple[Schema, ...], label: Label) -> Choice:
    bare = [_label(Site(part.spot, branch.location, (Part(branch, part.spot),)), label) for branch in branches]
    counted: Counter[str] = Counter()
    labels: list[str] = []
    for name in bare:
        counted[name] += 1
        labels.append(name if counted[name] == 1 else f"{name} {counted[name]}")
    spots = [part.spot.member(keyword, name) for name in labels]
    members = (Site(spot, branch.location, (Part(branch, spot),)) for spot, branch in zip(spots, branches, strict=True))
    return Choice(keyword, part.say(None, keyword), tuple(members), tuple(labels))


def _label(site: Site, label: Label) -> str:
    key = refers_to(site)
    if key is not None:
        return label(key)
    title, kinds = _title(site), kinds_of(site)
    required = [name for part in site.parts for name in part.schema.required]
    if not title and kinds is None and required:
        return f"with {', '.join(required)}"
    return title or kinds_text(kinds)


def _match(old: Choice, new: Choice, context: Context) -> Iterator[tuple[int, int]]:
    """Yield which member is which: the same schema, title or words; else one that stands where the other stood."""
    left, right = dict(enumerate(old.members)), dict(enumerate(new.members))
    for agree in (_same_schema, _same_title, _same_words, _same_kinds):
        for index, member in list(left.items()):
            found = next((at for at, other in right.items() if agree(member, other, context)), None)
            if found is not None:
                yield index, found
                del left[index], right[found]
    if len(left) == len(right) == 1:
        (index, member), (found, other) = *left.items(), *right.items()
        if _other_kinds(member, other, context):
            yield index, found


def _same_schema(old: Site, new: Site, context: Context) -> bool:
    keys = refers_to(old), refers_to(new)
    return keys[0] is not None and keys[1] is not None and context.pairs.are_same(keys[0], keys[1])


def _same_title(old: Site, new: Site, context: Context) -> bool:
    titles = {_title(old), _title(new)}
    return len(titles) == 1 and titles != {""} and _is_free(old, new, context)


def _same_words(old: Site, new: Site, context: Context) -> bool:
    first, second = _written(old, context.old), _written(new, context.new)
    return first is not None and second is not None and same_values(first, second, context.pairs.are_same)


def _same_kinds(old: Site, new: Site, context: Context) -> bool:
    kinds = kinds_of(expand(old, context.old, {}))
    return kinds is not None and kinds == kinds_of(expand(new, context.new, {})) and _is_free(old, new, context)


def _other_kinds(old: Site, new: Site, context: Context) -> bool:
    kinds = kinds_of(expand(old, context.old, {})), kinds_of(expand(new, context.new, {}))
    return None not in kinds and _is_free(old, new, context)


def _is_free(old: Site, new: Site, context: Context) -> bool:
    """Tell whether the one can stand for the other: neither is a schema that both documents have."""
    before, after = refers_to(old), refers_to(new)
    stays = before is not None and context.pairs.partner(before) is not None
    return not stays and (after is None or context.pairs.is_new(after))


def _title(site: Site) -> str:
    return next((part.schema.title for part in site.parts if part.schema.title), "")


def _written(site: Site, document: Document) -> Schema | None:
    key = refers_to(site)
    if key is not None:
        return document.schemas[key].schema
    return site.parts[0].schema if len(site.parts) == 1 else None
