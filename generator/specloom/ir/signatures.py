"""Signatures: what a method takes and what it gives back, as annotations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from specloom.ir.annotations import Annotation, Annotator, joined, literal
from specloom.ir.api import Api, Edit, Method, Upload, list_arguments, list_bodies
from specloom.ir.call import Accept, Answer, Argument, Body, BodyField, ContentType
from specloom.ir.types import (
    ListOf,
    Literals,
    MapOf,
    Named,
    Scalar,
    TupleOf,
    Type,
    Union,
    nullable,
    union_members,
    without_null,
)
from specloom.ir.unions import union_of
from specloom.record import record, replace
from specloom.spec.media_types import is_range

_CONTENT = union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.Stream")))
_FILE = union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.File")))
_FILES = Named("_runtime.Uploads")
_FILE_SOURCE = union_of((Scalar("bytes"), Named("_runtime.FileSource")))
_CHANGE = Named("_runtime.Change")
_SEARCH, _UNSET = Named("_runtime.Search"), Named("_runtime.Unset")
_NONE = Scalar("none")


@record
class SignatureParameter:
    """A parameter of a method. `default` is empty where the caller must give a value."""

    name: str
    annotation: Annotation
    default: str
    takes: Type
    """What may be passed; classes of the runtime are called `_runtime.File`, as no type of a description is."""
    positional: bool = False
    source: Argument | BodyField | ContentType | Accept | None = None
    """What it is made from; None for what methods that call several operations take for themselves."""

    @property
    def bare(self) -> str:
        """The declaration without its default, for the builder, which is always given every argument."""
        return f"{self.name}: {self.annotation.text}"

    @property
    def declaration(self) -> str:
        """The declaration in the method's signature."""
        return f"{self.bare} = {self.default}" if self.default else self.bare


@record
class Call:
    """A way to call a method: what it takes then, and what it gives back."""

    parameters: tuple[SignatureParameter, ...]
    result: Annotation
    """Of one item, where it is paged. No members where it gives a stream."""
    is_paged: bool = False
    streams: tuple[Annotation, ...] = ()
    """Of one item of each stream that it may give."""


