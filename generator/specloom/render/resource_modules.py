"""Prints the modules that hold resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from specloom.ir.annotations import Annotation, joined, literal
from specloom.ir.api import Api, ErrorStatus, Method, Resource, Upload, all_resources
from specloom.ir.call import Accept, Answer, ItemStream, Paging
from specloom.ir.naming import BUILTINS, constant_name, module_name
from specloom.ir.signatures import Call, SignatureParameter, Signatures, build_signatures
from specloom.ir.surface import declared
from specloom.ir.types import Type
from specloom.record import replace
from specloom.render.documentation import method_docstrings, text_docstring
from specloom.render.feature_modules import build_edit_view, build_upload_view, grammar_constants, paging_expression
from specloom.render.python import is_one_of
from specloom.render.requests import build_statements
from specloom.render.shapes import Shapes
from specloom.render.views import MethodView, ModeView, OverloadView, StreamView, UnpagedView, render_template

_READERS: Final = {"events": "_EventData", "lines": "_JsonLines", "sequence": "_JsonSequence"}
"""The form of a stream → what reads the JSON of its items."""
MODES = (ModeView("", "", "def", ""), ModeView("Async", "_async", "async def", "await "))


def module_of(resource: Resource) -> str:
    """Return the name of the module in which a resource lives."""
    return module_name("_".join(resource.path))


class ResourceViews:
    """Builds the views of one API's resource modules."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._errors: Mapping[str, ErrorStatus] = {error.status: error for error in api.errors}
        self._code = build_signatures(api)
        self._shapes = Shapes(api.inputs)
        self._class_names = _class_names(api)

    def class_name(self, resource: Resource) -> str:
        """Return the resource's class name, told apart from types and clients of the same name."""
        return self._class_names[resource.path]

    def attribute(self, resource: Resource) -> tuple[str, str, str]:
        """Return the resource as an attribute of its parent: its name, its class and a docstring."""
        docstring = text_docstring(resource.description, indent=8, fallback=_fallback(resource))
        return resource.name, self.class_name(resource), docstring

    def render(self, resource: Resource) -> str:
        """Return the module with one resource, sync and async."""
        named = (resource.methods, resource.uploads, resource.edits, resource.children)
        hidden = BUILTINS & {each.name for group in named for each in group}
        signatures = build_signatures(self._api, hidden=hidden) if hidden else self._code
        paging = {method.paging.name: method.paging for method in resource.methods if method.paging}
        methods = tuple(self._method(method, signatures, resource) for method in resource.methods)
        return render_template(
            "resource.py.j2",
            docstring=text_docstring(resource.description, indent=0, fallback=_fallback(resource)),
            class_name=self.class_name(resource),
            class_docstring=text_docstring(resource.description, indent=4, fallback=_fallback(resource)),
            bases=_bases(methods),
            modes=MODES,
            children=tuple(self.attribute(child) for child in resource.children),
            methods=methods,
            uploads=tuple(
                build_upload_view(upload, signatures, self._uploader(upload, resource), self._errors)
                for upload in resource.uploads
            ),
            edits=tuple(build_edit_view(edit, signatures, self._errors) for edit in resource.edits),
            builders=tuple(self._builder(method) for method in resource.methods),
            constants=(
                *((_paging_constant(each), paging_expression(each)) for each in paging.values()),
                *grammar_constants(self._api, resource.methods),
            ),
        )

    def _method(self, method: Method, signatures: Signatures, resource: Resource) -> MethodView:
        calls, parameters = signatures.calls(method), signatures.implementation(method)
        decoded = self._decoded(method)
        decode, arguments = _decoding(method, decoded, self._table(method.answer))
        if method.accept and method.paging is None:
            decode, arguments = "_read", self._by_media_type(method.accept)
        several = len(calls) > 1
        path = f"client.{'.'.join((*resource.path, method.name))}"
        docstring, async_docstring = method_docstrings(method, self._errors, path)
        return MethodView(
            name=method.name,
            parameters=declared(parameters if several else calls[0].parameters),
            returns=calls[0].result.text if method.paging else joined(call.result for call in calls).text,
            paged=method.paging is not None,
            docstring=docstring,
            async_docstring=async_docstring,
            request=_call(method, parameters),
            decode=decode,
            arguments=arguments,
            declared=decode in {"_json", "_read"} and not (decoded.is_class and decode != "_read"),
            overloads=tuple(
                OverloadView(
                    declared(call.parameters),
                    call.result.text,
                    call.is_paged,
                    tuple(each.text for each in call.streams),
                )
                for call in (calls if several else ())
            ),
            unpaged=self._unpaged(method, calls),
            streams=tuple(self._streams(method)),
            agreement=tuple(_agreement(method.accept, parameters)) if method.accept else (),
        )

    def _unpaged(self, method: Method, calls: tuple[Call, ...]) -> UnpagedView | None:
        others = [call.result for call in calls if not call.is_paged and call.result.members]
        if method.paging is None or method.accept is None or not others:
            return None
        condition = is_one_of(method.accept.name, method.accept.choices[0].media_types, negated=True)
        return UnpagedView(condition, joined(others).text, self._by_media_type(method.accept))

    def _uploader(self, upload: Upload, resource: Resource) -> str:
        """Return the class name of the resource that has the method with which an upload begins, empty for its own."""
        if upload.resource == resource.path:
            return ""
        (other,) = (each for each in all_resources(self._api.resources) if each.path == upload.resource)
        return self.class_name(other)

    def _decoded(self, method: Method) -> Annotation:
        """Return the type that is handed to the runtime for decoding, which methods import when they are called."""
        answer = method.answer
        if answer.kind != "json" or answer.type is None:
            return Annotation(())
        # A page that has no body is an empty one.
        page = replace(answer, may_be_empty=False)
        return self._code.answer(page) if answer.by_status else self._code.answers.annotate(answer.type)

    def _streams(self, method: Method) -> Iterator[StreamView]:
        """Yield the streams that a method gives, that which is not asked for last."""
        accept = method.accept
        if accept is not None:
            for choice in accept.choices[1:] if accept.choices[0].answer.stream else accept.choices:
                if choice.answer.stream is not None:
                    condition = is_one_of(accept.name, choice.media_types)
                    yield self._stream(choice.answer, choice.answer.stream, condition)
        if method.answer.stream is not None:
            yield self._stream(method.answer, method.answer.stream, "")

    def _stream(self, answer: Answer, stream: ItemStream, condition: str) -> StreamView:
        item = self._code.answer(answer)
        reader = self._reader(stream, self._code.answer(replace(answer, by_status={})))
        if answer.by_status:
            reader = f"_StreamOrValue({reader}, {self._table(answer)})"
        return StreamView(condition, item.text, reader, declared=not item.is_class or bool(answer.by_status))

    def _reader(self, stream: ItemStream, item: Annotation) -> str:
        if not stream.data:
            return f"{_READERS[stream.form]}({item.text})"
        kinds = {name: "_TEXT" if type_ is None else self._kind(type_) for name, type_ in stream.data.items()}
        others = kinds.pop("")
        by_type = ", ".join(f"{literal(name)}: {kind}" for name, kind in kinds.items())
        return f"_Events({others}, {{{by_type}}})" if by_type else f"_Events({others})"

    def _table(self, answer: Answer) -> str:
        types = {status: self._kind(type_) for status, type_ in answer.by_status.items()}
        return "{" + ", ".join(f"{literal(status)}: {text}" for status, text in types.items()) + "}"

    def _by_media_type(self, accept: Accept) -> str:
        """Return the expression, with a comma in front, for what reads an answer of any described media type."""
        tables = {  # of what is read as a whole
            status: ", ".join(f"{literal(name)}: {self._kind(type_)}" for name, type_ in described.items())
            for status, described in accept.by_status.items()
        }
        if len(set(tables.values())) == 1:
            return f", _by_media_type({{{next(iter(tables.values()))}}})"
        entries = ", ".join(f"{literal(status)}: {{{table}}}" for status, table in tables.items())
        return f", _by_status_and_media_type({{{entries}}})"

    def _kind(self, type_: Type | None) -> str:
        return self._code.answers.annotate(type_).text if type_ is not None else "None"

    def _builder(self, method: Method) -> tuple[str, Sequence[str], Sequence[str]]:
        """Return the function that builds a method's request, for both modes: its name, its parameters and its body."""
        parameters = self._code.implementation(method)
        statements = [*build_statements(method, self._shapes, self._code)]
        return _builder_name(method), declared(parameters, [each.bare for each in parameters]), statements


