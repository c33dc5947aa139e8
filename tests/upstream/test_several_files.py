"""Descriptions in several files, fetched as a whole, and what a stranger's references must not do."""

from __future__ import annotations

import http.server
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from document_server import give, redirect, serving

from specloom.cli.main import main
from specloom.targets.settings import load_configuration
from specloom.upstream import beside

Run = Callable[..., tuple[int, str]]
ENTRY: Final = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: /v1}]
paths:
  /items: {$ref: paths/items.yaml}
components: {schemas: {Money: {type: object, properties: {amount: {type: integer}}}}}
"""
ITEMS: Final = """\
get:
  operationId: listItems
  responses: {"200": {description: Fine., content: {application/json: {schema: {$ref: ../../common/item.yaml#/Item}}}}}
"""
ITEM: Final = """\
Item: {type: object, properties: {price: {$ref: "../api/shop.yaml#/components/schemas/Money"}, name: {type: string}}}
"""
SHOP: Final = {"/docs/api/shop.yaml": ENTRY, "/docs/api/paths/items.yaml": ITEMS, "/docs/common/item.yaml": ITEM}
PUT: Final = ["specs/shop/api/shop.yaml", "specs/shop/api/paths/items.yaml", "specs/shop/common/item.yaml"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out + err

    return run


@contextmanager
def publishing(documents: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Serve documents by their paths; what begins with `to:` is a redirect."""

    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        text = documents.get(unquote(handler.path))
        if text is None:
            handler.send_error(404)
        elif text.startswith("to:"):
            redirect(text.removeprefix("to:"))(handler)
        else:
            give(text.encode())(handler)

    with serving(answer) as served:
        yield served


def files() -> set[str]:
    return {path.as_posix() for path in Path().rglob("*") if path.is_file()}


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def entry_with(reference: str) -> dict[str, str]:
    return {"/api/shop.yaml": ENTRY.replace("paths/items.yaml", reference)}


def test_what_an_entry_document_refers_to_is_fetched_and_pinned(run: Run):
    with publishing(SHOP) as (server, asked):
        code, told = run("init", f"{server}/docs/api/shop.yaml")
        assert (code, asked) == (0, list(SHOP))
        assert told.splitlines()[:3] == [f"{PUT[0]} from {server}/docs/api/shop.yaml", *PUT[1:]]
    assert files() == {*PUT, "specs/shop/overlay.yaml", "specloom.toml"}
    assert [Path(path).read_text() for path in PUT] == [*SHOP.values()]
    assert (
        Path("specloom.toml").read_text()
        == f"""\
[clients.shop]
spec = "specs/shop/api/shop.yaml"
overlay = ["specs/shop/overlay.yaml"]
root = "specs/shop"
url = "{server}/docs/api/shop.yaml"
sha256 = "{digest(ENTRY)}"
files = [
    "{digest(ITEMS)} api/paths/items.yaml",
    "{digest(ITEM)} common/item.yaml",
]
"""
    )
    assert run("generate")[0] == 0
    assert "api/shop.yaml" in Path("specs/shop/overlay.yaml").read_text()


def test_the_client_goes_on_as_a_vendored_one(run: Run):
    with publishing(SHOP) as (server, _):
        run("init", f"{server}/docs/api/shop.yaml")
        before = load_configuration(Path()).clients["shop"].upstream
        assert run("vendor", "add", "shop", "--into", "acme")[0] == 0
        assert load_configuration(Path()).vendored["shop"].upstream == before
        assert run("update") == (0, f"{PUT[0]}: up to date\n")


def test_an_update_fetches_all_of_it(run: Run):
    documents = dict(SHOP)
    with publishing(documents) as (server, asked):
        run("init", f"{server}/docs/api/shop.yaml")
        asked.clear()
        assert run("update") == (0, f"{PUT[0]}: up to date\n")
        assert asked == list(SHOP)
        documents["/docs/common/item.yaml"] = ITEM.replace("name: {type: string}", "name: {$ref: name.json}")
        documents["/docs/common/name.json"] = '{"type": "integer"}'
        code, told = run("update", "--check")
        assert code == 1
        assert "upstream:specs/shop/common/name.json" in told
        assert "models.Item.name" in told
        assert [Path(path).read_text() for path in PUT] == [*SHOP.values()]
        code, told = run("update", "--yes")
        assert f"{PUT[0]}: written (2 other files written), and pinned in specloom.toml" in told
        assert (
            f'    "{digest(documents["/docs/common/name.json"])} common/name.json",\n'
            in Path("specloom.toml").read_text()
        )
        assert run("update", "--check") == (0, f"{PUT[0]}: up to date\n")
        documents["/docs/common/item.yaml"] = ITEM
        assert "(1 other file written, 1 file removed)" in run("update", "--yes")[1]
        assert files() == {*PUT, "specs/shop/overlay.yaml", "specloom.toml"}
        documents["/docs/api/shop.yaml"] = ENTRY.replace("{$ref: paths/items.yaml}", "{}")
        assert "2 files removed" in run("update", "--yes")[1]
        assert "files = []\n" in Path("specloom.toml").read_text()
        documents["/docs/api/shop.yaml"] = ENTRY
        assert run("update", "--yes")[0] == 0
        assert [Path(path).read_text() for path in PUT] == [*SHOP.values()]


def test_a_description_of_one_file_can_become_several(run: Run):
    alone = ENTRY.replace("{$ref: paths/items.yaml}", "{}")
    documents = {
        "/openapi.yaml": alone,
        "/paths/items.yaml": ITEMS.replace("../../common/item.yaml#/Item", "item.yaml"),
    }
    documents["/paths/item.yaml"] = "{type: object}\n"
    with publishing(documents) as (server, _):
        run("init", f"{server}/openapi.yaml")
        assert "files" not in Path("specloom.toml").read_text()
        documents["/openapi.yaml"] = ENTRY
        assert run("update", "--yes")[0] == 0
        assert {*files()} >= {"specs/shop/paths/items.yaml", "specs/shop/paths/item.yaml"}
        assert run("update", "--check") == (0, "specs/shop/openapi.yaml: up to date\n")


def test_edits_and_files_of_the_project_are_not_lost(run: Run):
    documents = dict(SHOP)
    with publishing(documents) as (server, _):
        run("init", f"{server}/docs/api/shop.yaml")
        documents["/docs/common/item.yaml"] = ITEM.replace("name: {type: string}", "name: {$ref: name.yaml}")
        documents["/docs/common/name.yaml"] = "type: string\n"
        Path("specs/shop/common/name.yaml").write_text("ours")
        code, told = run("update", "--yes")
        assert (code, "there is a file specs/shop/common/name.yaml already" in told) == (2, True)
        Path(PUT[1]).write_text(ITEMS.replace("listItems", "items"))
        code, told = run("update", "--yes")
        assert (code, f"{PUT[1]} is not as it was fetched: somebody edited it" in told) == (2, True)
    assert Path("specs/shop/common/name.yaml").read_text() == "ours"
    assert Path(PUT[2]).read_text() == ITEM


def test_references_lead_on_from_where_the_description_is_in_the_end(run: Run):
    documents = {"/latest.yaml": "to:/docs/api/shop.yaml", **SHOP}
    with publishing(documents) as (server, asked):
        assert run("init", f"{server}/latest.yaml")[0] == 0
        assert asked == list(documents)
        assert load_configuration(Path()).clients["shop"].upstream.url == f"{server}/latest.yaml"
        assert run("update") == (0, f"{PUT[0]}: up to date\n")


def test_files_that_refer_to_each_other_are_fetched_once(run: Run):
    node = "type: object\nproperties: {next: {$ref: %s}, entry: {$ref: 'shop.yaml#/components/schemas/Money'}}\n"
    documents = entry_with("items.yaml") | {
        "/api/items.yaml": ITEMS.replace("../../common/item.yaml#/Item", "a.yaml"),
        "/api/a.yaml": node % "b.yaml",
        "/api/b.yaml": node % "./x/../a.yaml",
    }
    with publishing(documents) as (server, asked):
        assert run("init", f"{server}/api/shop.yaml")[0] == 0
        assert sorted(asked) == sorted(documents)


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("https://api.example.com/items.yaml", "reference points into the network"),
        ("//api.example.com/items.yaml", "reference points into the network"),
        ("file:///etc/passwd", "reference is absolute"),
        ("/etc/hosts.yaml", "reference leaves the description's folder"),
        ("../../../../etc/items.yaml", "reference leaves the description's folder"),
        ("%2e%2e/%2e%2e/items.yaml", "reference leaves the description's folder"),
        ("..%2f..%2fitems.yaml", "reference leaves the description's folder"),
        ("items.txt", "points at no file"),
        ("gone.yaml", "the server answers 404 Not Found"),
        (".git/config.yaml", "whose name is none on every machine"),
        (".env.json", "whose name is none on every machine"),
        ("'a\\b.yaml'", "whose name is none on every machine"),
        ('"a\\nb.yaml"', "whose name is none on every machine"),
        ("a%0Ab.yaml", "whose name is none on every machine"),
        ("a%00b.yaml", "points at no file"),
        ("'con.yaml'", "whose name is none on every machine"),
        ("'a:b/c.yaml'", "reference is absolute"),
        ("'a b :c.yaml'", "whose name is none on every machine"),
        (f"{'a' * 300}.yaml", "no file"),
        (f"{'a/' * 3000}b.yaml", "no file"),
        ("Shop.yaml", "is the same as 'shop.yaml' where letter case does not count"),
        ("shop.yaml/b.yaml", "points at no file"),
        ('"\\ud800.yaml"', ""),
    ],
)
def test_a_reference_that_leads_elsewhere_is_a_finding(run: Run, reference: str, message: str):
    """The description is taken, and an overlay may mend it; nothing else is read, asked or written."""
    with publishing(entry_with(reference)) as (server, asked):
        code, told = run("init", f"{server}/api/shop.yaml")
        if code == 2:
            assert files() == set()
            return
        assert code == 1
        assert "specs/shop/openapi.yaml:5:18: error: " in told
        assert message in told
        assert {*asked} <= {"/api/shop.yaml", "/api/gone.yaml", "/api/shop.yaml/b.yaml"}
    assert files() == {"specs/shop/openapi.yaml", "specs/shop/overlay.yaml", "specloom.toml"}


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("http://localhost:1/items.yaml", "which is not where the description is"),
        ("https://10.0.0.1/items.yaml", "which is another network"),
        ("file:///etc/passwd", "is no address of a document"),
        ("/api/paths/items.yaml", "from one address to the next without an end"),
    ],
)
def test_a_file_beside_leads_nowhere_else(run: Run, location: str, message: str):
    with publishing(
        {**SHOP, "/docs/api/paths/items.yaml": f"to:{location}", "/api/paths/items.yaml": f"to:{location}"}
    ) as (
        server,
        _,
    ):
        code, told = run("init", f"{server}/docs/api/shop.yaml")
    assert (code, files()) == (2, set())
    assert message in told


@pytest.mark.parametrize(
    "address",
    [
        "/api/a%2F..%2F..%2F..%2F..%2F..%2Foutside/shop.yaml",
        "/api/a%2F..%2F..%2F..%2F..%2F..%2Foutside%2Fshop.yaml",
        "/api/..%2F..%2Foutside/shop.yaml",
        "/api/%2E%2E/%2E%2E/shop.yaml",
    ],
)
def test_an_address_leads_into_no_other_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str):
    """Nor does one to which a server redirects: what is escaped in it is part of a name."""
    temporary = tmp_path / "temporary" / "folder"
    temporary.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    alone = ENTRY.replace("{$ref: paths/items.yaml}", "{}")
    with publishing({unquote(address): alone, "/api/openapi.yaml": f"to:{address}"}) as (server, _):
        assert run("init", f"{server}/api/openapi.yaml")[0] == 0
    assert files() == {"specs/shop/openapi.yaml", "specs/shop/overlay.yaml", "specloom.toml"}
    assert {path.name for path in tmp_path.iterdir()} == {"project", "temporary"}
    assert [*temporary.parent.iterdir()] == [temporary]


