"""Signatures: what a method takes and what it gives back, as annotations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from specloom.ir.annotations import Annotation, Annotator
from specloom.ir.api import Answer, Api, Argument, BodyField, Method, Upload
from specloom.ir.types import ListOf, Scalar, Type, nullable, without_null

__all__ = [
    "Parameter",
    "Signatures",
    "body_arguments",
    "build_signatures",
    "holds_files",
    "upload_parameters",
    "upload_result",
    "with_star",
]


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
            return Annotation((*members, *(["None"] if answer.may_be_empty else [])), is_class=False)
        if answer.type is None:
            return Annotation(("None",), is_class=False)
        return self.answers.annotate(nullable(answer.type) if answer.may_be_empty else answer.type)

    def _argument_annotation(self, argument: Argument) -> Annotation:
        # Parameters have no null, so None is no value of one that may not be left out.
        annotation = self.inputs.annotate(without_null(argument.type) if argument.required else argument.type)
        if not argument.search:
            return annotation
        return Annotation(tuple(dict.fromkeys((self.inputs.spell("_Search"), *annotation.members))))

    def _parameter(self, name: str, annotation: Annotation, required: bool, positional: bool) -> Parameter:
        if required:
            return Parameter(name, annotation, "", positional)
        members = dict.fromkeys((*(each for each in annotation.members if each != "None"), "None"))
        return Parameter(name, Annotation(tuple(members)), "None", positional)

    def _body_parameter(self, method: Method, field: BodyField) -> Parameter:
        annotation = self._body_annotation(method, field)
        if field.required or not field.nullable:
            return self._parameter(field.name, annotation, field.required, positional=False)
        null = ["None"] if "None" not in annotation.members else []
        members = (*annotation.members, *null, self.inputs.spell("_Unset"))
        return Parameter(field.name, Annotation(members), self.inputs.spell("_UNSET"), positional=False)

    def _body_annotation(self, method: Method, field: BodyField) -> Annotation:
        kind = method.body.kind if method.body else "json"
        if kind == "content":
            return Annotation((self.inputs.spell("_Content"),))
        upload = self.inputs.spell("_Upload")
        if kind == "multipart" and without_null(field.type) == Scalar("bytes"):
            return Annotation((upload,))
        if kind == "multipart" and without_null(field.type) == ListOf(Scalar("bytes")):
            return Annotation((f"{self.inputs.spell('list')}[{upload}]",))
        return self.inputs.annotate(nullable(field.type) if field.nullable else without_null(field.type))


def build_signatures(api: Api, *, hidden: Collection[str] = (), for_people: bool = False) -> Signatures:
    """Return what spells the signatures of a client: see `Annotator` for `hidden` and `for_people`."""
    answers = Annotator(api.answers, "answer", hidden=hidden, for_people=for_people)
    inputs = Annotator(api.inputs, "input", models=api.answers.keys(), hidden=hidden, for_people=for_people)
    return Signatures(answers, inputs)


def upload_parameters(upload: Upload, signatures: Signatures) -> tuple[Parameter, ...]:
    """Return what the method takes: arguments of the operations it calls, and the file."""
    methods = [upload.request] if upload.attach is None else [upload.attach, upload.request]
    known = {each.name for each in upload.arguments}
    found = {each.name: each for method in methods for each in signatures.parameters(method) if each.name in known}
    optional = [("filename", bool(upload.filename)), ("content_type", True)]
    texts = [
        Parameter(name, Annotation((signatures.inputs.spell("str"), "None")), "None", positional=False)
        for name, wanted in optional
        if wanted
    ]
    source = Parameter("source", Annotation((signatures.inputs.spell("_FileSource"),)), "", positional=True)
    everything = [*found.values(), *texts, source]
    return tuple(sorted(everything, key=lambda each: (not each.positional, each is source, bool(each.default))))


def upload_result(upload: Upload, signatures: Signatures) -> Annotation:
    """Return what the method gives back: the answer of the last operation it calls."""
    return signatures.result(upload.attach or upload.request)


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
