"""`specloom diff` as people call it: real repositories, exit codes, and every format with hostile descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from repository import Repository

from specloom.cli.report.diff_json import SCHEMA
from specloom.cli.report.findings import FINDING_FORMATS

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1.2.0"}
servers: [{url: https://shop.example}]
x-specloom: {package: shop, client: Shop}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      x-specloom: {resource: orders, method: list}
      responses:
        "200":
          description: The orders.
          content:
            application/json:
              schema: {$ref: "schemas.yaml#/Order"}
"""
SCHEMAS = """\
Order:
  type: object
  properties:
    id: {type: integer}
    note: {type: string}
"""
SETTINGS = """\
[clients.shop]
spec = "shop/openapi.yaml"
[clients.bazaar]
spec = "bazaar/openapi.yaml"
"""
BASE = {
    "specloom.toml": SETTINGS,
    "shop/openapi.yaml": SPEC,
    "shop/schemas.yaml": SCHEMAS,
    "bazaar/openapi.yaml": SPEC.replace("shop", "bazaar").replace("Shop", "Bazaar"),
    "bazaar/schemas.yaml": SCHEMAS,
}
WITHOUT_NOTE = {"shop/schemas.yaml": SCHEMAS.replace("    note: {type: string}\n", "")}
WITH_TAG = {"shop/schemas.yaml": SCHEMAS + "    tag: {type: string}\n"}
BROKEN = {"shop/openapi.yaml": SPEC.replace("responses:", "requestBody: {$ref: '#/nowhere'}\n      responses:")}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit(BASE)
    monkeypatch.chdir(made.folder)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return made


@pytest.fixture
def run(repository: Repository, run_here: Run) -> Run:  # noqa: ARG001 - runs in it
    return partial(run_here, "diff")


def ids_of(run: Run, *arguments: str) -> list[str]:
    return [
        change["id"]
        for description in json.loads(run("--format", "json", *arguments)[1])["descriptions"]
        for change in description["changes"]
    ]


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--fail-on", "never"), 0)])
def test_settings_that_leave_operations_out_break_callers_alone(
    options: tuple[str, ...], code: int, run: Run, repository: Repository
):
    settings = SETTINGS.replace('openapi.yaml"', 'openapi.yaml"\nskip = ["listOrders"]', 1)
    repository.write({"specloom.toml": settings})
    found, out, _ = run("--base", "HEAD", *options)
    assert found == code
    assert out.startswith(
        "shop: 1 breaking\n"
        "    from HEAD:shop/openapi.yaml to shop/openapi.yaml\n"
        "\n"
        "shop/openapi.yaml:6:3: breaking: the operation 'GET /orders' is left out of the client [operation-left-out] ("
    )
    assert "    call breaks: shop.orders.list: there is no method for GET /orders any more\n" in out
    repository.commit({"specloom.toml": settings})
    repository.write({"specloom.toml": SETTINGS})
    assert "safe: the operation 'GET /orders' was left out of the client and is in it now" in run("--base", "HEAD")[1]


def test_two_files_are_compared(run: Run, repository: Repository):
    repository.write({"old/openapi.yaml": SPEC, "old/schemas.yaml": SCHEMAS} | WITHOUT_NOTE)
    code, out, err = run("old", "shop/openapi.yaml")
    assert (code, err) == (1, "")
    assert out.startswith(
        "shop: 1 breaking\n"
        "    from old/openapi.yaml to shop/openapi.yaml\n"
        "\n"
        "shop/schemas.yaml:4:5: breaking: optional property 'Order.note' was removed "
        "[response-optional-property-removed] ("
    )
    assert (
        "    it was at old/schemas.yaml:5:5\n"
        "    warning in a response: clients may use it where it is there\n"
        "    reaches GET /orders\n"
        "    call breaks: models.Order.note: the attribute is gone\n"
        "      - note: str | None = None\n"
        "\n"
        "shop: the version is still '1.2.0'; by what changes, it should be 2.0.0\n"
    ) in out


