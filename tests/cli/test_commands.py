"""The commands as people call them: real descriptions, real files, exit codes and words."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from work_files import SPEC

from specloom.cli import parallel
from specloom.output.current import KEEP_EDITS

BROKEN = SPEC.replace("responses:", "requestBody: {$ref: '#/nowhere'}\n      responses:")
SETTINGS = """\
[tool.specloom.clients.shop]
spec = "shop.yaml"
out = "generated/shop"
[tool.specloom.clients.bazaar]
spec = "bazaar.yaml"
package = "bazaar"
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that runs a command in a project of two clients: exit code, stdout, stderr."""
    Path("pyproject.toml").write_text(SETTINGS)
    Path("shop.yaml").write_text(SPEC)
    Path("bazaar.yaml").write_text(SPEC)

    return run_command


def test_generates_every_client_of_the_settings(run: Run):
    code, out, err = run("generate")
    assert (code, err) == (0, "")
    shop, bazaar = out.splitlines()
    count = len(
        [path for path in Path("generated/shop").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    )
    assert shop == f"generated/shop: {count} files, {count} added"
    assert bazaar == f"generated/bazaar: {count} files, {count} added"
    assert run("generate") == (0, "generated/shop: up to date\ngenerated/bazaar: up to date\n", "")


def test_generates_what_changed(run: Run):
    run("generate")
    Path("shop.yaml").write_text(SPEC.replace("Nothing.", "No orders."))
    code, out, _ = run("generate", "shop", "bazaar", "shop")
    assert code == 0
    assert out.endswith(" changed\ngenerated/bazaar: up to date\n")


def test_an_up_to_date_client_without_stamp_is_up_to_date(run: Run):
    run("generate", "shop")
    shutil.rmtree("generated/shop/__pycache__")
    assert run("generate", "shop") == (0, "generated/shop: up to date\n", "")


def test_generates_any_document(run: Run):
    code, out, err = run("generate", "--spec", "shop.yaml", "--out", "elsewhere/mine", "--package", "mine")
    assert (code, err) == (0, "")
    assert out.startswith("elsewhere/mine: ")
    assert json.loads(Path("elsewhere/mine/manifest.json").read_text())["options"]["package"] == "mine"
    assert run("check", "--spec", "shop.yaml", "--out", "elsewhere/mine", "--package", "mine")[0] == 0


TWO = (
    SPEC
    + """\
  /parcels:
    get:
      operationId: listParcels
      tags: [Parcels]
      responses: {"204": {description: Nothing.}}
