"""Random calls of a generated client: what is sent is checked, and what is answered is read and written back."""

# ruff: noqa: ANN401 - values of JSON, and what callers pass

from __future__ import annotations

import asyncio
import importlib
import json
import re
import warnings
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import reduce
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

import httpx
from pydantic import BaseModel, TypeAdapter

from wire.description import Answer, Content, Description, Json, Operation, Parameter, Server
from wire.draw import Draw, NoValueError
from wire.request import Call, RequestCheck, differences, is_form, is_json
from wire.signature import Method, Passed, Signatures, TakenArgument, UnfitError

_BASE = "https://api.test/wire"
"""Where calls go if the description does not say."""
_OWN = "https://own.test/wire"
"""Where calls go whose operation's own server has no address."""
_TOKEN = {"access_token": "t", "token_type": "Bearer", "expires_in": 3600}
_HEADER = "abcXYZ019 -_.~:/?#[]@!$&'()*+;=%\"<>^`{|}"
_SHARED = re.compile(r"\}[^/]+\{")
"""Two parameters in one segment of a path."""
_DOTS = re.compile(r"(^|[/\\\\])\.{0,2}($|[/\\\\])|%2[EF]", re.IGNORECASE)
"""What would lead to another route: clients refuse it."""
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT)?\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_WITHIN = {"image/*": "image/png", "audio/*": "audio/ogg", "video/*": "video/ogg", "text/*": "text/plain"}
"""Ranges of media types → one of each."""
_NOTHING = (None, [], {})
_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that is described, and that the client does otherwise."""

    operation: str
    place: str
    problem: str
    call: str


@dataclass
class Tally:
    """What came of the calls of one client."""

    operations: int = 0
    requests: int = 0
    exact: int = 0
    answers: int = 0
    equal: int = 0
    lost: dict[str, str] = field(default_factory=dict)
    """Place in the description → why it cannot be tried, as the ledger has it."""
    failed: list[Failure] = field(default_factory=list)

    @property
    def losses(self) -> int:
        return len(self.lost)

    @property
    def failures(self) -> int:
        return len(self.failed)


class LostError(Exception):
    """A call cannot be made, for a reason that the ledger of losses names."""


class Ledger:
    """The losses that a client names in its manifest.

    Args:
        folder: The client's.
    """

    def __init__(self, folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self._losses = {
            place: f"{what}: {why}"
            for why, places in manifest.get("losses", {}).items()
            for place, what in places.items()
        }

    def named(self, place: str) -> str:
        """Return why what stands at a place has no effect; empty where that is not said."""
        while place and not place.endswith("#"):
            if place in self._losses:
                return self._losses[place]
            place = place.rpartition("/")[0]
        return ""


class Caller:
    """Makes calls with one of a client's two classes, without a network.

    Args:
        package: The client's package.
        signatures: Its methods.
        base: The base URL; None for that of the description.
        asynchronous: Whether to use the other class.
    """

    def __init__(self, package: ModuleType, signatures: Signatures, base: str | None, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self.variables: dict[str, str] = {}
        """Those of servers, by name, that the last client was made with."""
        self.sent: list[httpx.Request] = []
        self._class = getattr(package, ("Async" if asynchronous else "") + signatures.client.rpartition(".")[2])
        self._signatures = signatures
        self._answer = httpx.Response(204)
        self._base = {} if base is None else {"base_url": base}
        self._runner = asyncio.Runner()
        self._calls = 0

    def call(
        self,
        method: Method,
        arguments: Mapping[str, Any],
        extra: Mapping[str, Json],
        answer: httpx.Response,
        servers: Mapping[str, str],
    ) -> Any:
        """Return what a call returns, of a listing the first page's answer."""
        self._is_token = method.route.endswith(self._signatures.token_path or "\0")
        self.sent, self._answer, self._calls = [], answer, self._calls + 1
        settings = {name: f"{name}{self._calls}" for name in self._signatures.settings}
        variables = self._signatures.variables.items()
        self.variables = {name: settings[setting] for name, setting in variables if setting in settings}
        client = self._class(  # one for each call, which has a rate limit of its own
            **settings,
            **self._base,
            **({"servers": servers} if servers else {}),
            max_retries=0,
            on_mismatch="raise",
            transport=httpx.MockTransport(self._answer_later if self.asynchronous else self._answer_now),
        )
        try:
            called = client.with_options(extra_body=extra) if extra else client
            function = reduce(getattr, method.path, called)
            positional = [arguments[name] for name in method.positional]
            named = {name: value for name, value in arguments.items() if name not in method.positional}
            return self._result(function(*positional, **named), method)
        finally:
            self._awaited(client.close())

    def close(self) -> None:
        """End what runs its coroutines."""
        self._runner.close()

    def _result(self, result: Any, method: Method) -> Any:
        if method.is_paged:
            pages = result.limit(max_pages=1).pages()
            return (self._runner.run(_all(pages)) if self.asynchronous else list(pages))[0].answer
        found = self._awaited(result)
        if hasattr(found, "last_event_id"):  # a stream
            return self._runner.run(_all(found)) if self.asynchronous else list(found)
        return found

    def _awaited(self, result: Any) -> Any:
        return self._runner.run(result) if self.asynchronous else result

    def _answer_now(self, request: httpx.Request) -> httpx.Response:
        path = self._signatures.token_path
        if path and request.url.path.endswith(path) and not self._is_token:
            return httpx.Response(200, json=_TOKEN)
        self.sent.append(request)
        return self._answer

    async def _answer_later(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._answer_now(request)


async def _all(pages: Any) -> list[Any]:
    return [page async for page in pages]


class Trial:
    """Calls every operation of a description by the client that was generated of it.

    Args:
        description: The description.
        folder: The client's.
        seed: Makes every call the same again.
        rounds: How many calls each body and each answer gets.
    """

    def __init__(self, description: Description, folder: Path, seed: int, rounds: int) -> None:
        self._description = description
        self._signatures = Signatures(folder)
        self._ledger = Ledger(folder)
        self._seed = seed
        self._rounds = rounds
        package = importlib.import_module(folder.name)
        self._encoding = importlib.import_module(f"{folder.name}._runtime.encoding")
        base = None if description.has_address else _BASE
        self._callers = [Caller(package, self._signatures, base, asynchronous=each) for each in (False, True)]
        self.tally = Tally()

    def run(self, only: Callable[[Operation], bool] = lambda _: True) -> Tally:
        """Make the calls of the operations that are wanted."""
        for operation in self._description.operations:
            if only(operation):
                self._try(operation)
        for caller in self._callers:
            caller.close()
        return self.tally

    def _try(self, operation: Operation) -> None:
        self.tally.operations += 1
        methods = self._signatures.methods.get(operation.route, [])
        if not methods:
            self._miss(operation, operation.place, "there is no method")
            return
        for parameter in operation.parameters:
            if not parameter.extended and not methods[0].argument(parameter.location, parameter.name):
                self._miss(
                    operation, parameter.place, f"{parameter.location} parameter {parameter.name} is no argument"
                )
        bodies = [each for each in operation.bodies if self._has(operation, each, methods)] or [None]
        answers = [each for each in operation.answers if self._gives(operation, each, methods)]
        rounds = max(self._rounds, len(bodies), len(answers))
        for method in methods:
            for number in range(rounds):
                for caller in self._callers:
                    random = Random(  # noqa: S311 - has to give the same again
                        f"{self._seed} {self._description.title} {operation.route} {number}"
                    )
                    body = bodies[number % len(bodies)]
                    answer = answers[number % len(answers)] if answers else None
                    _Attempt(self, operation, method, caller, random).make(body, answer)

    def is_lost(self, place: str) -> bool:
        """Tell whether the ledger names what stands at a place, and write that down."""
        if reason := self._ledger.named(place):
            self.tally.lost[place] = reason
        return bool(reason)

    def _has(self, operation: Operation, content: Content, methods: list[Method]) -> bool:
        """Tell whether a body's media type can be sent."""
        if any(content.media_type in {method.body, *method.bodies} for method in methods):
            return True
        self._miss(operation, content.place, f"no method sends {content.media_type}")
        return False

    def _gives(self, operation: Operation, answer: Answer, methods: list[Method]) -> bool:
        """Tell whether an answer can be asked for, or read where it is a failure."""
        if answer.is_failure:
            return answer.content is not None and is_json(answer.content.media_type) and not self.is_lost(answer.place)
        media_type = answer.content.media_type if answer.content else ""
        if self.is_lost(answer.place):
            return False
        if media_type and all(method.answers and media_type not in method.answers for method in methods):
            self._miss(operation, answer.place, f"no method asks for {media_type}")
            return False
        return True

    def _miss(self, operation: Operation, place: str, problem: str) -> None:
        """Write down that something cannot be tried."""
        if not self.is_lost(place):
            self.tally.failed.append(Failure(operation.route, place, problem, ""))

    def schemas(self, direction: Any) -> Any:
        return self._description.schemas[direction]

    @property
    def signatures(self) -> Signatures:
        return self._signatures

    @property
    def servers(self) -> tuple[Server, ...]:
        return self._description.servers

    @property
    def has_address(self) -> bool:
        return self._description.has_address

    @property
    def success(self) -> Json:
        return self._description.success

    def written(self, value: Any) -> str:
        """Return what was read as JSON text again."""
        return str(self._encoding.json_text(self._dumped(value)))

    def _dumped(self, value: Any) -> Json:
        if isinstance(value, BaseModel):
            return self._encoding.dumped(value)
        if isinstance(value, list | tuple):
            return [self._dumped(each) for each in value]
        if isinstance(value, dict):
            return {name: self._dumped(each) for name, each in value.items()}
        if isinstance(value, Decimal):
            return value
        if isinstance(value, bytes):
            return b64encode(value).decode()
        return TypeAdapter(type(value)).dump_python(value, mode="json")


class _Attempt:
    """One call of one operation."""

    def __init__(self, trial: Trial, operation: Operation, method: Method, caller: Caller, random: Random) -> None:
        self._trial = trial
        self._operation = operation
        self._method = method
        self._caller = caller
        self._random = random
        self._arguments: dict[str, Any] = {}
        self._extra: dict[str, Json] = {}

    def make(self, body: Content | None, answer: Answer | None) -> None:
        try:
            call = self._call(body, answer)
        except NoValueError:
            self._fail(self._operation.place, "no arguments were found that fit")
            return
        except LostError:
            return
        except UnfitError as error:
            self._fail(body.place if body else self._operation.place, f"the signature takes no such value: {error}")
            return
        try:
            response, value = self._response(answer)
        except NoValueError:
            # Of choices that overlap, nearly all values fit several, and so not one of them.
            self._trial.tally.lost[answer.place if answer else ""] = "untried: no value was found that fits"
            return
        tally = self._trial.tally
        tally.requests += 1
        result, error = self._made(response, answer)
        if not self._caller.sent:
            self._fail(self._operation.place, f"nothing was sent: {error}")
            return
        check = RequestCheck(self._operation, call, self._trial.schemas("sent"), self._address())
        problems = check.run(self._caller.sent[-1])
        tally.exact += not problems
        for place, problem in problems:
            self._fail(place, problem)
        tally.answers += answer is not None
        problem = (
            f"refused: {error[:600]}: {_brief(value)}" if error else self._changed(value, result) if answer else ""
        )
        tally.equal += answer is not None and not problem
        if problem:
            self._fail(answer.place if answer else self._operation.place, problem)

    def _made(self, response: httpx.Response, answer: Answer | None) -> tuple[Any, str]:
        """Make the call; return the value that was read of the answer, and what went wrong."""
        is_failure = answer is not None and answer.is_failure
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                servers = self._given_servers()
                result = self._caller.call(self._method, self._arguments, self._extra, response, servers)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a finding
            if is_failure and getattr(problem, "status", None) == response.status_code:
                return getattr(problem, "error", None), ""
            return None, f"{type(problem).__name__}: {problem}"
        return (None, "no failure was raised") if is_failure else (result, "")

    def _address(self) -> str:
        """Return the URL below which the operation's path is."""
        base = self._trial.servers[0].address(self._caller.variables) if self._trial.has_address else _BASE
        if not self._operation.servers:
            return base
        if self._given_servers():
            return _OWN
        return urljoin(f"{base}/", self._operation.servers[0].address(self._caller.variables)).rstrip("/")

    def _given_servers(self) -> dict[str, str]:
        """Return the address of the operation's own server, where the description leaves it to the caller."""
        own = self._operation.servers[:1]
        return {each.url: _OWN for each in own if not each.has_address}

    def _fail(self, place: str, problem: str) -> None:
        names = ", ".join(f"{name}={value!r}" for name, value in self._arguments.items())
        mode = "await " if self._caller.asynchronous else ""
        extra = f".with_options(extra_body={self._extra!r})" if self._extra else ""
        call = f"{mode}client{extra}.{'.'.join(self._method.path)}({names})"
        self._trial.tally.failed.append(Failure(self._operation.route, place, problem, call))

    def _call(self, content: Content | None, answer: Answer | None) -> Call:
        """Draw arguments, and return what they are on the wire."""
        method = self._method
        is_asked_for = answer is not None and answer.content is not None and not answer.is_failure
        accept = answer.content.media_type if answer and answer.content and is_asked_for else ""
        if accept in method.answers and (accept != method.accept or self._random.random() < 0.5):
            self._arguments[self._named("accept")] = accept
        call = self._with_parameters(content)
        self._ask_for_stream(call, is_stream=bool(method.stream(accept)))
        return replace(call, accept=accept)

    def _named(self, location: str) -> str:
        """Return the argument that chooses among media types."""
        return next(each.name for each in self._method.arguments if each.location == location)

    def _ask_for_stream(self, call: Call, *, is_stream: bool) -> None:
        """Let a member of the body say whether the answer is to be a stream, as far as it is passed."""
        flag = next((each for each in self._method.arguments if each.asks_for_stream), None)
        if flag is None or not call.has_body:
            return
        if is_stream and flag.name not in self._arguments:
            call.body[flag.wire_name] = True
        elif not is_stream and self._arguments.get(flag.name) is True:
            self._arguments[flag.name] = call.body[flag.wire_name] = False

    def _with_parameters(self, content: Content | None) -> Call:
        parameters: dict[tuple[str, str], Any] = {}
        for parameter in self._operation.parameters:
            taken = self._method.argument(parameter.location, parameter.name)
            is_wanted = parameter.required or (not parameter.extended and self._random.random() < 0.5)
            if taken is None or not is_wanted:
                continue
            try:
                value = self._parameter(parameter)
            except NoValueError:
                is_lost = self._trial.is_lost(f"{parameter.place}/schema")
                if parameter.required and is_lost:
                    raise LostError from None
                if parameter.required:
                    raise
                continue
            part = self._passed(value, taken)
            self._arguments[taken.name] = part.value
            parameters[parameter.location, parameter.name] = part.expected
        is_other = content is not None and content.media_type != self._method.body
        if content is not None and self._method.bodies and (is_other or self._random.random() < 0.5):
            self._arguments[self._named("content type")] = content.media_type
        if content is None or not (self._is_needed(content) or self._random.random() < 0.8):
            return Call(parameters, content)
        return self._with_body(parameters, content)

    def _is_needed(self, content: Content) -> bool:
        """Tell whether a body is always sent: of forms, the ledger may say otherwise than the description."""
        is_needed, place = self._operation.body_required, f"{self._operation.body_place}/required"
        return is_needed != (is_form(content.media_type) and self._trial.is_lost(place))

    def _with_body(self, parameters: Mapping[tuple[str, str], Any], content: Content) -> Call:
        kind = content.media_type.partition(";")[0].lower()
        whole = self._method.argument("body", "", content.media_type)
        if (
            whole is not None
            and content.schema is not None
            and (content.is_items or kind.startswith("multipart/mixed"))
        ):
            draw = Draw(self._trial.schemas("sent"), self._random)
            items = self._random.randint(1, 3)
            value = (
                [draw.value(content.schema) for _ in range(items)] if content.is_items else draw.value(content.schema)
            )
            part = self._passed(value, whole)
            self._arguments[whole.name] = part.value
            return Call(parameters, content, part.expected)
        if content.schema is None or not (is_form(kind) or is_json(kind)):
            if whole is None:
                raise UnfitError("there is no argument for the whole body")
            text = self._random.choice(("a text", "größer ß\n", "x"))
            given = text if whole.type == "str" else text.encode()
            self._arguments[whole.name] = given
            return Call(parameters, content, given)
        draw = Draw(self._trial.schemas("sent"), self._random)
        if is_form(kind):
            value = draw.value(content.schema, change=_without_nothing, accept=_has_no_nothing)
        else:
            value = draw.value(content.schema)
        if whole is not None:
            part = self._passed(value, whole)
            self._arguments[whole.name] = part.value
            return Call(parameters, content, part.expected)
        expected: dict[str, Any] = {}
        for name, item in value.items():
            taken = self._method.argument("body", name, content.media_type)
            if taken is None:
                self._extra[name] = expected[name] = item
                continue
            part = self._passed(item, taken)
            self._arguments[taken.name], expected[name] = part.value, part.expected
        if not expected and not self._is_needed(content):
            return Call(parameters, content)
        return Call(parameters, content, expected)

    def _passed(self, value: Json, taken: TakenArgument) -> Passed:
        try:
            return self._trial.signatures.passed(value, taken.type, self._random)
        except UnfitError:
            raise UnfitError(f"{taken.name}={value!r}") from None

    def _parameter(self, parameter: Parameter) -> Json:
        draw = Draw(self._trial.schemas("sent"), self._random, size=6, text=lambda least: self._text(parameter, least))
        return draw.value(parameter.schema, accept=lambda value: parameter.is_json or _is_written(value, parameter))

    def _text(self, parameter: Parameter, least: int) -> str:
        letters = _SAFE
        if parameter.style != "cookie" and self._random.random() < 0.5:
            is_alone = not _SHARED.search(self._operation.path)
            letters = {"header": _HEADER, "path": _HEADER + "é漢" if is_alone else _SAFE}.get(
                parameter.location, _HEADER + "é漢,"
            )
        length = max(least, self._random.choice((1, 3, 8)))
        return "a" + "".join(self._random.choices(letters, k=length - 1)) if length > 1 else "a"

    def _response(self, answer: Answer | None) -> tuple[httpx.Response, Any]:
        if answer is None or answer.content is None:
            return httpx.Response(answer.status if answer else 204), None
        content = answer.content
        kind = content.media_type.partition(";")[0].lower()
        if not answer.is_failure and (form := self._method.stream(content.media_type)):
            return self._stream(content, form)
        is_any = kind in {"*/*", "application/*"} and content.schema is not None and self._is_data(content.schema)
        if not (is_json(kind) or is_any):
            body = b"a text \xc3\xbc" if kind.startswith("text/") else bytes(range(256))
            said = content.media_type if "*" not in kind else _WITHIN.get(kind, "application/octet-stream")
            headers = {"content-type": f"{said}; charset=utf-8" if kind.startswith("text/") else said}
            return httpx.Response(answer.status, content=body, headers=headers), body
        value = None
        if content.schema is not None:
            draw = Draw(self._trial.schemas("answered"), self._random, extras=True)
            value = _made_success(draw.value(content.schema), self._trial.success)
        headers = {"content-type": content.media_type if "*" not in kind else "application/json"}
        return httpx.Response(answer.status, content=json.dumps(value).encode(), headers=headers), value

    def _is_data(self, schema: Json) -> bool:
        """Tell whether what is described is anything else than text, which is JSON then, whatever it comes as."""
        draw = Draw(self._trial.schemas("answered"), self._random, size=0)
        return not isinstance(draw.value(schema), str)

    def _stream(self, content: Content, form: str) -> tuple[httpx.Response, Any]:
        """Return a stream of items, and these."""
        draw = Draw(self._trial.schemas("answered"), self._random)
        schema: Json = {"type": "string"} if content.schema is None else content.schema
        data = draw.member(schema, "data") if content.is_items else None
        count = self._random.randint(0, 3)
        if form == "events" and (data is not None or content.schema is None):
            values = [draw.value(_data(data)) for _ in range(count)]
            texts = [json.dumps(value) if _is_json_text(data) else value for value in values]
            body = "".join(f"event: e\nid: 7\ndata: {text}\n\n" for text in texts)
            answered = httpx.Response(200, content=body.encode(), headers={"content-type": content.media_type})
            return answered, [{"data": value, "event": "e", "id": "7", "retry": None} for value in values]
        items = [draw.value(schema) for _ in range(count)]
        before, after = ("data: ", "\n\n") if form == "events" else ("", "\n")
        body = "".join(f"{before}{json.dumps(item)}{after}" for item in items)
        return httpx.Response(200, content=body.encode(), headers={"content-type": content.media_type}), items

    def _changed(self, value: Any, result: Any) -> str:
        """Return how what was read differs from what was answered; empty where it does not."""
        if isinstance(value, bytes):
            found = result.encode() if isinstance(result, str) else result
            return "" if found == value else f"read as {_brief(result)} from {_brief(value)}"
        if value is None and result in (None, b"", ""):
            return ""
        came, went = (
            json.loads(text, parse_float=Decimal) for text in (json.dumps(value), self._trial.written(result))
        )
        for path, expected, got in differences(came, went):
            if not (_is_same_time(expected, got) or _is_same_decimal(expected, got)):
                return f"{path or 'it'} went back as {_brief(got)}, came as {_brief(expected)}"
        return ""


def _is_json_text(data: Json) -> bool:
    return isinstance(data, dict) and "contentSchema" in data


def _data(data: Json) -> Json:
    """Return the schema of what the data of an event say, by what is said of their text."""
    if _is_json_text(data):
        return data["contentSchema"]
    return {"type": "string"} if data is None or data is True else data


def _is_same_time(one: object, other: object) -> bool:
    """Tell whether two texts are one time at one offset."""
    if not (isinstance(one, str) and isinstance(other, str) and _TIME.fullmatch(one) and _TIME.fullmatch(other)):
        return False
    first, second = (datetime.fromisoformat(text if "T" in text else f"2000-01-01T{text}") for text in (one, other))
    return first == second and first.utcoffset() == second.utcoffset()


def _is_same_decimal(one: object, other: object) -> bool:
    """Tell whether two texts are one decimal number with the same digits: `+1.50` and `1.50`.

    Outside of models the other is a number: of a `Decimal` alone nothing tells what it was written as.
    """
    try:
        pair = isinstance(one, str) and isinstance(other, str | Decimal)
        return pair and Decimal(str(one)).as_tuple() == Decimal(str(other)).as_tuple()
    except ArithmeticError:
        return False


def _made_success(value: Json, pointer: str) -> Json:
    """Return an answer that says it is a success, where `x-specloom` has a place for that."""
    *around, last = pointer.split("/")[1:] or [""]
    here = reduce(lambda found, name: found.get(name) if isinstance(found, dict) else None, around, value)
    if last and isinstance(here, dict):
        here[last] = True
    return value


def _without_nothing(value: Json) -> Json:
    """Return a form without the members that write nothing."""
    return {name: each for name, each in value.items() if each not in _NOTHING} if isinstance(value, dict) else value


def _has_no_nothing(value: Json) -> bool:
    """Tell whether all members of a form write something."""
    return isinstance(value, dict) and bool(value) and all(each not in _NOTHING for each in value.values())


def _is_written(value: Json, parameter: Parameter) -> bool:
    """Tell whether a parameter's value can be told from nothing, and its parts from each other."""
    parts = [*value.values()] if isinstance(value, dict) else value if isinstance(value, list) else [value]
    if not parts or any(each is None or isinstance(each, dict | list) for each in parts):
        return parameter.style == "deepObject" and isinstance(value, dict) and bool(value) and _is_deep(value)
    if parameter.location == "path" and _DOTS.search(str(value)):
        return False
    texts = [each for each in (*parts, *(value if isinstance(value, dict) else ())) if isinstance(each, str)]
    if parameter.location == "header":
        is_plain = all(each.isascii() and each == each.strip() and each for each in texts)
        taken = ",=" if isinstance(value, dict) else "," if isinstance(value, list) else ""
        return is_plain and not any(character in each for each in texts for character in taken)
    separator = {"spaceDelimited": " ", "pipeDelimited": "|", "label": "."}.get(parameter.style)
    return separator is None or not any(separator in str(each) for each in (*parts, *texts))


def _is_deep(value: Json) -> bool:
    """Tell whether style deepObject writes each part of a value so that it can be told from the others."""
    if isinstance(value, dict):
        return bool(value) and all(map(_is_deep, value.values()))
    if isinstance(value, list):
        return len(value) > 1 and not any(each is None or isinstance(each, dict | list) for each in value)
    return value is not None


def _brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 300 else f"{text[:300]}…"
