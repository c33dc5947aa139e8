"""The words of docstrings: what a method does, its arguments, its failures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from specloom.ir.api import Edit, ErrorStatus, Method, Upload, list_arguments, list_bodies
from specloom.ir.call import Accept, Argument, BodyField
from specloom.ir.types import Field
from specloom.render.python import docstring, one_line, wrap

_SOURCE = "source: The content as bytes or in pieces of bytes, the path of a file, or a file opened in binary mode."
_FILENAME = "filename: The file's name; by default that of the path or of the open file."
_CONTENT_TYPE = "content_type: The file's media type; by default the usual one for its name."


def text_docstring(text: str, *, indent: int, fallback: str = "") -> str:
    """Return a docstring of a description; of `fallback` where it is empty; empty where both are."""
    text = text.strip() or fallback
    return docstring(wrap(text, indent=indent + 3), indent=indent) if text else ""


def field_docstring(field: Field) -> str:
    """Return the docstring below a field: its description, bounds and the server's default."""
    text = " ".join(part for part in (sentence(field.description), _facts(field.default, field.deprecated)) if part)
    return text_docstring(text, indent=4)


def method_docstrings(method: Method, errors: Mapping[str, ErrorStatus], path: str) -> tuple[str, str]:
    """Return the docstrings of a method, blocking and async: summary, description, route, arguments, failures.

    The path is what callers write for it: `client.orders.list`.
    """
    summary, route = one_line(method.summary), f"`{one_line(method.route)}`"
    lines = wrap(summary or f"Call {route}.", indent=11)
    description = method.description.strip()
    if description and one_line(description) != summary:
        lines += ["", *wrap(description, indent=8)]
    if summary:
        lines += ["", route]
    if method.deprecated:
        lines += ["", "Deprecated: the description marks this operation as on its way out."]
    fields = {field.name: field for body in reversed(list_bodies(method)) for field in reversed(body.arguments)}
    arguments: list[Argument | BodyField] = [*method.arguments, *reversed(fields.values())]
    asked = [f"{method.content_type.name}: The media type of the body."] if method.content_type else []
    asked += [_accept_line(method.accept)] if method.accept else []
    if arguments or asked:
        lines += _arguments([*chain(*_argument_lines(arguments)), *asked])
    if method.paging is not None:
        lines += ["", "Returns:", "    A pager: iterate over it for the items of all pages. Nothing is sent before."]
    rest: list[str] = []
    if method.headers:
        text = f"Of a raw answer, see `client.raw`, the header fields are `models.{method.headers}.of(…)`."
        rest += ["", *wrap(text, indent=8)]
    if raised := _raised([method], errors):
        rest += ["", "Raises:", *raised]
    blocking, other = (_streams(method, path, is_async=is_async) for is_async in (False, True))
    found = docstring([*lines, *blocking, *rest], indent=8)
    return found, docstring([*lines, *other, *rest], indent=8) if other else found


def _streams(method: Method, path: str, *, is_async: bool) -> list[str]:
    """Return the lines that say what stream comes back, and how it is read."""
    accept, answer, asked = method.accept, method.answer, ""
    if answer.stream is None and accept is not None:
        choice = next((each for each in accept.choices if each.answer.stream is not None), None)
        if choice is not None:
            answer, asked = choice.answer, f'{accept.name}="{choice.media_types[0]}"'
    if answer.stream is None:
        return []
    is_whole = bool(answer.stream.data)
    item = "event" if is_whole else "data" if answer.stream.form == "events" else "value"
    gives = {
        "events": "each event, with its type and id," if is_whole else "the data of each event",
        "lines": "the JSON value of each line",
        "sequence": "the JSON value of each record",
    }[answer.stream.form]
    needs = any(each.required for each in list_arguments(method))
    call = f"{path}({', '.join([*(['...'] if needs else []), *([asked] if asked else [])])})"
    flag = f"`{accept.flag}=True`, or by " if accept is not None and accept.flag and asked else ""
    text = f"A stream{f', if asked for by {flag}`{asked}`' if asked else ''}: it gives {gives} when it comes."
    if whole := [str(status) for status, type_ in answer.by_status.items() if type_ is not None]:
        text += f" An answer of status {' or '.join(whole)} is the one item in its place."
    prefix, wait = ("async ", "await ") if is_async else ("", "")
    return [
        "",
        "Returns:",
        *(f"    {line}" for line in wrap(text, indent=12)),
        "",
        f"        {prefix}with {wait}{call} as stream:",
        f"            {prefix}for {item} in stream:",
        f"                print({item})",
    ]


