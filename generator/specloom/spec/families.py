"""Families: a base with a discriminator and the schemas that extend it by `allOf` (OpenAPI 3.1.1, 4.8.25).

Where the base is referred to, any member of its family may come, though no `oneOf` lists them. Here they are listed, so
that the base is the choice that it means.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from specloom.graph import reach
from specloom.spec.document import NamedSchema, Schema
from specloom.spec.parts import only_refers

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping


def list_families(schemas: Mapping[str, NamedSchema]) -> dict[str, NamedSchema]:
    """Return the named schemas, with the members of its family as the choice of each base that lists none."""
    children: dict[str, list[str]] = defaultdict(list)
    for key, named in schemas.items():
        for base in _bases(named.schema):
            children[base].append(key)
    bases = {key for key, named in schemas.items() if named.schema.discriminator and not named.schema.choices}
    return {
        key: replace(named, schema=_family(named, _members(key, schemas, children, bases))) if key in bases else named
        for key, named in schemas.items()
    }


def _bases(schema: Schema) -> Iterable[str]:
    """Yield the keys of the schemas that a schema extends."""
    if schema.ref is not None:
        yield schema.ref
    for part in schema.all_of:
        yield from (each.ref for each in part.nested(("all_of",)) if each.ref is not None)


def _members(
    key: str, schemas: Mapping[str, NamedSchema], children: Mapping[str, list[str]], bases: Container[str]
) -> list[str]:
    """Return the keys of the members of a base's family: those that it maps, and all that extend it.

    A base inside of the family stands for its own family. What adds nothing to a base is that base.
    """
    base = schemas[key].schema
    mapped = base.discriminator.mapping.values() if base.discriminator else ()
    default = base.discriminator.default if base.discriminator else None
    found = reach(children.get(key, ()), lambda each: () if each in bases else children.get(each, ()), str)
    several = (each for each in dict.fromkeys((*mapped, *found, *filter(None, [default]))) if each != key)
    return [each for each in several if not only_refers(schemas[each].schema)]


def _family(named: NamedSchema, members: Iterable[str]) -> Schema:
    """Return a base as the choice of its members, the last of which is the base alone: any other value may mean it."""
    base = named.schema
    listed = [Schema(location=base.location, ref=key) for key in members]
    if not listed or base.discriminator is None:
        return base
    alone = base.discriminator.default is None and base.says(("properties", "all_of", "ref"))
    if alone:
        description = base.description or f"A `{named.name}` of no other kind."
        listed.append(replace(base, discriminator=None, title="Base", description=description))
    return replace(base, one_of=tuple(listed), discriminator=replace(base.discriminator, others=alone))
