"""Views of the modules that hold resources."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir.api import Api, ErrorStatus, Method, Paging, Resource, Upload
from specloom.ir.naming import constant_name, module_name
from specloom.models.datamodel import Import
from specloom.models.modules import Module
from specloom.render.annotations import Annotation, Annotator
from specloom.render.build_link_views import grammar_constants, links_module
from specloom.render.build_upload_views import build_upload_view, upload_parameters, upload_result
from specloom.render.documentation import method_docstring, text_docstring
from specloom.render.imports import import_lines
from specloom.render.python import literal
from specloom.render.requests import build_statements
from specloom.render.shapes import Shapes
from specloom.render.signatures import Parameter, Signatures, with_star
from specloom.render.views import BuilderView, MethodView, ModeView, ResourceModuleView, ResourceView

__all__ = ["MODES", "ResourceViews", "all_resources", "module_of"]

MODES = (ModeView("", "def", ""), ModeView("Async", "async def", "await "))

_CLIENT_IMPORTS = frozenset("BaseClient Basic Bearer Configuration CookieKey HeaderKey OnMismatch QueryKey".split())
"""What the module with the clients imports besides resources."""

_FEATURE_IMPORTS = frozenset({"Link", "Search", "SearchGrammar"})
"""What the module with a resource may import besides types and what `naming` keeps free."""

_BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "bytes"})


def all_resources(resources: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """Return the resources and everything below them, parents first."""
    return tuple(each for resource in resources for each in (resource, *all_resources(resource.children)))


def module_of(resource: Resource) -> str:
    """Return the name of the module in which a resource lives."""
    return module_name("_".join(resource.path))


class ResourceViews:
    """Builds the views of one API's resource modules.

    Args:
        api: The API.
        answer_modules: Where the answer models live.
        input_modules: Where the typed dictionaries live.
    """

    def __init__(self, api: Api, answer_modules: tuple[Module, ...], input_modules: tuple[Module, ...]) -> None:
        self._api = api
        self._modules = (answer_modules, input_modules)
        self._errors: Mapping[str, ErrorStatus] = {error.status: error for error in api.errors}
        self._plain = self._signatures(frozenset())
        self._shapes = Shapes(api.inputs, self._plain.inputs.modules, ".._runtime")
        self._taken = {*api.answers, *api.inputs, api.client_name, *_CLIENT_IMPORTS, *_FEATURE_IMPORTS}

    def class_name(self, resource: Resource) -> str:
        """Return the resource's class name, told apart from types and clients of the same name."""
        return f"{resource.class_name}Resource" if resource.class_name in self._taken else resource.class_name

    def attribute(self, resource: Resource) -> ResourceView:
        """Return the resource as an attribute of its parent."""
        docstring = text_docstring(resource.description, indent=8, fallback=_fallback(resource))
        return ResourceView(resource.name, self.class_name(resource), module_of(resource), docstring)

    def signature(self, method: Method) -> tuple[tuple[Parameter, ...], str]:
        """Return the parameters of a method and what it gives back, as documentation says it."""
        result = self._plain.result(method).text
        return self._plain.parameters(method), f"Pager[{result}]" if method.paging else result

    def upload_signature(self, upload: Upload) -> tuple[tuple[Parameter, ...], str]:
        """Return the same of a method that uploads a file."""
        return upload_parameters(upload, self._plain), upload_result(upload, self._plain).text

    def module(self, resource: Resource, header: str) -> ResourceModuleView:
        """Return the view of the module with one resource, sync and async."""
        hidden = _BUILTINS & {*(each.name for each in resource.methods), *(each.name for each in resource.uploads)}
        signatures = self._signatures(hidden)
        methods = tuple(self._method(method, signatures) for method in resource.methods)
        uploads = tuple(
            build_upload_view(upload, signatures, self._uploader(upload, resource), self._errors)
            for upload in resource.uploads
        )
        builders = tuple(self._builder(method) for method in resource.methods)
        paging = {method.paging.name: method.paging for method in resource.methods if method.paging}
        constants = tuple((_paging_constant(each), _paging_expression(each)) for each in paging.values())
        grammars = grammar_constants(self._api, resource.methods)
        children = tuple(self.attribute(child) for child in resource.children)
        imports, type_imports = self._imports(resource, signatures)
        imports |= {Import(".._runtime.paging", expression.partition("(")[0]) for _, expression in constants}
        if grammars:
            imports.add(Import(".._runtime.search", "SearchGrammar"))
        return ResourceModuleView(
            header=header,
            docstring=text_docstring(resource.description, indent=0, fallback=_fallback(resource)),
            class_name=self.class_name(resource),
            class_docstring=text_docstring(resource.description, indent=4, fallback=_fallback(resource)),
            imports=import_lines(imports),
            type_imports=import_lines(type_imports - imports),
            modes=MODES,
            children=children,
            methods=methods,
            uploads=uploads,
            builders=builders,
            constants=(*constants, *grammars),
        )

    def _signatures(self, hidden: frozenset[str]) -> Signatures:
        answers = Annotator(
            self._api.answers, self._modules[0], "answer", "..models", hidden=hidden, links=links_module(self._api)
        )
        inputs = Annotator(self._api.inputs, self._modules[1], "input", "..inputs", answers.modules, hidden)
        return Signatures(answers, inputs)

    def _imports(self, resource: Resource, signatures: Signatures) -> tuple[set[Import], set[Import]]:
        """Return what a module imports at run time, and what only its annotations need."""
        imports = {
            Import(".._runtime.resource", "Resource"),
            Import(".._runtime.resource", "AsyncResource"),
        }
        types: set[Import] = set()
        if resource.methods:
            imports.add(Import(".._runtime.request", "Request"))
        if resource.children:
            imports.add(Import("functools", "cached_property"))
        for method in resource.methods:
            annotations = [signatures.result(method), *(each.annotation for each in signatures.parameters(method))]
            types |= {each for annotation in annotations for each in annotation.imports}
            if method.paging is not None:
                types |= {Import(".._runtime.paging", "Pager"), Import(".._runtime.paging", "AsyncPager")}
        for upload in resource.uploads:
            annotations = [upload_result(upload, signatures)]
            annotations += [each.annotation for each in upload_parameters(upload, signatures)]
            types |= {each for annotation in annotations for each in annotation.imports}
        unset = {each for each in types if each.name == "UNSET"}
        return imports | unset, types - unset

    def _method(self, method: Method, signatures: Signatures) -> MethodView:
        parameters = signatures.parameters(method)
        decoded = self._decoded(method)
        decode, arguments = _decoding(method, decoded, self._by_status(method))
        return MethodView(
            name=method.name,
            parameters=with_star(parameters, [each.declaration for each in parameters]),
            returns=signatures.result(method).text,
            paged=method.paging is not None,
            docstring=method_docstring(method, self._errors),
            imports=import_lines(decoded.imports),
            request=_call(method, parameters),
            decode=decode,
            arguments=arguments,
            declared=decode in {"_json", "_by_status"} and not (decoded.is_class and decode == "_json"),
        )

    def _uploader(self, upload: Upload, resource: Resource) -> tuple[str, str]:
        """Return class name and module of the resource that has the method with which an upload begins."""
        if upload.resource == resource.path:
            return "", ""
        (other,) = (each for each in all_resources(self._api.resources) if each.path == upload.resource)
        return self.class_name(other), module_of(other)

    def _decoded(self, method: Method) -> Annotation:
        """Return the type that is handed to the runtime for decoding, which methods import when they are called."""
        answer = method.answer
        if answer.kind != "json" or answer.type is None:
            return Annotation(())
        return self._plain.answer(answer) if answer.by_status else self._plain.answers.annotate(answer.type)

    def _by_status(self, method: Method) -> str:
        types = {
            status: self._plain.answers.annotate(type_).text if type_ is not None else "None"
            for status, type_ in method.answer.by_status.items()
        }
        return "{" + ", ".join(f"{literal(status)}: {text}" for status, text in types.items()) + "}"

    def _builder(self, method: Method) -> BuilderView:
        parameters = self._plain.parameters(method)
        statements = tuple(build_statements(method, self._shapes))
        return BuilderView(
            name=f"_{method.name}",
            parameters=with_star(parameters, [each.bare for each in parameters]),
            imports=import_lines(each for statement in statements for each in statement.imports),
            statements=tuple(statement.code for statement in statements),
        )


