"""Files that somebody moved or renamed: updates follow them, and what is generated finds them."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ruff import find_ruff_bin

from specloom.cli.main import main
from specloom.cli.report.vendor import render_update
from specloom.targets.target import Target
from specloom.vendor.base import read_base
from specloom.vendor.differences import list_edits
from specloom.vendor.last_generation import (
    find_moves,
    find_renamed,
    follow_moves,
    follow_names,
    place_new_files,
)
from specloom.vendor.plan import FileAction
from specloom.vendor.status import read_status
from specloom.vendor.update import Update, apply_update, prepare_update, try_update

Vendor = Callable[..., Target]
MoveOn = Callable[..., None]
PARCEL = "models/parcel.py"
PACKET = "    Packet: {type: object, properties: {label: {type: string}}}\n"
PACKET_PATH = """\
  /packets:
    get:
      operationId: listPackets
      tags: [Packets]
      responses:
        "200": {description: Them., content: {application/json: {schema: {$ref: '#/components/schemas/Packet'}}}}
"""
HEAVIER = ("properties: {weight:", "properties: {height: {type: integer}, weight:")


def move(shop: Target, moves: dict[str, str]) -> None:
    """Move files, and let every reference to them lead to the new place, as an editor does."""
    for old, new in moves.items():
        (shop.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (shop.folder / old).rename(shop.folder / new)
    back = {new: old for old, new in moves.items()}
    places = [path.relative_to(shop.folder).as_posix() for path in shop.folder.rglob("*.py")]
    texts = {back.get(place, place): (shop.folder / place).read_text() for place in places}
    for path, text in follow_moves(texts, moves, {}).items():
        (shop.folder / path).write_text(text)


def update(shop: Target) -> Update:
    done = prepare_update(shop)
    assert try_update(done) == ""
    apply_update(done)
    return done


@pytest.mark.parametrize(
    "moves",
    [
        {PARCEL: "models/packet.py"},
        {PARCEL: "models/Parcel.py"},
        pytest.param({PARCEL: "models/own/deep/parcel.py"}, marks=pytest.mark.slow),
        pytest.param({PARCEL: "parcel.py"}, marks=pytest.mark.slow),
        pytest.param(
            {f"models/{name}.py": f"schemas/{name}.py" for name in ("__init__", "order", "parcel")},
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {PARCEL: "models/a_parcel.py", "resources/parcels.py": "resources/a/parcels.py"}, marks=pytest.mark.slow
        ),
    ],
)
def test_an_update_goes_to_where_the_file_is_now(moves: dict[str, str], vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move(shop, moves)
    status = read_status(shop)
    assert (status.moved, status.edited, status.deleted, status.added) == (tuple(sorted(moves.items())), (), (), ())
    assert [each.old_path for each in list_edits(shop)] == sorted(moves, key=lambda old: moves[old])
    for old, new in (HEAVIER, ("weight", "mass"), ("List parcels.", "List all parcels.")):
        move_on(old, new)
        assert not update(shop).needs_you
    text = (shop.folder / moves[PARCEL]).read_text()
    assert "height" in text
    assert "mass" in text
    assert not (shop.folder / PARCEL).exists()
    status = read_status(shop)
    assert (status.moved, status.edited, status.is_well) == (tuple(sorted(moves.items())), (), True)


def test_edits_of_a_moved_file_are_merged_and_conflicts_are_in_it(vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    move(shop, {PARCEL: "models/packet.py"})
    packet = shop.folder / "models/packet.py"
    packet.write_text(packet.read_text().replace("class Parcel(", "# Ours.\nclass Parcel("))
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    assert read_status(shop).edited == ("models/packet.py",)
    move_on(*HEAVIER)
    (step,) = update(shop).steps
    assert (step.action, step.path, step.moved_from) == (FileAction.MERGE, "models/packet.py", PARCEL)
    assert "# Ours.\n" in packet.read_text()
    packet.write_text(packet.read_text().replace("weight: ", "weight_in_kg: "))
    move_on("weight", "mass")
    done = prepare_update(shop)
    assert [step.action for step in done.steps] == [FileAction.CONFLICT]
    apply_update(done)
    assert read_status(shop).unresolved == ("models/packet.py",)


def test_what_was_moved_and_is_no_longer_generated_stays(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move(shop, {"resources/parcels.py": "resources/packages.py"})
    before = (shop.folder / "resources/packages.py").read_text()
    move_on()
    done = prepare_update(shop)
    action = next(step.action for step in done.steps if step.path == "resources/packages.py")
    assert (action, done.needs_you) == (FileAction.KEEP_EDITED, True)
    apply_update(done)
    assert (shop.folder / "resources/packages.py").read_text() == before


def test_a_formatter_goes_over_a_moved_file(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move(shop, {PARCEL: "models/packet.py", "resources/parcels.py": "resources/packets.py"})
    format_ = [find_ruff_bin(), "format", "--isolated", "--quiet", "--line-length=60", "--config=indent-width=2"]
    subprocess.run([*format_, str(shop.folder)], check=True)
    assert read_status(shop).edited == ()
    move_on(*HEAVIER)
    update(shop)
    subprocess.run([*format_, "--check", str(shop.folder / "models")], check=True)


def test_another_file_of_the_same_kind_is_no_move(vendor: Vendor):
    shop = vendor()
    order = (shop.folder / "models/order.py").read_text()
    (shop.folder / "models/copy_of_order.py").write_text(order)
    (shop.folder / "models/box.py").write_text(order.replace("Order", "Box"))
    (shop.folder / PARCEL).unlink()
    status = read_status(shop)
    assert (status.moved, status.deleted) == ((), (PARCEL,))
    assert status.added == ("models/box.py", "models/copy_of_order.py")


def test_of_two_copies_the_one_in_use_is_followed(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    shutil.copytree(shop.folder / "models", shop.folder / "old_models")  # whose modules refer to each other
    move(shop, {PARCEL: "models/packet.py"})
    packet = shop.folder / "models/packet.py"
    packet.write_text(f"{packet.read_text()}\n\nclass Small(Parcel):\n    is_small: bool = True\n")
    assert read_status(shop).moved == ((PARCEL, "models/packet.py"),)
    move_on(*HEAVIER)
    update(shop)
    assert "height" in packet.read_text()
    assert "height" not in (shop.folder / "old_models/parcel.py").read_text()


def test_a_new_file_goes_to_where_its_folder_is_now():
    base, new = ("a/__init__.py", "a/b.py", "a/gone.py", "c/d.py"), ("a/b.py", "a/new.py", "c/new.py", "e/new.py")
    moves = {"a/__init__.py": "x/__init__.py", "a/b.py": "x/y.py"}
    assert place_new_files(new, base, moves, ["x/__init__.py", "x/y.py", "c/d.py"]) == {"a/new.py": "x/new.py"}
    assert place_new_files(new, base, moves, ["x/__init__.py", "x/y.py", "x/new.py"]) == {"a/new.py": "x/new.py"}
    assert place_new_files(new, base, moves, ["x/__init__.py", "x/y.py", "a/new.py"]) == {}
    assert place_new_files(new, base, moves | {"c/d.py": "x/new.py"}, []) == {}
    assert place_new_files(new, base, moves, ["x/__init__.py", "x/y.py", "a/gone.py"]) == {}
    assert place_new_files(new, base, moves | {"a/gone.py": "gone.py"}, []) == {}


@pytest.mark.slow
def test_a_new_model_comes_into_a_folder_that_was_renamed(
    vendor: Vendor, move_on: MoveOn, capsys: pytest.CaptureFixture[str]
):
    shop = vendor()
    move(shop, {f"models/{name}.py": f"schemas/{name}.py" for name in ("__init__", "order", "parcel")})
    move_on("{weight: {type: integer}}}", "{box: {$ref: '#/components/schemas/Box'}}}\n    Box: {type: object}")
    assert main(["vendor", "update"]) == 0
    assert "  add        schemas/box.py  (beside what you moved from models)\n" in capsys.readouterr().out
    assert "from .box import Box" in (shop.folder / "schemas/parcel.py").read_text()
    assert ("models/box.py", "schemas/box.py") in read_status(shop).moved
    assert read_status(shop).edited == ()


def test_a_file_is_followed_by_what_it_alone_has():
    """Half of what is rare counts, however much all files have in common."""
    head = "# Generated. Edit it.\n\nfrom __future__ import annotations\n\nfrom pydantic import BaseModel\n" * 3
    base = {f"{name}.py": f"{head}\nclass {name.title()}:\n    {name}_id: int\n" for name in ("a", "b", "c")}
    yours = {"a.py": base["a.py"], "d.py": f"{head}\nclass D:\n    e: int\n", "f.py": base["b.py"].replace("B", "F")}
    assert find_moves(base, yours, yours) == {"b.py": "f.py"}


def test_a_small_file_is_followed_whatever_was_added_to_it(vendor: Vendor):
    shop = vendor()
    base = {path: text for path, text in (read_base(shop.folder) or {}).items() if path.endswith(".py")}
    added = "".join(f"    # Word{number} of ours that nobody else has said here.\n" for number in range(6))
    moved = base[PARCEL].replace("class Parcel(_Model):\n", f"class Parcel(_Model):\n{added}")
    assert moved != base[PARCEL]
    yours = {**base, "models/Parcel.py": moved}
    del yours[PARCEL]
    assert find_moves(base, yours, yours) == {PARCEL: "models/Parcel.py"}


def test_a_small_file_that_is_in_use_is_followed_with_its_class_renamed_and_a_method_added(vendor: Vendor):
    shop = vendor()
    base = {path: text for path, text in (read_base(shop.folder) or {}).items() if path.endswith(".py")}
    yours = {path: text.replace("Parcel", "Packet").replace(".parcel", ".packet") for path, text in base.items()}
    method = "    def shout(self, volume: int) -> str:\n        return str(self.weight).upper() * volume\n"
    yours["models/packet.py"] = f"{yours.pop(PARCEL)}\n{method}"
    assert find_moves(base, yours, yours) == {PARCEL: "models/packet.py"}
    unused = {**base, "models/packet.py": yours["models/packet.py"]}
    del unused[PARCEL]
    assert find_moves(base, unused, unused) == {}


def test_the_status_names_a_move(vendor: Vendor, capsys: pytest.CaptureFixture[str]):
    move(vendor(), {PARCEL: "models/packet.py"})
    assert main(["vendor", "status"]) == 0
    out = capsys.readouterr().out
    assert ", 1 moved\n" in out
    assert f"  moved       {PARCEL} → models/packet.py\n" in out
    assert main(["vendor", "status", "--format", "json"]) == 0
    (client,) = json.loads(capsys.readouterr().out)["clients"]
    assert client["moved"] == [{"from": PARCEL, "to": "models/packet.py"}]
    assert main(["vendor", "diff", "--edits"]) == 0
    assert re.search(rf"--- a/.*{PARCEL}\n\+\+\+ b/.*models/packet\.py\n", capsys.readouterr().out)


def test_files_that_only_import_from_the_new_place_are_not_called_formatted(
    vendor: Vendor, capsys: pytest.CaptureFixture[str]
):
    shop = vendor()
    move(shop, {PARCEL: "models/packet.py"})
    status = read_status(shop)
    assert status.formatted == ()
    assert status.following
    assert all("packet" in (shop.folder / path).read_text() for path in status.following)
    assert main(["vendor", "status"]) == 0
    assert f" untouched, {len(status.following)} following a move, 1 moved\n" in capsys.readouterr().out


def test_a_reference_that_still_leads_to_the_old_place_stays(vendor: Vendor, move_on: MoveOn):
    """The old module goes on to exist, with what it had: a link of names to the new one."""
    shop = vendor()
    move(shop, {PARCEL: "models/packet.py"})
    for path in ("resources/parcels.py", "models/__init__.py"):
        file = shop.folder / path
        file.write_text(file.read_text().replace(".packet", ".parcel"))
    assert read_status(shop).edited == ()
    move_on("List parcels.", "List all parcels.")
    apply_update(prepare_update(shop))
    assert "models.parcel import Parcel" in (shop.folder / "resources/parcels.py").read_text()


MODULE = """\
class A(Base):
    x: int
    y: str


