"""What `vendor status` takes for a reason to update."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.output.current import compare
from specloom.output.disk import write_tree
from specloom.pipeline import generate
from specloom.targets.target import Target
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update

MARKS = "<<<<<<< HEAD\n=======\n# theirs\n>>>>>>> theirs\n"


def test_line_ends_of_git_are_nothing_to_update(vendor: Callable[..., Target], project: Path):
    vendored = vendor()
    spec = project / "shop.yaml"
    for path in (spec, vendored.folder / "client.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    status = read_status(vendored)
    assert (status.edited, status.damage, status.updates) == ((), (), ())
    spec.write_bytes(spec.read_bytes().replace(b"Read an order.", b"Look."))
    assert read_status(vendored).updates == ("the description changed: shop.yaml",)


def test_an_available_update_is_annotated_as_the_exit_code_says(
    vendor: Callable[..., Target], move_on: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
):
    vendor()
    move_on("weight", "mass")
    for arguments, code, command in (((), 0, "warning"), (("--check",), 1, "error")):
        capsys.readouterr()
        assert main(["vendor", "status", "--format", "github", *arguments]) == code
        assert capsys.readouterr().out.startswith(f"::{command} file=")


@pytest.mark.parametrize(
    ("old", "new", "edited"),
    [(b"\n", b"\r\n", ()), (b"\n", b"\r", ("client.py",)), (b"\n", b"\r\r\n", ("client.py",))],
)
def test_line_ends_mean_here_what_they_mean_to_check(
    old: bytes, new: bytes, edited: tuple[str, ...], vendor: Callable[..., Target], project: Path
):
    """One line end of a file is changed: it is an edit of the vendored client where it is one of a generated client."""
    vendored = vendor()
    target = Target(project / "shop.yaml", project / "generated")
    tree = generate(target).tree
    write_tree(tree, target.folder)
    for file in (vendored.folder / "client.py", target.folder / "client.py"):
        file.write_bytes(file.read_bytes().replace(old, new, 1))
    status = read_status(vendored)
    assert (*status.edited, *status.formatted) == edited
    assert [verdict.files for verdict in compare(tree, target.folder)] == ([edited] if edited else [])


def test_files_are_told_apart_without_the_base_as_long_as_the_manifest_is_there(vendor: Callable[..., Target]):
    vendored = vendor()
    (vendored.folder / "own.py").touch()
    (vendored.folder / "client.py").write_text("mine\n")
    (vendored.folder / ".specloom-base").write_text("garbage")
    status = read_status(vendored)
    assert (status.edited, status.added) == (("client.py",), ("own.py",))
    assert ".specloom-base is damaged" in status.damage[0]


@pytest.mark.parametrize("left", [None, "<<<<<<< HEAD\n"])
def test_nothing_is_called_yours_while_nothing_says_what_was_generated(vendor: Callable[..., Target], left: str | None):
    vendored = vendor()
    (vendored.folder / ".specloom-base").unlink()
    (vendored.folder / "manifest.json").unlink()
    if left:
        (vendored.folder / "manifest.json").write_text(left)
    status = read_status(vendored)
    assert (status.edited, status.added) == ((), ())
    assert "/.specloom-base is missing; " in status.damage[0]
    assert "manifest.json" in status.damage[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", None, "shop.yaml:1:1: there is no such file; see pyproject.toml:6:1 [unreadable-file]"),
        ("info: {", "info: {{", "shop.yaml:3:1: "),
        (
            "schemas/Order'",
            "schemas/Odrer'",
            "shop.yaml:12:79: reference points at nothing: '#/components/schemas/Odrer'",
        ),
        ("components:", f"{MARKS}components:", "shop.yaml:20:1: this file has the marks of a merge"),
        ("id: {type: integer}", "id: {type: intger}", "shop.yaml:22:"),
        ("[Orders]", "[Orders]\n      x-specloom: {method: class, what: 1}", "shop.yaml:9:28: "),
    ],
    ids=["missing", "no YAML", "no such schema", "merge", "type", "extension"],
)
def test_a_description_that_cannot_be_used_is_no_update(
    old: str,
    new: str | None,
    said: str,
    vendor: Callable[..., Target],
    project: Path,
    capsys: pytest.CaptureFixture[str],
):
    vendored = vendor()
    spec = project / "shop.yaml"
    if new is None:
        spec.unlink()
    else:
        spec.write_text(spec.read_text().replace(old, new, 1))
    status = read_status(vendored)
    assert (status.updates, status.is_well) == ((), False)
    assert main(["vendor", "status"]) == 1
    out = capsys.readouterr().out
    assert f"\n  wrong       {said}" in out
    assert "update available" not in out
    assert main(["vendor", "status", "--format", "json"]) == 1
    (client,) = json.loads(capsys.readouterr().out)["clients"]
    assert [each["file"] for each in client["problems"]] == ["shop.yaml"] * len(status.problems)


@pytest.mark.parametrize("place", ["mine", "own/deep/mine"])
def test_a_repository_in_the_client_is_one_thing_that_was_added(
    place: str, vendor: Callable[..., Target], move_on: Callable[[str, str], None]
):
    shop = vendor()
    subprocess.run(["git", "init", "--quiet", str(shop.folder / place)], check=True)
    (shop.folder / place / "notes.txt").touch()
    (shop.folder / place / ".gitignore").touch()
    added = (f"{place}/.git", f"{place}/.gitignore", f"{place}/notes.txt")
    assert read_status(shop).added == added
    move_on("weight", "mass")
    apply_update(prepare_update(shop))
    assert read_status(shop).added == added
    subprocess.run(["git", "status"], cwd=shop.folder / place, check=True, capture_output=True)
