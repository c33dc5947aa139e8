"""Overlays through every command: what a project knows about somebody else's description, in a file of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from repository import Repository

from specloom.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

UPSTREAM = """\
openapi: 3.1.0
info: {title: Shop, version: "1.0.0"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: getAllOrders
      tags: [orders]
      summary: List orders.
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: A page.
          content: {application/json: {schema: {$ref: "#/components/schemas/Orders"}}}
components:
  schemas:
    Orders: {type: object, properties: {orders: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
    Order: {type: object, properties: {id: {type: integer}, note: {type: string}}}
"""
OURS = """\
overlay: 1.1.0
info: {title: What we know of the shop, version: "1"}
actions:
  - target: $
    update: {x-specloom: {package: shop, pagination: {pages: {style: page, page: page, items: /orders}}}}
  - target: $.paths['/orders'].get
    update: {x-specloom: {method: list, pagination: pages}}
"""
SETTINGS = """\
[clients.shop]
spec = "upstream/shop.yaml"
out = "clients/shop"
overlay = ["ours.yaml"]
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "project")
    made.commit({"upstream/shop.yaml": UPSTREAM, "ours.yaml": OURS, "specloom.toml": SETTINGS})
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def run(repository: Repository, capfd: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001 - its working directory
    def run(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out + err

    return run


def test_a_client_is_what_description_and_overlay_say_and_current_while_both_stay(run: Run, repository: Repository):
    assert run("generate")[0] == 0
    assert "def list(" in (repository.folder / "clients/shop/resources/orders.py").read_text()
    assert run("check") == (0, "clients/shop: up to date\n")
    repository.write({"ours.yaml": OURS.replace("method: list", "method: all")})
    code, told = run("check")
    assert (code, told.splitlines()[:2]) == (
        10,
        [
            "clients/shop: description changed: 1 overlay differing from what the client was generated from",
            "    ours.yaml",
        ],
    )
    assert run("generate")[0] == 0
    assert "def all(" in (repository.folder / "clients/shop/resources/orders.py").read_text()
    repository.write({"specloom.toml": SETTINGS.replace('overlay = ["ours.yaml"]\n', "")})
    code, told = run("check")
    assert (code, told.splitlines()[0]) == (
        10,
        "clients/shop: description changed: by its settings: overlay [ours.yaml] → []",
    )


def test_the_manifest_names_overlays_without_the_machine(run: Run, repository: Repository):
    run("generate")
    manifest = json.loads((repository.folder / "clients/shop/manifest.json").read_text())
    (overlay,) = manifest["description"]["overlays"]
    assert overlay["file"] == "ours.yaml"
    assert len(overlay["sha256"]) == 64
    assert str(repository.folder) not in json.dumps(manifest)
    surface = (repository.folder / "clients/shop/surface.json").read_text()
    assert "ours.yaml" not in surface


@pytest.mark.parametrize(
    "command",
    [
        ("bundle", "upstream/shop.yaml"),
        ("explain", "getAllOrders", "--spec", "upstream/shop.yaml"),
        ("lint", "upstream/shop.yaml"),
        ("generate", "--spec", "upstream/shop.yaml", "--out", "here"),
        ("check", "--spec", "upstream/shop.yaml", "--out", "here"),
        ("vendor", "add", "mine", "--spec", "upstream/shop.yaml", "--into", "src/mine"),
    ],
)
def test_every_command_that_takes_a_description_takes_overlays(run: Run, repository: Repository, command: tuple[str]):
    repository.write({"wrong.yaml": OURS.replace("'/orders'", "'/order'")})
    code, told = run(*command, "--overlay", "wrong.yaml")
    assert code in {1, 2}
    assert "wrong.yaml:6:13: error: nothing is selected: there is no '/order'" in told
    assert run(*command, "--overlay", "ours.yaml")[0] in {0, 13}


def test_findings_point_into_the_overlay_in_every_format(run: Run, repository: Repository):
    repository.write({"ours.yaml": OURS.replace("items: /orders", "items: /sales")})
    for output in ("text", "json", "github", "sarif", "markdown", "html"):
        code, told = run("lint", "--format", output)
        assert code == 1
        assert "ours.yaml" in told
        assert "wrong-pagination" in told
    (finding,) = (
        each for each in json.loads(run("lint", "--format", "json")[1])["findings"] if each["file"] == "ours.yaml"
    )
    assert (finding["line"], finding["pointer"]) == (7, "/paths/~1orders/get/x-specloom/pagination")


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        (
            "[{target: $.components.schemas.Order, remove: true}]",
            "help: 'ours.yaml' takes it out: let it take out what refers to it, too",
        ),
        ("[]", "see: Overlay 1.0.0, 4.4: the table of the object"),
    ],
)
def test_what_an_overlay_does_wrong_is_not_said_of_the_description(
    run: Run, repository: Repository, actions: str, told: str
):
    repository.write({"ours.yaml": OURS.partition("actions:")[0] + f"actions: {actions}\n"})
    code, said = run("generate", "shop")
    assert code == 2
    assert told in said


def test_an_ignore_in_an_overlay_is_for_what_the_description_says(run: Run, repository: Repository):
    upstream = UPSTREAM.replace("      summary: List orders.\n", "")
    repository.write({"upstream/shop.yaml": upstream})
    assert "undescribed-operation" in run("lint")[1]
    ignore = "pagination: pages, ignore: [{rule: undescribed-operation, reason: Theirs.}]"
    repository.write({"ours.yaml": OURS.replace("pagination: pages}", ignore + "}")})
    assert "undescribed-operation" not in run("lint")[1]
    assert "unused-ignore" not in run("lint")[1]


def test_diff_shows_what_upstream_changed_under_the_overlay(run: Run, repository: Repository):
    changed = UPSTREAM.replace(", note: {type: string}", "").replace("getAllOrders", "fetchAllOrders")
    repository.write({"upstream/shop.yaml": changed})
    code, told = run("diff", "--base", "HEAD")
    assert code == 1
    assert "models.Order.note" in told
    assert "shop.orders.list" not in told  # the overlay names it, whatever upstream calls it
    repository.write({"upstream/shop.yaml": UPSTREAM, "next.yaml": changed})
    assert run("diff", "upstream/shop.yaml", "next.yaml")[1].splitlines()[0].startswith("shop: 1 breaking")


def test_diff_shows_what_the_overlay_itself_changes(run: Run, repository: Repository):
    repository.write({"ours.yaml": OURS.replace("method: list", "method: all")})
    code, told = run("diff", "--base", "HEAD")
    assert code == 1
    assert "shop.orders.list" in told
    assert "ours.yaml:7:" in told
    assert "the version is" not in told  # it is upstream's, who changed nothing
    repository.write({"upstream/shop.yaml": UPSTREAM.replace("id: {type: integer}", "id: {type: string}")})
    assert "the version is still '1.0.0'" in run("diff", "--base", "HEAD")[1]


def test_diff_reads_an_old_version_although_it_lacks_what_the_overlay_changes(run: Run, repository: Repository):
    new = UPSTREAM.replace(
        "  /orders:", "  /sales:\n    get: {operationId: listSales, responses: {'204': {description: No.}}}\n  /orders:"
    )
    action = "  - {target: \"$.paths['/sales'].get\", update: {x-specloom: {method: list}}}\n"
    repository.write({"upstream/shop.yaml": new, "ours.yaml": OURS + action})
    code, told = run("diff", "--base", "HEAD")
    assert code == 0
    assert "GET /sales" in told
    repository.write({"upstream/shop.yaml": UPSTREAM})
    code, told = run("diff", "--base", "HEAD")
    assert code == 2
    assert "ours.yaml:8:14: error: nothing is selected: there is no '/sales'" in told


def test_diff_compares_a_new_version_without_the_actions_that_select_nothing(run: Run, repository: Repository):
    """What the overlay names is gone, so that no client can be made before somebody mends it; the rest is told."""
    more = "".join(f"  - {{target: \"$.paths['/{name}'].get\", update: {{}}}}\n" for name in ("one", "two"))
    new = UPSTREAM.replace(", note: {type: string}", "")
    repository.write({"upstream/shop.yaml": new, "ours.yaml": OURS + more})
    code, told = run("diff", "--base", "HEAD")
    assert code == 2
    assert "models.Order.note" in told
    assert "in overlays of the new description upstream/shop.yaml, 2 actions select nothing; it is compared" in told
    assert all(f"error: nothing is selected: there is no '/{name}'" in told for name in ("one", "two"))
    repository.write({"upstream/shop.yaml": new.replace("info:", "inf:")})
    code, told = run("diff", "--base", "HEAD")
    assert (code, "models.Order.note" in told) == (2, False)


def test_a_vendored_client_keeps_its_overlay_across_upstream_versions(run: Run, repository: Repository):
    run("vendor", "add", "mine", "--spec", "upstream/shop.yaml", "--into", "src/mine", "--overlay", "ours.yaml")
    assert 'overlay = ["ours.yaml"]' in (repository.folder / "specloom.toml").read_text()
    repository.commit()
    repository.write({"upstream/shop.yaml": UPSTREAM.replace("note:", "comment: {type: string}, note:")})
    assert "the description changed: shop.yaml" in run("vendor", "status", "mine")[1]
    assert run("vendor", "update", "mine")[0] == 0
    assert "comment" in (repository.folder / "src/mine/models/order.py").read_text()
    assert "def list(" in (repository.folder / "src/mine/resources/orders.py").read_text()
    repository.write({"ours.yaml": OURS.replace("method: list", "method: all")})
    assert "the description changed: ours.yaml" in run("vendor", "status", "mine")[1]
    assert run("vendor", "update", "mine")[0] == 0
    assert "def all(" in (repository.folder / "src/mine/resources/orders.py").read_text()
    assert run("vendor", "status", "mine")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lint", "--overlay", "a", "upstream/shop.yaml", "shop"), "--overlay is about one description"),
        (("diff", "--base", "HEAD", "--overlay", "a"), "--overlay is about OLD and NEW"),
        (("generate", "sitoo", "fixje", "--overlay", "a"), "--overlay are about one client"),
    ],
)
def test_an_overlay_is_for_one_description(run: Run, arguments: tuple[str], message: str):
    code, told = run(*arguments)
    assert (code, message in told) == (2, True)


