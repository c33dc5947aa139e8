"""Signatures: what a method takes and what it gives back, as annotations."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.ir.api import Answer, Argument, BodyField, Method
from specloom.ir.types import ListOf, Scalar, Type, nullable, without_null
from specloom.models.datamodel import Import
from specloom.render.annotations import Annotation, Annotator

__all__ = ["Parameter", "Signatures", "body_arguments", "holds_files", "with_star"]

_UNSET = frozenset({Import(".._runtime.unset", "UNSET"), Import(".._runtime.unset", "Unset")})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a method. `default` is empty where the caller must give a value."""

    name: str
    annotation: Annotation
    default: str
    positional: bool

    @property
    def bare(self) -> str:
        """The declaration without its default, for the builder, which is always given every argument."""
        return f"{self.name}: {self.annotation.text}"

    @property
    def declaration(self) -> str:
        """The declaration in the method's signature."""
        return f"{self.bare} = {self.default}" if self.default else self.bare


@dataclass(frozen=True, slots=True)
class Signatures:
    """Spells signatures with one pair of annotators."""

    answers: Annotator
    inputs: Annotator

    def parameters(self, method: Method) -> tuple[Parameter, ...]:
        """Return the parameters: path parameters in order, then required keywords, then optional ones."""
        found = [
            self._parameter(
                argument.name, self._argument_annotation(argument), argument.required, argument.place == "path"
            )
            for argument in method.arguments
        ]
        found += [self._body_parameter(method, field) for field in body_arguments(method)]
        return tuple(sorted(found, key=lambda parameter: (not parameter.positional, bool(parameter.default))))

    def result(self, method: Method) -> Annotation:
        """Return the type of what a method gives back: of one item, where it is paged."""
        if method.paging is not None:
            return self.answers.annotate(method.paging.item)
        return self.answer(method.answer)

    def answer(self, answer: Answer) -> Annotation:
        """Return the type of a decoded answer."""
        if answer.by_status:
            types = [self.answers.annotate(type_) for type_ in answer.by_status.values() if type_ is not None]
            members = dict.fromkeys(member for annotation in types for member in annotation.members)
            imports = frozenset(each for annotation in types for each in annotation.imports)
            return Annotation((*members, *(["None"] if answer.may_be_empty else [])), imports, is_class=False)
        if answer.type is None:
            return Annotation(("None",), is_class=False)
        return self.answers.annotate(nullable(answer.type) if answer.may_be_empty else answer.type)

    def _argument_annotation(self, argument: Argument) -> Annotation:
        # Parameters have no null, so None is no value of one that may not be left out.
        annotation = self.inputs.annotate(without_null(argument.type) if argument.required else argument.type)
        if not argument.search:
            return annotation
        members = dict.fromkeys(("Search", *annotation.members))
        return Annotation(tuple(members), annotation.imports | {Import(".._runtime.search", "Search")})

    def _parameter(self, name: str, annotation: Annotation, required: bool, positional: bool) -> Parameter:
        if required:
            return Parameter(name, annotation, "", positional)
        members = dict.fromkeys((*(each for each in annotation.members if each != "None"), "None"))
        return Parameter(name, Annotation(tuple(members), annotation.imports), "None", positional)

    def _body_parameter(self, method: Method, field: BodyField) -> Parameter:
        annotation = self._body_annotation(method, field)
        if field.required or not field.nullable:
            return self._parameter(field.name, annotation, field.required, positional=False)
        members = (*annotation.members, *(["None"] if "None" not in annotation.members else []), "Unset")
        return Parameter(field.name, Annotation(members, annotation.imports | _UNSET), "UNSET", positional=False)

    def _body_annotation(self, method: Method, field: BodyField) -> Annotation:
        kind = method.body.kind if method.body else "json"
        if kind == "content":
            return Annotation(("Content",), frozenset({Import(".._runtime.request", "Content")}))
        upload = frozenset({Import(".._runtime.request", "Upload")})
        if kind == "multipart" and without_null(field.type) == Scalar("bytes"):
            return Annotation(("Upload",), upload)
        if kind == "multipart" and without_null(field.type) == ListOf(Scalar("bytes")):
            list_ = self.inputs.builtin("list")
            return Annotation((f"{list_.text}[Upload]",), upload | list_.imports)
        return self.inputs.annotate(nullable(field.type) if field.nullable else without_null(field.type))


def body_arguments(method: Method) -> tuple[BodyField, ...]:
    """Return the arguments that make up a method's body."""
    if method.body is None:
        return ()
    return (method.body.whole,) if method.body.whole else method.body.fields


def holds_files(type_: Type) -> bool:
    """Tell whether a part of a multipart body is a file, or several."""
    return without_null(type_) in (Scalar("bytes"), ListOf(Scalar("bytes")))


def with_star(parameters: tuple[Parameter, ...], declarations: list[str]) -> tuple[str, ...]:
    """Return the declarations with a lone `*` before those of keyword arguments."""
    positional = sum(1 for parameter in parameters if parameter.positional)
    keywords = declarations[positional:]
    return (*declarations[:positional], *(["*"] if keywords else []), *keywords)