def test_two_revisions_are_compared(run: Run, repository: Repository):
    repository.commit(WITHOUT_NOTE)
    code, out, _ = run("HEAD~1:shop", "HEAD:shop/openapi.yaml")
    assert code == 1
    assert out.startswith("HEAD:shop/openapi.yaml: 1 breaking\n    from HEAD~1:shop/openapi.yaml to HEAD:")
    assert "\nHEAD:shop/schemas.yaml:4:5: breaking: " in out
    assert run("HEAD:shop", "HEAD~1:shop")[0] == 0


def test_what_is_equal_says_so(run: Run):
    assert run("shop", "shop") == (0, "shop: no changes\n    from shop/openapi.yaml to shop/openapi.yaml\n", "")
    assert run("--base", "HEAD") == (0, "nothing has changed against HEAD\n", "")


def test_every_description_that_differs_from_the_base_is_compared(run: Run, repository: Repository):
    repository.write(WITH_TAG)
    code, out, err = run("--base", "HEAD")
    assert (code, err) == (0, "")
    assert out.startswith("shop: 1 safe\n    from HEAD:shop/openapi.yaml to shop/openapi.yaml\n")
    assert out.endswith("\nunchanged: bazaar\n")


def test_the_base_is_exactly_the_revision_that_is_named(run: Run, repository: Repository):
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.git("checkout", "--quiet", "main")
    repository.commit(WITHOUT_NOTE)
    repository.git("checkout", "--quiet", "feature")
    assert run("--base", "main")[1].startswith("shop: 1 safe")


def test_only_the_clients_that_are_named_are_compared(run: Run, repository: Repository):
    repository.write(WITHOUT_NOTE)
    assert run("--base", "HEAD", "bazaar")[:2] == (0, "nothing has changed against HEAD\n")
    code, _, err = run("--base", "HEAD", "bazar")
    assert code == 2
    assert "there is no client 'bazar'" in err


def test_a_client_is_named_by_its_description_or_its_folder(run: Run, repository: Repository):
    repository.write({**WITHOUT_NOTE, "generated/shop/__init__.py": "", "other.yaml": SPEC})
    for path in ("shop/openapi.yaml", "./generated/shop"):
        assert run("--base", "HEAD", path)[1].startswith("shop: 1 breaking\n    from HEAD:shop/openapi.yaml to")
    assert run("--base", "HEAD", "other.yaml")[2] == (
        "error: other.yaml is the description of no client of the settings\n"
        "help: for the file alone: specloom diff HEAD:./other.yaml other.yaml\n"
    )


def test_it_works_from_any_folder_of_the_repository(run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch):
    repository.write(WITH_TAG)
    monkeypatch.chdir("shop")
    code, out, _ = run("--base", "HEAD")
    assert code == 0
    assert "\nschemas.yaml:6:5: safe: " in out


def test_new_and_removed_descriptions_are_changes(run: Run, repository: Repository):
    for name in ("openapi.yaml", "schemas.yaml"):
        (repository.folder / "bazaar" / name).rename(repository.folder / "shop" / f"second-{name}")
    settings = SETTINGS.replace("clients.bazaar", "clients.second").replace("bazaar/", "shop/second-")
    repository.write({"specloom.toml": settings})
    code, out, _ = run("--base", "HEAD")
    assert code == 1
    assert "second: 1 safe\n    from nothing to shop/second-openapi.yaml\n" in out
    assert "bazaar: 1 breaking\n    from HEAD:bazaar/openapi.yaml to nothing\n" in out
    assert "the description of 'Bazaar' with 1 operation is gone [description-removed]" in out


def test_a_description_that_moves_is_followed_by_the_settings(run: Run, repository: Repository):
    (repository.folder / "bazaar").rename(repository.folder / "market")
    repository.write({"specloom.toml": SETTINGS.replace("bazaar/", "market/")})
    code, out, _ = run("--base", "HEAD")
    assert (code, out.splitlines()[0]) == (0, "bazaar: no changes")


