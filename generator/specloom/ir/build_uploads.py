"""Uploads: what `x-specloom.upload` and `x-specloom.attach` declare, checked against the operations they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Method, Resource, Upload, all_resources, list_arguments
from specloom.ir.declaration import Declaration
from specloom.ir.naming import argument_name
from specloom.ir.types import NamedType, Type
from specloom.messages import did_you_mean
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Document

_OWN = frozenset({"source", "filename", "content_type"})
"""The arguments that methods which upload have themselves."""


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
            upload = _Declaration(said, operation.location.at("x-specloom", "upload"), types, report).upload(
                method, resource
            )
            added.setdefault(resource.path, []).append(upload)
            addresses[operation.operation_id or operation.route] = upload
    for resource, method, operation in marked:
        if isinstance(said := operation.extension.get("attach"), dict):
            declaration = _Declaration(said, operation.location.at("x-specloom", "attach"), types, report)
            if (first := _address(str(said["upload"]), addresses, document, declaration)) is not None:
                added.setdefault(resource.path, []).append(declaration.attached(first, method))
    return tuple(_with(resource, added, report) for resource in resources)


def _address(
    name: str, addresses: Mapping[str, Upload], document: Document, declaration: _Declaration
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


class _Declaration(Declaration):
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
            if each.name in _OWN:
                self.refuse_own(each.name)
        if upload.attach is not None:
            own = {each.name: each for each in list_arguments(upload.request)}
            for each in list_arguments(upload.attach):
                if each in upload.arguments or each.name == upload.key_argument:
                    continue
                if own[each.name].type != each.type:
                    self.refuse_two_types(each.name)