@record
class Signatures:
    """Spells signatures with one pair of annotators."""

    answers: Annotator
    inputs: Annotator

    def parameters(self, method: Method) -> tuple[SignatureParameter, ...]:
        """Return what a call takes that leaves every choice to the default: see `calls`."""
        return self.calls(method)[0].parameters

    def calls(self, method: Method) -> tuple[Call, ...]:
        """Return the ways to call a method; the first one is what happens unasked.

        Path parameters come first, in order, then required keywords, then optional ones.
        """
        found: list[Call] = []
        last: list[Call] = []  # what gives back whatever was asked for: type checkers take the first way that fits
        accept = method.accept
        is_open = accept is not None and accept.is_choice and accept.is_open
        for sent in self._sent(method):
            taken, answered = [*self._arguments(method), *sent], [*self._answered(method)]
            flag = next((each for each in taken if accept and each.name == accept.flag), None)
            if flag is not None and accept is not None:
                found += self._flagged(answered, taken, flag, accept)
            else:
                found += (replace(call, parameters=_sorted([*taken, *call.parameters])) for call in answered)
                last += [found.pop()] if is_open else []
        return (*found, *last)

    def _flagged(
        self, answered: list[Call], taken: list[SignatureParameter], flag: SignatureParameter, accept: Accept
    ) -> Iterator[Call]:
        """Yield ways to call a method that a flag tells apart as well as the media type.

        `answered` are the ways by the media type, and the flag has the server send a stream.
        """
        default, *others = answered
        rest = [each for each in taken if each is not flag]
        true_or_false = self.inputs.annotate(Scalar("bool")).text
        off, on = (self.inputs.annotate(Literals((value,))).text for value in (False, True))
        without = Annotation(tuple(off if each == true_or_false else each for each in flag.annotation.members))
        yield replace(default, parameters=_sorted([*rest, replace(flag, annotation=without), *default.parameters]))
        yield from (replace(call, parameters=_sorted([*taken, *call.parameters])) for call in others)
        names = (*accept.choices[0].media_types, *accept.streams[0].media_types)
        asked = self._choice(accept, Literals(names), names[0])
        with_ = replace(flag, annotation=Annotation((on,)), default="")
        streams = (self.answer(accept.streams[0].answer),)
        yield Call(_sorted([*rest, with_, asked]), Annotation(()), streams=streams)
        yield replace(default, parameters=_sorted([*taken, asked]), streams=streams)

    def implementation(self, method: Method) -> tuple[SignatureParameter, ...]:
        """Return the parameters of the function that all ways to call a method come to."""
        found = self._arguments(method)
        bodies = list_bodies(method)
        offered: dict[str, list[SignatureParameter]] = {}
        for body in bodies:
            for parameter in self.body_parameters(body):
                offered.setdefault(parameter.name, []).append(parameter)
        found += (self._any_of(each, always=len(each) == len(bodies)) for each in offered.values())
        if method.content_type is not None:
            found.append(self._choice(method.content_type, Scalar("str"), method.content_type.media_types[0]))
        if method.accept is not None:
            found.append(self._choice(method.accept, Scalar("str"), method.accept.media_types[0]))
        return _sorted(found)

    def body_parameters(self, body: Body) -> tuple[SignatureParameter, ...]:
        """Return what a call takes for a body, in the order of the description."""
        return tuple(self._body_parameter(body, field) for field in body.arguments)

    def _any_of(self, parameters: list[SignatureParameter], *, always: bool) -> SignatureParameter:
        """Return a parameter that takes what any of several of its name takes; `always`: each way to call has one."""
        first = parameters[0]
        annotation, default = joined(each.annotation for each in parameters), first.default
        takes = union_of(tuple(each.takes for each in parameters))
        if not always or any(each.default for each in parameters):
            unset = Annotation((self.inputs.spell("_Unset"),))
            annotation, default = joined([annotation, unset]), self.inputs.spell("_UNSET")
        return replace(first, annotation=annotation, default=default, takes=takes)

    def _arguments(self, method: Method) -> list[SignatureParameter]:
        return [self._argument_parameter(argument) for argument in method.arguments]

    def _choice(self, source: ContentType | Accept, type_: Type, default: str = "") -> SignatureParameter:
        said = literal(default) if default else ""
        return SignatureParameter(source.name, self.inputs.annotate(type_), said, type_, source=source)

    def _sent(self, method: Method) -> Iterator[tuple[SignatureParameter, ...]]:
        """Yield what a call takes for the body, for each set of media types that take the same."""
        chosen = method.content_type
        if chosen is None:
            yield self.body_parameters(method.body) if method.body else ()
            return
        alike: dict[tuple[str, ...], list[Body]] = {}
        for body in chosen.bodies:
            key = tuple(each.declaration for each in self.body_parameters(body))
            alike.setdefault(key, []).append(body)
        default, *others = alike.values()
        names = _names(default)
        type_ = Literals(names, open=not others and _has_range(names))
        yield (*self.body_parameters(default[0]), self._choice(chosen, type_, names[0]))
        # What takes any text goes last: it would hide what comes behind it.
        for bodies in sorted(others, key=lambda bodies: _has_range(_names(bodies))):
            names = _names(bodies)
            type_ = Literals(names, open=_has_range(names))
            yield (self._choice(chosen, type_), *self.body_parameters(bodies[0]))

    def _answered(self, method: Method) -> Iterator[Call]:
        """Yield what a call gives back, and the parameter that asks for it, for each set of media types of one type."""
        result, is_paged, accept = self.result(method), method.paging is not None, method.accept
        if accept is None:
            yield _call((), result, method.answer, is_paged=is_paged)
            return
        first = accept.media_types[0]
        if not accept.is_choice:
            asked = self._choice(accept, Literals(accept.media_types, accept.is_open), first)
            yield _call((asked,), result, method.answer, is_paged=is_paged)
            return
        default = self._choice(accept, Literals(accept.choices[0].media_types), first)
        yield _call((default,), result, method.answer, is_paged=is_paged)
        for choice in accept.choices[1:]:
            asked = self._choice(accept, Literals(choice.media_types))
            yield _call((asked,), self.answer(choice.answer), choice.answer)
        if accept.is_open:
            answers = [(self.answer(choice.answer), choice.answer.stream) for choice in accept.choices]
            asked = self._choice(accept, Scalar("str"))
            whole = joined(result for result, stream in answers if stream is None)
            yield Call((asked,), whole, streams=tuple(result for result, stream in answers if stream))

    def result(self, method: Method) -> Annotation:
        """Return the type of what a method gives back: of one item, where it is paged or streamed."""
        if method.paging is not None:
            return self.answers.annotate(method.paging.item)
        return self.answer(method.answer)

    def answer(self, answer: Answer) -> Annotation:
        """Return the type of a decoded answer; of a stream that of an item."""
        if answer.by_status:
            whole = joined(self.answers.annotate(type_) for type_ in answer.by_status.values() if type_ is not None)
            if answer.stream is not None:
                return joined((self.answer(replace(answer, by_status={})), whole))
            return Annotation((*whole.members, *(["None"] if answer.may_be_empty else [])), is_class=False)
        if answer.type is None:
            return Annotation(("None",), is_class=False)
        if answer.stream is not None and answer.stream.data:
            event = f"{self.answers.spell('_Event')}[{self.answers.annotate(answer.type).text}]"
            return Annotation((event,), is_class=False)
        return self.answers.annotate(nullable(answer.type) if answer.may_be_empty else answer.type)

    def _argument_parameter(self, argument: Argument) -> SignatureParameter:
        # Parameters have no null, so None is no value of one that may not be left out.
        annotation = self.inputs.annotate(without_null(argument.type) if argument.required else argument.type)
        takes = argument.type
        if argument.search:
            annotation = Annotation(tuple(dict.fromkeys((self.inputs.spell("_Search"), *annotation.members))))
            takes = union_of((takes, _SEARCH))
        parameter = _parameter(argument.name, annotation, takes, argument.required, positional=argument.place == "path")
        return replace(parameter, source=argument)

    def _body_parameter(self, body: Body, field: BodyField) -> SignatureParameter:
        annotation, takes = self._body_types(body, field)
        if field.required:
            return SignatureParameter(field.name, annotation, "", takes, source=field)
        null = ["None"] if field.nullable and "None" not in annotation.members else []
        members = (*annotation.members, *null, self.inputs.spell("_Unset"))
        takes = union_of((takes, _UNSET, *([_NONE] if field.nullable else [])))
        return SignatureParameter(field.name, Annotation(members), self.inputs.spell("_UNSET"), takes, source=field)

    def _body_types(self, body: Body, field: BodyField) -> tuple[Annotation, Type]:
        kind, bare = body.kind, without_null(field.type)
        if kind == "content":
            several = is_range(body.content_type)
            return Annotation((self.inputs.spell("_AnyContent" if several else "_Content"),)), _CONTENT
        if kind == "items" and isinstance(bare, ListOf):
            return Annotation((f"{self.inputs.spell('_ItemSource')}[{self.inputs.annotate(bare.item).text}]",)), bare
        upload = self.inputs.spell("_Upload")
        if kind == "parts":
            return joined(map(self._parts, union_members(bare))), _with_files(bare)
        if kind == "multipart" and bare == Scalar("bytes"):
            return Annotation((upload,)), _FILE
        if kind == "multipart" and bare == ListOf(Scalar("bytes")):
            return Annotation((f"{self.inputs.spell('list')}[{upload}]",)), _FILES
        if kind == "multipart" and bare == MapOf(Scalar("bytes")):
            return Annotation((f"{self.inputs.spell('_Mapping')}[str, {upload}]",)), MapOf(_FILE)
        type_ = nullable(field.type) if field.nullable else bare
        return self.inputs.annotate(type_), type_

    def _parts(self, type_: Type) -> Annotation:
        """Return the type of a sequence of parts, of which some may be files."""
        match type_:
            case TupleOf(items):
                return Annotation((f"tuple[{', '.join(self._part(item).text for item in items)}]",))
            case ListOf(item):
                parts = joined(map(self._part, union_members(item))).text
                return Annotation((f"{self.inputs.spell('_Sequence')}[{parts}]",))
            case _:
                return self.inputs.annotate(type_)

    def _part(self, type_: Type) -> Annotation:
        is_file = type_ == Scalar("bytes")
        return Annotation((self.inputs.spell("_Upload"),)) if is_file else self.inputs.annotate(type_)


