"""Methods that call several operations: uploads, attachments and edits, as `x-specloom` declares them in one of these.

What it says is checked against the operations that it brings together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Edit, Method, Resource, Upload, all_resources, list_arguments
from specloom.ir.call import Argument, BodyField
from specloom.ir.name_scopes import RENAME, first_free, with_digest
from specloom.ir.naming import argument_name, class_name
from specloom.ir.types import Field, NamedType, ObjectType, Type, Walk, nullable, without_null
from specloom.messages import did_you_mean
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Document

_OWN_OF_UPLOADS = frozenset({"source", "filename", "content_type"})
"""The arguments that methods which upload have themselves."""
_OWN_OF_EDITS = frozenset({"change", "max_attempts"})
"""The arguments that methods which edit have themselves."""
_PRECONDITION_FAILED = 412


class Declaration:
    """A member of `x-specloom` in an operation.

    The rule is the one that it breaks where it is wrong.
    """

    def __init__(self, rule: str, location: Location, types: Mapping[str, NamedType], report: list[Finding]) -> None:
        self._rule = rule
        self._location = location
        self._report = report
        self._walk = Walk(types, lambda message, advice: self.fail(message, advice()))

    def fail(self, message: str, help_: str = "") -> None:
        """Report that it cannot be done."""
        self._report.append(Finding(self._rule, Severity.ERROR, message, self._location, help=help_))

    def refuse_own(self, argument: str) -> None:
        """Report an argument that the method has itself."""
        self.fail(f"the method has its own argument {argument!r}", RENAME)

    def refuse_two_types(self, argument: str) -> None:
        """Report an argument of both operations that is not the same in them."""
        self.fail(f"both operations have an argument {argument!r}, of different types", RENAME)

    def find_answer(self, method: Method, needed_by: str) -> Type | None:
        """Return the type of the one JSON answer of a method; None, reported, where that is not what it has."""
        answer = method.answer
        if answer.kind == "json" and not answer.by_status and not answer.may_be_empty and method.paging is None:
            return answer.type
        self.fail(f"{needed_by} needs one JSON answer")
        return None

    def find_argument(self, method: Method, wire_name: str) -> str:
        """Return the argument that goes by a name on the wire; nothing, reported, where there is none."""
        names = {each.wire_name: each.name for each in list_arguments(method)}
        if wire_name not in names:
            known = [name for name in names if name]
            self.fail(f"{method.route} has no parameter or body field {wire_name!r}", did_you_mean(wire_name, known))
        return names.get(wire_name, "")

    def follow(self, answer: Type | None, path: str) -> tuple[str, ...]:
        """Return the members on the way through an answer that a path names; none where there is no answer."""
        return () if answer is None else self._walk.follow(answer, path)[0]


def add_uploads(
    resources: tuple[Resource, ...], document: Document, types: Mapping[str, NamedType], report: list[Finding]
) -> tuple[Resource, ...]:
    """Return the resources with the methods that upload files."""
    operations = {operation.location: operation for operation in document.operations}
    marked = [
        (resource, method, operations[method.location])
        for resource in all_resources(resources)
        for method in resource.methods
        if operations[method.location].extension.keys() & {"upload", "attach"}
    ]
    added: dict[tuple[str, ...], list[Upload]] = {}
    addresses: dict[str, Upload] = {}
    for resource, method, operation in marked:
        if isinstance(said := operation.extension.get("upload"), dict):
            upload = _UploadDeclaration(said, operation.location.at("x-specloom", "upload"), types, report).upload(
                method, resource
            )
            added.setdefault(resource.path, []).append(upload)
            addresses[operation.operation_id or operation.route] = upload
    for resource, method, operation in marked:
        if isinstance(said := operation.extension.get("attach"), dict):
            declaration = _UploadDeclaration(said, operation.location.at("x-specloom", "attach"), types, report)
            if (first := _address(str(said["upload"]), addresses, document, declaration)) is not None:
                added.setdefault(resource.path, []).append(declaration.attached(first, method))
    return tuple(_with(resource, added, report) for resource in resources)


def _address(
    name: str, addresses: Mapping[str, Upload], document: Document, declaration: _UploadDeclaration
) -> Upload | None:
    """Return the upload of the operation called `name`; None where it is skipped, or reported where there is none."""
    if name in addresses:
        return addresses[name]
    if name not in document.skipped.values():
        declaration.fail(f"there is no operation {name!r} with 'upload'", did_you_mean(name, addresses))
    return None


def _with(resource: Resource, added: Mapping[tuple[str, ...], list[Upload]], report: list[Finding]) -> Resource:
    taken = {method.name for method in resource.methods} | {child.name for child in resource.children}
    for upload in added.get(resource.path, ()):
        if upload.name in taken:
            message = f"{'.'.join(resource.path)} has another {upload.name!r}"
            advice = "choose another 'method'"
            report.append(Finding("wrong-upload", Severity.ERROR, message, upload.last.location, help=advice))
        taken.add(upload.name)
    children = tuple(_with(child, added, report) for child in resource.children)
    return replace(resource, children=children, uploads=tuple(added.get(resource.path, ())))


class _UploadDeclaration(Declaration):
    """An `upload` or `attach`, and where it stands."""

    def __init__(
        self, said: Mapping[str, Json], location: Location, types: Mapping[str, NamedType], report: list[Finding]
    ) -> None:
        super().__init__("wrong-upload", location, types, report)
        self._said = {key: str(value) for key, value in said.items()}

    def upload(self, method: Method, resource: Resource) -> Upload:
        """Return the upload that begins with `method`."""
        answer = self.find_answer(method, "an operation with 'upload'")
        name = argument_name(self._said["method"])
        upload = Upload(
            name=name,
            request=method,
            resource=resource.path,
            uploader=name,
            url=self._follow(answer, "url"),
            http_method=self._follow(answer, "http_method"),
            headers=self._follow(answer, "headers"),
            filename=self._argument(method, "filename"),
            content_type=self._argument(method, "content_type"),
        )
        self._check_names(upload)
        return upload

    def attached(self, first: Upload, method: Method) -> Upload:
        """Return the upload that begins as `first` does and ends with `method`."""
        if method.paging is not None:
            self.fail("an operation with 'attach' cannot be a paged list")
        upload = replace(
            first,
            name=argument_name(self._said["method"]),
            attach=method,
            key=self._follow(first.request.answer.type, "from"),
            key_argument=self._argument(method, "to"),
        )
        self._check_names(upload)
        return upload

    def _follow(self, answer: Type | None, member: str) -> tuple[str, ...]:
        return self.follow(answer, self._said[member]) if member in self._said else ()

    def _argument(self, method: Method, member: str) -> str:
        """Return the argument that goes by the name on the wire which `member` gives."""
        return self.find_argument(method, self._said[member]) if member in self._said else ""

    def _check_names(self, upload: Upload) -> None:
        """Report arguments that the method needs for itself, and those that mean two things."""
        for each in upload.arguments:
            if each.name in _OWN_OF_UPLOADS:
                self.refuse_own(each.name)
        if upload.attach is not None:
            own = {each.name: each for each in list_arguments(upload.request)}
            for each in list_arguments(upload.attach):
                if each in upload.arguments or each.name == upload.key_argument:
                    continue
                if own[each.name].type != each.type:
                    self.refuse_two_types(each.name)


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
            declaration = _EditDeclaration(said, method, types, report)
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


class _EditDeclaration(Declaration):
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
        for name in read.keys() & _OWN_OF_EDITS:
            self.refuse_own(name)
        for each in list_arguments(edit.send):
            if each.name in read and read[each.name].type != each.type:
                self.refuse_two_types(each.name)
        if edit.send.paging is not None:
            self.fail("an operation with 'edit' cannot be a paged list")
        if edit.send.body is not None and edit.send.body.kind != "json":
            self.fail("an operation with 'edit' needs a JSON body")
