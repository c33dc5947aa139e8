"""`specloom vendor` as people call it: words, exit codes, files."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository
from work_files import edit, read_all

from specloom.cli.report.vendor import git_add_command
from specloom.targets.target import Target

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      summary: Read an order.
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: integer}, note: {type: string, description: What was said.}}}
"""
ADD = ("vendor", "add", "shop", "--spec", "shop.yaml", "--into", "acme/shop")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that runs a command in a folder with a description: exit code, stdout, stderr."""
    Path("shop.yaml").write_text(SPEC)

    return run_command


def test_add_says_what_it_wrote_and_what_to_do(run: Run):
    code, out, err = run(*ADD)
    count = len([path for path in Path("acme/shop").rglob("*") if path.is_file()])
    assert (code, out) == (
        0,
        f"acme/shop: {count} files added\nspecloom.toml: the settings of shop, in a new file\n",
    )
    assert "commit it all" in err
    assert "The client needs httpx>=0.26 and pydantic>=2.11; acme/shop/README.md shows how it is called.\n" in err
    assert Path("specloom.toml").read_text() == '[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n'


def test_what_a_name_that_means_nothing_could_have_meant(run: Run):
    code, _, err = run("vendor", "add", "shop", "--into", "acme/shop")
    assert (code, err.splitlines()[0]) == (
        2,
        "error: no description 'shop' ships with Specloom, and the settings have no such client",
    )
    assert err.endswith("name its description with --spec FILE, or run: specloom init FILE|URL\n")


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        ("shop.yaml", "give the client a name: specloom vendor add NAME --spec shop.yaml --into PATH"),
        ("../shop.yaml", "take it into the project: specloom init ../shop.yaml"),
    ],
)
def test_a_file_in_the_place_of_a_name_is_told_where_it_belongs(
    run: Run, monkeypatch: pytest.MonkeyPatch, file: str, advice: str
):
    Path("inner").mkdir()
    Path("inner/specloom.toml").touch()
    Path("inner/shop.yaml").write_text(Path("shop.yaml").read_text())
    monkeypatch.chdir("inner")
    assert run("vendor", "add", file, "--into", "acme/shop")[2].endswith(f"\nhelp: {advice}\n")


def test_an_overlay_that_extends_the_description_and_is_not_laid_over_it_is_told(run: Run):
    head = 'overlay: 1.1.0\ninfo: {title: Ours, version: "1"}\nextends: shop.yaml\n'
    Path("overlay.yaml").write_text(f"{head}actions: [{{target: $.info, update: {{title: Bazaar}}}}]\n")
    Path("overlay-of-another.yaml").write_text(head.replace("shop.yaml", "far.yaml") + "actions: []\n")
    Path("my-overlay.yaml").write_text("- [")
    told = "warning: overlay.yaml extends this description, and the client is made without it"
    _, _, err = run(*ADD, "--dry-run")
    assert (told in err, err.count("warning:")) == (True, 1)
    assert "warning:" not in run(*ADD, "--dry-run", "--overlay", "overlay.yaml")[2]


def test_what_is_added_to_an_empty_folder_says_how_it_is_imported_and_whose_it_is(run: Run):
    assert run("vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/acme/shop")[0] == 0
    readme = Path("src/acme/shop/README.md").read_text()
    assert "\nfrom acme.shop import Shop\n" in readme
    assert "This folder is generated" not in readme
    assert "It is your code" in readme
    assert run("vendor", "status", "--check")[0] == 0


@pytest.mark.parametrize("python", ["nowhere/python", ".", "shop.yaml"])
def test_what_is_no_interpreter_is_said_before_anything_is_done(python: str, run: Run):
    run(*ADD)
    edit(Path("shop.yaml"), "title: Shop", "title: Bazaar")
    code, out, err = run("vendor", "update", "--python", python)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: --python: there is no interpreter {python}\nhelp: name the file, as in .venv/bin/")


def test_a_client_keeps_its_http_library_when_it_is_vendored(run: Run):
    Path("specloom.toml").write_text('[clients.shop]\nspec = "shop.yaml"\nhttp = "httpx2"\n')
    code, _, err = run("vendor", "add", "shop", "--into", "acme/shop")
    assert (code, "The client needs httpx2>=2.0 and pydantic>=2.11; " in err) == (0, True)
    settings = Path("specloom.toml").read_text()
    assert settings == '[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\nhttp = "httpx2"\n'
    assert run("vendor", "status", "--check")[0] == 0
    Path("specloom.toml").write_text(settings.replace('http = "httpx2"\n', ""))
    code, out, _ = run("vendor", "status", "--check")
    assert (code, "http httpx2 → httpx" in out) == (1, True), out
    out = run("vendor", "update", "--dry-run")[1]
    assert "breaking: the client sends its requests by httpx, not by httpx2 [http-library-changed]" in out


def test_a_dry_run_of_add_writes_nothing(run: Run):
    code, out, err = run(*ADD, "--dry-run")
    assert (code, err) == (0, "nothing was written\n")
    assert "  add        .specloom-base\n" in out
    assert [path.name for path in Path().iterdir()] == ["shop.yaml"]


def test_the_client_carries_its_licence_and_origin(run: Run):
    run(*ADD)
    root = Path(__file__).parents[2]
    assert Path("acme/shop/LICENSE").read_text() == (root / "LICENSE").read_text()
    assert "## Where this comes from\n" in Path("acme/shop/README.md").read_text()
    assert json.loads(Path("acme/shop/manifest.json").read_text())["description"]["entry"] == "shop.yaml"
    texts = [path.read_text() for path in Path("acme/shop").rglob("*") if path.suffix in {".py", ".md"}]
    assert not any("edits will be lost" in text or "`specloom generate`" in text for text in texts)
    assert any("by specloom; `specloom vendor update` keeps your edits.\n" in text for text in texts)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("shpo", "--into", "a"), "no description 'shpo' ships with Specloom"),
        (("sitooo", "--into", "a"), "did you mean 'sitoo'?"),
        (("x", "--spec", "shop.yaml", "--into", "../out"), "../out is not below"),
        (("x", "--spec", "shop.yaml", "--into", ".git/out"), "into is '.git/out', which is in the folder"),
        (("x", "--spec", "shop.yaml", "--into", "."), ". is not below"),
        (("x", "--spec", "shop.yaml", "--into", "acme/my-shop"), "no name for a Python package"),
        (("x y", "--spec", "shop.yaml", "--into", "a"), "'x y' is no name for a client"),
        (("x", "--spec", "shop.yaml", "--into", "a", "--only", "getOrdre"), "did you mean 'getOrder'?"),
        (("x", "--spec", "shop.yaml", "--into", "a", "--package", "a.b"), "--package: 'a.b' is no name"),
        (("x", "--spec", "gone.yaml", "--into", "a"), "gone.yaml"),
        (("x", "--spec", "shop.yaml", "--into", "a" * 300), "File name too long\nhelp: choose a shorter name\n"),
        (
            ("x", "--spec", "shop.yaml", "--into", "taken"),
            "help: choose a folder that does not exist yet, such as taken/x",
        ),
        (("x", "--spec", "shop.yaml", "--into", "taken/link/x"), "taken/link/x is not below"),
        (("x", "--spec", "shop.yaml", "--into", "acme/__init__"), "no name for a Python package"),
        (("x", "--spec", "shop.yaml", "--into", "src/typing"), "src/typing would be imported as typing, in the place"),
        (("x", "--spec", "shop.yaml", "--into", "httpx"), "httpx would be imported as httpx, in the place"),
        (("x", "--spec", "shop.yaml", "--into", "a", "--name", "1a"), "'1a' is no name for a client"),
        (("", "--spec", "shop.yaml", "--into", "a"), "specloom vendor add: API is empty"),
    ],
)
def test_add_refuses_what_it_cannot_do(run: Run, arguments: tuple[str, ...], words: str):
    Path("taken").mkdir()
    Path("taken/mine.py").touch()
    Path("taken/link").symlink_to("../..")
    code, _, err = run("vendor", "add", *arguments)
    assert code == 2
    assert words in err
    assert sorted(path.name for path in Path().iterdir()) == ["shop.yaml", "taken"]


def test_add_says_where_no_import_leads(run: Run):
    err = run(*ADD[:-1], "my-acme/shop")[2]
    assert "warning: a folder above my-acme/shop has no name of a package, so no import leads to the client" in err
    Path("my-acme").rename("acme")
    edit(Path("specloom.toml"), "my-acme/shop", "acme/shop")
    assert run("vendor", "update")[0] == 0
    assert "\nfrom acme.shop import Shop\n" in Path("acme/shop/README.md").read_text()


def test_add_completes_what_a_killed_run_wrote(run: Run):
    run(*ADD)
    Path("specloom.toml").unlink()
    assert run(*ADD, "--dry-run")[1].startswith("acme/shop: 0 files to add\nspecloom.toml: ")
    code, out, _ = run(*ADD)
    assert (code, "files were there already\n" in out) == (0, True)
    assert Path("specloom.toml").exists()


def test_update_puts_back_what_a_killed_run_moved_aside(run: Run):
    run(*ADD)
    aside = Path("acme/.shop.specloom-4711")
    aside.mkdir()
    Path("acme/shop").rename(aside / "old")
    code, _, err = run("vendor", "update", "--dry-run")
    assert (code, "put it back with: specloom vendor update shop" in err) == (2, True)
    assert run("vendor", "update") == (0, "acme/shop: up to date\n", "")
    assert run("vendor", "status")[0] == 0


def test_a_client_is_not_replaced_under_the_shell_that_is_in_it(run: Run, monkeypatch: pytest.MonkeyPatch):
    run(*ADD)
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    monkeypatch.chdir("acme/shop/models")
    assert run("vendor", "update")[2].endswith("\nhelp: it is replaced as a whole: leave it first, with: cd ../..\n")
    monkeypatch.chdir("../..")
    assert run("vendor", "update")[0] == 0


def test_a_name_and_a_folder_are_taken_once(run: Run):
    run(*ADD)
    code, _, err = run(*ADD[:-1], "acme/other")
    assert code == 2
    assert "the client shop is vendored already, in acme/shop\n" in err
    code, _, err = run(*ADD[:-1], "acme/shop/inner", "--name", "inner")
    assert code == 2
    assert err.startswith("error: acme/shop/inner and the client shop would be written into each other\n")
    code, _, err = run("vendor", "add", "shop", "--into", "acme/shop")
    assert (code, "the client shop is vendored already, in acme/shop\n" in err) == (2, True)
    assert "help: specloom vendor update shop brings it up to date" in err
    assert "a second one: specloom vendor add shop --spec shop.yaml --name NAME --into PATH\n" in err
    assert (
        "help: the settings have: shop; those that ship: " in run("vendor", "add", "warehouse", "--into", "acme/w")[2]
    )


def test_a_client_that_went_to_the_wrong_place_can_be_added_anew(run: Run):
    run(*ADD)
    shutil.rmtree("acme/shop")
    code, _, err = run("vendor", "add", "shop", "--into", "acme/store")
    assert (code, "shop is vendored already, in acme/shop, and nothing is there\n" in err) == (2, True)
    assert "or to add it anew, call its table clients.shop, take `into` out, and run vendor add; or end it" in err
    settings = next(Path().glob("*.toml"))
    said = settings.read_text().replace("vendor.shop", "clients.shop").replace('into = "acme/shop"\n', "")
    settings.write_text(said)
    assert run("vendor", "add", "shop", "--into", "acme/store")[0] == 0


def test_commands_name_what_they_know(run: Run):
    assert "no client is vendored in this project" in run("vendor", "status")[2]
    run(*ADD)
    code, _, err = run("vendor", "update", "shpo")
    assert (code, "did you mean 'shop'? vendored: shop" in err) == (2, True)
    assert "did you mean 'shop'?" in run("vendor", "add", "shpo", "--into", "acme/other")[2]


@pytest.mark.parametrize("verb", ["generate", "check"])
def test_nothing_is_generated_over_a_vendored_client(verb: str, run: Run):
    run(*ADD)
    before = read_all(Path("acme/shop"))
    code, _, err = run(verb, "--spec", "shop.yaml", "--out", "acme/shop")
    assert (code != 0, err.partition("\n")[0]) == (
        True,
        "error: acme/shop is a vendored client, and nothing is generated over it",
    )
    assert read_all(Path("acme/shop")) == before


def test_a_vendored_client_is_not_generated_a_second_time(run: Run):
    run(*ADD)
    code, _, err = run("generate", "shop")
    assert (code, "shop is vendored in acme/shop\n" in err) == (2, True)
    assert "specloom vendor update shop" in err
    assert not Path("generated").exists()


ONLY_VENDORED = "nothing to {}: the settings have vendored clients only; run: specloom vendor status\n"
SHIPPED = '[{}vendor.stock]\ninto = "acme/stock"\napi = "sitoo"\n'
OWN = '[{}vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n'


@pytest.mark.parametrize("settings", [SHIPPED, OWN, SHIPPED + OWN], ids=["shipped", "own", "both"])
@pytest.mark.parametrize(("name", "prefix"), [("specloom.toml", ""), ("pyproject.toml", "tool.specloom.")])
def test_a_job_passes_where_only_vendored_clients_stand_in_the_settings(
    run: Run, settings: str, name: str, prefix: str
):
    Path(name).write_text(settings.format(prefix, prefix))
    assert run("check") == (0, "", ONLY_VENDORED.format("check"))
    assert run("generate") == (0, "", ONLY_VENDORED.format("generate"))
    code, out, err = run("lint")
    if "shop" in settings:
        assert (code, out.startswith("shop.yaml:"), err) == (0, True, "")
    else:
        assert (code, out, err) == (0, "no findings\n", ONLY_VENDORED.format("lint"))
    assert not Path("generated").exists()


@pytest.mark.parametrize("format", ["text", "json", "markdown", "github", "sarif", "html"])
def test_a_job_that_has_nothing_to_check_prints_a_whole_report(run: Run, format: str):
    Path("pyproject.toml").write_text(SHIPPED.format("tool.specloom."))
    for command in ("check", "lint"):
        code, out, err = run(command, "--format", format)
        assert (code, err) == (0, ONLY_VENDORED.format(command))
        if format in {"json", "sarif"}:
            assert json.loads(out)["version"]


def test_vendored_clients_that_are_named_are_passed_over_by_check(run: Run):
    Path("pyproject.toml").write_text(
        SHIPPED.format("tool.specloom.")
        + '[tool.specloom.clients.shop]\nspec = "shop.yaml"\n'
        + '[tool.specloom.vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n'
    )
    assert run("generate")[0] == 0
    for name in ("stock", "vendor.shop"):
        code, _, err = run("check", name)
        assert (code, "is vendored, so there is nothing to check; run: specloom vendor status" in err) == (0, True)
        assert run("check", "shop", name)[0] == 0
    assert run("check", "sotck")[0] == 2
    code, _, err = run("check", "stock", "--out", "x")
    assert (code, "help: stock is vendored: specloom vendor --help" in err) == (2, True)
    Path("generated/shop/client.py").write_text("mine\n")
    assert run("check", "stock", "shop")[0] == 11


def test_without_any_client_a_job_fails(run: Run):
    for settings in ("", "[tool.specloom]\n", "[tool.specloom.vendor]\n[tool.specloom.clients]\n"):
        Path("pyproject.toml").write_text(settings)
        for command, words in (("check", "no client is selected"), ("lint", "there is nothing to lint")):
            code, out, err = run(command)
            assert (code, out, words in err) == (2, "", True)


def test_check_leaves_a_damaged_vendored_client_to_its_status(run: Run):
    run(*ADD)
    file = Path("acme/shop/client.py")
    file.write_text(f"<<<<<<< yours\n||||||| before\n=======\n>>>>>>> new\n{file.read_text()}")
    assert run("check")[0] == run("lint")[0] == 0
    assert run("vendor", "status")[0] == 1


def test_a_client_that_moved_is_looked_for_in_the_project(run: Run):
    run(*ADD)
    Path("acme").rename("lib")
    advice = "one like it is in lib/shop: if it was moved there, let `into` in its settings (specloom.toml:2:1) say so"
    code, out, _ = run("vendor", "status")
    assert (code, f"  damaged: there is no client in acme/shop; {advice}\n" in out) == (1, True)
    for command in (["update"], ["diff"], ["diff", "--edits"], ["update", "--undo"]):
        code, _, err = run("vendor", *command)
        assert (code, err) == (2, f"error: there is no client in acme/shop\nhelp: {advice}\n")
    assert run(*ADD)[2].endswith(f"help: {advice}\n")
    edit(Path("specloom.toml"), "acme/shop", "lib/shop")
    assert run("vendor", "update")[0] == 0
    assert run("vendor", "status", "--check")[0] == 0
    shutil.rmtree("lib")
    assert "or end it with: specloom vendor eject shop\n" in run(*ADD)[2]
    assert run("vendor", "eject", "shop")[1].startswith("lib/shop: there is no code\n")
    assert run(*ADD)[0] == 0


def test_a_formatter_of_json_damages_nothing(run: Run):
    run(*ADD)
    manifest = Path("acme/shop/manifest.json")
    written = manifest.read_text()
    manifest.write_text(json.dumps(json.loads(written)))
    assert run("vendor", "status", "--check")[0] == 0
    manifest.write_text(json.dumps({**json.loads(written), "tools": {}}))
    assert "manifest.json is not the one of .specloom-base" in run("vendor", "status")[1]


def test_what_a_sparse_checkout_leaves_out_was_deleted_by_nobody(run: Run, tmp_path: Path):
    run(*ADD)
    repository = Repository(tmp_path)
    repository.commit()
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    for left_out, count in (("models", 2), ("", 39)):
        repository.git("sparse-checkout", "set", "--no-cone", "/*", f"!/acme/shop/{left_out}")
        code, out, _ = run("vendor", "status")
        assert (code, re.findall(r"a sparse checkout leaves (\d+) files of acme/shop out", out)) == (1, [str(count)])
        code, _, err = run("vendor", "update")
        assert (code, "help: check out the whole folder first, as with: git sparse-checkout disable\n" in err) == (
            2,
            True,
        )
    code, _, err = run("vendor", "eject", "shop")
    assert (code, f"a sparse checkout leaves {count} files of acme/shop out" in err) == (2, True)
    repository.git("sparse-checkout", "disable")
    assert run("vendor", "update")[0] == 0


def test_bundle_prints_the_description_that_a_vendored_client_is_made_from(run: Run):
    run("vendor", "add", "sitoo", "--spec", "shop.yaml", "--into", "acme/sitoo")
    code, out, _ = run("bundle", "sitoo")
    assert (code, "title: Shop" in out) == (0, True)


def test_status_for_programs(run: Run):
    run(*ADD)
    edit(Path("acme/shop/models/order.py"), "What was said.", "Mine.")
    Path("acme/shop/resources/orders.py").unlink()
    Path("acme/shop/\x1b[31m.txt").touch()
    edit(Path("shop.yaml"), 'version: "1"', 'version: "2"')
    code, out, _ = run("vendor", "status", "--format", "json")
    (client,) = json.loads(out)["clients"]
    assert code == 0
    assert client.pop("untouched")
    assert client == {
        "name": "shop",
        "folder": "acme/shop",
        "formatted": [],
        "following": [],
        "moved": [],
        "way_back": None,
        "edited": ["models/order.py"],
        "deleted": ["resources/orders.py"],
        "added": ["\x1b[31m.txt"],
        "unresolved": [],
        "damage": [],
        "problems": [],
        "unmerged": [],
        "updates": ["the description changed: shop.yaml"],
        "left_out": [],
        "ignored": [],
        "needs_specloom": None,
    }
    assert r"  added       \x1b[31m.txt" in run("vendor", "status")[1]


def test_update_shows_and_does_and_ends_with_1_while_something_is_open(run: Run):
    run(*ADD)
    edit(Path("acme/shop/models/order.py"), "What was said.", "Mine.")
    edit(Path("shop.yaml"), "What was said.", "Theirs.")
    edit(Path("shop.yaml"), "Read an order.", "Read one order.")
    before = Path("acme/shop/models/order.py").read_text()
    expected = (
        "acme/shop: 2 to replace, 1 in conflict\n"
        "  replace    README.md\n"
        "  replace    resources/orders.py\n"
        "  CONFLICT   models/order.py  (1 place between markers)\n"
    )
    code, out, err = run("vendor", "update", "--dry-run")
    assert (code, sorted(out.splitlines())) == (1, sorted(expected.splitlines()))
    assert err == "conflicts are open, so the client was not imported\nnothing was written\n"
    assert Path("acme/shop/models/order.py").read_text() == before
    code, out, err = run("vendor", "update")
    assert (code, out.splitlines()[1:]) == (1, expected.splitlines()[1:])
    assert "`specloom vendor status shop` lists what is left." in err
    assert run("vendor", "status")[0] == 1
    assert run("vendor", "update")[0] == 2


def test_diff_shows_what_comes_and_what_is_yours(run: Run):
    run(*ADD)
    edit(Path("acme/shop/models/order.py"), "class Order(", "# Mine.\x1b\tYes.\n\n\nclass Order(")
    edit(Path("shop.yaml"), "Read an order.", "Read one order.")
    code, out, _ = run("vendor", "diff")
    assert code == 0
    assert "--- a/acme/shop/resources/orders.py\n+++ b/acme/shop/resources/orders.py\n@@ " in out
    assert '-        """Read an order.' in out
    assert "Mine." not in out
    run("vendor", "update")
    nothing = "acme/shop: an update would change none of your files; --edits shows what you changed\n"
    assert run("vendor", "diff") == (0, "", nothing)
    assert "--code: not allowed with argument --edits" in run("vendor", "diff", "--edits", "--code", ".")[2]
    code, out, _ = run("vendor", "diff", "--edits")
    assert "+# Mine.\\x1b\tYes.\n" in out
    assert "orders.py" not in out
    assert "\x1b" not in out