def _class_names(api: Api) -> dict[tuple[str, ...], str]:
    """Return the class name of each resource, by its path.

    A resource is two classes, `Orders` and `AsyncOrders`. Where one of them is a type, a client or another resource
    already, the resource gets `Resource` behind its name.
    """
    taken = {*api.answers, *api.inputs, api.client_name, f"Async{api.client_name}"}
    names: dict[tuple[str, ...], str] = {}
    for resource in all_resources(api.resources):
        name = resource.class_name
        while not taken.isdisjoint({name, f"Async{name}"}):
            name = f"{name}Resource"
        names[resource.path] = name
        taken |= {name, f"Async{name}"}
    return names


def _bases(methods: Iterable[MethodView]) -> tuple[str, ...]:
    """Return the classes of the runtime that have what methods call to read their answers."""
    called = {name for each in methods for name in (each.decode, "_read" if each.unpaged else each.decode)}
    found = {"PagingResource": "_pages" in called, "FormatsResource": bool(called - {"_pages", "_json", "_nothing"})}
    return tuple(name for name, is_needed in found.items() if is_needed) or ("Resource",)


def _fallback(resource: Resource) -> str:
    return f"Calls under `{'.'.join(resource.path)}`."


def _call(method: Method, parameters: tuple[SignatureParameter, ...]) -> str:
    arguments = [each.name if each.positional else f"{each.name}={each.name}" for each in parameters]
    return f"{_builder_name(method)}({', '.join(arguments)})"


def _builder_name(method: Method) -> str:
    """Return the name of the function that builds a method's request; nothing that is imported ends so."""
    return f"_{method.name}_request"


def _decoding(method: Method, decoded: Annotation, by_status: str) -> tuple[str, str]:
    """Return the runtime's method for the answer, and what it gets besides the request."""
    answer = method.answer
    if method.paging is not None:
        return "_pages", f", {decoded.text}, {_paging_constant(method.paging)}"
    if answer.kind != "json":
        return f"_{answer.kind}", ""
    if answer.by_status:
        return "_read", f", _by_status({by_status})"
    return "_json", f", {decoded.text}"


def _agreement(accept: Accept, parameters: Sequence[SignatureParameter]) -> Iterator[tuple[str, str]]:
    """Yield conditions and statements by which a flag and the media type say the same of a stream."""
    flag = next((each for each in parameters if each.name == accept.flag), None)
    if flag is not None:
        wholes, streams = (each.media_types for each in (accept.choices[0], accept.streams[0]))
        yield f"{flag.name} is True and {is_one_of(accept.name, wholes)}", f"{accept.name} = {literal(streams[0])}"
        if flag.default:
            every = [name for choice in accept.streams for name in choice.media_types]
            yield f"{flag.name} is {flag.default} and {is_one_of(accept.name, every)}", f"{flag.name} = True"


def _paging_constant(paging: Paging) -> str:
    return f"_{constant_name(paging.name)}_PAGING"