def _with_files(type_: Type) -> Type:
    """Return what may be passed for a sequence of parts: for bytes, anything that is a file."""
    match type_:
        case Union(members):
            return union_of(tuple(map(_with_files, members)))
        case TupleOf(items, rest):
            return TupleOf(tuple(map(_with_files, items)), None if rest is None else _with_files(rest))
        case ListOf(item):
            return ListOf(_with_files(item))
        case _:
            return _FILE if type_ == Scalar("bytes") else type_


def _names(bodies: Iterable[Body]) -> tuple[str, ...]:
    return tuple(name for body in bodies for name in body.media_types)


def _has_range(names: Iterable[str]) -> bool:
    return any(map(is_range, names))


def _sorted(parameters: Iterable[SignatureParameter]) -> tuple[SignatureParameter, ...]:
    return tuple(sorted(parameters, key=lambda parameter: (not parameter.positional, bool(parameter.default))))


def _call(
    parameters: tuple[SignatureParameter, ...], result: Annotation, answer: Answer, *, is_paged: bool = False
) -> Call:
    if answer.stream is None:
        return Call(parameters, result, is_paged)
    return Call(parameters, Annotation(()), streams=(result,))


def _parameter(
    name: str, annotation: Annotation, takes: Type, required: bool, *, positional: bool = False
) -> SignatureParameter:
    """Return a parameter; one that may be left out is None then."""
    if required:
        return SignatureParameter(name, annotation, "", takes, positional)
    members = dict.fromkeys((*(each for each in annotation.members if each != "None"), "None"))
    return SignatureParameter(name, Annotation(tuple(members)), "None", union_of((takes, _NONE)), positional)


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
    return answer_type(method.answer)


