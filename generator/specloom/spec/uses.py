"""What shared things of a description are used by, as far as references tell: also those of extensions.

What an extension means is for those who defined it; that it refers to something is plain. Nothing is opened for it.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias
from urllib.parse import unquote

from specloom.findings import Pointer
from specloom.graph import reach
from specloom.source import Json, parse_pointer
from specloom.spec.document import NamedSchema
from specloom.spec.index import DocumentIndex
from specloom.spec.node import File, Node

Home: TypeAlias = "tuple[str, Pointer]"
"""A file's key, and the pointer of something in it that is there to be referred to."""

_DEPTH: Final = 3
"""components/SECTION/NAME"""


def home_of(node: Node) -> Home | None:
    """Return which shared thing a value belongs to; None for what stands in the paths of a complete document."""
    return _home(node.file, node.pointer)


def uses_of(index: DocumentIndex) -> Mapping[Home | None, set[Home]]:
    """Return what each shared thing refers to, and under None what everything else does."""
    leads: dict[Home | None, set[Home]] = defaultdict(set)
    choices = (choice for each in index.objects("Discriminator") for choice in each.mapped.values())
    mapped = ((choice, index.mapped[choice.key]) for choice in choices if choice.key in index.mapped)
    for holder, target in (*index.references, *mapped):
        leads[home_of(holder)].add(home_of(target) or (target.file.key, ()))
    named = {node.key: node for node in index.named.values()}
    # Where x-specloom calls something by its name, a component of that name that refers to it may be meant.
    referring = (
        holder
        for holder, target in index.references
        if target.key in named and holder.members.keys() == {"$ref"} and holder.own_name == target.own_name
    )
    leads[None] |= {home_of(node) or (node.file.key, ()) for node in (*named.values(), *referring)}
    return leads


def extension_uses_of(index: DocumentIndex) -> Mapping[Home | None, set[Home]]:
    """Return what the extensions of each shared thing, or of everything else, refer to."""
    leads: dict[Home | None, set[Home]] = defaultdict(set)
    opened = {str(file.path): file for file in index.resolver.files.opened}
    for extension in index.foreign:
        for reference in _references(extension.value):
            if (home := _meant(reference, extension.file, opened)) is not None:
                leads[home_of(extension)].add(home)
    return leads


def reached_with_extensions(index: DocumentIndex, schemas: Mapping[str, NamedSchema]) -> set[Home]:
    """Return what is reached from the operations and from extensions, through any number of references.

    A base of a family leads to its members as well, which are the choices of its schema: they refer to it.
    """
    files = {file.key: file for file in index.resolver.files.opened}

    def home(key: str | None) -> Home | None:
        name, _, pointer = (key or "").partition("#")
        return _home(files[name], parse_pointer(pointer)) if name in files else None

    families: dict[Home | None, set[Home]] = {}
    for key, named in schemas.items():
        members = filter(None, (home(branch.ref) for branch in named.schema.choices))
        families.setdefault(home(key), set()).update(members)
    families.pop(None, None)
    return _reached(uses_of(index), extension_uses_of(index), families)


def _reached(*leads: Mapping[Home | None, set[Home]]) -> set[Home]:
    def uses(home: Home | None) -> set[Home]:
        return set[Home]().union(*(each.get(home, ()) for each in leads))

    return {*reach(uses(None), uses, lambda home: home)}


def find_extended(index: DocumentIndex) -> frozenset[tuple[str, Pointer]]:
    """Return what no operation leads to, but an extension does: by the names of files, and pointers."""
    leads = uses_of(index)
    found = _reached(leads, extension_uses_of(index)) - _reached(leads)
    names = {file.key: file.source.name for file in index.resolver.files.opened}
    return frozenset((names[file], pointer) for file, pointer in found)


def _home(file: File, pointer: Pointer) -> Home | None:
    if not file.complete:
        is_one_thing = () in file.fragments
        return (file.key, () if is_one_thing else pointer[:1])
    return (file.key, pointer[:_DEPTH]) if pointer[:1] == ("components",) else None


def _references(value: Json) -> Iterator[str]:
    waiting = [value]
    while waiting:
        match waiting.pop():
            case {"$ref": str(reference)}:
                yield reference
            case dict() as members:
                waiting += members.values()
            case list() as elements:
                waiting += elements
            case _:
                pass


def _meant(reference: str, file: File, opened: Mapping[str, File]) -> Home | None:
    """Return what a reference in a file leads to, if that is shared and in one of the opened files, by their paths."""
    path, _, fragment = reference.partition("#")
    place = os.path.normpath(file.path.parent / unquote(path)) if path else str(file.path)
    there = opened.get(place)
    try:
        return None if there is None else _home(there, parse_pointer(unquote(fragment)))
    except ValueError:
        return None
