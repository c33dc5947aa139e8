"""Header fields of answers, as models of their own: whoever wants them asks for the raw answer."""

from __future__ import annotations

from collections.abc import MutableMapping

from specloom.ir.build_offers import list_successes
from specloom.ir.build_types import TypeBuilder
from specloom.ir.naming import class_name, field_name
from specloom.ir.types import Named, NamedType, ObjectType
from specloom.record import replace
from specloom.spec.document import Header, Operation, Schema

_METHOD = "of"
"""What models of header fields have besides their fields."""
_SHOWN = 3
"""How many names of header fields a class can be named after."""


def build_headers(operation: Operation, answers: TypeBuilder, stem: str) -> str:
    """Return the name of the model that has the header fields of an operation's answers; empty where there are none.

    Fields of a name that several statuses have are described by the first. Operations whose fields are all described in
    one shared place share a model. One that is not shared is named after the stem.
    """
    found: dict[str, Header] = {}
    names: dict[str, str] = {}
    successes, ledger = list_successes(operation), answers.merger.ledger
    for response in operation.responses:
        for name, header in response.headers.items():
            if response not in successes and not response.status.startswith("3"):
                ledger.lose(header.location, f"response header {name}", "header fields of failures are read as text")
            elif names.setdefault(name.lower(), name) == name:
                if header.required:
                    why = "a header field that does not come is None"
                    ledger.lose(header.location.at("required"), "required", why, minor=True)
                if header.formats:
                    ledger.lose(header.location, f"collectionFormat of {name}", "the header field is read as text")
                found.setdefault(name, header)
    if not found:
        return ""
    own = operation.location
    shared = [header.location for header in found.values() if not header.location.is_in(own)]
    is_shared = len(shared) == len(found) and len(found) <= _SHOWN
    suggested = class_name(f"{' '.join(found) if is_shared else stem} Headers")
    schema = Schema(
        location=shared[0] if is_shared else own.at("responses"),
        types=("object",),
        description=f"Header fields of {'answers' if is_shared else f'the answer to `{operation.route}`'}.",
        properties={name: _named(name, _described(header)) for name, header in found.items()},
    )
    type_ = answers.build(schema, suggested)
    return type_.name if isinstance(type_, Named) else ""


def _named(name: str, schema: Schema) -> Schema:
    """Return the schema of a header field, with another name for one whose own is taken."""
    if field_name(name) != _METHOD:
        return schema
    return Schema(schema.location, all_of=(schema,), extension={"name": f"{_METHOD}_"})


def _described(header: Header) -> Schema:
    """Return the schema of a header field with what is said of the field itself."""
    schema = header.schema if not header.formats else Schema(header.location, types=("string",))
    if not header.description and not header.deprecated:
        return schema
    if schema.ref is not None:
        return Schema(header.location, all_of=(schema,), description=header.description, deprecated=header.deprecated)
    return replace(
        schema, description=header.description or schema.description, deprecated=header.deprecated or schema.deprecated
    )


def mark_headers(types: MutableMapping[str, NamedType], names: set[str]) -> None:
    """Note which models are header fields of answers."""
    for name in names:
        type_ = types[name]
        if isinstance(type_, ObjectType):
            types[name] = replace(type_, is_headers=True)
