"""A request as it was sent, held against its operation: RFC 6570 read backwards, forms, parts and JSON."""

# ruff: noqa: ANN401 - values of JSON, and what callers pass

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

import httpx

from wire.description import Content, Json, Operation, Parameter, SchemaSet
from wire.signature import DecimalText

_MISSING = object()
_BARE = "%/:@!$&'()*+,;="
"""What may stand in a path, beside what is unreserved (RFC 3986, 3.3)."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a caller passes, under the names on the wire: see `Passed.expected`."""

    parameters: Mapping[tuple[str, str], Any]
    """By location and name."""
    content: Content | None = None
    body: Any = _MISSING
    accept: str = ""
    """The media type of the answer; empty where there is none."""

    @property
    def has_body(self) -> bool:
        return self.body is not _MISSING


@dataclass
class RequestCheck:
    """Finds out how a request differs from what was to be sent.

    Args:
        operation: What it is of.
        call: What was passed.
        schemas: Those of what is sent.
        base: The URL below which the operation's path is.
    """

    operation: Operation
    call: Call
    schemas: SchemaSet
    base: str
    problems: list[tuple[str, str]] = field(default_factory=list)
    """Place in the description, and what is wrong there."""

    def run(self, request: httpx.Request) -> list[tuple[str, str]]:
        """Return all differences."""
        if request.method != self.operation.method:
            self._tell(self.operation.place, f"sent with {request.method}")
        path, _, query = str(request.url).partition("?")
        template, _, fixed = self.operation.path.partition("?")
        self._check_path(path, template.partition("#")[0])
        self._check_query(query, fixed)
        self._check_headers(request)
        self._check_cookies(request)
        self._check_security(request)
        self._check_body(request)
        return self.problems

    def _tell(self, place: str, problem: str) -> None:
        self.problems.append((place, problem))

    def _check_path(self, path: str, template: str) -> None:
        names: list[str] = []

        def group(match: re.Match[str]) -> str:
            names.append(match[1])
            return "([^/]*?)"

        pattern = "".join(
            group(match) if (match := re.fullmatch(r"\{([^}]*)\}", part)) else re.escape(quote(part, safe=_BARE))
            for part in re.split(r"(\{[^}]*\})", template)
        )
        found = re.fullmatch(re.escape(str(httpx.URL(self.base)).rstrip("/")) + pattern, path)
        if found is None:
            self._tell(self.operation.place, f"{path} is not {self.base}{template}")
            return
        for name, text in zip(names, found.groups(), strict=True):
            parameter = next((each for each in self._parameters("path") if each.name == name), None)
            if parameter is None:
                continue
            self._compare(parameter, _from_path(parameter, text, self._expected(parameter)))

    def _check_query(self, query: str, fixed: str) -> None:
        for parameter in self._parameters("querystring"):
            self._compare(parameter, _from_query(query, parameter))
            return
        pairs = [pair.partition("=")[::2] for pair in query.split("&") if pair]
        for pair in (pair.partition("=")[::2] for pair in fixed.split("&") if pair):
            if pair in pairs:
                pairs.remove(pair)
            else:
                self._tell(self.operation.place, f"{pair[0]}={pair[1]} of the path is not in the query")
        for parameter in self._parameters("query"):
            expected = self._expected(parameter)
            own, pairs = _taken(parameter, expected, pairs)
            found = _from_pairs(parameter.style, parameter.explode, own, parameter.name, expected, parameter.is_json)
            self._compare(parameter, found)
        keys = {scheme.name for schemes in self.operation.security for scheme in schemes if scheme.location == "query"}
        if odd := [pair for pair in pairs if unquote_plus(pair[0]) not in keys]:
            self._tell(self.operation.place, f"more is in the query: {odd}")

    def _check_headers(self, request: httpx.Request) -> None:
        asked = [each.partition(";")[0].strip() for each in request.headers.get("accept", "").split(",")]
        wanted = self.call.accept.partition(";")[0].strip().lower()
        if wanted and "*" not in wanted and not any(_is_within(wanted, each) for each in asked):
            self._tell(self.operation.place, f"{wanted} is not asked for, but {', '.join(asked)}")
        for parameter in self._parameters("header"):
            text = request.headers.get(parameter.name)
            expected = self._expected(parameter)
            self._compare(
                parameter,
                _MISSING
                if text is None
                else json.loads(text)
                if parameter.is_json
                else _split(text, ",", expected, explode=parameter.explode, decode=str),
            )

    def _check_cookies(self, request: httpx.Request) -> None:
        text = request.headers.get("cookie", "")
        pairs = [pair.partition("=")[::2] for pair in text.split("; ") if pair]
        for parameter in self._parameters("cookie"):
            expected = self._expected(parameter)
            own, pairs = _taken(parameter, expected, pairs)
            # A plus sign is no space there: it stands for itself, as all does that a cookie can hold (RFC 6265, 4.1.1).
            own = [(name.replace("+", "%2B"), text.replace("+", "%2B")) for name, text in own]
            if parameter.style == "cookie":  # where nothing is escaped (OpenAPI 3.2.0, 4.12.2.2)
                own = [(name, text.replace("%", "%25")) for name, text in own]
            self._compare(
                parameter, _from_pairs("form", parameter.explode, own, parameter.name, expected, parameter.is_json)
            )

    def _check_security(self, request: httpx.Request) -> None:
        cookies = {pair.partition("=")[0] for pair in request.headers.get("cookie", "").split("; ")}
        sent = {"query": request.url.params, "header": request.headers, "cookie": cookies}
        alternatives = [
            all(not each.location or each.name in sent[each.location] for each in schemes)
            for schemes in self.operation.security
        ]
        if alternatives and not any(alternatives):
            self._tell(self.operation.place, "no credentials are sent")
        if not alternatives and "authorization" in request.headers:
            self._tell(self.operation.place, "credentials are sent, although none are asked for")

    def _check_body(self, request: httpx.Request) -> None:
        content, sent = self.call.content, request.content
        if content is None or not self.call.has_body:
            if sent:
                self._tell(self.operation.place, f"a body of {len(sent)} bytes is sent, although none was passed")
            return
        said = request.headers.get("content-type", "")
        media_type = said.partition(";")[0].strip().lower()
        if not _is_within(media_type, content.media_type):
            self._tell(content.place, f"sent as {said}")
            return
        if content.is_items:
            self._check_items(content, sent)
        elif is_json(media_type):
            self._check_json(content, sent)
        elif media_type == "application/x-www-form-urlencoded":
            self._check_form(content, sent.decode("ascii"))
        elif media_type == "multipart/form-data":
            self._check_parts(content, said, sent)
        elif media_type.startswith("multipart/"):
            self._check_sequence(content, said, sent)
        else:
            expected = self.call.body
            whole = expected if isinstance(expected, bytes) else str(expected).encode()
            if sent != whole:
                self._tell(content.place, f"sent {sent[:80]!r} for {whole[:80]!r}")

    def _check_json(self, content: Content, sent: bytes) -> None:
        value = json.loads(sent)
        for problem in self.schemas.errors(content.schema if content.schema is not None else True, value)[:3]:
            self._tell(content.place, f"does not fit its schema: {problem[:200]}")
        for path, expected, got in differences(self.call.body, value):
            self._tell(content.place, f"{path or 'the body'} is {_short(got)}, passed was {_short(expected)}")

    def _check_form(self, content: Content, sent: str) -> None:
        pairs = [pair.partition("=")[::2] for pair in sent.split("&") if pair]
        for name, expected in self.call.body.items():
            encoding = content.encoding.get(name, {})
            if encoding.keys() & {"style", "explode", "allowReserved"}:
                style = encoding.get("style", "form")
                explode = encoding.get("explode", style == "form")
                parameter = Parameter(name, "query", False, style, explode, False, True, False, content.place, False)
                own, pairs = _taken(parameter, expected, pairs)
                found = _from_pairs(style, explode, own, name, expected, False)
            else:
                own = [pair for pair in pairs if unquote_plus(pair[0]) == name]
                pairs = [pair for pair in pairs if unquote_plus(pair[0]) != name]
                texts = [unquote_plus(text) for _, text in own]
                found = _from_texts(texts, expected, is_text=is_json(encoding.get("contentType", "")))
            self._compare_text(content.place, name, expected, found)
        if pairs:
            self._tell(content.place, f"more is in the form: {pairs}")

    def _check_parts(self, content: Content, said: str, sent: bytes) -> None:
        parts = [*_split_parts(said, sent)]
        for name, expected in self.call.body.items():
            own = [part for part in parts if part.name == name]
            encoding = content.encoding.get(name, {})
            described = encoding.get("contentType", "")
            for part in own:
                if described and not any(_is_within(part.media_type, each.strip()) for each in described.split(",")):
                    self._tell(content.place, f"the part {name} is sent as {part.media_type}, not as {described}")
            contents = [part.content for part in own]
            if _holds_bytes(expected):
                wanted = [*expected] if isinstance(expected, list) else [expected]
                if contents != wanted:
                    self._tell(content.place, f"the parts {name} are {_short(contents)}, passed was {_short(wanted)}")
                continue
            is_one = isinstance(expected, list) and len(own) == 1 and is_json(described)
            found = _from_texts([each.decode() for each in contents], expected, is_text=is_one)
            self._compare_text(content.place, name, expected, found)
        if odd := {part.name for part in parts} - self.call.body.keys():
            self._tell(content.place, f"more parts are sent: {sorted(odd)}")

    def _check_items(self, content: Content, sent: bytes) -> None:
        """Check JSON values that follow each other: in lines, or after record separators (RFC 7464)."""
        items = [json.loads(text) for text in sent.replace(b"\x1e", b"").splitlines() if text]
        for path, expected, got in differences(self.call.body, items):
            self._tell(content.place, f"{path or 'the body'} is {_short(got)}, passed was {_short(expected)}")
        for problem in [each for item in items for each in self.schemas.errors(content.schema, item)][:3]:
            self._tell(content.place, f"an item does not fit its schema: {problem[:200]}")

    def _check_sequence(self, content: Content, said: str, sent: bytes) -> None:
        """Check parts without names."""
        parts = [*_split_parts(said, sent)]
        found = [
            each.content if isinstance(part, bytes) else json.loads(each.content) if is_json(each.media_type) else each
            for each, part in zip(parts, self.call.body, strict=False)
        ]
        wanted = [*self.call.body]
        if len(parts) != len(wanted):
            self._tell(content.place, f"{len(parts)} parts are sent, passed were {len(wanted)}")
        for number, (expected, got) in enumerate(zip(wanted, found, strict=False)):
            if isinstance(expected, bytes) or isinstance(got, _Part):
                whole = got if isinstance(got, bytes) else got.content
                if whole != (expected if isinstance(expected, bytes) else str(expected).encode()):
                    self._tell(content.place, f"part {number} is {_short(whole)}, passed was {_short(expected)}")
                continue
            for path, one, other in differences(expected, got):
                self._tell(content.place, f"part {number}{path} is {_short(other)}, passed was {_short(one)}")

    def _parameters(self, location: str) -> Iterator[Parameter]:
        return (each for each in self.operation.parameters if each.location == location and not each.extended)

    def _expected(self, parameter: Parameter) -> Any:
        return self.call.parameters.get((parameter.location, parameter.name), _MISSING)

    def _is_key(self, parameter: Parameter) -> bool:
        """Tell whether a parameter is described as a credential as well, which is sent without being passed."""
        keys = (scheme for schemes in self.operation.security for scheme in schemes)
        return any((key.location, key.name.lower()) == (parameter.location, parameter.name.lower()) for key in keys)

    def _compare(self, parameter: Parameter, found: Any) -> None:
        expected = self._expected(parameter)
        what = f"{parameter.location} parameter {parameter.name}"
        if expected is _MISSING or found is _MISSING:
            if expected is not found and not self._is_key(parameter):
                state = "is sent, although it was not passed" if expected is _MISSING else "is not sent"
                self._tell(parameter.place, f"{what} {state}")
            return
        if parameter.is_json:
            for path, wanted, got in differences(expected, found):
                self._tell(parameter.place, f"{what}{path} is {_short(got)}, passed was {_short(wanted)}")
            problems = self.schemas.errors(parameter.schema, found)
        else:
            self._compare_text(parameter.place, what, expected, found)
            problems = [] if _fits_as_text(self.schemas, parameter.schema, found, expected) else ["does not fit"]
        for problem in problems[:1]:
            self._tell(parameter.place, f"{what} does not fit its schema: {_short(found)}: {problem[:200]}")

    def _compare_text(self, place: str, what: str, expected: Any, found: Any) -> None:
        for path, wanted, got in differences(expected, found, as_text=True):
            self._tell(place, f"{what}{path} is {_short(got)}, passed was {_short(wanted)}")