def answer_type(answer: Answer) -> Type | None:
    """Return the type of a decoded answer; None where there is nothing."""
    types = [type_ for type_ in answer.by_status.values() if type_]
    if answer.type is not None and (not types or answer.stream is not None):
        types = [answer.type, *types]
    if not types or types == [Scalar("none")]:
        return None
    return nullable(union_of(tuple(types))) if answer.may_be_empty else union_of(tuple(types))


def upload_parameters(upload: Upload, signatures: Signatures) -> tuple[SignatureParameter, ...]:
    """Return what the method takes: arguments of the operations it calls, and the file."""
    methods = [upload.request] if upload.attach is None else [upload.attach, upload.request]
    known = {each.name for each in upload.arguments}
    found = {each.name: each for method in methods for each in signatures.parameters(method) if each.name in known}
    optional = [("filename", bool(upload.filename)), ("content_type", True)]
    text = Annotation((signatures.inputs.spell("str"),))
    texts = [_parameter(name, text, Scalar("str"), required=False) for name, wanted in optional if wanted]
    file = Annotation((signatures.inputs.spell("_FileSource"),))
    source = _parameter("source", file, _FILE_SOURCE, required=True, positional=True)
    return _sorted([*found.values(), *texts, source])


def edit_parameters(edit: Edit, signatures: Signatures) -> tuple[SignatureParameter, ...]:
    """Return what a method that edits takes: what reading takes, and what changes it."""
    change = f"{signatures.inputs.spell('_Callable')}[[{signatures.result(edit.read).text}], {edit.change} | None]"
    number = Annotation((signatures.inputs.spell("int"),))
    own = (
        _parameter("change", Annotation((change,)), _CHANGE, required=True, positional=True),
        SignatureParameter("max_attempts", number, "5", Scalar("int")),
    )
    known = {each.name for each in list_arguments(edit.read)}  # of several media types, those that are usual are used
    read = [each for each in signatures.parameters(edit.read) if each.name in known]
    return _sorted((*read, *own))


def edit_result(edit: Edit, signatures: Signatures) -> Annotation:
    """Return what the method gives back: what sending gives, or reading, where nothing is sent."""
    return Annotation(joined((signatures.result(edit.send), signatures.result(edit.read))).members)


def edit_result_type(edit: Edit) -> Type | None:
    """Return the type of what the method gives back."""
    types = [type_ for each in (edit.send, edit.read) if (type_ := result_type(each)) is not None]
    result = union_of(tuple(types))
    return result if result_type(edit.send) is not None else nullable(result)


def holds_files(type_: Type) -> bool:
    """Tell whether a part of a multipart body is a file, or several."""
    return without_null(type_) in (Scalar("bytes"), ListOf(Scalar("bytes")))