def upload_docstring(upload: Upload, errors: Mapping[str, ErrorStatus]) -> str:
    """Return the docstring of a method that uploads a file."""
    steps = f"Asks for an address with `{one_line(upload.request.route)}` and sends the file there, without credentials"
    if upload.attach is not None:
        steps += f", then calls `{one_line(upload.attach.route)}`"
    summary = one_line(upload.attach.summary) if upload.attach else ""
    lines = wrap(f"Upload a file, then: {summary}" if summary else "Upload a file.", indent=11)
    lines += ["", *wrap(f"{steps}.", indent=8)]
    positional, others = _argument_lines(upload.arguments)
    names = [_FILENAME] if upload.filename else []
    lines += _arguments([*positional, _SOURCE, *others, *names, _CONTENT_TYPE])
    lines += ["", "Raises:", "    UploadError: The storage did not take the file."]
    return docstring([*lines, *_raised((upload.request, upload.attach), errors)], indent=8)


_CHANGE = (
    "change: Is given what was read, and gives what to change, as arguments of `{send}`; None: nothing. It is called"
    " again with what is read again, and may raise to give up."
)


def edit_docstring(edit: Edit, errors: Mapping[str, ErrorStatus]) -> str:
    """Return the docstring of a method that edits."""
    summary, read, send = (one_line(each) for each in (edit.send.summary, edit.read.route, edit.send.route))
    lines = wrap(f"{summary or f'Call `{send}`.'}", indent=11)
    text = (
        f"Reads it with `{read}` and sends what `change` says with `{send}`, together with the revision that was"
        f" read. Where somebody else has changed it meanwhile ({edit.conflict}), all of that is done again."
    )
    lines += ["", *wrap(text, indent=8)]
    positional, others = _argument_lines(list_arguments(edit.read))
    attempts = "max_attempts: How often it is tried at most."
    lines += _arguments([*positional, _CHANGE.format(send=edit.send.name), *others, attempts])
    lines += ["", "Returns:", "    What sending gave back; what was read where nothing was to be changed."]
    listed = _raised((edit.read, edit.send), errors, str(edit.conflict))
    return docstring([*lines, *(["", "Raises:", *listed] if listed else [])], indent=8)


def sentence(text: str) -> str:
    """Return the text with a full stop where its last character is a letter or digit."""
    text = text.strip()
    return f"{text}." if text and text[-1].isalnum() else text


def _arguments(texts: Iterable[str]) -> list[str]:
    lines = [line for text in texts for line in wrap(text, indent=12, hanging=4)]
    return ["", "Args:", *(f"    {line}" for line in lines)]


def _argument_lines(arguments: Iterable[Argument | BodyField]) -> tuple[list[str], list[str]]:
    """Return what is said of the arguments that go by their places, and of the others; each first what is required."""
    positional: list[str] = []
    others: list[str] = []
    for each in sorted(arguments, key=lambda each: not each.required):
        is_positional = isinstance(each, Argument) and each.place == "path"
        (positional if is_positional else others).append(_argument_line(each))
    return positional, others


def _raised(methods: Iterable[Method | None], errors: Mapping[str, ErrorStatus], conflict: str = "") -> list[str]:
    """Return a line for each class that calls raise, by status; `conflict` is that of a newer revision."""
    raised = sorted({status for method in methods if method for status in method.errors if status in errors})
    notes = {conflict: " Each attempt met a newer revision."}
    return [f"    {errors[each].class_name}: {each}.{notes.get(each, '')}" for each in raised]


def _argument_line(argument: Argument | BodyField) -> str:
    facts = _facts(argument.default, argument.deprecated)
    said = sentence(one_line(argument.description)) or ("" if facts else _unsaid(argument))
    return f"{argument.name}: {' '.join(part for part in (said, facts, _grammar(argument)) if part)}"


def _accept_line(accept: Accept) -> str:
    ranges = [name for name in accept.media_types if "*" in name]
    others = f" One in {' or '.join(f'`{name}`' for name in ranges)} can be asked for, too." if accept.is_open else ""
    return f"{accept.name}: The media type that the answer is to have.{others}"


def _grammar(argument: Argument | BodyField) -> str:
    """Say what an argument takes that is written in a grammar of the API's own."""
    if isinstance(argument, Argument) and argument.search:
        return "Takes a mapping of names to values, see Searches in `README.md`, or a text as the API has it."
    if isinstance(argument, Argument) and argument.expand:
        return "Takes a list of names, those of nested relations with dots between, or a text as the API has it."
    return ""


def _unsaid(argument: Argument | BodyField) -> str:
    if isinstance(argument, BodyField):
        return f"`{argument.wire_name}` of the body." if argument.wire_name else "The body."
    if argument.place == "querystring":
        return "All of the query."
    return f"The {argument.place} parameter `{argument.wire_name}`."


def _facts(default: str, deprecated: bool) -> str:
    parts = [f"Server default: `{one_line(default)}`."] if default else []
    if deprecated:
        parts.append("Deprecated.")
    return " ".join(parts)