def test_what_one_side_does_not_list_is_looked_for_where_the_other_has_it(run: Run, repository: Repository):
    repository.git("rm", "--quiet", "--cached", "specloom.toml")
    repository.git("commit", "--quiet", "--message", "x")
    repository.write(WITH_TAG)
    assert run("--base", "HEAD")[1].startswith("shop: 1 safe")


def test_settings_of_the_base_that_are_wrong_are_those_of_now(run: Run, repository: Repository):
    repository.commit({"specloom.toml": "[clients"})
    repository.write({"specloom.toml": SETTINGS} | WITH_TAG)
    assert run("--base", "HEAD")[1].startswith("shop: 1 safe")


def test_a_shipped_description_outside_of_the_repository_is_named(run: Run, repository: Repository):
    repository.write({"specloom.toml": SETTINGS + "[clients.sitoo]\n"})
    code, _, err = run("--base", "HEAD")
    assert (code, err) == (0, "sitoo: its description is not in this repository, so there is no base of it\n")
    code, _, err = run("--base", "HEAD", "sitoo")
    assert code == 2
    assert "the description of 'sitoo' is not in this repository" in err


def test_a_broken_description_is_shown_and_not_compared(run: Run, repository: Repository):
    repository.write(BROKEN | {"bazaar/schemas.yaml": SCHEMAS + "    tag: {type: string}\n"})
    code, out, err = run("--base", "HEAD")
    assert code == 2
    assert out.startswith("bazaar: 1 safe\n")
    assert "shop: the new description shop/openapi.yaml cannot be used, so nothing is compared" in out
    assert "shop/openapi.yaml:11:27: error: reference points at nothing" in err


def test_a_base_that_was_broken_is_said_to_be(run: Run, repository: Repository):
    repository.commit(BROKEN)
    repository.write({"shop/openapi.yaml": SPEC})
    code, out, _ = run("--base", "HEAD")
    assert code == 0
    assert (
        "note: HEAD:shop/openapi.yaml:11 is wrong, so what it means is unknown; it counts as not written: "
        "reference points at nothing: '#/nowhere'\n"
    ) in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "there is nothing to compare"),
        (["shop"], "there is nothing to compare"),
        (["shop", "shop", "shop"], "there is nothing to compare"),
        (["nowhere", "shop"], "there is no file 'nowhere'"),
        (["--base", "nowhere"], "there is no revision 'nowhere'"),
        (["--base", "HEAD", "--root", "x"], "--root is about OLD and NEW"),
        (["--accept", "nowhere.toml", "shop", "shop"], "cannot read nowhere.toml"),
    ],
)
def test_a_wrong_call_is_explained(run: Run, arguments: list[str], message: str):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")


@pytest.mark.parametrize(
    ("only", "instead"),
    [
        ("shop", "specloom diff --base REV shop"),
        ("main", "specloom diff --base main"),
        ("shop/openapi.yaml", "specloom diff OLD NEW, or specloom diff --base REV"),
    ],
)
def test_what_is_one_version_alone_is_told_what_to_write(run: Run, only: str, instead: str):
    assert run(only)[2].splitlines()[1] == f"help: {instead}"


@pytest.mark.parametrize(
    ("changed", "threshold", "code"),
    [
        (WITHOUT_NOTE, "breaking", 1),
        (WITHOUT_NOTE, "never", 0),
        (WITH_TAG, "warning", 0),
        ({"shop/openapi.yaml": SPEC.replace("https://shop", "https://www.shop")}, "breaking", 1),
    ],
)
def test_what_fails_is_a_choice(run: Run, repository: Repository, changed: dict[str, str], threshold: str, code: int):
    repository.write(changed)
    assert run("--base", "HEAD", "--fail-on", threshold)[0] == code