"""
)


def resources(client: str) -> set[str]:
    return {path.stem for path in Path(client, "resources").glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("entry", ["listParcels", "GET /parcels", "parcels"])
def test_only_what_is_asked_for_is_generated(entry: str, run: Run):
    Path("shop.yaml").write_text(TWO)
    arguments = ("--spec", "shop.yaml", "--out", "generated/part", "--only", entry)
    assert run("generate", *arguments)[0] == 0
    assert resources("generated/part") == {"parcels"}
    assert run("generate", *arguments) == (0, "generated/part: up to date\n", "")
    shutil.rmtree("generated/part/__pycache__")
    assert run("check", *arguments)[0] == 0
    code, out, _ = run("check", *arguments, "--only", "orders")
    assert code == 10
    assert f"by its settings: only [{entry}] → [{', '.join(sorted((entry, 'orders')))}]" in out
    assert "--only orders\n" in out


def test_settings_say_what_to_keep_and_the_command_line_something_else(run: Run):
    Path("shop.yaml").write_text(TWO)
    Path("pyproject.toml").write_text('[tool.specloom.clients.shop]\nspec = "shop.yaml"\nonly = ["orders"]\n')
    assert run("generate")[0] == 0
    assert resources("generated/shop") == {"orders"}
    assert run("check") == (0, "generated/shop: up to date\n", "")
    assert run("generate", "shop", "--only", "parcels")[0] == 0
    assert resources("generated/shop") == {"parcels"}
    assert run("check")[0] == 10
    Path("pyproject.toml").write_text('[tool.specloom.clients.shop]\nspec = "shop.yaml"\n')
    assert run("check")[0] == 10
    assert run("generate")[0] == 0
    assert resources("generated/shop") == {"orders", "parcels"}


def test_what_is_not_there_cannot_be_kept(run: Run):
    code, _, err = run("generate", "shop", "--only", "listOrder")
    assert code == 2
    assert "there is no operation or resource 'listOrder' to keep" in err
    assert "did you mean 'listOrders'?" in err


def test_a_wider_root_lets_references_leave_the_folder(run: Run):
    Path("api").mkdir()
    Path("common").mkdir()
    Path("common/done.yaml").write_text("description: Done.\n")
    Path("api/shop.yaml").write_text(SPEC.replace("{description: Nothing.}", "{$ref: ../common/done.yaml}"))
    arguments = ("--spec", "api/shop.yaml", "--out", "generated/rooted", "--package", "shop")
    code, _, err = run("generate", *arguments)
    assert code == 2
    assert "--root DIR" in err
    assert run("generate", *arguments, "--root", ".")[0] == 0
    files = json.loads(Path("generated/rooted/manifest.json").read_text())["description"]["files"]
    assert list(files) == ["api/shop.yaml", "common/done.yaml"]
    assert run("generate", *arguments, "--root", ".")[1] == "generated/rooted: up to date\n"
    assert run("check", *arguments, "--root", ".")[0] == 0
    assert "Done." in run("bundle", "api/shop.yaml", "--root", ".")[1]
    Path("common/done.yaml").write_text("description: Changed.\n")
    code, out, _ = run("check", *arguments, "--root", ".")
    assert code == 10
    assert "--root ." in out


def test_settings_can_name_a_wider_root(run: Run):
    Path("api").mkdir()
    Path("done.yaml").write_text("description: Done.\n")
    Path("api/shop.yaml").write_text(SPEC.replace("{description: Nothing.}", "{$ref: ../done.yaml}"))
    Path("pyproject.toml").write_text('[tool.specloom.clients.shop]\nspec = "api/shop.yaml"\nroot = "."\n')
    assert run("generate", "shop")[0] == 0
    assert run("check", "shop")[0] == 0
    assert "Done." in run("bundle", "shop")[1]


def test_jobs_make_no_difference(run: Run):
    run("generate", "--jobs", "2")
    shutil.copytree("generated", "first", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree("generated")
    run("generate", "--jobs", "1")
    first, second = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in Path(folder).rglob("*")
            if "__pycache__" not in path.parts and path.is_file()
        }
        for folder in ("first", "generated")
    )
    assert first == second


def test_one_broken_description_does_not_stop_the_others(run: Run):
    Path("shop.yaml").write_text(BROKEN)
    code, out, err = run("generate")
    assert code == 2
    assert out.startswith("generated/bazaar: ")
    assert "shop.yaml:9:" in err
    assert "error: " in err
    assert not Path("generated/shop").exists()


@pytest.mark.parametrize(
    ("arguments", "error", "help"),
    [
        (["generate", "shpo"], "there is no client 'shpo'", "did you mean 'shop'?"),
        (["generate", "--spec", "shop.yaml"], "--spec does not say where the client goes", "--out DIR"),
        (["generate", "shop", "--spec", "shop.yaml"], "'shop' and --spec both say what to generate", ""),
        (
            ["generate", "--out", "x"],
            "--out, --package, --only, --skip, --root and --overlay are about one client",
            "name the API",
        ),
        (["generate", "--only", "orders"], "--only, --skip, --root and --overlay are about one client", "name the API"),
        (["generate", "shop", "--root", "nowhere"], "shop.yaml is not in the root folder nowhere", "--root DIR"),
        (["bundle", "shop", "--root", "nowhere"], "shop.yaml is not in the root folder nowhere", "--root DIR"),
        (["generate", "shop", "--package", "a b"], "--package: 'a b' is no name for a Python package", ""),
        (["generate", "shop", "--out", "."], "is or contains the current directory", ""),
        (["bundle", "shpo"], "there is no client 'shpo'", "did you mean 'shop'?"),
        (["check", "shpo"], "there is no client 'shpo'", "did you mean 'shop'?"),
        (["generate", "--colour"], "specloom generate takes no argument '--colour'", "help: specloom generate --help"),
        (
            ["diff", "--formt=json"],
            "specloom diff takes no argument '--formt'",
            "did you mean '--format'? specloom diff",
        ),
        (
            ["vendor", "status", "--chekc"],
            "specloom vendor status takes no argument '--chekc'",
            "did you mean '--check'?",
        ),
        (["lint", "file:///a%20b.yaml"], "file:///a%20b.yaml is the address of a file", "name the file: '/a b.yaml'"),
        (["init", "FILE:///a.yaml"], "FILE:///a.yaml is the address of a file", "name the file: /a.yaml"),
        (["diff", "--base", "HEAD"], "is not in a git repository", "specloom diff OLD NEW"),
        (["version"], "there is no command specloom version", "run: specloom --version"),
        (["help"], "there is no command specloom help", "run: specloom --help"),
        (["init", ""], "specloom init: FILE|URL is empty", "specloom init --help"),
        (["vendor", "update", ""], "specloom vendor update: NAME is empty", "specloom vendor update --help"),
        (["vendor", "list"], "there is no command specloom vendor list", "did you mean 'specloom list'?"),
        (["eject", "shop"], "there is no command specloom eject", "did you mean 'specloom vendor eject'?"),
        (
            ["generate", "https://a.example/b.yaml"],
            "https://a.example/b.yaml is an address",
            "run: specloom init https",
        ),
        (
            ["vendor", "add", "https://a.example", "--into", "src/a"],
            "https://a.example is an address",
            "run: specloom init https",
        ),
        (["vendor", "add", "sitoo", "--into", "src"], "src is where packages lie", "such as src/acme/client"),
        (["--versoin"], "specloom takes no argument '--versoin'", "did you mean '--version'?"),
        (["-v"], "specloom takes no argument '-v'", "did you mean '-V'?"),
        (["vendor", "--check", "status"], "specloom vendor takes no argument '--check'", "stands behind its name"),
        (["explain"], "specloom explain: the following arguments are required: OPERATION", "explain OPERATION; "),
        (["vendor", "add", "x"], "are required: --into", "write: specloom vendor add API --into PATH; "),
        (["vendor", "add", "x", "--into"], "--into wants a value, as in: --into PATH", "vendor add --help"),
        (["vendor", "add", "x", "--into", ""], "specloom vendor add: --into is empty", "vendor add --help"),
        (["init", "shop.yaml", "--name="], "specloom init: --name is empty", "init --help"),
        (["generate", "--out", ""], "specloom generate: --out is empty", "generate --help"),
        (["lint", "--format", "jsn"], "lint: --format cannot be 'jsn'", "did you mean 'json'? it takes text, json"),
        (["completion", "fsh"], "completion: SHELL cannot be 'fsh'", "did you mean 'fish'?"),
        (["update", "--yes", "--check"], "specloom update: --check: not allowed with", "update --help"),
        (["list", "--overlay", "none.yaml"], "--overlay is about the calls of one client or document", "name it"),
        (["comment", "none.md"], "cannot read none.md: No such file or directory", "or - for standard input"),
        (["comment", "shop.yaml", "--number", "x"], "--number: 'x' is not a whole number above 0", "comment --help"),
        *(([name, "a" * 300], "File name too long", "choose a shorter name") for name in ("list", "lint", "bundle")),
        (["bundle", "shop", "more"], "specloom bundle takes no argument 'more'", "help: specloom bundle --help"),
    ],
)
def test_mistakes(arguments: list[str], error: str, help: str, run: Run):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert error in err.splitlines()[0]
    assert help in err


def test_a_document_that_is_not_there_is_a_finding(run: Run):
    code, _, err = run("bundle", "shop.yml")
    assert (code, err.splitlines()[0]) == (2, "shop.yml:1:1: error: there is no such file")
    assert "did you mean 'shop.yaml'?" in err


def test_a_message_cannot_steer_the_terminal(run: Run):
    assert run("generate", "\x1b[2Jshop\u202e")[2].isascii()
    assert "\x1b" not in run("bundle", "\x1b[2J.yaml")[2]


def test_nothing_to_generate(run: Run):
    Path("pyproject.toml").unlink()
    code, _, err = run("generate")
    assert code == 2
    assert "no settings list any" in err
    assert "specloom init FILE|URL" in err


def test_check_says_why(run: Run):
    run("generate", "--jobs", "1")
    assert run("check") == (0, "generated/shop: up to date\ngenerated/bazaar: up to date\n", "")
    Path("shop.yaml").write_text(SPEC.replace("Nothing.", "No orders."))
    Path("generated/bazaar/client.py").write_text("mine\n")
    Path("generated/bazaar/README.md").unlink()
    assert run("check", "--jobs", "1") == (
        10,
        (
            "generated/shop: description changed: 1 document differing from what the client was generated from\n"
            "    shop.yaml\n"
            "  run: specloom generate shop\n"
            "generated/bazaar: edited by hand: 1 file no longer as generated\n"
            "    client.py\n"
            f"  first: {KEEP_EDITS}\n"
            "  run: specloom generate bazaar --force\n"
            "generated/bazaar: files missing or left over: 1 file missing\n"
            "    README.md\n"
            f"  first: {KEEP_EDITS}\n"
            "  run: specloom generate bazaar --force\n"
        ),
        "",
    )
    assert run("check", "bazaar")[0] == 11


def test_check_writes_nothing(run: Run):
    run("generate", "shop")
    shutil.rmtree("generated/shop/__pycache__")
    before = sorted(Path().rglob("*"))
    assert run("check", "shop")[0] == 0
    assert sorted(Path().rglob("*")) == before


def test_check_for_programs(run: Run):
    run("generate", "shop")
    Path("generated/shop/client.py").unlink()
    Path("bazaar.yaml").write_text(BROKEN)
    code, out, err = run("check", "--format", "json", "--jobs", "1")
    report = json.loads(out)
    assert code == 2
    shop, bazaar = report["clients"]
    assert report["version"] == 1
    assert shop["verdicts"] == [
        {
            "code": 13,
            "kind": "files-differ",
            "message": "1 file missing",
            "files": ["client.py"],
            "command": "specloom generate shop",
            "keep": None,
        }
    ]
    assert (bazaar["exit_code"], bazaar["verdicts"]) == (2, [])
    assert shop["error"] is None
    assert bazaar["error"] == {"message": "1 finding", "help": ""}
    assert [finding["file"] for finding in bazaar["findings"]] == ["bazaar.yaml"]
    assert "bazaar.yaml:9:" in err


def test_check_for_github(run: Run):
    run("generate", "shop")
    hostile = Path("generated/shop/a%0A::error::b.py")
    hostile.write_text("")
    Path("bazaar.yaml").write_text(BROKEN)
    code, out, _ = run("check", "--format", "github", "--jobs", "1")
    assert code == 2
    shop, bazaar = out.splitlines()
    assert shop.startswith("::error file=generated/shop/manifest.json,title=files missing or left over::1 file not g")
    assert "a%250A::error::b.py" in shop
    assert bazaar.startswith("::error file=bazaar.yaml,line=9,")


def test_check_of_a_broken_manifest(run: Run):
    run("generate", "shop")
    Path("generated/shop/manifest.json").write_text("{}")
    code, out, err = run("check", "shop", "--format", "github")
    assert code == 2
    assert out.startswith("::error file=generated/shop,title=could not be checked::")
    assert "error: " in err


def test_bundle(run: Run):
    code, out, _ = run("bundle", "shop")
    assert code == 0
    assert yaml.safe_load(out) == json.loads(run("bundle", "shop.yaml", "--format", "json")[1])
    assert out.startswith("openapi: 3.1.")


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colours(variables: dict[str, str], colored: bool, run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("generate", "shpo")[2]) is colored


def test_a_bug_asks_to_be_reported(run: Run, monkeypatch: pytest.MonkeyPatch):
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("specloom.cli.generate.select_clients", crash)
    code, _, err = run("generate")
    assert code == 1
    assert "Traceback" in err
    assert err.endswith("please report it with the lines above and the command you ran\n")


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("specloom.cli.generate.select_clients", interrupt)
    assert run("generate") == (130, "", "")


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_jobs_are_counted(jobs: str, run: Run):
    code, _, err = run("generate", f"--jobs={jobs}")
    assert (code, f"generate: --jobs: '{jobs}' is not a whole number above 0\n" in err) == (2, True)


def test_parallel_results_come_in_order():
    assert list(parallel.run_parallel(abs, [-3, -1, -2], 2)) == [3, 1, 2]


TWO_SERVERS = SPEC.replace("{url: https://shop.example}", "{url: https://shop.example}, {url: https://other.example}")


def test_parts_without_effect_are_told_on_request_and_refused_when_strict(run: Run):
    Path("shop.yaml").write_text(TWO_SERVERS)
    code, _, err = run("generate", "shop", "--strict")
    assert code == 2
    assert "error: server https://other.example has no effect in a client" in err
    assert not Path("generated/shop").exists()
    assert run("generate", "shop")[0] == 0
    code, out, err = run("generate", "shop", "--verbose")
    assert (code, out) == (0, "generated/shop: up to date\n")
    assert "note: server https://other.example has no effect in a client" in err


def test_what_callers_do_not_miss_is_told_by_its_kind_and_never_refused(run: Run):
    names = "[{name: a, in: query, schema: {type: string, maxLength: 9}}, {name: b, in: query, schema: {type: string, "
    text = SPEC.replace(
        "\n      responses:", f"\n      parameters: {names}maxLength: 9, minLength: 1}}}}]\n      responses:"
    )
    Path("shop.yaml").write_text(text)
    code, _, err = run("generate", "shop", "--strict")
    assert code == 0
    assert [line.partition("note: ")[2] for line in err.splitlines() if "note: " in line] == [
        "maxLength has no effect in a client: other values are not refused (the first of 2 such places)",
        "minLength has no effect in a client: other values are not refused",
    ]
    assert err.endswith("shop: 3 parts have no effect; manifest.json names each place, under losses\n")
    assert run("generate", "shop", "--verbose")[2] == err
    found = json.loads(run("lint", "shop", "--format", "json")[1])["findings"]
    assert [each["rule"] for each in found].count("minor-part-without-effect") == 3


def test_what_is_warned_of_is_not_noted_as_well(run: Run):
    parameters = """
      parameters:
        - {name: X-A, in: header, allowReserved: true, schema: {type: string}}
        - {name: Accept, in: header, schema: {type: string}}