@pytest.mark.parametrize("path", ["../ours.yaml", "/etc/hosts", "", "link.yaml"])
def test_settings_name_overlays_in_their_own_folder_only(run: Run, repository: Repository, path: str):
    (repository.folder / "link.yaml").symlink_to("/etc/hosts")
    repository.write({"specloom.toml": SETTINGS.replace("ours.yaml", path)})
    code, told = run("generate")
    assert code == 2
    assert "clients.shop.overlay" in told


@pytest.mark.parametrize(
    "names", [("before.yaml", "shop.yaml"), ("shop.yaml", "after.yaml"), ("far/old.yaml", "shop.yaml")]
)
def test_what_is_for_the_description_of_the_settings_is_for_both_versions(
    names: tuple[str, str], repository: Repository, run: Run
):
    """`extends` names the file of the settings, and the other version is called otherwise."""
    texts = dict.fromkeys(names, UPSTREAM)
    repository.write({**texts, "ours.yaml": OURS.replace("actions:", "extends: shop.yaml\nactions:")})
    repository.write({"specloom.toml": SETTINGS.replace("upstream/", "")})
    assert run("diff", *names)[1].startswith("shop: no changes\n")
    repository.write({names[1]: UPSTREAM.replace("note: {type: string}", "note: {type: string}, due: {type: string}")})
    code, out = run("diff", *names)
    assert (code, out.partition("\n")[0]) == (0, "shop: 1 safe")