def test_there_are_not_files_without_end(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beside, "_MOST_FILES", 20)
    documents = entry_with("f1.yaml")
    documents |= {f"/api/f{number}.yaml": f"$ref: f{number + 1}.yaml\n" for number in range(1, 10_000)}
    with publishing(documents) as (server, asked):
        code, told = run("init", f"{server}/api/shop.yaml")
    assert (code, len(asked), files()) == (2, 20, set())
    assert f"{server}/api/shop.yaml refers to more than 20 files, 64 MiB or 600 seconds of documents" in told


def test_all_files_together_are_limited(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beside, "_MOST_BYTES", 2000)
    documents = entry_with("big.yaml") | {"/api/big.yaml": f"get: {{summary: {'x' * 3000}}}"}
    with publishing(documents) as (server, _):
        code, told = run("init", f"{server}/api/shop.yaml")
    assert (code, "it is larger than" in told, files()) == (2, True, set())


def test_a_file_of_the_overlays_name_is_no_overlay(run: Run):
    documents = entry_with("overlay.yaml") | {
        "/api/overlay.yaml": ITEMS.replace("../../common/item.yaml#/Item", "b.yaml")
    }
    documents["/api/b.yaml"] = "type: object\n"
    with publishing(documents) as (server, _):
        assert run("init", f"{server}/api/shop.yaml")[0] == 0
    assert Path("specs/shop/overlay.yaml").read_text() == documents["/api/overlay.yaml"]
    assert Path("specs/shop/overlay-0.yaml").read_text().startswith("overlay: 1.")
    assert run("generate")[0] == 0


