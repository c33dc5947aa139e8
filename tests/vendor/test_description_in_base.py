"""The base keeps the description that the client was generated from, so an update is judged by what both say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository

from specloom.cli.main import main
from specloom.diff.loaded import load_versions
from specloom.diff.report import build_report
from specloom.diff.revision import Version
from specloom.output.manifest import MANIFEST, parse_manifest, read_manifest
from specloom.output.surface_file import SURFACE
from specloom.record import replace
from specloom.targets.target import Target
from specloom.vendor.base import BASE, DESCRIPTION, pack_base, read_base
from specloom.vendor.differences import list_update
from specloom.vendor.pristine import with_files
from specloom.vendor.review import Reviewed, review_update
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update

Vendor = Callable[..., Target]
MoveOn = Callable[[str, str], None]
SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /labels:
    post:
      operationId: printLabel
      tags: [Labels]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties: {text: {type: string, maxLength: 40}, sizes: {type: array, items: {type: integer}}}
            encoding: {sizes: {style: form, explode: true}}
      responses:
        "200": {description: It., content: {application/pdf: {schema: {type: string}}}}
        "404": {description: No printer.}
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      summary: List orders.
      responses:
        "200": {description: Them., content: {application/json: {schema: {type: array, items: {type: integer}}}}}
"""
WIRE = [
    ("maxLength: 40", "maxLength: 20", "request-bound-tightened", 15),
    ("style: form, explode: true", "style: form, explode: false", "request-part-style-changed", 16),
    ("https://shop.example", "https://shop.example/v2", "server-url-changed", 3),
    ("multipart/form-data:", "multipart/mixed:", "request-media-type-removed", 12),
    ('        "404": {description: No printer.}\n', "", "response-error-status-removed", 19),
]


@pytest.fixture
def shop(project: Path, vendor: Vendor) -> Target:
    (project / "shop.yaml").write_text(SHOP)
    return vendor()


def review(shop: Target) -> Reviewed:
    reviewed = review_update(prepare_update(shop))
    assert reviewed is not None
    return reviewed


def without_description(shop: Target) -> None:
    """Make the base one that an earlier Specloom wrote."""
    base = read_base(shop.folder)
    assert base is not None
    files = {path: text for path, text in base.items() if path not in {MANIFEST, DESCRIPTION}}
    older = with_files(parse_manifest(base[MANIFEST]), files)
    (shop.folder / BASE).write_bytes(pack_base(older))
    (shop.folder / MANIFEST).write_text(older[MANIFEST])


def with_description(shop: Target, text: str, name: str = DESCRIPTION) -> None:
    """Make the base one that has another file in the place of the description, or of the surface."""
    base = read_base(shop.folder)
    assert base is not None
    files = {path: each for path, each in base.items() if path != MANIFEST} | {name: text}
    (shop.folder / BASE).write_bytes(pack_base(with_files(parse_manifest(base[MANIFEST]), files)))


@pytest.mark.parametrize(("old", "new", "rule", "line"), WIRE, ids=[rule for _, _, rule, _ in WIRE])
def test_what_changes_on_the_wire_alone_is_told_with_both_places(
    old: str, new: str, rule: str, line: int, shop: Target, move_on: MoveOn
):
    move_on(old, new)
    report = review(shop).report
    (entry,) = [entry for entry in report.entries if rule in {each.id for each in entry.rules}]
    assert entry.change.old_location is not None
    assert entry.change.old_location.line == f"src/acme/shop/{BASE}:shop.yaml:{line}"
    assert report.notes == ()


def test_an_update_says_what_a_comparison_of_the_descriptions_says(shop: Target, project: Path, move_on: MoveOn):
    (project / "old.yaml").write_text(SHOP)
    for old, new, _, _ in WIRE:
        move_on(old, new)
    move_on("items: {type: integer}}}}}", "items: {type: string}}}}}")
    old, new = (Version(name, shop.applied_to(project / name, None)) for name in ("old.yaml", "shop.yaml"))
    expected = build_report("shop", load_versions((old.before(new), new)), {})
    found = review(shop).report
    assert [(each.id, each.severity, each.impact) for each in found.entries] == [
        (each.id, each.severity, each.impact) for each in expected.entries
    ]
    assert found.entries


