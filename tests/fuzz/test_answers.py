"""Random answers to every operation of the shipped clients: what is described is read as it is, all else is borne.

`make fuzz` tries many.
"""

from __future__ import annotations

import importlib
import json
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx
import pytest
from fuzzing import fuzz, no_hang
from hypothesis import strategies as st
from modes import Mode
from pydantic import TypeAdapter
from random_answers import Answered, hostile_answers, valid_values

from specloom.ir.api import Api, Method, Resource, list_arguments
from specloom.ir.build import build_api
from specloom.ir.call import Argument, BodyField
from specloom.ir.types import AliasType, ListOf, Literals, MapOf, Named, ObjectType, Scalar, Tagged, Type, Union
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from specloom.spec.document import Document, Schema

_SPECS = Path(__file__).parents[2] / "specs"
_SETTINGS: dict[str, dict[str, str]] = {
    "sitoo": {"api_id": "1", "api_password": "secret"},
    "fixably": {"api_key": "secret"},
    "fixje": {"client_id": "1", "client_secret": "secret"},
    "repairdesk": {"api_key": "secret"},
}
_TOKEN = Answered(200, {"content-type": "application/json"}, b'{"access_token": "t", "expires_in": 3600}')


@dataclass(frozen=True)
class Called:
    """An operation, and how its method is called."""

    api: str
    path: tuple[str, ...]
    method: Method
    positional: tuple[Any, ...]
    named: dict[str, Any]
    answers: tuple[Schema, ...]
    """What JSON it answers with the status 200 or 201."""

    def __repr__(self) -> str:
        return f"{self.api}: {self.method.route}"


@cache
def _read(api: str) -> tuple[Document, Api]:
    document = load_description(Target(_SPECS / api / "openapi.yaml")).document
    return document, build_api(document)


@cache
def _calls(api: str) -> list[Called]:
    document, client = _read(api)
    answers = {
        operation.route: tuple(
            media_type.schema
            for response in operation.responses
            if response.status in {"200", "201"}
            for media_type in response.content.values()
            if media_type.schema is not None
        )
        for operation in document.operations
    }
    return [
        Called(api, path, method, *_arguments(method, client), answers[method.route])
        for path, method in _methods(client.resources)
    ]


def _methods(resources: tuple[Resource, ...]) -> Iterator[tuple[tuple[str, ...], Method]]:
    for resource in resources:
        yield from ((resource.path, method) for method in resource.methods)
        yield from _methods(resource.children)


def _arguments(method: Method, api: Api) -> tuple[tuple[Any, ...], dict[str, Any]]:
    required = [each for each in list_arguments(method) if each.required]
    positional = [each for each in required if isinstance(each, Argument) and each.place == "path"]
    named = [each for each in required if isinstance(each, BodyField) or each.place != "path"]
    return tuple(_sample(each.type, api) for each in positional), {each.name: _sample(each.type, api) for each in named}


_SCALARS = {
    "int": 1,
    "float": 1.5,
    "bool": True,
    "bytes": b"a",
    "datetime": datetime(2026, 1, 2, tzinfo=UTC),
    "date": date(2026, 1, 2),
    "time": time(1, 2),
    "uuid": UUID(int=1),
    "decimal": Decimal("1.5"),
    "unix-time": datetime(2026, 1, 2, tzinfo=UTC),
    "unix-time-text": datetime(2026, 1, 2, tzinfo=UTC),
}


def _sample(type_: Type, api: Api) -> Any:  # noqa: ANN401 - of any type
    """Return a value of what callers pass in, with no more than what is required."""
    match type_:
        case Scalar(kind):
            return _SCALARS.get(kind, "a")
        case Literals(values):
            return values[0]
        case ListOf(item):
            return [_sample(item, api)]
        case MapOf(value):
            return {"a": _sample(value, api)}
        case Union(members) | Tagged(_, members):
            return _sample(members[0], api)
        case Named(name):
            named = api.inputs[name]
            if isinstance(named, AliasType):
                return _sample(named.type, api)
            assert isinstance(named, ObjectType)
            return {field.name: _sample(field.type, api) for field in named.fields if field.required}
        case _:
            raise AssertionError(type_)


