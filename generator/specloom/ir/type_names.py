"""The class names of types: of schemas that have a name, and of those that have none."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from typing import Final, TypeAlias

from specloom.findings import Finding, Location, Pointer, Severity, place_of
from specloom.ir.name_scopes import RENAME, Kept, Names, first_free, in_turn, kept_apart, with_digest
from specloom.ir.naming import class_name, class_words, field_name, spoken, words
from specloom.ir.types import Direction, Field
from specloom.messages import quoted
from specloom.source import SourceFile
from specloom.spec.document import Document, Operation, Schema
from specloom.spec.keywords import LISTING
from specloom.spec.parts import only_refers

_NOUNS: Final = ("Model", "Schema", "Type")
Settled: TypeAlias = dict[tuple[str, Location], str]
"""The name that a schema without one of its own would have, and where it is → the name that it has instead."""


class ComponentNames:
    """The class names of the schemas of a document that have a name, which are the same in both directions."""

    def __init__(self, document: Document, kept: Kept, report: list[Finding]) -> None:
        self.kept = kept
        self.by_key: Mapping[str, str] = _component_names(document, kept)
        report += _shared_names(self.by_key, document, kept)


class TypeNames:
    """Names the types of one direction; those of inputs end with `Input`.

    `settled` has the names that an earlier naming of the same types has given to keep them apart: see `settle`.
    """

    def __init__(
        self,
        document: Document,
        direction: Direction,
        report: list[Finding],
        settled: Settled,
        components: ComponentNames,
    ) -> None:
        self._document = document
        self.direction: Final = direction
        self._names = Names(f"{direction} types", report)
        self._kept = {place: name for (whose, place), name in components.kept.types.items() if whose == direction}
        """The place of a schema → the name of its class that stays, unless its author chooses another."""
        self._components = components.by_key
        self.fields = {name: fields for (whose, name), fields in components.kept.fields.items() if whose == direction}
        """The name of a class → property → its field, where these stay."""
        self.classes = frozenset((*self._components.values(), *map(self._directed, self._components.values())))
        """The names of the types that have one of their own: a field called so would hide it from its neighbours."""
        self._reserved = frozenset(name.casefold() for name in self._components.values())
        self._settled = settled
        self._wanted: dict[str, dict[Location, tuple[str, bool]]] = {}
        """By folded name: who wants it, how it spells it, and whether its author chose it."""
        self._given: dict[str, tuple[str, Location]] = {}
        """The name of a type with a name of its own → its stem, and where it is."""

    def take(self, name: str, text: str, location: Location) -> str:
        """Return `name` after noting that `text` has it; see `Names.take`."""
        return self._names.take(name, text, location)

    def component(self, key: str) -> tuple[str, str]:
        """Return stem and name of a type with a name of its own, which is not called an input twice."""
        stem = self._components[key]
        schema = self._document.schemas[key].schema
        if not _chosen_name(schema) and (kept := self._kept.get(schema.location)):
            return stem, kept
        is_said = self.direction == "input" and self._says_it(key, stem)
        name = self._settled_name(stem if is_said else self._directed(stem), schema.location)
        self._given[name] = stem, schema.location
        return stem, name

    def _says_it(self, key: str, stem: str) -> bool:
        """Tell whether a name says that it is one of an input, and is free: no answer is called so."""
        is_taken = stem.removesuffix("Input").casefold() in self._reserved
        return stem.endswith("Input") and not is_taken and key not in _answered_keys(self._document)

    def inline(self, schema: Schema, suggested: str) -> str:
        """Return the name of a schema without one of its own, which gives way to those that have one."""
        chosen, place = _chosen_name(schema), schema.location
        if not chosen and (kept := self._kept.get(place)):
            self._wanted.setdefault(kept.casefold(), {})[place] = kept, True
            return kept
        name = self.stem(chosen) if chosen else suggested
        if not self._reserved.isdisjoint({name.casefold(), self._directed(name).casefold()}):
            name = f"{name}Inline"
        name = self._settled_name(self._directed(name), place)
        self._wanted.setdefault(name.casefold(), {})[place] = name, bool(chosen)
        return name

    def _settled_name(self, name: str, place: Location) -> str:
        while (name, place) in self._settled:
            name = self._settled[name, place]
        return name

    def settle(self, others: Iterable[str]) -> bool:
        """Tell schemas without names of their own apart that want the same one; return whether there were any.

        Those that are called as types of the other direction are, `others`, get another name as well, unless theirs was
        published: both may be imported into one module.

        Long names are cut, and short ones can come about in two ways. Only when all are known can they be told apart so
        that another one at the end moves no name. What a name is settled to counts in the next naming: types inside are
        called after it. The first that is written keeps it; the others keep the words in which they differ from that.
        """
        operations = {place_of(each.location): each for each in self._document.operations}
        theirs = {name.casefold() for name in others}
        owners: list[tuple[str, Location]] = []
        candidates: list[Iterator[str]] = []
        for name, (stem, place) in self._given.items():
            if name.casefold() in theirs:
                owners.append((name, place))
                candidates.append(map(self._directed, _beside_another(stem, place)))
        for folded, wanted in self._wanted.items():
            first = 0 if folded in theirs else 1
            places = wanted if len(wanted) > first else ()
            said = {place: _said(self.stem(wanted[place][0]), place, operations) for place in places}
            ranked = sorted(said, key=lambda place: (not wanted[place][1], self._order(place)))
            for place in ranked[first:]:
                name, is_chosen = wanted[place]
                if not is_chosen:
                    stem = self.stem(name)
                    is_first = place is ranked[0]
                    longer = _longer_names(said[place], said[ranked[0]], place)
                    owners.append((name, place))
                    candidates.append(map(self._directed, _beside_another(stem, place) if is_first else longer))
        reserved = (self._directed(name).casefold() for name in self._reserved)
        taken = {"", *self._wanted, *theirs, *self._reserved, *reserved}
        found = zip(owners, first_free(candidates, taken), strict=True)
        # A name that a schema has had to give up before would lead round in a circle.
        news = {owner: name for owner, name in found if name != owner[0] and (name, owner[1]) not in self._settled}
        self._settled.update(news)
        return bool(news)

    def _order(self, place: Location) -> tuple[bool, str, tuple[int, ...]]:
        """Return what sorts schemas in the order in which they are written, those of the entry document first."""
        value = place.document.data if isinstance(place.document, SourceFile) else None
        numbers: list[int] = []
        for segment in place.pointer:
            if isinstance(value, dict) and segment in value:
                numbers.append([*value].index(segment))
                value = value[segment]
            elif isinstance(value, list) and segment.isdecimal() and int(segment) < len(value):
                numbers.append(int(segment))
                value = value[numbers[-1]]
            else:  # it is not written as it is read
                break
        name = place.document.name
        return name != self._document.location.document.name, name, tuple(numbers)

    def alias(self, stem: str) -> str:
        """Return the name of an alias that stands for no schema."""
        return self._directed(f"{stem}Inline" if stem.casefold() in self._reserved else stem)

    def stem(self, name: str) -> str:
        """Return the name without what says its direction: names of types inside it begin so."""
        return name.removesuffix("Input") if self.direction == "input" else name

    def _directed(self, stem: str) -> str:
        return f"{stem}Input" if self.direction == "input" else stem


def option_names(suggested: str, branches: Iterable[Schema], document: Document) -> list[str]:
    """Return names for the schemas of a choice.

    They say what each refers to, its title, or the constant that it holds, else its number.
    """
    referred = (document.schemas[branch.ref].name if branch.ref else "" for branch in branches)
    words = [name or branch.title or _constant(branch) for name, branch in zip(referred, branches, strict=True)]
    counts = Counter(words)
    return [
        class_name(suggested, word if word and counts[word] == 1 else f"Option{number}")
        for number, word in enumerate(words, 1)
    ]


def _constant(schema: Schema) -> str:
    """Return the text that one of an object's properties always has."""
    for property_ in schema.properties.values():
        values = property_.listed or ()
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def wanted_field_name(wire_name: str, schema: Schema) -> tuple[str, str]:
    """Return the name that a property should have, and the text it was made from."""
    chosen = _chosen_name(schema)
    return (chosen, chosen) if chosen else (field_name(wire_name), wire_name)