def differences(expected: Any, found: Any, path: str = "", *, as_text: bool = False) -> Iterator[tuple[str, Any, Any]]:
    """Yield where what was found is another value than was expected: a path, and the two.

    Args:
        expected: JSON, with times, decimal numbers and bytes in the place of their texts.
        found: JSON.
        path: Where they are.
        as_text: Whether scalars are written as text, as in a URL.
    """
    match expected:
        case dict():
            if not isinstance(found, dict):
                yield path, expected, found
                return
            for name in [*expected, *(name for name in found if name not in expected)]:
                if name not in found or name not in expected:
                    yield f"{path}/{name}", expected.get(name, "nothing"), found.get(name, "nothing")
                else:
                    yield from differences(expected[name], found[name], f"{path}/{name}", as_text=as_text)
        case list():
            if not isinstance(found, list) or len(expected) != len(found):
                yield path, expected, found
                return
            for number, (each, other) in enumerate(zip(expected, found, strict=True)):
                yield from differences(each, other, f"{path}/{number}", as_text=as_text)
        case _:
            if not _is_same(expected, found, as_text=as_text):
                yield path, expected, found


def _is_same(expected: Any, found: Any, *, as_text: bool) -> bool:
    try:
        match expected:
            case datetime():
                return datetime.fromisoformat(found) == expected
            case time():
                return time.fromisoformat(found) == expected
            case DecimalText():
                return isinstance(found, str) and Decimal(found) == expected
            case bytes():
                return bool(found == (expected.decode() if as_text else b64encode(expected).decode()))
    except (ValueError, TypeError, ArithmeticError):
        return False
    if not as_text:
        return (type(expected) is type(found) and expected == found) or _is_number(expected, found)
    if isinstance(expected, str) or not isinstance(found, str):
        return bool(expected == found)
    if isinstance(expected, float):
        return float(found) == expected
    return found == json.dumps(expected)