class B(Base):
    z: bool


State: _TypeAlias = (
    _Literal["new", "done"]
)
Later = _lazy(__name__, "c", "Later")
A_INPUT: _Shape = _Shape(given=["x", "y"])
"""


@pytest.mark.parametrize(
    ("yours", "renamed"),
    [
        ('__all__ = ["A"]\n' + MODULE.replace("class A", "class Ours"), {"A": "Ours"}),
        (MODULE.replace("class A", "class Ours").replace("class B", "class Mine"), {"A": "Ours", "B": "Mine"}),
        (MODULE.replace("class A", "class Ours").replace("x: int", "x: int | None  # or none"), {"A": "Ours"}),
        (MODULE.replace("class A", "class Ours") + "\n\nA = Ours\n", {}),
        (MODULE.replace("class A", "class C"), {}),
        (MODULE.replace("class A(Base):\n    x: int\n    y: str", "class Ours:\n    def other(self): ..."), {}),
        (MODULE.replace("State", "Status").replace('"done"', '"done", "gone"'), {"State": "Status"}),
        (MODULE.replace("A_INPUT", "OURS"), {"A_INPUT": "OURS"}),
        (MODULE.replace("Later =", "Ours ="), {}),
        (MODULE + "\n\nclass Ours(A): ...\n", {}),
        (MODULE.replace("class B", "class Runtime"), {"B": "Runtime"}),
    ],
    ids=[
        "one",
        "both",
        "edited",
        "alias",
        "known name",
        "another",
        "type",
        "constant",
        "stand-in",
        "subclass",
        "runtime's",
    ],
)
def test_a_class_that_was_renamed_is_known_by_what_it_says(yours: str, renamed: dict[str, str]):
    base = {"a.py": MODULE, "c.py": "class C: ...\n", "_runtime/b.py": "class B: ...\n\n\nclass Runtime: ...\n"}
    assert find_renamed(base, {**base, "a.py": yours}, base) == renamed


@pytest.mark.parametrize("open_end", ["_lazy(", "__all__ = [", '"""a' + '\\"', "'a\\'", "from ._runtime("])
def test_what_no_end_closes_is_read_once(open_end: str):
    files = {"a.py": open_end + open_end[-2:] * 200_000, "b.py": open_end * 50_000}
    started = time.process_time()
    assert follow_names(files, {"A": "Ours"}, {}) == files
    assert time.process_time() - started < 5


def test_only_references_to_a_class_are_renamed():
    text = """\
# Of A.
from .a import A, AB
from ._runtime.a import (
    A as _A,
)
__all__ = ["A", "AB"]
NAMES = {"A": ".a", 'B': ".b"}
LATER = _lazy(__name__, "a", "A")
C: _TypeAlias = "list[A] | Literal['A']"
D = _TypeAliasType(
    "A",
    "list[A]",
)
def f(a: A, kind: Literal["A"] = "A") -> list[A.B]:
    \'\'\'Return A, or "A".\'\'\'
"""
    now = """\
# Of A.
from .a import Ours, AB
from ._runtime.a import (
    A as _A,
)
__all__ = ["Ours", "AB"]
NAMES = {"Ours": ".a", 'B': ".b"}
LATER = _lazy(__name__, "a", "Ours")
C: _TypeAlias = "list[Ours] | Literal['A']"
D = _TypeAliasType(
    "Ours",
    "list[Ours]",
)
def f(a: Ours, kind: Literal["A"] = "A") -> list[Ours.B]:
    \'\'\'Return A, or "A".\'\'\'
"""
    files = {"b.py": text, "old.py": "A\n", "README.md": "A\n", "_runtime/a.py": "class A: ...\n"}
    yours = {"b.py": "", "old.py": "from .a import Ours as A\n"}
    assert follow_names(files, {"A": "Ours"}, yours) == {**files, "b.py": now}


@pytest.mark.parametrize("moves", [{}, {PARCEL: "models/packet.py"}])
def test_what_an_update_brings_calls_a_class_as_it_is_called_now(
    moves: dict[str, str], vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    move(shop, moves)
    for file in shop.folder.rglob("*.py"):
        file.write_text(re.sub(r"\bParcel\b", "Packet", file.read_text()))
    move_on(*HEAVIER)
    move_on("schema: {$ref: '#/components/schemas/Order'}", "schema: {$ref: '#/components/schemas/Parcel'}")
    done = update(shop)
    assert not done.conflicts
    texts = {path.name: path.read_text() for path in shop.folder.rglob("*.py")}
    assert "height: int" in texts[Path(moves.get(PARCEL, PARCEL)).name]
    assert "def get_order(self, id: int) -> Packet:" in texts["orders.py"]
    assert not re.search(r"\bParcel\b", "".join(texts.values()))


@pytest.mark.parametrize("place", [PARCEL, "models/box.py"])
def test_what_was_edited_is_merged_where_it_is_when_it_takes_another_name(place: str, vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move(shop, {PARCEL: place})
    file = shop.folder / place
    file.write_text(f"{file.read_text()}\n    # Ours.\n    def shout(self) -> str:\n        return str(self.weight)\n")
    move_on("schemas/Parcel", "schemas/Packet")
    move_on("    Parcel: {", "    Packet: {")
    done = prepare_update(shop, rename=True)
    assert try_update(done) == ""
    assert ("models/packet.py", FileAction.MERGE, place) in [
        (each.moved_from, each.action, each.path) for each in done.steps
    ]
    assert f"  merge      {place}  (your edits and the update; generated as models/packet.py)\n" in render_update(done)
    apply_update(done)
    assert "class Packet(" in file.read_text()
    assert "# Ours.\n" in file.read_text()
    assert f"from ..models.{file.stem} import Packet\n" in (shop.folder / "resources/parcels.py").read_text()
    assert read_status(shop).is_well
    move_on(*HEAVIER)
    update(shop)
    assert "height" in file.read_text()


def test_what_was_edited_stays_where_somebody_has_a_file_of_its_new_name(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    for path in (PARCEL, "models/packet.py"):
        with (shop.folder / path).open("a") as file:
            file.write("# Ours.\n")
    move_on("schemas/Parcel", "schemas/Packet")
    move_on("    Parcel: {", "    Packet: {")
    actions = {step.path: step.action for step in prepare_update(shop, rename=True).steps}
    assert (actions[PARCEL], actions["models/packet.py"]) == (FileAction.KEEP_EDITED, FileAction.CONFLICT)


def test_what_an_update_brings_calls_an_enumeration_as_it_is_called_now(vendor: Vendor, move_on: MoveOn):
    move_on(
        "{weight: {type: integer}}}", "{state: {$ref: '#/components/schemas/State'}}}\n    State: {enum: [new, done]}"
    )
    shop = vendor()
    for file in shop.folder.rglob("*.py"):
        file.write_text(re.sub(r"\bState\b", "Status", file.read_text()))
    move_on("{id: {type: integer}, note", "{id: {type: integer}, state: {$ref: '#/components/schemas/State'}, note")
    assert not update(shop).conflicts
    assert "    state: Status | None = None\n" in (shop.folder / "models/order.py").read_text()


def test_a_class_keeps_the_name_that_it_was_given_where_the_update_has_another_of_that_name(
    vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    for file in shop.folder.rglob("*.py"):
        file.write_text(re.sub(r"\bParcel\b(?!`|\.\")", "Packet", file.read_text()))
    move_on(*HEAVIER)
    move_on("components:\n  schemas:\n", f"{PACKET_PATH}components:\n  schemas:\n{PACKET}")
    done = prepare_update(shop)
    assert "models/parcel.py" not in [step.path for step in done.conflicts]
    apply_update(done)
    parcel = (shop.folder / PARCEL).read_text()
    assert ("class Packet(" in parcel, "height: int" in parcel) == (True, True)
    assert "def list_parcels(self) -> Packet:" in (shop.folder / "resources/parcels.py").read_text()