"""
    text = SPEC.replace("\n      responses:", parameters + "      responses:", 1)
    assert text != SPEC
    Path("shop.yaml").write_text(text)
    _, _, err = run("generate", "shop", "--verbose")
    assert err.count("'allowReserved' has no effect on a header parameter") == 1
    assert err.count("a header parameter called 'Accept' has no effect") == 1
    assert "note: " not in err


def test_a_part_without_effect_can_be_excused(run: Run):
    ignore = "x-specloom: {ignore: [{rule: part-without-effect, reason: The other server is for tests.}]}\n"
    Path("shop.yaml").write_text(TWO_SERVERS + ignore)
    assert run("generate", "shop", "--strict")[0] == 0
    manifest = json.loads(Path("generated/shop/manifest.json").read_text())
    assert manifest["losses"] == {
        "of several servers, the first is used": {"#/servers/1": "server https://other.example"}
    }


@pytest.mark.parametrize(
    ("words", "group", "meant"),
    [(("genrate", "shop"), "specloom", "generate"), (("vendor", "stat"), "specloom vendor", "status")],
)
def test_a_misspelt_command_is_told_the_one_that_is_meant(words: tuple[str, ...], group: str, meant: str, run: Run):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.splitlines()[1] == f"help: did you mean '{meant}'? {group} --help lists the commands"


@pytest.mark.parametrize("here", [".", "services", "services/other", "services/other/src"])
def test_in_the_wrong_folder_the_right_one_is_named(here: str, run: Run, monkeypatch: pytest.MonkeyPatch):
    Path("pyproject.toml").unlink()
    for folder in (".git", "services/other/src", "services/node_modules/shop", "services/my shop"):
        Path(folder).mkdir(parents=True)
    for folder in ("services/node_modules/shop", "services/my shop"):
        Path(folder, "specloom.toml").write_text('[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n')
    Path("services/other/pyproject.toml").write_text('[tool.specloom]\ncode = ["src"]\n')
    top = Path.cwd()
    monkeypatch.chdir(here)
    go = f"cd {shlex.quote(os.path.relpath(top / 'services' / 'my shop'))}\n"
    for words in (
        ["vendor", "status"],
        ["vendor", "update"],
        *([] if here in {".", "services"} else [["ci"]]),  # which looks at what is below
        ["check"],
        ["lint"],
        ["rehearse"],
        ["explain", "x"],
    ):
        code, out, err = run(*words)
        assert (code, out) == (2, ""), words
        assert err.endswith(f"\nhelp: go to where settings list some: {go}"), words
    subprocess.run(["git", "init", "--quiet"], cwd=top, check=True)
    author = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *author, "commit", "--quiet", "--allow-empty", "--message=x"], cwd=top, check=True)
    code, out, err = run("diff", "--base", "HEAD")
    assert (code, out) == (2, "")
    assert err.endswith(f"neither here nor in HEAD\nhelp: go to where settings list some: {go}")
    assert run("vendor", "eject", "shop")[2].endswith(f"\nhelp: go to where settings list 'shop': {go}")


def test_a_list_shows_the_way_from_where_it_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch):
    Path("generated").mkdir()
    monkeypatch.chdir("generated")
    rows = [line.split() for line in run("list")[1].splitlines()[1:3]]
    assert [(row[2], row[3]) for row in rows] == [("../shop.yaml", "shop"), ("../bazaar.yaml", "bazaar")]


def test_a_group_alone_lists_its_commands(run: Run):
    code, out, err = run("vendor")
    assert (code, out) == (2, "")
    for command in ("add", "status", "diff", "update", "eject"):
        assert f"\n    {command} " in err


LIST_AND_GET = (
    SPEC.replace("listOrders", "list")
    + SPEC[SPEC.index("  /orders:") :].replace("/orders:", "/orders/{id}:").replace("listOrders", "get")
    + "    parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
)


def test_calls_are_kept_by_their_names_everywhere(run: Run):
    """Also by one that stays, whatever the description calls the same now."""
    Path("shop.yaml").write_text(LIST_AND_GET)
    Path("pyproject.toml").write_text('[tool.specloom.clients.shop]\nspec = "shop.yaml"\nonly = ["orders.get"]\n')
    assert run("generate")[0] == 0
    for text in (LIST_AND_GET, LIST_AND_GET.replace("operationId: get", "operationId: find")):
        Path("shop.yaml").write_text(text)
        assert run("generate")[0] == 0
        assert run("check")[0] == 0
        assert run("ci")[0] == 0
        assert run("diff", "shop.yaml", "shop.yaml")[0] == 0
        assert run("lint")[0] == 0
        rows = {row["call"]: row["left_out"] for row in json.loads(run("list", "shop", "--format", "json")[1])}
        assert rows == {"orders.get": "", "orders.list": "left out"}
    Path("shop.yaml").write_text(LIST_AND_GET)
    assert run("vendor", "add", "shop", "--into", "acme", "--only", "orders.get")[0] == 0
    assert 'only = ["orders.get"]' in Path("pyproject.toml").read_text()
    assert run("vendor", "status", "--check")[0] == 0
    arguments = ("generate", "--spec", "shop.yaml", "--out", "one", "--only")
    assert run(*arguments, "orders.list")[0] == 0
    code, _, err = run(*arguments, "orders.lst")
    assert (code, "help: did you mean 'orders.list'?" in err) == (2, True)
    code, _, err = run("check", *arguments[1:], "orders.lst")
    assert (code, "did you mean 'orders.list'?" in err) == (2, True)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--strict", "--watch has no --strict and no --verbose"),
        ("--verbose", "--watch has no --strict and no --verbose"),
        ("--rename", "--watch has no --rename"),
    ],
)
@pytest.mark.usefixtures("limit_time")
def test_what_watching_cannot_do_is_refused(option: str, message: str, run: Run):
    code, _, err = run("generate", "--watch", option)
    assert code == 2
    assert err.startswith(f"error: {message}\n")
