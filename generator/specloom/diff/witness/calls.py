"""The part of a witness that makes clients and calls: every method, sync and async, with all arguments and with few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specloom.diff.witness.lines import ASYNC_CLIENT, CLIENT, PACKAGE, Line, Use, function
from specloom.ir.annotations import Annotation
from specloom.ir.api import Api, Method, Upload, all_resources
from specloom.ir.signatures import Parameter, Signatures, upload_parameters, upload_result
from specloom.render.build_client_views import build_client_view
from specloom.render.build_resource_views import MODES, ResourceViews
from specloom.render.views import ModeView, SettingView

__all__ = ["use_clients", "use_methods"]

_CLIENTS = (CLIENT, ASYNC_CLIENT)

_COMMON = {"timeout": "60.0", "max_response_bytes": "1", "max_retries": "2", "headers": "{}", "on_mismatch": '"warn"'}
"""What every client takes, besides settings and credentials."""


def use_clients(api: Api) -> Iterator[Use]:
    """Yield the declaration of both clients, which the rest of the witness calls, and how they are made."""
    symbol = f"{api.package}.{api.client_name}"
    settings = build_client_view(api, "", ResourceViews(api)).settings
    for mode, variable in zip(MODES, _CLIENTS, strict=True):
        client = f"{PACKAGE}.{mode.prefix}{api.client_name}"
        declared = {each.name: _setting(each) for each in settings}
        given = {**{name: name for name in declared}, **_COMMON}
        arguments = [Line(f"        {name}={value},", f"{symbol}({name})") for name, value in given.items()]
        body = [
            Line(f"    {client}()", symbol),
            Line(f"    return {client}(", symbol),
            *arguments,
            Line("    )", symbol),
        ]
        yield (Line(f"{variable}: {client}", symbol),)
        yield function(symbol, declared, body, Annotation((client,)))


def _setting(setting: SettingView) -> Annotation:
    return Annotation((setting.bare.removeprefix(f"{setting.name}: "),))


def use_methods(api: Api, signatures: Signatures) -> Iterator[Use]:
    """Yield calls of every method of every resource."""
    for resource in all_resources(api.resources):
        path = ".".join(resource.path)
        symbol = f"{api.package}.{path}"
        yield tuple(Line(f"{variable}.{path}", symbol) for variable in _CLIENTS)
        called = [_of_method(method, signatures) for method in resource.methods]
        called += [_of_upload(upload, signatures) for upload in resource.uploads]
        for each in called:
            for mode, variable in zip(MODES, _CLIENTS, strict=True):
                yield from _call(each, mode, f"{variable}.{path}", symbol)


@dataclass(frozen=True, slots=True)
class _Callable:
    """What a method takes and gives back: of a listing, the type of its items."""

    name: str
    parameters: tuple[Parameter, ...]
    result: Annotation
    paged: bool = False


def _of_method(method: Method, signatures: Signatures) -> _Callable:
    return _Callable(method.name, signatures.parameters(method), signatures.result(method), method.paging is not None)


def _of_upload(upload: Upload, signatures: Signatures) -> _Callable:
    return _Callable(upload.name, upload_parameters(upload, signatures), upload_result(upload, signatures))


def _call(called: _Callable, mode: ModeView, resource: str, above: str) -> Iterator[Use]:
    """Yield a call with every argument, by keyword, and one with the required ones, positionally where it can be."""
    symbol = f"{above}.{called.name}"
    required = tuple(each for each in called.parameters if not each.default)
    everything = [(each.name, f"{each.name}={each.name}") for each in called.parameters]
    few = [(each.name, each.name if each.positional else f"{each.name}={each.name}") for each in required]
    returns = _pager(called, mode) if called.paged else called.result
    define, wait = ("def", "") if called.paged else (mode.define, mode.wait)
    keyword = "" if returns.text == "None" else "return "
    for parameters, arguments in ((called.parameters, everything), (required, few)):
        declared = {each.name: each.annotation for each in parameters}
        given = [Line(f"        {text},", f"{symbol}({name})") for name, text in arguments]
        body = [Line(f"    {keyword}{wait}{resource}.{called.name}(", symbol), *given, Line("    )", symbol)]
        yield function(symbol, declared, body, returns, define=define)


def _pager(called: _Callable, mode: ModeView) -> Annotation:
    return Annotation((f"_{mode.prefix}Pager[{called.result.text}]",))
