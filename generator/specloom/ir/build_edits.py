"""Edits: what `x-specloom.edit` declares, checked against the operations that it brings together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specloom.findings import Finding
from specloom.ir.api import Edit, Method, Resource, all_resources, list_arguments
from specloom.ir.call import Argument, BodyField
from specloom.ir.declaration import Declaration
from specloom.ir.name_scopes import first_free, with_digest
from specloom.ir.naming import argument_name, class_name
from specloom.ir.types import Field, NamedType, ObjectType, nullable, without_null
from specloom.messages import did_you_mean
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Document

_OWN = frozenset({"change", "max_attempts"})
"""The arguments that methods which edit have themselves."""
_PRECONDITION_FAILED = 412


def add_edits(
    resources: tuple[Resource, ...], document: Document, types: Mapping[str, NamedType], report: list[Finding]
) -> tuple[Resource, ...]:
    """Return the resources with the methods that read something, change it and send it."""
    operations = {operation.location: operation for operation in document.operations}

    def added(resource: Resource) -> Resource:
        called = {
            operations[each.location].operation_id or operations[each.location].route: each for each in resource.methods
        }
        edits: list[Edit] = []
        taken = {each.name for group in (resource.methods, resource.uploads, resource.children) for each in group}
        for method in resource.methods:
            said = operations[method.location].extension.get("edit")
            if not isinstance(said, dict) or said["read"] in document.skipped.values():
                continue
            declaration = _Declaration(said, method, types, report)
            read = called.get(str(said["read"]))
            if read is None:
                advice = did_you_mean(str(said["read"]), called)
                declaration.fail(f"{'.'.join(resource.path)} has no operation {said['read']!r}", advice)
                continue
            edit = declaration.edit(read)
            if edit.name in taken:
                declaration.fail(f"{'.'.join(resource.path)} has another {edit.name!r}", "choose another 'method'")
            taken.add(edit.name)
            edits.append(edit)
        return replace(resource, edits=tuple(edits), children=tuple(map(added, resource.children)))

    return tuple(map(added, resources))


def name_changes(resources: tuple[Resource, ...], taken: Collection[str]) -> tuple[Resource, ...]:
    """Return the resources with names for the dictionaries that say what an edit changes."""
    found = ((resource.path, edit) for resource in all_resources(resources) for edit in resource.edits)
    edits = sorted(found, key=lambda each: each[0])
    wanted = [class_name(f"{' '.join(path).replace('_', ' ')} {edit.name} input") for path, edit in edits]
    candidates = [
        (*(() if name in taken else (name,)), with_digest(name, ".".join((*path, edit.name))))
        for name, (path, edit) in zip(wanted, edits, strict=True)
    ]
    names = {(path, edit.name): name for (path, edit), name in zip(edits, first_free(candidates), strict=True)}

    def named(resource: Resource) -> Resource:
        own = tuple(replace(each, change=names[resource.path, each.name]) for each in resource.edits)
        return replace(resource, edits=own, children=tuple(map(named, resource.children)))

    return tuple(map(named, resources))


def build_changes(resources: tuple[Resource, ...]) -> dict[str, NamedType]:
    """Return the dictionaries that say what edits change: they hold arguments of methods."""
    return {edit.change: _dictionary(edit) for resource in all_resources(resources) for edit in resource.edits}


def _dictionary(edit: Edit) -> ObjectType:
    return ObjectType(
        name=edit.change,
        owner=edit.change,
        description=f"What `{edit.name}` changes: arguments of `{edit.send.name}`.",
        fields=tuple(map(_field, edit.changed)),
        extra=None,
        model=None,
        location=edit.send.location,
        holds_arguments=True,
    )


def _field(argument: Argument | BodyField) -> Field:
    type_ = argument.type
    if isinstance(argument, BodyField):
        type_ = nullable(type_) if argument.nullable else without_null(type_)
    elif argument.required:
        type_ = without_null(type_)
    return Field(
        name=argument.name,
        wire_name=argument.wire_name or argument.name,
        type=type_,
        required=argument.required,
        description=argument.description,
        deprecated=argument.deprecated,
        constraints={},
        default=argument.default,
        location=argument.location,
    )


class _Declaration(Declaration):
    """An `edit`, and the method in whose operation it stands."""

    def __init__(
        self, said: Mapping[str, Json], send: Method, types: Mapping[str, NamedType], report: list[Finding]
    ) -> None:
        super().__init__("wrong-edit", send.location.at("x-specloom", "edit"), types, report)
        self._said = said
        self._send = send

    def edit(self, read: Method) -> Edit:
        """Return the edit that begins with `read`."""
        conflict = self._said.get("conflict", _PRECONDITION_FAILED)
        edit = Edit(
            name=argument_name(str(self._said["method"])),
            read=read,
            send=self._send,
            revision=self.follow(self.find_answer(read, "the operation that an 'edit' reads"), str(self._said["from"])),
            revision_argument=self.find_argument(self._send, str(self._said["to"])),
            conflict=conflict if isinstance(conflict, int) else _PRECONDITION_FAILED,
        )
        self._check(edit)
        return edit

    def _check(self, edit: Edit) -> None:
        """Report what cannot be done: arguments of its own, those that mean two things, and bodies in parts."""
        read = {each.name: each for each in list_arguments(edit.read)}
        for name in read.keys() & _OWN:
            self.refuse_own(name)
        for each in list_arguments(edit.send):
            if each.name in read and read[each.name].type != each.type:
                self.refuse_two_types(each.name)
        if edit.send.paging is not None:
            self.fail("an operation with 'edit' cannot be a paged list")
        if edit.send.body is not None and edit.send.body.kind != "json":
            self.fail("an operation with 'edit' needs a JSON body")