def test_the_lines_to_paste_accept_what_fails(run: Run, repository: Repository):
    repository.write(WITHOUT_NOTE)
    _, out, _ = run("--base", "HEAD")
    intro, lines = out.split("\n\n[[accept]]\n")
    assert intro.endswith("1 change fails. To accept, say why in specloom-accept.toml:")
    repository.write({"specloom-accept.toml": f"[[accept]]\n{lines}"})
    code, _, err = run("--base", "HEAD")
    assert (code, err.splitlines()[0]) == (2, "error: specloom-accept.toml:2: 'reason' is not a text")
    repository.write({"specloom-accept.toml": f"[[accept]]\n{lines}".replace('""', '"nobody uses it"')})
    code, out, _ = run("--base", "HEAD")
    assert code == 0
    assert out.startswith("shop: 1 accepted\n")
    assert "    accepted: nobody uses it\n" in out


def test_an_acceptance_that_nothing_needs_fails(run: Run, repository: Repository):
    unused = '[[accept]]\nid = "0123456789ab"\nreason = "gone by now"\n'
    repository.write({"specloom-accept.toml": unused, "elsewhere.toml": unused})
    code, out, _ = run("--base", "HEAD")
    assert code == 1
    assert "specloom-accept.toml:2:1: error: nothing that changes has the id 0123456789ab" in out
    assert run("--base", "HEAD", "shop")[0] == 0, "another description may need it"
    assert run("--accept", "elsewhere.toml", "shop", "shop")[0] == 1
    repository.write({"specloom-accept.toml": f'{unused}api = "shop"\n'})
    assert [run("--base", "HEAD", name)[0] for name in ("shop", "bazaar")] == [1, 0]


def test_an_acceptance_is_not_unused_because_its_description_is_broken(run: Run, repository: Repository):
    repository.write(BROKEN | {"specloom-accept.toml": '[[accept]]\nid = "0123456789ab"\nreason = "x"\n'})
    assert "unused-acceptance" not in run("--base", "HEAD")[1]


def test_json_is_as_the_schema_says(run: Run, repository: Repository):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    changed = {"bazaar/openapi.yaml": SPEC.replace("/orders", "/purchases"), **WITHOUT_NOTE}
    repository.write(changed | {"specloom-accept.toml": '[[accept]]\nid = "0123456789ab"\nreason = "x"\n'})
    for arguments in (["--base", "HEAD"], ["--base", "HEAD", "--fail-on", "never"], ["shop", "bazaar"]):
        code, out, _ = run("--format", "json", *arguments)
        assert out.isascii()
        report = json.loads(out)
        validator.validate(report)
        assert report["fails"] == bool(code)
    repository.write(BROKEN)
    (repository.folder / "bazaar/openapi.yaml").unlink()
    report = json.loads(run("--format", "json", "--base", "HEAD")[1])
    validator.validate(report)
    assert [each["name"] for each in report["failed"]] == ["shop"]
    assert [each["status"] for each in report["descriptions"]] == ["removed"]


def test_annotations_are_at_the_nearest_line_that_is_left(run: Run, repository: Repository):
    repository.write(WITHOUT_NOTE)
    _, out, _ = run("--base", "HEAD", "--format", "github")
    assert out.startswith(
        "::error file=shop/schemas.yaml,line=4,col=5,title=response-optional-property-removed::"
        "optional property 'Order.note' was removed%0A"
    )
    assert "models.Order.note: note: str | None = None → gone (call breaks)" in out


@pytest.mark.slow
def test_a_checker_can_be_asked_as_well(run: Run, repository: Repository):
    repository.write(WITHOUT_NOTE)
    code, out, err = run("--base", "HEAD", "--types")
    assert (code, err) == (1, "")
    assert out.startswith("shop: 1 breaking\n"), "the checker sees what the rules say, and nothing else"


HOSTILE = (
    "`x` | </details></table><script>alert(1)</script><!-- --> @everyone #1 [l](https://evil.example/?a) "
    "![i](https://evil.example/i.png) www.evil.example \x1b[31m\r\n::error file=a::b%0A\u202eabc "
    "\\| `` \\` ${{ secrets.X }} $x$"
)


