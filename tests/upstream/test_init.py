"""`specloom init`, `list` and `update` as people call them: real servers, real projects, and what must not happen."""

from __future__ import annotations

import http.server
import io
import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import rail_server
from document_server import give, redirect, serving
from repository import Repository

from specloom import regular_file
from specloom.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rail_server import RailServer

PROJECT = '[project]\nname = "acme"\n\n[tool.ruff]\nline-length = 100\n'
SPEC, OVERLAY = "specs/night_rail/openapi.yaml", "specs/night_rail/overlay.yaml"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repository = Repository(tmp_path / "project")
    repository.commit({"pyproject.toml": PROJECT, "src/acme/__init__.py": ""})
    monkeypatch.chdir(repository.folder)
    monkeypatch.setattr(regular_file, "_held", {})
    return repository.folder


@pytest.fixture
def run(project: Path, capfd: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001 - its working directory
    def run(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out + err

    return run


@pytest.fixture
def rail() -> Iterator[RailServer]:
    with rail_server.running() as server:
        yield server


def files(folder: Path) -> set[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if path.parts[0] != ".git"}


SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /api/orders:
    get: {operationId: list_orders, responses: {"204": {description: Nothing.}}}
    post: {operationId: create_order, tags: [orders], responses: {"204": {description: Nothing.}}}
"""


def test_names_that_a_generated_client_has_stay(run: Run, project: Path):
    spec, surface = project / "shop.yaml", project / "generated/shop/surface.json"
    spec.write_text(SHOP)
    assert run("generate", "--spec", "shop.yaml", "--package", "shop", "--out", "generated/shop")[0] == 0
    before = json.loads(surface.read_text())["client"]
    assert run("init", "shop.yaml")[0] == 0
    assert "method:" not in (project / "shop.overlay.yaml").read_text()
    assert run("generate", "shop")[0] == 0
    assert json.loads(surface.read_text())["client"].keys() == before.keys()
    spec.write_text(SHOP.replace("list_orders", "fetch").replace("create_order", "make"))
    code, told = run("vendor", "add", "shop", "--into", "src/acme/shop")
    assert (code, "shop: 2 names stay as published; --rename takes those of the description" in told) == (0, True)
    resources = "".join(path.read_text() for path in (project / "src/acme/shop/resources").glob("*.py"))
    assert "def list_orders(" in resources
    assert "def create_order(" in resources
    assert run("vendor", "status")[1].strip() == "shop in src/acme/shop: 37 untouched"


def test_names_of_a_generated_client_go_where_that_is_asked_for(run: Run, project: Path):
    (project / "shop.yaml").write_text(SHOP)
    assert run("init", "shop.yaml")[0] == 0
    assert run("generate", "shop")[0] == 0
    overlay = project / "shop.overlay.yaml"
    overlay.write_text(overlay.read_text().replace("method: create", "method: make"))
    (project / "shop.yaml").write_text(SHOP.replace("list_orders", "fetch"))
    code, told = run("vendor", "add", "shop", "--into", "src/acme/shop", "--rename")
    assert (code, "stay as published" in told) == (0, False)


def test_what_is_at_an_address_is_taken_and_pinned(run: Run, project: Path, rail: RailServer):
    code, told = run("init", f"{rail.base_url}/openapi.yaml")
    assert (code, told.splitlines()[:3]) == (
        0,
        [
            f"{SPEC} from {rail.base_url}/openapi.yaml",
            f"{OVERLAY}: 8 proposals",
            "pyproject.toml: the settings of night_rail",
        ],
    )
    assert (project / SPEC).read_text() == rail.description
    assert (
        (project / "pyproject.toml").read_text()
        == f"""{PROJECT}
[tool.specloom.clients.night_rail]
spec = "{SPEC}"
overlay = ["{OVERLAY}"]
url = "{rail.base_url}/openapi.yaml"
sha256 = "{sha256(rail.description.encode()).hexdigest()}"
"""
    )
    assert rail.targets == ["GET /openapi.yaml"]
    assert run("generate")[0] == 0
    assert rail.targets == ["GET /openapi.yaml"]
    assert f'"{rail.base_url}/v1"' in (project / "generated/night_rail/client.py").read_text()


def test_a_trial_writes_nothing(run: Run, project: Path, rail: RailServer):
    before = files(project)
    code, told = run("init", f"{rail.base_url}/openapi.yaml", "--dry-run", "--name", "rail")
    assert (code, files(project)) == (0, before)
    assert "specs/rail/overlay.yaml: 8 proposals\n" in told
    assert "by_page: {style: page, page: page, limit: limit, items: /data, more: /links/next}" in told


def test_a_file_of_the_project_stays_where_it_is(run: Run, project: Path, rail: RailServer):
    (project / "apis").mkdir()
    (project / "apis/rail.yaml").write_text(rail.description)
    assert run("init", "apis/rail.yaml")[0] == 0
    assert files(project) - {"pyproject.toml", "src/acme/__init__.py"} == {"apis/rail.yaml", "apis/rail.overlay.yaml"}
    assert 'overlay = ["apis/rail.overlay.yaml"]\n' in (project / "pyproject.toml").read_text()
    assert "url" not in (project / "pyproject.toml").read_text()
    assert run("lint")[0] == 0
    code, told = run("init", "apis/rail.yaml", "--name", "other")
    assert (code, "help: move that file away\n" in told) == (2, True), "its overlay is called after the file"


def test_a_description_of_several_files_is_copied_as_a_whole(run: Run, project: Path, tmp_path: Path):
    (tmp_path / "theirs/parts").mkdir(parents=True)
    (tmp_path / "theirs/secret.yaml").write_text("password: hunter2\n")
    text = rail_server.DESCRIPTION.replace("#/components/schemas/Station", "parts/station.yaml")
    (tmp_path / "theirs/openapi.yaml").write_text(text)
    (tmp_path / "theirs/parts/station.yaml").write_text("type: object\nproperties: {id: {type: string}}\n")
    assert run("init", str(tmp_path / "theirs"))[0] == 0
    assert files(project) - {"pyproject.toml", "src/acme/__init__.py"} == {
        SPEC, OVERLAY, "specs/night_rail/parts/station.yaml",
    }  # fmt: skip
    assert run("lint")[0] == 0


def test_what_comes_in_is_taken(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(rail_server.DESCRIPTION.encode())))
    assert run("init", "-", "--name", "rail")[0] == 0
    assert (project / "specs/rail/openapi.yaml").read_text() == rail_server.DESCRIPTION


def test_of_what_came_in_empty_no_file_is_named(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    code, told = run("init", "-")
    assert (code, told.startswith("-:1:1: error: the file is empty\n")) == (2, True)


@pytest.mark.parametrize(
    ("name", "packages", "proposed"),
    [
        ("rail", ["src/acme/core", "src/acme.egg-info"], "src/acme/rail"),
        ("rail", ["src/acme/rail"], "src/clients/rail"),
        ("Rail-2", ["src/acme", "src/other"], "src/clients/rail_2"),
        ("rail", ["src"], "src/clients/rail"),
        ("json", ["acme", "tests", "web-app", "scripts"], "acme/json"),
        ("rail", [], "src/clients/rail"),
    ],
)
def test_the_command_that_comes_next_can_be_pasted(
    name: str, packages: list[str], proposed: str, run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
):
    there = project / "more of it"
    for each in packages:
        (there / each).mkdir(parents=True)
        if each in {"acme", "tests"}:
            (there / each / "__init__.py").touch()
    there.mkdir(exist_ok=True)
    (there / "pyproject.toml").write_text(PROJECT)
    (there / "rail.yaml").write_text(rail_server.DESCRIPTION)
    monkeypatch.chdir(there)
    told = run("init", "rail.yaml", "--name", name)[1]
    command = f"specloom vendor add {name} --into {proposed}"
    assert f"  {command}   for a client in your repository\n" in told
    assert run(*command.split()[1:])[0] == 0
    assert (there / proposed / "client.py").is_file()


def test_a_description_that_cannot_be_used_is_taken_and_said_to_be_so(run: Run, project: Path, rail: RailServer):
    rail.description = rail.description.replace("'#/components/schemas/Page'", "").replace(
        "#/components/schemas/Page", "#/components/schemas/Pages"
    )
    code, told = run("init", f"{rail.base_url}/openapi.yaml")
    assert code == 1
    assert f"{SPEC}:22:28: error: reference points at nothing: '#/components/schemas/Pages'" in told
    assert "leave the operation out: skip = [" in told, "init has no option for it"
    assert "in its settings, pyproject.toml" in told
    assert f"mend this in {OVERLAY}, or leave operations out by `skip` in pyproject.toml, then run: " in told
    mended = "  - target: $.components.schemas\n    update: {Pages: {type: object}}\n"
    (project / OVERLAY).write_text((project / OVERLAY).read_text() + mended)
    assert run("lint", "night_rail")[0] == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<!doctype html><title>secret</title>", "this is a web page (HTML), not a document in YAML or JSON"),
        (b"asyncapi: 3.0.0\ninfo: {title: secret}\n", "this is no OpenAPI document but an AsyncAPI document"),
        (b"", "the file is empty"),
        (b"openapi: 4.0.0\ninfo: {title: T}\n", "'openapi' cannot be '4.0.0'"),
        (b"openapi: 3.1.0\n\xff", "byte 0xff is not UTF-8"),
    ],
)
def test_what_is_no_description_is_not_taken(run: Run, project: Path, content: bytes, message: str):
    before = files(project)
    with serving(give(content)) as (server, _):
        code, told = run("init", f"{server}/openapi")
    assert (code, files(project)) == (2, before)
    assert f"{server}/openapi:" in told
    assert message in told
    assert "secret" not in told


def test_an_address_without_its_scheme_is_no_file(run: Run, project: Path):
    code, told = run("init", "rail.example/openapi.yaml")
    assert (code, list(project.rglob("openapi.yaml"))) == (2, [])
    assert "there is no file rail.example/openapi.yaml\nhelp: check the path; an address begins with https://" in told


def test_a_server_leads_nowhere_else(run: Run, project: Path):
    before = files(project)
    with serving(redirect("https://10.0.0.1/openapi.yaml")) as (server, asked):
        code, told = run("init", server)
    assert (code, files(project), len(asked)) == (2, before, 1)
    assert "which is another network" in told


def test_what_is_there_is_never_overwritten(run: Run, project: Path, rail: RailServer):
    url = f"{rail.base_url}/openapi.yaml"
    (project / "specs/night_rail").mkdir(parents=True)
    (project / OVERLAY).write_text("ours")
    code, told = run("init", url)
    assert (code, f"there is a file {OVERLAY} already" in told) == (2, True)
    assert (project / OVERLAY).read_text() == "ours"
    assert (project / "pyproject.toml").read_text() == PROJECT
    (project / OVERLAY).unlink()
    assert run("init", url)[0] == 0
    code, told = run("init", url)
    assert (code, f"has a client 'night_rail' already, of {SPEC}\nhelp: bring it up to date with" in told) == (2, True)
    (project / "shop.yaml").write_text(rail_server.DESCRIPTION)
    run("vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/acme/shop")
    told = run("init", "shop.yaml", "--name", "shop")[1]
    assert told.endswith("has a client 'shop' already, of shop.yaml\nhelp: give this one another name: --name NAME\n")
    code, told = run("init", url, "--name", "sitoo")
    assert (code, "ships with Specloom" in told) == (2, True)
    for name in ("../../evil", "a b", ".", "a.b", "1x", "夜"):
        code, told = run("init", url, "--name", name)
        assert (code, f"{name!r} is no name for a client" in told) == (2, True)
    assert not (project.parent / "evil").exists()


def test_what_ended_before_it_wrote_the_settings_is_completed(run: Run, project: Path, rail: RailServer):
    url = f"{rail.base_url}/openapi.yaml"
    assert run("init", url)[0] == 0
    settings = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(PROJECT)
    assert run("init", url)[0] == 0
    assert (project / "pyproject.toml").read_text() == settings


def test_the_file_that_cannot_be_written_is_named(run: Run, project: Path, rail: RailServer):
    url = f"{rail.base_url}/openapi.yaml"
    (project / "specs").touch()
    code, told = run("init", url)
    assert (code, f"error: cannot write {SPEC}: Not a directory\nhelp: make specs/night_rail a folder" in told) == (
        2,
        True,
    )


def test_a_title_that_gives_no_name_asks_for_one(run: Run, rail: RailServer):
    rail.description = rail.description.replace("Night Rail API", "夜")
    code, told = run("init", f"{rail.base_url}/openapi.yaml")
    message = "error: the title '夜' gives no name for a client\nhelp: give it a name: --name NAME\n"
    assert (code, told) == (2, message)


@pytest.mark.parametrize(
    ("servers", "name"),
    [
        (["https://api.acme.example/v1"], "acme"),
        (["https://agents.acme.example", "https://acme.example:8443"], "acme"),
        (["/v1", "http://localhost:8080", "http://127.0.0.1", "https://{region}.acme.example/v1"], "acme"),
        (["https://[", "https://shop.acme.example"], "shop"),
        (["https://acme.example", "https://other.example"], None),
    ],
)
@pytest.mark.parametrize("title", ["REST API", "夜"])
def test_a_title_without_words_of_its_own_gives_way_to_the_servers(
    servers: list[str], name: str | None, title: str, run: Run, project: Path
):
    listed = json.dumps([{"url": url} for url in servers])
    (project / "openapi.yaml").write_text(
        f'openapi: 3.1.0\ninfo: {{title: {title}, version: "1"}}\nservers: {listed}\npaths: {{}}\n'
    )
    _, told = run("init", "openapi.yaml")
    named = name or ("rest_api" if title.isascii() else None)
    assert (f"settings of {named}\n" if named else "gives no name") in told


def test_a_client_is_listed_in_all_its_states(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    code, told = run("list")
    assert code == 0
    assert told.splitlines()[:3] == [
        "name        kind       description                                                    client",
        f"night_rail  generated  {SPEC} + {OVERLAY}  generated/night_rail",
        "fixably     ships",
    ]
    run("vendor", "add", "night_rail", "--into", "src/acme/rail")
    run("vendor", "add", "sitoo", "--into", "src/acme/sitoo")
    rows = json.loads(run("list", "--format", "json")[1])
    assert rows[:3] == [
        {"name": "night_rail", "kind": "vendored", "description": f"{SPEC} + {OVERLAY}", "client": "src/acme/rail"},
        {"name": "sitoo", "kind": "vendored", "description": "ships", "client": "src/acme/sitoo"},
        {"name": "fixably", "kind": "ships", "description": "", "client": ""},
    ]
    settings = (project / "pyproject.toml").read_text()
    assert "[tool.specloom.clients" not in settings
    assert f'url = "{rail.base_url}/openapi.yaml"\n' in settings


def test_calls_are_listed_as_only_takes_them(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    text = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(text.replace("sha256", 'only = ["stations"]\nsha256'))
    rows = json.loads(run("list", "night_rail", "--format", "json")[1])
    assert [(row["call"], row["route"], row["operationId"], row["left_out"]) for row in rows] == [
        ("bookings.create", "POST /bookings", "create-booking", "left out"),
        ("bookings.get", "GET /bookings/{bookingId}", "get-booking", "left out"),
        ("stations.list", "GET /stations", "get-stations", ""),
    ]
    assert "stations.get_stations " in run("list", SPEC)[1]
    assert "stations.list" in run("list", SPEC, "--overlay", OVERLAY)[1]
    assert run("list", "fixably")[0] == 0
    assert run("list", "nothing")[0] == 2


def test_an_update_is_shown_before_it_is_written(run: Run, project: Path, rail: RailServer):
    url = f"{rail.base_url}/openapi.yaml"
    run("init", url)
    assert run("update") == (0, f"{SPEC}: up to date\n")
    old = rail.description
    rail.description = old.replace("required: [id, name]", "required: [id]").replace("get-stations", "find-stations")
    for arguments in (("update",), ("update", "--check"), ("update", "night_rail", "--check")):
        code, told = run(*arguments)
        assert code == 1
        assert "models.Station.name" in told
        assert "stations.list" not in told  # the overlay names it
        assert f"upstream:{SPEC}:" in told
        assert f"{SPEC}: not written" in told
        assert (project / SPEC).read_text() == old
    assert run("update", "--yes")[0] == 0
    assert (project / SPEC).read_text() == rail.description
    settings = (project / "pyproject.toml").read_text()
    assert settings.startswith(PROJECT)
    assert f'sha256 = "{sha256(rail.description.encode()).hexdigest()}"\n' in settings
    assert run("update", "--check") == (0, f"{SPEC}: up to date\n")


def test_an_action_that_no_longer_reaches_anything_is_told(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    rail.description = rail.description.replace("  /bookings:\n", "  /reservations:\n")
    code, told = run("update", "--check")
    assert code == 1
    assert "the operation 'POST /bookings'" in told or "POST /bookings" in told
    assert f"upstream:{OVERLAY}:" in told
    assert "nothing is selected: there is no '/bookings'" in told
    assert f"no client can be made of the new version under {OVERLAY}" in told
    code, told = run("update", "--yes")
    assert code == 1
    assert (project / SPEC).read_text() == rail.description
    assert run("lint")[0] == 1


def test_edits_of_what_was_fetched_are_not_lost(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    mine = rail.description.replace("List stations.", "All stations.")
    (project / SPEC).write_text(mine)
    code, told = run("generate")
    assert code == 0
    assert f"{SPEC}:1:1: warning: this is not as it was fetched: somebody edited it" in told
    rail.description = rail.description.replace("Beds on trains", "Beds on night trains")
    code, told = run("update", "--yes")
    assert code == 2
    assert f"{SPEC} is not as it was fetched: somebody edited it" in told
    assert (project / SPEC).read_text() == mine


def test_line_ends_are_no_edits(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    (project / SPEC).write_bytes(rail.description.replace("\n", "\r\n").encode())
    assert run("update") == (0, f"{SPEC}: up to date\n")


def test_an_update_that_is_no_description_any_more_is_refused(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    old, rail.description = rail.description, "<html>gone</html>"
    code, told = run("update", "--yes")
    assert (code, "this is a web page (HTML)" in told) == (2, True)
    assert (project / SPEC).read_text() == old


def test_while_the_server_is_down_all_stays_as_it_is(run: Run, project: Path, rail: RailServer):
    run("init", f"{rail.base_url}/openapi.yaml")
    settings = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(settings.replace(rail.base_url, f"{rail.base_url}/moved"))
    old = (project / SPEC).read_text()
    code, told = run("update", "--yes")
    line = settings[: settings.index("url = ")].count("\n") + 1
    assert code == 2
    assert told.startswith(
        f"error: cannot fetch {rail.base_url}/moved/openapi.yaml: the server answers 404 Not Found\n"
    )
    assert f"help: nothing was changed: {SPEC} stays as it was fetched" in told
    assert f"name its new address: `url` in the settings (pyproject.toml:{line}:1)\n" in told
    assert (project / SPEC).read_text() == old
    (project / SPEC).unlink()
    assert f"help: nothing was changed: {SPEC} is missing, and other commands need it: restore it" in run("update")[1]
    (project / "pyproject.toml").write_text(settings)
    assert "help: fetch it again with: specloom update night_rail " in run("lint")[1]
    assert run("update", "--check") == (
        1,
        f"{SPEC}: there is no such file any more, so nothing is compared\n{SPEC}: not written\n",
    )
    assert run("update", "--yes")[0] == 0
    assert (project / SPEC).read_text() == old
    assert run("update") == (0, f"{SPEC}: up to date\n")


def test_an_update_reads_the_files_beside_it(run: Run, project: Path, rail: RailServer):
    rail.description = rail.description.replace("#/components/schemas/Station", "station.yaml")
    assert run("init", f"{rail.base_url}/openapi.yaml")[0] == 1
    (project / "specs/night_rail/station.yaml").write_text("type: object\nproperties: {id: {type: string}}\n")
    assert run("lint")[0] == 0
    rail.description = rail.description.replace("Take a bed.", "Take any bed.")
    code, told = run("update", "--yes")
    assert code == 0
    assert "Take any bed." in (project / SPEC).read_text()
    assert "error" not in told


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('url = "https://a.example/x"', "has url, sha256 and spec together or not at all"),
        (f'sha256 = "{0:064}"', "has url, sha256 and spec together or not at all"),
        ('url = "https://a.example/x"\nsha256 = "abc"', "is not 64 hexadecimal digits"),
    ],
)
def test_a_pin_is_whole_or_missing(run: Run, project: Path, setting: str, message: str):
    (project / "pyproject.toml").write_text(f'[tool.specloom.clients.a]\nspec = "a.yaml"\n{setting}\n')
    code, told = run("list")
    assert (code, message in told) == (2, True)


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/x", "https://10.0.0.1/x", "file:///etc/passwd", "https://u:p@a.example/"]
)
def test_settings_cannot_have_anything_fetched(run: Run, project: Path, url: str):
    """Settings come with pull requests, and a job that checks them may reach what their author cannot."""
    (project / "a.yaml").write_text("openapi: 3.1.0\n")
    digest = sha256(b"openapi: 3.1.0\n").hexdigest()
    pinned = f'url = "{url}"\nsha256 = "{digest}"\n'
    (project / "pyproject.toml").write_text(f'[tool.specloom.clients.a]\nspec = "a.yaml"\n{pinned}')
    code, told = run("update", "--check")
    assert code == 2
    assert "error: " in told
    assert "u:p" not in told


def test_without_anything_fetched_there_is_nothing_to_update(run: Run, project: Path):
    code, told = run("update")
    assert (code, "run: specloom init URL" in told) == (2, True)
    (project / "a.yaml").write_text("openapi: 3.1.0\n")
    (project / "pyproject.toml").write_text('[tool.specloom.clients.a]\nspec = "a.yaml"\n')
    for named in ((), ("a",)):
        assert "a.yaml is yours to change: `specloom generate a` brings what it says " in run("update", *named)[1]


REPOS = """\
openapi: 3.0.3
info: {title: Hub, version: "1.1.4"}
servers: [{url: "https://hub.example"}]
paths:
  "/orgs/{org}/repos":
    get:
      operationId: repos/list-for-org
      tags: [repos]
      parameters:
        - {name: org, in: path, required: true, schema: {type: string}}
        - {name: per_page, in: query, schema: {type: integer, default: 30}}
        - {name: page, in: query, schema: {type: integer, default: 1}}
      responses:
        "200":
          description: Response
          headers: {Link: {schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Repo"}}}}
components: {schemas: {Repo: {type: object, required: [name], properties: {name: {type: string}}}}}
"""
BEARER = """\
  - target: $
    update: {security: [{token: []}], components: {securitySchemes: {token: {type: http, scheme: bearer}}}}
"""


@pytest.mark.slow
def test_lists_of_a_document_without_credentials_go_on_by_its_overlay(run: Run, project: Path):
    (project / "hub.yaml").write_text(REPOS)
    assert run("init", "hub.yaml")[0] == 0
    overlay = project / "hub.overlay.yaml"
    before, unsure, _ = overlay.read_text().partition("\n  # Not sure")
    overlay.write_text(f"{before}\n{BEARER}" if unsure else f"{before}{BEARER}")
    assert run("generate", "hub", "--out", "generated/hub")[0] == 0
    asked: list[tuple[str, str | None]] = []

    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        asked.append((handler.path, handler.headers["Authorization"]))
        is_last = "page=2" in handler.path
        address = f"http://{handler.headers['Host']}/orgs/octo/repos?page=2"
        content = json.dumps([{"name": "two" if is_last else "one"}]).encode()
        link = {} if is_last else {"Link": f'<{address}>; rel="next"'}
        give(content, Content_Type="application/json", **link)(handler)

    code = (
        "import sys; sys.path.insert(0, 'generated')\n"
        "from hub import Hub\n"
        "with Hub(token='tok', base_url=sys.argv[1]) as hub:\n"
        "    print(*[repo.name for repo in hub.repos.list_for_org('octo')])\n"
    )
    with serving(answer) as (address, _):
        done = subprocess.run([sys.executable, "-c", code, address], capture_output=True, text=True, check=True)
    assert done.stdout == "one two\n"
    assert asked == [("/orgs/octo/repos", "Bearer tok"), ("/orgs/octo/repos?page=2", "Bearer tok")]