def _is_number(one: object, other: object) -> bool:
    kinds = {type(one), type(other)}
    return kinds <= {int, float, Decimal} and one == other


def _fits_as_text(schemas: SchemaSet, schema: Json, found: Any, expected: Any) -> bool:
    """Tell whether text fits a schema, each scalar read as the JSON type of what was passed."""
    return not schemas.errors(schema, _typed(found, expected))


def _typed(found: Any, expected: Any) -> Any:
    match expected:
        case dict() if isinstance(found, dict):
            return {name: _typed(each, expected.get(name, "")) for name, each in found.items()}
        case list() if isinstance(found, list):
            return [_typed(each, other) for each, other in zip(found, expected, strict=False)]
        case bool() | int() | float() if isinstance(found, str):
            try:
                return json.loads(found)
            except ValueError:
                return found
        case _:
            return found


def _from_query(query: str, parameter: Parameter) -> Any:
    """Read a query that is one parameter (OpenAPI 3.2.0, 4.12.4)."""
    if not query:
        return _MISSING
    if parameter.is_json:
        return json.loads(unquote(query))
    if parameter.media_type != "application/x-www-form-urlencoded":
        return unquote(query)
    return {
        unquote_plus(name): unquote_plus(text) for name, _, text in (each.partition("=") for each in query.split("&"))
    }


