"""The part of a witness that uses types: it reads models, writes typed dictionaries and looks through aliases."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diff.witness.lines import CLIENT, Line, Use, function
from specloom.ir.annotations import Annotation, Annotator
from specloom.ir.api import Api
from specloom.ir.literals import literal
from specloom.ir.signatures import Signatures
from specloom.ir.types import AliasType, LinkTo, NamedType, ObjectType, links_in, nullable

__all__ = ["use_types"]


def use_types(api: Api, signatures: Signatures) -> Iterator[Use]:
    """Yield the uses of every named type, and of everything that links lead to."""
    for type_ in api.answers.values():
        yield _read(type_, signatures.answers)
    for type_ in api.inputs.values():
        if isinstance(type_, ObjectType):
            yield from _write(type_, signatures.inputs)
        else:
            yield _pass_alias(type_, signatures.inputs)
    for target in sorted({target for type_ in api.answers.values() for target in _linked(type_)}):
        yield _follow(target, signatures.answers)


def _read(type_: NamedType, annotator: Annotator) -> Use:
    """Read all that a value of an answer type has.

    A value of an alias is taken for what the alias stood for, here only: elsewhere it is called by its name, as callers
    do, so that a change of an alias is an error in one place.
    """
    symbol = f"models.{type_.name}"
    own = Annotation((type_.name,))
    if isinstance(type_, AliasType):
        return function(symbol, {"_0": own}, [Line("    return _0", symbol)], annotator.annotate(type_.type))
    annotations = [annotator.annotate(field.type if field.required else nullable(field.type)) for field in type_.fields]
    lines = [Line(f"    _1: type[{type_.name}] = {type_.name}", symbol)]
    lines += [
        Line(f"    _{number}: {annotation.text} = _0.{field.name}", f"{symbol}.{field.name}")
        for number, (field, annotation) in enumerate(zip(type_.fields, annotations, strict=True), 2)
    ]
    return function(symbol, {"_0": own}, lines)


def _write(type_: ObjectType, annotator: Annotator) -> Iterator[Use]:
    """Write a dictionary with the required keys, then each key on its own, so that no error hides another."""
    symbol = f"inputs.{type_.name}"
    own = Annotation((type_.name,))
    keys = {field.name: f'{symbol}["{field.name}"]' for field in type_.fields}
    values = {f"_{number}": annotator.annotate(field.type) for number, field in enumerate(type_.fields, 1)}
    fields = dict(zip(values, type_.fields, strict=True))
    required = {name: field.name for name, field in fields.items() if field.required}
    items = [Line(f"        {literal(key)}: {name},", keys[key]) for name, key in required.items()]
    dictionary = [Line("    return {", symbol), *items, Line("    }", symbol)]
    yield function(symbol, {name: values[name] for name in required}, dictionary, own)
    if fields:
        writes = [Line(f"    _0[{literal(field.name)}] = {name}", keys[field.name]) for name, field in fields.items()]
        yield function(symbol, {"_0": own, **values}, writes)


def _pass_alias(type_: AliasType, annotator: Annotator) -> Use:
    symbol = f"inputs.{type_.name}"
    value = annotator.annotate(type_.type)
    return function(symbol, {"_0": value}, [Line("    return _0", symbol)], Annotation((type_.name,)))


def _follow(target: str, annotator: Annotator) -> Use:
    symbol = f"models.{target}"
    lines = [
        Line(f"    _1: {target} | None = _0.expanded", symbol),
        Line(f"    return {CLIENT}.follow(_0)", symbol),
    ]
    return function(symbol, {"_0": annotator.annotate(LinkTo(target))}, lines, Annotation((target,)))


def _linked(type_: NamedType) -> Iterator[str]:
    types = [type_.type] if isinstance(type_, AliasType) else [field.type for field in type_.fields]
    for each in types:
        yield from links_in(each)