@pytest.fixture
def hostile(repository: Repository) -> None:
    """Put text that means something to some reader wherever a report could show it."""
    text = json.dumps(HOSTILE)
    schemas = {"Order": {"type": "object", "properties": {HOSTILE: {"type": "string"}, "s": {"enum": ["a", HOSTILE]}}}}
    spec = SPEC.replace("  /orders:", f"  {json.dumps('/o' + HOSTILE.replace('{', '(').replace('}', ')'))}:").replace(
        "description: The orders.", f"description: {text}"
    )
    repository.commit({"shop/openapi.yaml": spec, "shop/schemas.yaml": json.dumps(schemas)})
    schemas["Order"]["properties"] = {HOSTILE: {"type": "integer"}, "s": {"enum": [HOSTILE + "2"]}}
    repository.write({"shop/schemas.yaml": json.dumps(schemas)})
    repository.write({"shop/openapi.yaml": spec.replace("1.2.0", "\\e[31m@all |")})


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the signature is the parser's
        self.found.append(tag)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("format", [*FINDING_FORMATS, "changelog"])
def test_a_hostile_description_steers_no_reader(run: Run, format: str):
    code, out, err = run("--base", "HEAD", "--format", format, "--title", HOSTILE)
    assert (code, err) == (1, "")
    assert out.replace("\n", "").isprintable()
    if format == "github":
        assert all(
            re.match(r"::(error|warning|notice) file=shop/\w+\.yaml,line=\d+,", line) for line in out.splitlines()
        )
    if format == "html":
        elements = Elements()
        elements.feed(out)
        assert elements.found.count("script") == 1
        assert not {"img", "iframe", "link"} & set(elements.found)
        assert set(re.findall(r"href=\"([^\"])", out)) == {"#"}
    if format in {"json", "sarif"}:
        assert HOSTILE in json.dumps(json.loads(out), ensure_ascii=False) or json.dumps(HOSTILE)[1:40] in out


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("format", ["markdown", "changelog"])
def test_a_hostile_description_adds_nothing_to_a_comment(run: Run, format: str):
    _, out, _ = run("--base", "HEAD", "--format", format, "--title", HOSTILE)
    elements = Elements()
    elements.feed(out)
    assert set(elements.found) <= {"code", "br", "sub", "details", "summary"}
    assert "<!--" not in out
    prose = re.sub(r"(?s)<code>.*?</code>|```toml.*?```", "", out)
    assert "everyone" in prose
    assert not re.search(r"@\w|(?<!&)#\w", prose)
    assert not re.search(r"https?://|(?<!\\)!\[|www\.", out)
    rows = [line for line in out.splitlines() if line.startswith("| ")]
    assert bool(rows) is (format == "markdown")
    assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5 for row in rows), "four cells"


def test_a_comment_with_hundreds_of_changes_is_cut_where_it_matters_least(run: Run, repository: Repository):
    name = "    property_with_a_long_name"
    constants = [f"{name}_{number}: {{type: string, const: is_{number}}}\n" for number in range(30)]
    numbers = [f"{name}_{number}: {{type: integer, maximum: {number}}}\n" for number in range(30, 330)]
    head = "Order:\n  type: object\n  properties:\n"
    repository.commit({"shop/schemas.yaml": head + "".join([*constants, *numbers])})
    others = [each.replace("is_", "was_").replace("maximum: ", "maximum: -") for each in (*constants, *numbers)]
    repository.write({"shop/schemas.yaml": head + "".join(others)})
    _, out, _ = run("--base", "HEAD", "--format", "markdown")
    assert out.startswith("## API changes\n")
    assert len(out.encode()) <= 64_000
    assert out.count("**types break**") == 30
    assert re.search(
        r"\n\*\*\d+ more\*\* are not shown here\. This prints all of them: <code>specloom diff --base HEAD</code>\n",
        out,
    )
    assert "<summary>300 safe</summary>" in out
    assert len(ids_of(run, "--base", "HEAD")) == 330