@pytest.fixture(params=["sync", "async"])
def modes(request: pytest.FixtureRequest) -> Iterator[dict[str, Mode]]:
    modes = {}
    for name, credentials in _SETTINGS.items():
        settings = {"base_url": "https://api.example/v1", "max_retries": 0, **credentials}
        class_name = _read(name)[1].client_name
        modes[name] = Mode(importlib.import_module(name), class_name, settings, asynchronous=request.param == "async")
    yield modes
    for mode in modes.values():
        mode.__exit__()


def _ask(mode: Mode, called: Called, answer: Answered, on_mismatch: str) -> Any:  # noqa: ANN401 - whatever it returns
    """Make the call, read no more than three pages, and return the decoded answer of the first."""

    def handle(request: httpx.Request) -> httpx.Response:
        is_login = request.url.path.endswith("/login") and not called.method.path.endswith("/login")
        return (_TOKEN if is_login else answer).response()

    client = mode.client(transport=httpx.MockTransport(handle), on_mismatch=on_mismatch)
    try:
        method = getattr(reduce(getattr, called.path, client), called.method.name)
        if called.method.paging is None:
            return mode.run(method(*called.positional, **called.named))
        pages = mode.run(method(*called.positional, **called.named).limit(max_pages=3).pages())
        return pages[0].answer
    finally:
        mode.run(client.close())


def _said_of(call: Callable[[], object], package: ModuleType) -> Exception | None:
    """Make a call, and return the exception of the client's own that it raises, if it does."""
    try:
        call()
    except (package.CallError, package.ConfigurationError) as error:
        return error
    return None


def _valid(called: Called) -> st.SearchStrategy[Any]:
    document, _ = _read(called.api)
    return st.one_of([valid_values(document, schema) for schema in called.answers]) if called.answers else st.just({})


_CALLS = st.sampled_from([*_SETTINGS]).flatmap(lambda api: st.sampled_from(_calls(api)))
_VALID = _CALLS.filter(lambda called: bool(called.answers)).flatmap(lambda c: st.tuples(st.just(c), _valid(c)))
_HOSTILE = _CALLS.flatmap(lambda called: st.tuples(st.just(called), hostile_answers(_valid(called))))


def test_what_is_described_is_read_and_written_back(modes: dict[str, Mode]):
    @fuzz(_VALID, smoke=10)
    def check(example: tuple[Called, Any]) -> None:
        called, value = example
        package = importlib.import_module(called.api)
        if isinstance(value, dict) and value.get("success") is False:
            value = {**value, "success": True}
        answer = Answered(200, {"content-type": "application/json"}, json.dumps(value).encode())
        try:
            with no_hang():
                read = _ask(modes[called.api], called, answer, "raise")
        except package.PagingError:
            return
        written = TypeAdapter[Any](Any).dump_python(read, mode="json", by_alias=True, exclude_unset=True)
        assert written == value

    check()


@pytest.mark.parametrize("on_mismatch", ["ignore", "warn", "raise"])
def test_whatever_a_server_answers_stays_inside_the_client_s_own_exceptions(on_mismatch: str, modes: dict[str, Mode]):
    @fuzz(_HOSTILE, smoke=10)
    def check(example: tuple[Called, Answered]) -> None:
        called, answer = example
        package = importlib.import_module(called.api)
        with no_hang(), warnings.catch_warnings():
            warnings.simplefilter("ignore", package.MismatchWarning)
            said = _said_of(lambda: _ask(modes[called.api], called, answer, on_mismatch), package)
        # Nesting beyond the bound is the one thing about a success that is always raised.
        is_refused = isinstance(said, package.MismatchError) and "nests deeper" not in str(said)
        assert on_mismatch == "raise" or answer.status // 100 != 2 or not is_refused
        assert said is None or (str(said) and repr(said))

    check()
