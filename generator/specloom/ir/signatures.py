"""Signatures: what a method takes and what it gives back, as annotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from specloom.ir.annotations import Annotation, Annotator
from specloom.ir.media_types import is_range
from specloom.ir.types import ListOf, Named, Scalar, Type, nullable, without_null
from specloom.ir.unions import union_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from specloom.ir.api import Answer, Api, Argument, BodyField, Method, Upload

_CONTENT = union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.Stream")))
_FILE = union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.File")))
_FILES = Named("_runtime.Uploads")
_FILE_SOURCE = union_of((Scalar("bytes"), Named("_runtime.FileSource")))
_SEARCH, _UNSET = Named("_runtime.Search"), Named("_runtime.Unset")
_NONE = Scalar("none")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a method. `default` is empty where the caller must give a value."""

    name: str
    annotation: Annotation
    default: str
    positional: bool
    takes: Type
    """What may be passed; classes of the runtime are called `_runtime.File`, as no type of a description is."""

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
        found = [self._argument_parameter(argument) for argument in method.arguments]
        found += [self._body_parameter(method, field) for field in body_arguments(method)]
        return tuple(sorted(found, key=lambda parameter: (not parameter.positional, bool(parameter.default))))

    def result(self, method: Method) -> Annotation:
        """Return the type of what a method gives back: of one item, where it is paged or streamed."""
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
        if answer.stream is not None and answer.stream.data:
            return Annotation(
                (f"{self.answers.spell('_Event')}[{self.answers.annotate(answer.type).text}]",), is_class=False
            )
        return self.answers.annotate(nullable(answer.type) if answer.may_be_empty else answer.type)

    def _argument_parameter(self, argument: Argument) -> Parameter:
        # Parameters have no null, so None is no value of one that may not be left out.
        annotation = self.inputs.annotate(without_null(argument.type) if argument.required else argument.type)
        takes = argument.type
        if argument.search:
            annotation = Annotation(tuple(dict.fromkeys((self.inputs.spell("_Search"), *annotation.members))))
            takes = union_of((takes, _SEARCH))
        return _parameter(argument.name, annotation, takes, argument.required, positional=argument.place == "path")

    def _body_parameter(self, method: Method, field: BodyField) -> Parameter:
        annotation, takes = self._body_types(method, field)
        if field.required:
            return _parameter(field.name, annotation, takes, required=True)
        null = ["None"] if field.nullable and "None" not in annotation.members else []
        members = (*annotation.members, *null, self.inputs.spell("_Unset"))
        takes = union_of((takes, _UNSET, *([_NONE] if field.nullable else [])))
        return Parameter(field.name, Annotation(members), self.inputs.spell("_UNSET"), positional=False, takes=takes)

    def _body_types(self, method: Method, field: BodyField) -> tuple[Annotation, Type]:
        kind, bare = method.body.kind if method.body else "json", without_null(field.type)
        if kind == "content":
            several = method.body is not None and is_range(method.body.content_type)
            return Annotation((self.inputs.spell("_AnyContent" if several else "_Content"),)), _CONTENT
        upload = self.inputs.spell("_Upload")
        if kind == "multipart" and bare == Scalar("bytes"):
            return Annotation((upload,)), _FILE
        if kind == "multipart" and bare == ListOf(Scalar("bytes")):
            return Annotation((f"{self.inputs.spell('list')}[{upload}]",)), _FILES
        type_ = nullable(field.type) if field.nullable else bare
        return self.inputs.annotate(type_), type_


def _parameter(
    name: str, annotation: Annotation, takes: Type, required: bool, *, positional: bool = False
) -> Parameter:
    """Return a parameter; one that may be left out is None then."""
    if required:
        return Parameter(name, annotation, "", positional, takes)
    members = dict.fromkeys((*(each for each in annotation.members if each != "None"), "None"))
    return Parameter(name, Annotation(tuple(members)), "None", positional, union_of((takes, _NONE)))


def build_signatures(api: Api, *, hidden: Collection[str] = (), for_people: bool = False) -> Signatures:
    """Return what spells the signatures of a client: see `Annotator` for `hidden` and `for_people`."""
    answers = Annotator(api.answers, "answer", hidden=hidden, for_people=for_people)
    inputs = Annotator(api.inputs, "input", models=api.answers.keys(), hidden=hidden, for_people=for_people)
    return Signatures(answers, inputs)


def result_type(method: Method) -> Type | None:
    """Return the type of what a method gives back; None where it gives back nothing.

    Where it is paged or streamed, that is the type of what is in one item.
    """
    if method.paging is not None:
        return method.paging.item
    answer = method.answer
    types = [type_ for type_ in answer.by_status.values() if type_] or ([answer.type] if answer.type else [])
    if not types or types == [Scalar("none")]:
        return None
    return nullable(union_of(tuple(types))) if answer.may_be_empty else union_of(tuple(types))


def upload_parameters(upload: Upload, signatures: Signatures) -> tuple[Parameter, ...]:
    """Return what the method takes: arguments of the operations it calls, and the file."""
    methods = [upload.request] if upload.attach is None else [upload.attach, upload.request]
    known = {each.name for each in upload.arguments}
    found = {each.name: each for method in methods for each in signatures.parameters(method) if each.name in known}
    optional = [("filename", bool(upload.filename)), ("content_type", True)]
    text = Annotation((signatures.inputs.spell("str"),))
    texts = [_parameter(name, text, Scalar("str"), required=False) for name, wanted in optional if wanted]
    file = Annotation((signatures.inputs.spell("_FileSource"),))
    source = _parameter("source", file, _FILE_SOURCE, required=True, positional=True)
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


def with_star(positional: Iterable[bool], declarations: list[str]) -> tuple[str, ...]:
    """Return the declarations with a lone `*` before those of keyword arguments, which come last."""
    number = sum(positional)
    keywords = declarations[number:]
    return (*declarations[:number], *(["*"] if keywords else []), *keywords)
