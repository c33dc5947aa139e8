"""Views of the methods that upload files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specloom.ir.api import ErrorStatus, Method, Upload
from specloom.ir.literals import literal
from specloom.ir.signatures import Signatures, upload_parameters, upload_result, with_star
from specloom.render.documentation import upload_docstring
from specloom.render.views import UploadView

__all__ = ["build_upload_view"]


def build_upload_view(
    upload: Upload, signatures: Signatures, uploader: str, errors: Mapping[str, ErrorStatus]
) -> UploadView:
    """Return the view of a method that uploads a file.

    Args:
        upload: The method.
        signatures: Spells annotations in its module.
        uploader: The class name of the resource with the method that it begins with; empty for its own.
        errors: The exception classes by status.
    """
    parameters = upload_parameters(upload, signatures)
    given = {upload.filename: "_file.filename", upload.content_type: "_file.content_type"}
    attach = file = target = ""
    if upload.attach is not None:
        passed = [
            name for name in ("source", "filename", "content_type") if any(each.name == name for each in parameters)
        ]
        request = _call(upload.uploader, upload.request, signatures, dict.fromkeys(given, ""), passed)
        key = f"_part_of(_uploaded, {literal('.'.join(upload.key))})"
        attach = _call(upload.attach.name, upload.attach, signatures, {upload.key_argument: key})
    else:
        request = _call(upload.request.name, upload.request, signatures, given)
        file = f"_OutgoingFile(source, {'filename' if upload.filename else None}, content_type)"
        target = _target(upload)
    return UploadView(
        name=upload.name,
        parameters=with_star([each.positional for each in parameters], [each.declaration for each in parameters]),
        returns=upload_result(upload, signatures).text,
        docstring=upload_docstring(upload, errors),
        file=file,
        request=request,
        target=target,
        class_name=uploader,
        attach=attach,
    )


def _call(name: str, method: Method, signatures: Signatures, given: Mapping[str, str], more: Iterable[str] = ()) -> str:
    """Return a call by keywords: with the caller's own arguments, except those of which `given` has the expression."""
    own = {each.name: given.get(each.name, each.name) for each in signatures.parameters(method)}
    values = {**own, **{each: each for each in more}}
    return f"{name}({', '.join(f'{key}={value}' for key, value in values.items() if value)})"


def _target(upload: Upload) -> str:
    places = {"http_method": upload.http_method, "headers": upload.headers}
    options = [f"{name}={literal('.'.join(path))}" for name, path in places.items() if path]
    return f"_Target({', '.join([literal('.'.join(upload.url)), *options])})"