def _fallback(resource: Resource) -> str:
    return f"Calls under `{'.'.join(resource.path)}`."


def _call(method: Method, parameters: tuple[Parameter, ...]) -> str:
    arguments = [each.name if each.positional else f"{each.name}={each.name}" for each in parameters]
    return f"_{method.name}({', '.join(arguments)})"


def _decoding(method: Method, decoded: Annotation, by_status: str) -> tuple[str, str]:
    """Return the runtime's method for the answer, and what it gets besides the request."""
    answer = method.answer
    if method.paging is not None:
        return "_pages", f", {decoded.text}, {_paging_constant(method.paging)}"
    if answer.kind != "json":
        return f"_{answer.kind}", ""
    if answer.by_status:
        return "_by_status", f", {by_status}"
    return "_json_or_none" if answer.may_be_empty else "_json", f", {decoded.text}"


def _paging_constant(paging: Paging) -> str:
    return f"_{constant_name(paging.name)}"


def _paging_expression(paging: Paging) -> str:
    options: dict[str, str | int] = {
        "items": ".".join(paging.items),
        "total": ".".join(paging.total),
    }
    match paging.style:
        case "cursor" if paging.last_item:
            name, places = "AfterLast", [paging.parameter, ".".join(paging.last_item)]
        case "cursor":
            name, places = "Cursor", [paging.parameter, ".".join(paging.next)]
        case "offset":
            name, places = "Offset", [paging.parameter]
            options |= {"limit": paging.limit, "page": paging.page}
        case "page":
            name, places = "PageNumber", [paging.parameter]
            options |= {"size": paging.limit, "pages": ".".join(paging.pages), "more": ".".join(paging.more)}
            options["first"] = "" if paging.first == 1 else paging.first
        case _:
            name, places = "NextLink", []
    given = [f"{key}={literal(value)}" for key, value in options.items() if value != ""]
    return f"{name}({', '.join([*map(literal, places), *given])})"