@pytest.mark.parametrize("pin", ["../x.yaml", "/etc/x.yaml", "", "a/../../x.yaml"])
def test_pins_are_of_files_in_the_folder_of_the_description(run: Run, pin: str):
    text = f'[clients.a]\nspec = "a.yaml"\nurl = "https://a.example/x"\nsha256 = "{0:064}"\nfiles = ["{0:064} {pin}"]\n'
    Path("specloom.toml").write_text(text)
    code, told = run("update")
    assert (code, "which is no digest with the path of a file behind it" in told) == (2, True)


def test_an_update_brings_a_description_back_and_names_an_overlay_that_is_missing(run: Run):
    with publishing(SHOP) as (server, _):
        run("init", f"{server}/docs/api/shop.yaml")
        for path in (*PUT, "specs/shop/overlay.yaml"):
            Path(path).unlink()
        code, told = run("update", "--yes")
    assert (code, "upstream:specs/shop/overlay.yaml:1:1: error: there is no such file" in told) == (1, True)
    assert [Path(path).read_text() for path in PUT] == [*SHOP.values()]


def test_an_update_follows_no_link_out_of_the_folder(run: Run, tmp_path: Path):
    documents = dict(SHOP)
    with publishing(documents) as (server, _):
        run("init", f"{server}/docs/api/shop.yaml")
        (tmp_path / "elsewhere.yaml").write_text(ITEM)
        Path(PUT[2]).unlink()
        Path(PUT[2]).symlink_to(tmp_path / "elsewhere.yaml")
        documents["/docs/common/item.yaml"] = ITEM + "More: {type: string}\n"
        assert run("update", "--yes")[0] == 2
    assert (tmp_path / "elsewhere.yaml").read_text() == ITEM


def test_whoever_waits_is_told_which_document_is_fetched(run: Run, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    monkeypatch.setattr("specloom.fetch.tell_progress", told.append)  # a terminal would show the last only
    with publishing(SHOP) as (address, _):
        assert run("init", f"{address}/docs/api/shop.yaml", "--dry-run")[0] == 0
    assert told == [
        "fetching from 127.0.0.1",
        "fetching document 2: paths/items.yaml",
        "fetching document 3: ../common/item.yaml",
    ]