@pytest.mark.slow
def test_a_comment_with_thousands_of_changes_fits_and_begins_with_the_worst(run: Run, repository: Repository):
    literals = ", ".join(f"value_{number}" for number in range(400))
    head = "Order:\n  type: object\n  properties:\n"

    def write(end: str, first: int) -> dict[str, str]:
        types = [f"    type_{number}: {{enum: [{literals}, {end}_{number}]}}\n" for number in range(50)]
        limits = [f"    limit_{number}: {{type: integer, maximum: {first - number}}}\n" for number in range(3000)]
        return {"shop/schemas.yaml": head + "".join([*types, *limits])}

    repository.commit(write("old", 9000))
    repository.write(write("new", 5000))
    _, out, _ = run("--base", "HEAD", "--format", "markdown", "--page", "page.html")
    assert len(out.encode()) <= 64_000
    assert re.search(r"\n\*\*\d+ more\*\* are not shown here\. ", out)
    assert "All of it, to filter and to unfold: <code>page.html</code>." in out
    assert out.count("\n- **warning**: ") == 20
    assert "\n- and 30 warning, 3000 safe\n" in out
    assert "'old_0'" in out, "what differs is not what is cut"
    assert "'new_0'" in out


def test_annotations_begin_with_the_worst_of_all_descriptions(run: Run, repository: Repository):
    repository.write(WITH_TAG)
    repository.write({"bazaar/schemas.yaml": SCHEMAS.replace("id: {type: integer}", "id: {type: string}")})
    _, out, _ = run("--base", "HEAD", "--format", "github")
    assert [re.match(r"::(\w+) file=(\w+)", line)[0] for line in out.splitlines()] == [
        "::error file=bazaar",
        "::notice file=shop",
    ]


def test_a_page_is_written_beside_the_report_and_named_in_it(
    run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
):
    repository.write(WITH_TAG)
    for name, value in {"SERVER_URL": "https://git.example", "REPOSITORY": "acme/shop", "RUN_ID": "7"}.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    _, out, _ = run("--base", "HEAD", "--format", "markdown", "--page", "reports.html")
    page = Path("reports.html").read_text(encoding="utf-8")
    assert "optional property &#39;Order.tag&#39; was added" in page
    job = "https://git.example/acme/shop/actions/runs/7"
    assert f"<code>reports.html</code> in the files [of the job]({job})." in out
    Path("link.html").symlink_to("elsewhere")
    assert run("--base", "HEAD", "--page", "link.html")[0] == 2
    assert not Path("elsewhere").exists()


def test_many_changes_begin_with_one_screen(run: Run, repository: Repository):
    properties = "".join(f"    part_{number}: {{const: {number}}}\n" for number in range(100))
    head = "Order:\n  type: object\n  properties:\n"
    repository.commit({"shop/schemas.yaml": head + properties})
    repository.write({"shop/schemas.yaml": head + properties.replace("const: ", "const: 9")})
    screen, _, _ = run("--base", "HEAD")[1].partition("\nshop: ")
    assert screen.startswith(
        "API changes against HEAD: 100 breaking\n"
        "This has to be looked at before it goes in.\n"
        "100 changes in 100 entries.\n"
        "What breaks concerns 100 names of the Python client and 1 operation.\n"
        "\nbreaking  'Order.part_0' was always 0 and is always 90\n"
    )
    assert screen.endswith("\nand 70 breaking\n")
    assert screen.count("\n") <= 40


def test_the_first_screen_names_operations_that_words_do_not(run: Run, repository: Repository):
    def written(change: str = "") -> str:
        one = "  /{0}:\n    get: {{parameters: [" + change + "], responses: {{'200': {{}}}}}}\n"
        return "".join(map(one.format, "abcdefgh"))

    head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n"
    repository.commit({"shop/openapi.yaml": head + written()})
    new = written("{{name: q_{0}, in: query, schema: {{type: integer}}}}")
    repository.write({"shop/openapi.yaml": head + new + written().replace("  /", "  /new-")})
    screen, _, _ = run("--base", "HEAD")[1].partition("\nshop: ")
    assert "the query parameter 'q_a' is new and optional (GET /a)\n" in screen
    assert "the query parameter 'q_b' is new and optional (GET /b)\n" in screen
    assert "8 operations are new\n" in screen