def test_what_the_client_does_without_is_left_out_of_both(project: Path, vendor: Vendor, move_on: MoveOn):
    (project / "shop.yaml").write_text(SHOP)
    shop = vendor(only=("listOrders",))
    move_on("maxLength: 40", "maxLength: 20")
    move_on("type: array, items: {type: integer}}}}}", "type: array, maxItems: 9, items: {type: integer}}}}}")
    (entry,) = review(shop).report.entries
    assert [use.route for use in entry.change.uses] == ["GET /orders"]


def test_what_the_client_does_without_from_now_on_is_no_change_of_the_server(project: Path, vendor: Vendor):
    (project / "shop.yaml").write_text(SHOP)
    shop = vendor()
    report = review(replace(shop, only=("listOrders",))).report
    assert {entry.rules[0].id for entry in report.entries} == {"operation-left-out"}
    apply_update(prepare_update(replace(shop, only=("listOrders",))))
    assert {entry.rules[0].id for entry in review(shop).report.entries} == {"operation-included"}


def test_files_and_overlays_are_kept_as_they_were_written(project: Path, vendor: Vendor):
    (project / "shop.yaml").write_text(SHOP.replace("{type: string, maxLength: 40}", "{$ref: parts/text.yaml}"))
    (project / "parts").mkdir()
    (project / "parts/text.yaml").write_text("# As printed.\r\ntype: string\r\nmaxLength: 40\r\n", newline="")
    overlay = project / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n"
        "  - {target: $.servers, update: [{url: https://ours.example}]}\n"
        "  - target: '$.paths[\"/orders\"].get'\n"
        "    update: {parameters: [{name: q, in: query, schema: {type: string}}]}\n"
    )
    shop = vendor(overlay=(overlay,))
    base = read_base(shop.folder)
    assert base is not None
    kept = json.loads(base[DESCRIPTION])
    assert kept["documents"].keys() == {"shop.yaml", "parts/text.yaml"}
    assert kept["documents"]["parts/text.yaml"].startswith("# As printed.\n")
    overlay.write_text(overlay.read_text().replace("schema: {type: string}", "schema: {type: integer}"))
    (project / "parts/text.yaml").write_text("type: string\nmaxLength: 20\n")
    places = {entry.change.old_location.line for entry in review(shop).report.entries if entry.change.old_location}
    label = f"src/acme/shop/{BASE}:"
    assert places == {f"{label}parts/text.yaml:3", f"{label}overlay.yaml:6"}


def test_the_folder_does_without_it(shop: Target, move_on: MoveOn):
    manifest, status = read_manifest(shop.folder), read_status(shop)
    assert manifest is not None
    assert DESCRIPTION in manifest.files
    assert not (shop.folder / DESCRIPTION).exists()
    assert (status.is_well, status.deleted, status.edited, status.added) == (True, (), (), ())
    assert not prepare_update(shop).changes
    move_on(*WIRE[0][:2])
    update = prepare_update(shop)
    assert DESCRIPTION not in {difference.path for difference in list_update(update)}
    apply_update(update)
    assert review_update(prepare_update(shop)) is None


def test_a_base_of_an_earlier_specloom_is_compared_by_what_callers_write(shop: Target, move_on: MoveOn):
    without_description(shop)
    assert read_status(shop).is_well
    assert prepare_update(shop).changes.keys() == {MANIFEST, BASE}  # which brings it
    move_on(*WIRE[0][:2])
    report = review(shop).report
    said = f"an older Specloom wrote src/acme/shop/{BASE}, which has no description: what changes on the wire alone"
    assert (report.entries, report.notes) == ((), (f"{said} was not looked at",))
    apply_update(prepare_update(shop))
    move_on("maxLength: 20", "maxLength: 10")
    assert [entry.severity for entry in review(shop).report.entries] == ["breaking"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (json.dumps({"documents": {"shop.yaml": "nothing"}, "overlays": []}), "no client can be made of "),
        (json.dumps({"documents": {"../shop.yaml": SHOP}, "overlays": []}), "leads out of its folder"),
        (json.dumps({"documents": {"/shop.yaml": SHOP}, "overlays": []}), "leads out of its folder"),
        (json.dumps({"documents": {"a\0": SHOP}, "overlays": []}), "cannot be written to be read: it has names or"),
        (
            json.dumps({"documents": {"a" * 999: ""}, "overlays": []}),
            "cannot be written to be read: File name too long",
        ),
        (
            json.dumps({"documents": {f"{each}/a": "" for each in range(10_001)}, "overlays": []}),
            "more than 10,000 files",
        ),
        (json.dumps({"documents": ["shop.yaml"], "overlays": []}), "has as a description is none"),
        (json.dumps({"documents": {"shop.yaml": 1}, "overlays": []}), "has as a description is none"),
        (json.dumps({"documents": {"shop.yaml": SHOP}, "overlays": [""]}), "has other overlays than its"),
        ("{}", "Git ignores the description"),
        ("[" * 100_000, "has as a description is none"),
    ],
    ids=["foreign", "parent", "absolute", "no name", "long", "many", "list", "number", "overlays", "ignored", "deep"],
)
def test_a_description_that_cannot_be_used_is_said(text: str, reason: str, shop: Target, move_on: MoveOn):
    with_description(shop, text + "\n")
    move_on("items: {type: integer}}}}}", "items: {type: string}}}}}")
    report = review(shop).report
    assert [entry.change.fact for entry in report.entries] == ["client-symbol-changed"]
    (note,) = report.notes
    assert reason in note
    assert note.endswith(": what changes on the wire alone was not looked at")