def _from_path(parameter: Parameter, text: str, expected: Any) -> Any:
    if parameter.is_json:
        return json.loads(unquote(text))
    match parameter.style:
        case "label":
            separator = "." if parameter.explode else ","
            return _split(text.removeprefix("."), separator, expected, explode=parameter.explode, decode=unquote)
        case "matrix":
            pairs = [pair.partition("=")[::2] for pair in text.split(";") if pair]
            return _from_pairs("form", parameter.explode, pairs, parameter.name, expected, False)
        case _:
            return _split(text, ",", expected, explode=parameter.explode, decode=unquote)


def _split(text: str, separator: str, expected: Any, *, explode: bool, decode: Any) -> Any:
    """Read text back as the kind of value that was passed."""
    if isinstance(expected, list):
        return [decode(part) for part in text.split(separator)] if expected else []
    if isinstance(expected, dict):
        parts = text.split(separator)
        if explode:
            return {decode(name): decode(value) for name, _, value in (part.partition("=") for part in parts)}
        return {decode(name): decode(value) for name, value in zip(parts[::2], parts[1::2], strict=True)}
    return decode(text)


def _taken(
    parameter: Parameter, expected: Any, pairs: list[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the pairs that belong to a parameter, and the rest."""
    is_deep = parameter.style == "deepObject" and isinstance(expected, dict)  # of others nothing is said
    is_spread = isinstance(expected, dict) and parameter.explode and not (is_deep or parameter.is_json)

    def is_own(name: str) -> bool:
        plain = unquote_plus(name)
        if is_deep:
            return plain.startswith(f"{parameter.name}[")
        if is_spread:
            return plain in expected
        return plain == parameter.name

    own: list[tuple[str, str]] = []
    rest: list[tuple[str, str]] = []
    members: set[str] = set()
    for pair in pairs:
        plain = unquote_plus(pair[0])
        is_first = not is_spread or plain not in members  # the next one belongs to a parameter with a like member
        members.add(plain)
        (own if is_own(pair[0]) and is_first else rest).append(pair)
    return own, rest


def _from_pairs(
    style: str, explode: bool, pairs: list[tuple[str, str]], name: str, expected: Any, is_text: bool
) -> Any:
    """Read `name=value` pairs back as the kind of value that was passed."""
    if not pairs:
        return _MISSING
    if is_text:
        return json.loads(unquote_plus(pairs[0][1]))
    if style == "deepObject" and isinstance(expected, dict):
        return _from_deep(pairs, name)
    if explode and isinstance(expected, dict):
        return {unquote_plus(key): unquote_plus(value) for key, value in pairs}
    if explode and isinstance(expected, list):
        return [unquote_plus(value) for _, value in pairs]
    if len(pairs) > 1:
        return pairs
    separator = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(style, ",")
    return _split(pairs[0][1], separator, expected, explode=False, decode=unquote_plus)


def _from_deep(pairs: list[tuple[str, str]], name: str) -> Any:
    found: dict[str, Any] = {}
    for key, value in pairs:
        first, *further = re.findall(r"\[([^]]*)\]", unquote_plus(key).removeprefix(name))
        here = found
        for segment in further:
            here, first = here.setdefault(first, {}), segment
        text = unquote_plus(value)
        before = here.get(first)
        here[first] = text if before is None else [*before, text] if isinstance(before, list) else [before, text]
    return found


def _from_texts(texts: list[str], expected: Any, *, is_text: bool) -> Any:
    """Read the fields or parts of one name back as the kind of value that was passed (OpenAPI 3.1.1, 4.8.15.1.1)."""
    if is_text:
        return _as_texts(json.loads(texts[0])) if len(texts) == 1 else _MISSING
    if isinstance(expected, list):
        pairs = zip(texts, expected, strict=False)
        found = [_as_texts(json.loads(text)) if isinstance(each, dict | list) else text for text, each in pairs]
        return found if len(texts) == len(expected) else texts
    if len(texts) != 1:
        return texts or _MISSING
    return _as_texts(json.loads(texts[0])) if isinstance(expected, dict) else texts[0]


def _as_texts(value: Json) -> Json:
    """Return JSON with its scalars as the texts that a form has for them."""
    if isinstance(value, dict):
        return {name: _as_texts(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    return value if isinstance(value, str) else json.dumps(value)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    media_type: str
    content: bytes


def _split_parts(said: str, sent: bytes) -> Iterator[_Part]:
    boundary = str(BytesParser(policy=HTTP).parsebytes(f"Content-Type: {said}\r\n\r\n".encode()).get_boundary())
    for text in sent.split(f"--{boundary}".encode())[1:-1]:
        head, _, content = text.partition(b"\r\n\r\n")
        fields = BytesParser(policy=HTTP).parsebytes(head.lstrip(b"\r\n") + b"\r\n\r\n")
        name = str(fields.get_param("name", header="content-disposition"))
        yield _Part(name, fields.get_content_type() if fields["content-type"] else "", content.removesuffix(b"\r\n"))


def _holds_bytes(expected: Any) -> bool:
    return isinstance(expected, bytes) or (isinstance(expected, list) and any(map(_holds_bytes, expected)))


def is_json(media_type: str) -> bool:
    """Tell whether a media type is that of JSON."""
    plain = media_type.partition(";")[0].strip().lower()
    return plain in {"application/json", "text/json"} or plain.endswith("+json")


def is_form(media_type: str) -> bool:
    """Tell whether a media type is that of a form."""
    plain = media_type.partition(";")[0].strip().lower()
    return plain in {"multipart/form-data", "application/x-www-form-urlencoded"}


def _is_within(media_type: str, described: str) -> bool:
    kind, _, subtype = media_type.partition("/")
    wanted, _, narrow = described.partition(";")[0].strip().lower().partition("/")
    return wanted in {"*", kind} and narrow in {"*", subtype}


def _short(value: Any) -> str:
    text = "nothing" if value is _MISSING else repr(value)
    return text if len(text) <= 120 else f"{text[:120]}…"