def test_a_changelog_tells_callers_what_breaks_what_is_new_and_what_to_move_to(run: Run, repository: Repository):
    deprecated = SPEC.replace("operationId: listOrders", "operationId: listOrders\n      deprecated: true")
    schemas = SCHEMAS.replace("note: {type: string}", "note: {type: integer}\n    a_b: {type: string}")
    repository.write({"shop/schemas.yaml": schemas, "shop/openapi.yaml": deprecated.replace("The orders", "Orders")})
    code, out, _ = run("--base", "HEAD", "--format", "changelog")
    assert code == 1
    assert out == dedent("""\
        ## shop 2.0.0

        ### Breaking

        - type of 'Order.note' changed from string to integer: <code>models.Order.note</code>

        ### New

        - optional property 'Order.a\\_b' was added: <code>models.Order.a_b</code>

        ### Deprecated

        - 'GET /orders' is deprecated now
        """)
    assert run("--base", "HEAD", "bazaar", "--format", "changelog") == (0, "", "")


def test_notes_are_one_line_each(run: Run, repository: Repository):
    repository.write({"shop/openapi.yaml": SPEC.replace("The orders.", "Orders.")})
    _, out, _ = run("--base", "HEAD")
    assert re.search(r"\n\nshop/openapi.yaml:13:24: note: 'description' .* \[words-changed\] \(\w+\)\n\n", out)
    assert "not judged" not in out


def test_what_happens_to_many_properties_at_once_is_one_change(run: Run, repository: Repository):
    properties = "".join(f"    property_{number}: {{type: string}}\n" for number in range(30))
    head = "Order:\n  type: object\n  properties:\n"
    repository.commit({"shop/schemas.yaml": head + properties})
    repository.write({"shop/schemas.yaml": head + properties.replace("string", "integer")})
    code, out, _ = run("--base", "HEAD", "--format", "json")
    (change,) = json.loads(out)["descriptions"][0]["changes"]
    assert (code, change["severity"], len(change["folded"])) == (1, "breaking", 30)
    assert change["message"] == (
        "30 properties of 'Order' changed alike: type of 'Order.property_0' changed from string to integer"
    )
    repository.write({"specloom-accept.toml": f'[[accept]]\nid = "{change["id"]}"\nreason = "agreed"\n'})
    assert run("--base", "HEAD")[0] == 0
    repository.write({"shop/schemas.yaml": head + properties.replace("string", "integer").replace("_29", "_30")})
    assert run("--base", "HEAD")[0] == 1


def test_a_comment_about_nothing_is_empty(run: Run):
    assert run("--base", "HEAD", "--format", "markdown") == (0, "", "")


def test_what_a_client_leaves_out_does_not_concern_it(run: Run, repository: Repository):
    stock = SPEC.split("  /orders:")[1].replace("Order", "Stock").replace("order", "stock")
    both = {
        "shop/openapi.yaml": f"{SPEC}  /stocks:{stock}",
        "shop/schemas.yaml": SCHEMAS + SCHEMAS.replace("Order", "Stock"),
        "specloom.toml": f'{SETTINGS}[clients.small]\nspec = "shop/openapi.yaml"\nonly = ["orders"]\n',
    }
    repository.commit(both)
    repository.write({"shop/schemas.yaml": SCHEMAS + SCHEMAS.replace("Order", "Stock").replace("string", "integer")})
    assert len(ids_of(run, "--base", "HEAD", "shop")) == 1
    assert run("--base", "HEAD", "small")[0] == 0
    assert "models.Stock.note" in run("--base", "HEAD")[1]