def test_diff_is_coloured_where_that_is_wanted(run: Run, monkeypatch: pytest.MonkeyPatch):
    run(*ADD)
    Path("acme/shop/models/order.py").unlink()
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("vendor", "diff", "--edits")[1]
    assert "\x1b[31m-class Order" in out
    assert "\x1b[32m+++ /dev/null\x1b[0m" in out


def test_lists_are_coloured_where_that_is_wanted(run: Run, monkeypatch: pytest.MonkeyPatch):
    run(*ADD)
    Path("acme/shop/resources/orders.py").unlink()
    edit(Path("acme/shop/models/order.py"), "What was said.", "Mine.")
    edit(Path("shop.yaml"), "What was said.", "Theirs.")
    monkeypatch.setenv("FORCE_COLOR", "1")
    status = run("vendor", "status")[1]
    assert status.startswith("\x1b[1mshop in acme/shop:\x1b[0m ")
    assert "  \x1b[33medited\x1b[0m      models/order.py\n" in status
    assert "  \x1b[33mupdate available\x1b[0m: the description changed" in status
    assert "  \x1b[1;31mCONFLICT\x1b[0m   models/order.py" in run("vendor", "update", "--dry-run")[1]
    assert run("list", "shop")[1].startswith("\x1b[1mcall ")
    assert re.search(r"^lint  \x1b\[1mrepeated-resource +\x1b\[0m  ", run("rules")[1], re.MULTILINE)
    assert "\x1b" not in run("vendor", "status", "--format", "json")[1]