def unsent_names(properties: Iterable[tuple[str, Schema]], fields: Iterable[Field]) -> tuple[str, ...]:
    """Return what callers may call properties that only the server sets: as in Python and as on the wire.

    `fields` are what is sent, whose names mean something else.
    """
    names = {name: None for each in properties for name in (wanted_field_name(*each)[0], each[0])}
    taken = {name for field in fields for name in (field.name, field.wire_name)}
    return tuple(name for name in names if name not in taken)


def _chosen_name(schema: Schema) -> str:
    name = schema.extension.get("name", "")
    return name if isinstance(name, str) else ""


def _answered_keys(document: Document) -> frozenset[str]:
    """Return the keys of all schemas that some response or webhook refers to, however indirectly."""
    contents = [response.content for operation in document.operations for response in operation.responses]
    contents += [each.request_body.content for each in document.webhook_operations if each.request_body is not None]
    schemas = [schema for content in contents for media in content.values() for schema in media.schemas]
    return frozenset(each.ref for each in document.reach(schemas) if each.ref is not None)


def _component_names(document: Document, kept: Kept) -> dict[str, str]:
    """Return the class name of each schema that has a name: by its key.

    A name that was published stays, and nobody else gets it. Of several names that give one class name, the first that
    is written keeps it, so that another schema at the end moves no name; the others get the words of their files in
    front, `Model` or the like behind, or the words in which they differ.
    """
    stays = frozenset(name.casefold() for name in kept.types.values())
    fields = frozenset(name for each in kept.fields.values() for name in each.values())
    wanted: list[tuple[bool, int, str, str, str, str]] = []
    for number, (key, named) in enumerate(document.schemas.items()):
        if only_refers(named.schema):
            continue  # it is what it refers to, under that one's name
        text = _chosen_name(named.schema) or " ".join(_steps(named.schema.location.pointer)) or named.name
        if not (name := class_name(text)):
            text = " ".join(words(spoken(text)))
            name = class_name(text)
        stem = _kept_stem(named.schema, name, kept)
        wanted.append((not stem, number, key, name, text, stem))
    wanted.sort()
    holders: dict[str, tuple[str, str]] = {}
    candidates: list[Iterator[str]] = []
    for _, _, key, name, text, stem in wanted:
        names = _class_names(name, key, text, *holders.setdefault(name.casefold(), (key, text)))
        free = (
            each
            for each in names
            if stays.isdisjoint({each.casefold(), f"{each}Input".casefold()})
            and fields.isdisjoint({each, f"{each}Input"})
        )
        candidates.append(chain((stem,), free) if stem else free)
    return dict(zip((key for _, _, key, *_ in wanted), in_turn(candidates), strict=True))