def test_an_old_description_that_is_wrong_by_now_is_compared_all_the_same(shop: Target, move_on: MoveOn):
    wrong = SHOP.replace("operationId: listOrders", "operationId: listOrders\n      deprecated: maybe")
    with_description(shop, json.dumps({"documents": {"shop.yaml": wrong}, "overlays": []}) + "\n")
    move_on(*WIRE[0][:2])
    report = review(shop).report
    assert {rule.id for entry in report.entries for rule in entry.rules} == {"request-bound-tightened"}
    (note,) = report.notes
    assert note.startswith(f"src/acme/shop/{BASE}:shop.yaml:23 is wrong, which decides no type, so it is compared all")


def test_what_callers_know_is_what_was_generated_and_not_what_would_be_now(shop: Target, move_on: MoveOn):
    base = read_base(shop.folder)
    assert base is not None
    argument = '"shop.labels.print_label(sizes)": {"kind":"argument",'
    assert argument in base[SURFACE]
    with_description(shop, base[SURFACE].replace(argument, f'{argument}"positional":true,'), SURFACE)
    move_on(*WIRE[0][:2])
    entries = {entry.change.fact: entry for entry in review(shop).report.entries}
    assert entries.keys() == {"bound-tightened", "client-surface-changed"}
    (symbol,) = entries["client-surface-changed"].impact
    assert symbol.symbol == "shop.labels.print_label(sizes)"
    assert symbol.old_location is not None
    assert symbol.old_location.line == f"src/acme/shop/{BASE}:shop.yaml:15"


@pytest.mark.parametrize("ignored", ["shop.yaml", "overlay.yaml"])
def test_a_description_that_git_ignores_goes_into_no_commit(
    ignored: str, project: Path, vendor: Vendor, move_on: MoveOn
):
    Repository(project)
    (project / "shop.yaml").write_text(SHOP)
    overlay = project / "overlay.yaml"
    overlay.write_text("overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions: [{target: $.info, update: {}}]\n")
    (project / ".gitignore").write_text(f"{ignored}\n")
    shop = vendor(overlay=(overlay,))
    base = read_base(shop.folder)
    assert base is not None
    assert base[DESCRIPTION] == "{}\n"
    assert not prepare_update(shop).changes
    move_on(*WIRE[0][:2])
    (note,) = review(shop).report.notes
    assert note.startswith(f"Git ignores the description, so src/acme/shop/{BASE} has none: what changes on the wire")


def test_an_update_that_is_left_out_in_part_has_it_whole(shop: Target, move_on: MoveOn):
    (shop.folder / "resources" / "orders.py").unlink()
    move_on("summary: List orders.", "summary: List all.")
    update = prepare_update(shop)
    assert update.left_out == ("resources/orders.py",)
    apply_update(update)
    assert review_update(prepare_update(shop)) is None
    base = read_base(shop.folder)
    assert base is not None
    assert "List all." in base[DESCRIPTION]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("command", [("vendor", "diff"), ("vendor", "update", "--dry-run")])
def test_both_commands_begin_with_it(command: tuple[str, ...], move_on: MoveOn, capfd: pytest.CaptureFixture[str]):
    move_on(*WIRE[4][:2])
    capfd.readouterr()
    assert main([*command]) == 0
    head, _, rest = capfd.readouterr().out.partition("\n\n")
    assert head == "shop: 1 breaking"
    assert f"    it was at src/acme/shop/{BASE}:shop.yaml:19:" in rest