def test_one_client_that_fails_does_not_stop_the_others(run: Run):
    run(*ADD)
    run(*ADD[:-1], "acme/next", "--name", "next")
    edit(Path("acme/shop/models/order.py"), "class", "<<<<<<< yours\nclass")
    code, out, err = run("vendor", "update")
    assert (code, out) == (2, "acme/next: up to date\n")
    assert "shop still has conflicts of an earlier merge" in err


def test_only_keeps_what_is_asked_for(run: Run):
    edit(
        Path("shop.yaml"),
        "components:\n",
        "  /tools:\n    get: {operationId: getTool, tags: [Tools], responses: {'204': {description: None.}}}\n"
        "components:\n",
    )
    run(*ADD, "--only", "orders", "--skip", "getTool")
    assert 'only = ["orders"]\nskip = ["getTool"]\n' in Path("specloom.toml").read_text()
    assert sorted(path.name for path in Path("acme/shop/resources").iterdir()) == ["__init__.py", "orders.py"]


def test_two_versions_of_an_api_work_beside_each_other_at_any_depth(run: Run):
    run(*ADD[:-1], "src/acme/_clients/v1/shop")
    edit(Path("shop.yaml"), "note: {", "amount: {type: integer}, note: {")
    code, _, err = run(*ADD[:-1], "src/acme/_clients/v2/deep/shop", "--name", "shop2")
    assert code == 0, err
    code = (
        "import httpx\n"
        "from acme._clients.v1 import shop as one\n"
        "from acme._clients.v2.deep import shop as two\n"
        "answer = httpx.MockTransport(lambda request: httpx.Response(200, json={'id': 1, 'amount': 5}))\n"
        "with one.Shop(transport=answer) as first, two.Shop(transport=answer) as second:\n"
        "    orders = first.orders.get_order(1), second.orders.get_order(1)\n"
        "print([type(order).__module__ for order in orders])\n"
        "print('amount' in type(orders[0]).model_fields, orders[1].amount)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd="src", capture_output=True, text=True, check=False)
    modules = ["acme._clients.v1.shop.models.order", "acme._clients.v2.deep.shop.models.order"]
    assert (done.stdout, done.stderr) == (f"{modules}\nFalse 5\n", "")


def test_eject_leaves_the_code_and_nothing_else(run: Run):
    Path("pyproject.toml").write_text("[tool.a]\n")
    run(*ADD)
    edit(Path("acme/shop/models/order.py"), "What was said.", "Mine.")
    code, out, err = run("vendor", "eject", "shop", "--dry-run")
    assert (code, err) == (0, "nothing was written\n")
    assert Path("acme/shop/manifest.json").exists()
    assert "vendor update" in Path("acme/shop/client.py").read_text()
    code, dry, _ = run("vendor", "eject", "shop")
    assert (code, dry) == (0, out)
    assert out == (
        "acme/shop: the code stays\n"
        "  remove     .gitattributes\n  remove     .specloom-base\n  remove     manifest.json\n"
        "  reword     README.md\n  reword     __init__.py\n  reword     client.py\n  reword     errors.py\n"
        "  reword     inputs/__init__.py\n  reword     models/__init__.py\n  reword     models/order.py\n"
        "  reword     resources/__init__.py\n  reword     resources/orders.py\n"
        "pyproject.toml: without the settings of shop\n"
    )
    assert "Mine." in Path("acme/shop/models/order.py").read_text()
    assert Path("acme/shop/LICENSE").exists()
    assert Path("pyproject.toml").read_text() == "[tool.a]\n"
    assert sorted(path.name for path in Path("acme").iterdir()) == ["shop"]


def test_eject_tells_of_nothing_that_it_did_not_do(run: Run):
    run(*ADD)
    Path(".specloom.toml.specloom-lock").touch()  # so that nobody can hold the settings
    code, out, err = run("vendor", "eject", "shop")
    assert (code, out) == (2, "")
    assert "cannot write" in err
    assert Path("acme/shop/manifest.json").exists()


@pytest.mark.parametrize("option", [[], ["--undo"]], ids=["update", "undo"])
def test_a_folder_that_is_a_link_is_refused_before_anything_is_shown(option: list[str], run: Run):
    run(*ADD)
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    Path("acme/shop").rename("acme/real")
    Path("acme/shop").symlink_to("real", target_is_directory=True)
    assert run("vendor", "update", *option) == (
        2,
        "",
        "error: acme/shop is a symbolic link to real\nhelp: name the folder it points to, or remove the link\n",
    )


def test_what_cannot_be_read_is_named_as_seen_from_here(run: Run):
    run(*ADD)
    Path("acme/shop/.specloom-base").unlink()
    Path("acme/shop/.specloom-base").mkdir()
    assert "  damaged: cannot read acme/shop/.specloom-base: it is a folder, not a file\n" in run("vendor", "status")[1]
    Path("acme/shop/manifest.json").write_text("{")
    assert (
        "  damaged: acme/shop/manifest.json is not a manifest of Specloom: it is not JSON\n"
        in run("vendor", "status")[1]
    )


def test_what_cannot_be_written_is_named_as_seen_from_here(run: Run):
    run(*ADD)
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    Path("acme/.shop.specloom-lock").touch()  # so that nobody can hold the client
    code, _, err = run("vendor", "update")
    assert (code, err.startswith("error: cannot write acme/shop: File exists\nhelp: nothing was changed;")) == (2, True)
    Path("acme/.shop.specloom-lock").unlink()
    Path("specloom.toml").write_text('vendor = {shop = {into = "acme/shop", spec = "shop.yaml"}}\n')
    code, _, err = run("vendor", "eject", "shop")
    said = "error: specloom.toml is written in a way that [vendor.shop] cannot be cut out\n"
    assert (code, err.startswith(said)) == (2, True)


def test_eject_leaves_what_is_not_known_to_be_ours(run: Run):
    run(*ADD)
    edit(Path("acme/shop/.gitattributes"), "linguist-generated", "")
    Path("acme/shop/manifest.json").write_text('{"name": "a web app of mine"}')
    out = run("vendor", "eject", "shop")[1]
    assert "remove     .specloom-base\n" in out
    assert Path("acme/shop/.gitattributes").exists()
    assert Path("acme/shop/manifest.json").exists()


def test_eject_is_possible_when_the_folder_is_gone(run: Run):
    run(*ADD)
    shutil.rmtree("acme")
    assert run("vendor", "eject", "shop")[0] == 0
    assert not Path("specloom.toml").exists()
    assert not Path("acme").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "shop",
            (
                "error: the description of shop was not fetched\nhelp: shop.yaml is yours to change: "
                "`specloom vendor update shop` brings what it says into the client; "
            ),
        ),
        (
            "sitoo",
            (
                "error: the description of sitoo comes with Specloom\nhelp: a later Specloom brings another one, and "
                "`specloom vendor update sitoo` what it says into the client\n"
            ),
        ),
        ("store", "error: no description of the settings was fetched\nhelp: run: specloom init URL\n"),
    ],
)
def test_what_was_never_fetched_is_not_fetched_again(name: str, said: str, run: Run):
    run(*ADD)
    assert "help: shop.yaml is yours to change: `specloom vendor update shop` brings" in run("update")[2]
    with Path("specloom.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[vendor.sitoo]\ninto = "acme/sitoo"\n')
    assert "no description of the settings was fetched" in run("update")[2]
    code, _, err = run("update", name)
    assert (code, err.startswith(said)) == (2, True), err


def test_status_lets_an_update_fail_where_it_is_asked_to(run: Run):
    run(*ADD)
    assert run("vendor", "status", "--check")[0] == 0
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    assert run("vendor", "status")[0] == 0
    code, out, _ = run("vendor", "status", "--check")
    assert (code, out.splitlines()[1:]) == (
        1,
        ["  update available: the description changed: shop.yaml", "  run: specloom vendor update shop"],
    )
    edit(Path("shop.yaml"), "'#/components/schemas/Order'", "../order.yaml")
    _, _, err = run("vendor", "update")
    assert "help: move the file into that folder, or let `root` in its settings, specloom.toml:1:9, name a wider" in err


def test_update_and_diff_begin_with_what_changes_for_callers(run: Run):
    run(*ADD)
    edit(Path("shop.yaml"), "note: {type: string,", "note: {type: integer,")
    code, out, _ = run("vendor", "update", "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "shop: 1 breaking")
    assert "types break: models.Order.note: " in out
    assert out.index("types break") < out.index("acme/shop: ")
    edit(Path("shop.yaml"), "note: {type: integer,", "more: {type: string}, note: {type: string,")
    _, out, _ = run("vendor", "update", "--dry-run")
    assert out.startswith("shop: 1 safe\n\nacme/shop: ")
    assert "models.Order.more" not in out  # counted, and told by `vendor diff`
    _, out, _ = run("vendor", "diff")
    assert out.index("models.Order.more") < out.index("+++ b/acme/shop/models/order.py")


def test_update_repeats_no_warning_about_which_the_project_has_decided(run: Run):
    edit(
        Path("shop.yaml"), "{type: integer}}]", "{type: integer}}, {name: Accept, in: header, schema: {type: string}}]"
    )
    run(*ADD)
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    assert "[ignored-parameter]" in run("vendor", "update", "--dry-run")[2]
    assert run("lint", "--write-baseline")[0] == 0
    assert run("vendor", "update", "--dry-run")[2] == "nothing was written\n"
    Path("specloom-baseline.json").unlink()
    Path("specloom.toml").write_text(f'lint.ignored-parameter = "off"\n\n{Path("specloom.toml").read_text()}')
    assert run("vendor", "update", "--dry-run")[2] == "nothing was written\n"


def test_update_and_diff_say_that_the_code_of_the_settings_is_not_looked_at(run: Run, monkeypatch: pytest.MonkeyPatch):
    run(*ADD)
    Path("specloom.toml").write_text(f'code = ["calls.py"]\n\n{Path("specloom.toml").read_text()}')
    Path("calls.py").write_text("from acme.shop import Shop\n\nprint(Shop)\n")
    edit(Path("shop.yaml"), "id: {type: integer}, note", "id: {type: string}, note")
    monkeypatch.setitem(sys.modules, "mypy", None)  # as where it is not installed
    unread = "calls.py is not looked at: checking types needs mypy, which is not installed; run: "
    for action in ("diff", "update"):
        code, out, err = run("vendor", action)
        assert (code, out.partition("\n")[0]) == (0, "shop: 1 breaking")
        assert err.startswith(unread)
        assert err.splitlines()[0].endswith(" -m pip install mypy; --no-code does without")
    edit(Path("shop.yaml"), "id: {type: string}, note", "id: {type: integer}, note")
    code, out, err = run("vendor", "update", "--code", "calls.py")
    assert (code, out, err.partition("\n")[0]) == (2, "", "error: checking types needs mypy, which is not installed")


def test_update_says_nothing_of_callers_where_nothing_changes_for_them(run: Run):
    run(*ADD)
    edit(Path("shop.yaml"), "What was said.", "What they said.")
    assert run("vendor", "update", "--dry-run")[1].startswith("acme/shop: ")


def test_the_settings_are_those_of_the_folder_that_is_named(run: Run):
    Path("services/cart/src").mkdir(parents=True)
    shutil.move("shop.yaml", "services/cart/shop.yaml")
    Path("services/cart/src/own.py").write_text("from shop import Shop\n\nprint(Shop().orders.get(1).note)\n")
    folder = "services/cart/src/shop"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("services/cart")
        Path("specloom.toml").write_text('code = ["src/own.py"]\n')
        assert run("vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/shop")[0] == 0
    assert "no client is vendored in this project" in run("vendor", "status")[2]
    assert run("vendor", "status", folder)[1].startswith(f"shop in {folder}: ")
    edit(Path("services/cart/shop.yaml"), ", note: {type: string, description: What was said.}", "")
    code, out, _ = run("vendor", "update", folder)
    assert (code, "services/cart/src/own.py:3:" in out) == (0, True)
    assert "note" not in Path(folder, "models/order.py").read_text()
    assert "services/cart/specloom.toml: without the settings of shop\n" in run("vendor", "eject", folder)[1]


def test_what_git_is_to_take_is_named_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "real/shop").mkdir(parents=True)
    (tmp_path / "src").symlink_to("real")
    shop = Target(Path("shop.yaml"), Path("src/shop"), is_vendored=True, name="shop")
    assert git_add_command(shop, ["a b.py"]) == "git add 'real/shop/a b.py'"
