"""Servers of paths and operations: which address a call has, and what of it is a setting."""

from pathlib import Path

import pytest
import yaml

from specloom.findings import DescriptionError, Severity
from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.call import OperationServer
from specloom.spec.load import load_description
from specloom.targets.target import Target

LINE = {"line": {"default": "north"}}
ROOT = {"url": "https://{line}.example/v1", "variables": LINE}


def build(tmp_path: Path, root: list[object], *servers: object, version: str = "3.1.0") -> Api:
    """Return the client of a description with one operation for each of `servers`; None for one without any."""
    paths = {
        f"/{number}": {
            "get": {
                "tags": ["t"],
                "operationId": f"get{number}",
                "responses": {"204": {"description": "Done."}},
                **({} if server is None else {"servers": [server, {"url": "https://second.example"}]}),
            }
        }
        for number, server in enumerate(servers)
    }
    spec = tmp_path / "openapi.yaml"
    document = {"openapi": version, "info": {"title": "T", "version": "1"}, "servers": root, "paths": paths}
    spec.write_text(yaml.safe_dump(document), encoding="utf-8")
    return build_api(load_description(Target(spec)).document)


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        ({"url": "https://upload.example/v2"}, OperationServer("https://upload.example/v2", {})),
        (ROOT, None),
        ({**ROOT, "url": "https://{line}.example/v1/"}, None),
        ({**ROOT, "url": "https://{line}.example/v2"}, OperationServer("/v2", {})),
        ({**ROOT, "url": "https://{line}.example"}, OperationServer("/", {})),
        (
            {"url": "https://{line}.example/v1", "variables": {"line": {"default": "south"}}},
            OperationServer("https://{line}.example/v1", {"line": "south"}),
        ),
        (
            {"url": "https://up.example/{line}/{size}", "variables": {**LINE, "size": {"default": "big"}}},
            OperationServer("https://up.example/{line}/{size}", {"line": "north", "size": "big"}),
        ),
        ({"url": "https://{line}.example/v1"}, None),
        ({"url": "https://{line}.example/v2"}, OperationServer("/v2", {})),
        ({"url": "https://up.{line}.example"}, OperationServer("https://up.{line}.example", {"line": "north"})),
        ({"url": "/files"}, OperationServer("/files", {})),
        ({"url": "files"}, OperationServer("files", {})),
        (
            {"url": "http://{line}.example/v1", "variables": LINE},
            OperationServer("http://{line}.example/v1", {"line": "north"}),
        ),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_server_of_an_operation(tmp_path: Path, server: object, expected: OperationServer | None, version: str):
    api = build(tmp_path, [ROOT], None, server, version=version)
    first, second = api.resources[0].methods
    assert (first.server, second.server) == (None, expected)
    assert api.servers == ((expected,) if expected else ())
    assert [setting.name for setting in api.settings] == ["line", *(["size"] if "{size}" in str(server) else [])]


@pytest.mark.parametrize("default", ["", " ", "a b", "a@b", "a?b", "a#b", "{a}", "..", "a/../b", "a\\b", "\n"])
def test_a_default_that_no_address_can_have_is_not_filled_in(tmp_path: Path, default: str):
    server = {"url": "https://{zone}.up.example/{line}", "variables": {**LINE, "zone": {"default": default}}}
    api = build(tmp_path, [ROOT], server, server)
    assert [each.address for each in api.servers] == ["https://{zone}.up.example/{line}"]
    assert api.servers[0].defaults.keys() == {"zone", "line"}


def test_a_variable_of_one_call_is_a_setting_if_its_default_can_stand_in_an_address(tmp_path: Path):
    variables = {"part": {"default": "a b"}, "size": {"default": "big", "enum": ["big"]}, "line": {"default": "north"}}
    variables["line"]["enum"] = ["north"]
    api = build(tmp_path, [ROOT], {"url": "https://up.example/{part}/{size}/{line}", "variables": variables})
    assert [each.variable for each in api.settings] == ["line", "size"]
    lost = {each.what: each.why for each in api.losses if "variable" in each.what}
    assert lost == {
        "enum of server variable line": "other values are not refused",
        "server variable part": "its default can stand in no address: callers give another one in its place: servers",
    }


def test_one_address_with_other_defaults_is_another_server(tmp_path: Path):
    url = "https://up.example/{line}"
    api = build(
        tmp_path,
        [ROOT],
        *({"url": url, "variables": {"line": {"default": default}}} for default in ("north", "south", "north")),
    )
    assert [server.address for server in api.servers] == [url, "https://up.example/south"]


def test_without_a_server_of_its_own_the_client_calls_that_of_all_operations(tmp_path: Path):
    own = {"url": "https://a.example/{zone}", "variables": {"zone": {"default": "eu"}}}
    api = build(tmp_path, [], own, {"url": "https://b.example"})
    assert (api.base_url, [setting.name for setting in api.settings]) == (own["url"], ["zone"])
    assert [method.server for method in api.resources[0].methods] == [None, OperationServer("https://b.example", {})]
    assert build(tmp_path, [], own, None).base_url == ""


ELSEWHERE = ["wss://x.example", "ftp://x.example/v1", "https://me:key@x.example", "https://x.example/?tenant=1"]


@pytest.mark.parametrize("url", ELSEWHERE)
def test_callers_say_where_a_client_goes_whose_server_it_cannot_call(tmp_path: Path, url: str):
    api = build(tmp_path, [{"url": url}], None, {"url": url})
    assert (api.base_url, api.servers) == ("", ())
    (warning,) = (each for each in api.warnings if each.rule == "unsupported-server")
    assert (warning.severity, warning.help) == (Severity.WARNING, "callers have to give base_url")
    assert warning.message.startswith(f"no call goes to '{url}': clients speak http and https")
    assert {loss.what for loss in api.losses} == {f"server {url}", "server https://second.example"}


@pytest.mark.parametrize("url", ELSEWHERE)
def test_an_operation_on_a_server_that_no_client_can_call_is_refused(tmp_path: Path, url: str):
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, [ROOT], None, {"url": url})
    (finding,) = (each for each in caught.value.findings if each.severity.stops)
    assert (finding.rule, finding.location.pointer) == ("unsupported-server", ("paths", "/1", "get", "servers", "0"))


@pytest.mark.parametrize("url", ["HTTPS://x.example", "{scheme}://x.example", "http{s}://x.example/v1"])
def test_what_may_be_http_is_called(tmp_path: Path, url: str):
    api = build(tmp_path, [{"url": url, "variables": {"scheme": {"default": "ws"}, "s": {"default": "s"}}}], None)
    assert api.base_url == url