def _kept_stem(schema: Schema, name: str, kept: Kept) -> str:
    """Return the name that a schema with a name has had so far, without what says that it is one of an input."""
    if _chosen_name(schema):
        return ""
    answer, input_ = (kept.types.get((direction, schema.location), "") for direction in ("answer", "input"))
    return answer or (input_ if input_ == name else input_.removesuffix("Input"))


def _shared_names(names: Mapping[str, str], document: Document, kept: Kept) -> Iterator[Finding]:
    """Yield a warning for each schema that is called otherwise because another has its name."""
    owners = {name.casefold(): (name, document.schemas[key]) for key, name in names.items()}
    for key, name in names.items():
        named = document.schemas[key]
        plain = class_name(" ".join(_steps(named.schema.location.pointer)) or named.name)
        taken, other = owners.get(plain.casefold(), ("", None))
        is_own = name in {plain, _kept_stem(named.schema, plain, kept)} or _chosen_name(named.schema)
        if other is not None and not is_own:
            message = f"the schema {quoted(named.name)} is called {name}, for {quoted(other.name)} is called {taken}"
            related, advice = (other.schema.location.key(),), RENAME
            yield Finding("shared-name", Severity.WARNING, message, named.schema.location.key(), related, advice)


def _class_names(name: str, key: str, text: str, held_by: str, holder: str) -> Iterator[str]:
    """Yield class names for a schema, the best first.

    `held_by` is the key of the schema that has the class name `name` already, and `holder` its own name.
    """
    yield name
    own, other = class_words(text), class_words(holder)
    ours, theirs = (class_words(os.path.splitext(each.partition("#")[0])[0]) for each in (key, held_by))  # noqa: PTH122
    if of_file := [word for word in ours if word not in {*theirs, *own}]:
        yield class_name(" ".join((*of_file, *own)))
    first, *nouns = (f"{name}{noun}" for noun in _NOUNS)
    yield from (first, class_name(kept_apart(own, other)), *nouns)
    yield with_digest(name, key)


def _said(name: str, place: Location, operations: Mapping[tuple[str, Pointer], Operation]) -> list[str]:
    """Return the words of all that leads to a schema: of the operationId where it is one of an operation.

    What stands beside operations, in a path item, is called by what it would be called, and its path.
    """
    pointer, source = place.pointer, place.document.name
    length = next((n for n in range(len(pointer), 0, -1) if (source, pointer[:n]) in operations), 0)
    operation = operations.get((source, pointer[:length]))
    begin = [operation.operation_id or operation.route] if operation else []
    successes = [response.status for response in operation.responses if response.status[0] == "2"] if operation else []
    match pointer[length:]:
        case ("requestBody", *rest):
            begin.append("body")
        case ("responses", status, *rest):
            begin += ["response", status] if status not in successes[:1] else ["response"]
        case ("paths", path, "parameters", _, *rest):
            begin += [name, path]
        case rest:
            pass
    return [word for text in (*begin, *_steps(rest)) for word in class_words(text)]


def _longer_names(said: list[str], other: list[str], place: Location) -> Iterator[str]:
    """Yield names that tell a schema from the one that has its short name, the best first."""
    longer = class_name(kept_apart(said, other))
    yield longer
    yield class_name(kept_apart(said, other, whole_end=True))
    yield with_digest(longer, "/".join((PurePath(place.document.name).name, *place.pointer)))


def _beside_another(stem: str, place: Location) -> Iterator[str]:
    """Yield stems for a type that would be called as one of the other direction is, the best first."""
    yield from (f"{stem}{noun}" for noun in _NOUNS)
    yield with_digest(stem, "/".join(place.pointer))


def _steps(pointer: Iterable[str]) -> list[str]:
    """Return how a schema is called that is inside others: by all that leads to it."""
    segments = iter(pointer)
    words: list[str] = []
    for segment in segments:
        match segment:
            case "components" | "schema":
                pass
            case "schemas" | "definitions" | "$defs" | "properties" | "parameters" | "responses" | "paths":
                words.append(next(segments, ""))
            case extension if extension.startswith("x-"):
                words.append(next(segments, extension))
            case keyword if keyword in LISTING:
                words.append(f"Option{int(next(segments, 0)) + 1}")
            case "items":
                words.append("Item")
            case "additionalProperties":
                words.append("Value")
            case "content":
                next(segments, "")  # the media type
            case _:
                words.append(segment)
    return words
