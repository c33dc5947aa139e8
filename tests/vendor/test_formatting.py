"""Clients that a project's formatter went over: that is no edit and no conflict, and what comes is written its way."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ruff import find_ruff_bin
from work_files import edit

from specloom.targets.target import Target
from specloom.vendor.differences import list_edits
from specloom.vendor.plan import FileAction
from specloom.vendor.statements import respell
from specloom.vendor.status import read_status
from specloom.vendor.update import Update, apply_update, prepare_update, try_update

Vendor = Callable[..., Target]
MoveOn = Callable[[str, str], None]
ORDERS = "resources/orders.py"
OLD = "parameters: [{name: id, in: path, required: true, schema: {type: integer}}]"
EXPAND = "{name: expand, in: query, schema: {type: array, items: {type: string, enum: [customer, lines, payments]}}}"
NEW = f"parameters: [{{name: id, in: path, required: true, schema: {{type: integer}}}}, {EXPAND}]"
BOXES = f"""\
  /boxes/{{id}}:
    get:
      operationId: getBox
      tags: [Boxes]
      summary: Read a box.
      {NEW}
      responses: {{"204": {{description: None.}}}}
  /parcels:
"""
NEW_OPERATION = ("  /parcels:\n", BOXES)
WORKING = [
    "",
    "[tool.ruff]\nline-length = 79\n",
    '[tool.ruff]\nline-length = 120\n[tool.ruff.format]\nquote-style = "single"\nindent-style = "tab"\n',
    "[tool.ruff]\nindent-width = 2\n[tool.ruff.format]\nskip-magic-trailing-comma = true\n",
]


def ruff(folder: Path, *arguments: str) -> None:
    subprocess.run([find_ruff_bin(), *arguments, "--no-cache", "--quiet", str(folder)], check=True, cwd=folder)


def actions(update: Update) -> dict[str, FileAction]:
    return {step.path: step.action for step in update.steps if step.path.endswith(".py")}


@pytest.mark.parametrize(
    "settings", [WORKING[0], *(pytest.param(each, marks=pytest.mark.slow) for each in WORKING[1:])]
)
def test_a_formatted_client_has_no_edits_but_real_ones_and_stays_formatted(
    settings: str, vendor: Vendor, move_on: MoveOn, project: Path
):
    shop = vendor()
    with (project / "pyproject.toml").open("a") as file:
        file.write(f"\n{settings}")
    ruff(shop.folder, "format")
    status = read_status(shop)
    assert (status.edited, list_edits(shop)) == ((), ())
    assert status.formatted
    edit(shop.folder / ORDERS, "class Orders(", "# Ours.\nclass Orders(")
    assert read_status(shop).edited == (ORDERS,)
    (difference,) = list_edits(shop)
    assert (difference.after or "").replace("# Ours.\n", "") == difference.before
    move_on(OLD, NEW)
    move_on(*NEW_OPERATION)
    update = prepare_update(shop)
    assert actions(update)[ORDERS] is FileAction.MERGE
    assert FileAction.CONFLICT not in actions(update).values()
    assert try_update(update) == ""
    apply_update(update)
    text = (shop.folder / ORDERS).read_text()
    assert "# Ours.\n" in text
    assert "payments" in text
    ruff(shop.folder, "format", "--check")
    assert read_status(shop).edited == (ORDERS,)


@pytest.mark.parametrize("width", [64, pytest.param(110, marks=pytest.mark.slow)])
def test_what_comes_is_written_as_the_files_are_where_no_settings_say_how(width: int, vendor: Vendor, move_on: MoveOn):
    options = ("format", "--isolated", f"--line-length={width}", "--config=format.quote-style='single'")
    shop = vendor()
    ruff(shop.folder, *options)
    move_on(OLD, NEW)
    update = prepare_update(shop)
    assert actions(update)[ORDERS] is FileAction.REPLACE
    apply_update(update)
    ruff(shop.folder, *options, "--check")


def test_settings_are_those_that_are_nearest_and_what_they_extend(vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    (project / "src").mkdir(exist_ok=True)
    (project / "shared.toml").write_text('line-length = 60\n[format]\nquote-style = "single"\n')
    (project / "src/.ruff.toml").write_text('extend = "../shared.toml"\n[lint]\nselect = ["I"]\n')
    (project / "ruff.toml").write_text("line-length = 200\n")
    for arguments in (["format"], ["check", "--fix"]):
        ruff(shop.folder, *arguments)
    edit(shop.folder / ORDERS, "class Orders(", "# Ours.\nclass Orders(")
    move_on(OLD, NEW)
    update = prepare_update(shop)
    assert actions(update)[ORDERS] is FileAction.MERGE
    apply_update(update)
    ruff(shop.folder, "format", "--check")
    ruff(shop.folder, "check")


@pytest.mark.parametrize(
    "settings",
    [
        "[tool.ruff]\nline-length = 9999\n",
        '[tool.ruff]\nline-length = "no"\nextend = "/etc"\n',
        "[tool.ruff]\nextend = 1\n[tool.black]\nline-length = [1979-05-27]\n",
        "[tool]\nruff = 1\nblack = []\nisort = 2\n",
    ],
)
def test_settings_that_are_wrong_are_none(settings: str, vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    ruff(shop.folder, "format", "--isolated")
    with (project / "pyproject.toml").open("a") as file:
        file.write(f"\n{settings}")
    move_on(OLD, NEW)
    assert actions(prepare_update(shop))[ORDERS] is FileAction.REPLACE


def test_a_plug_in_of_the_project_does_not_run(vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    for name in ("black", "ruff", "isort", "sitecustomize"):
        (project / f"{name}.py").write_text(f"open({str(project / 'ran')!r}, 'w')\n")
    with (project / "pyproject.toml").open("a") as file:
        file.write("\n[tool.black]\nline-length = 79\n")
    ruff(shop.folder, "format", "--isolated", "--line-length=79")
    move_on(OLD, NEW)
    assert actions(prepare_update(shop))[ORDERS] is FileAction.REPLACE
    assert not (project / "ran").exists()


def test_a_folder_that_nobody_formatted_stays_as_it_is_generated(vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.ruff]\nline-length = 60\nextend-exclude = ["src/acme/shop"]\n')
    edit(shop.folder / ORDERS, "class Orders(", "# Ours.\nclass Orders(")
    move_on(OLD, NEW)
    move_on(*NEW_OPERATION)
    apply_update(prepare_update(shop))
    edit(shop.folder / ORDERS, "# Ours.\n", "")
    assert read_status(shop).edited == read_status(shop).formatted == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "options"),
    [
        *(("black", ("--quiet", f"--line-length={length}")) for length in (60, 79, 88, 120)),
        ("black", ("--quiet", "--skip-string-normalization", "--skip-magic-trailing-comma")),
        *(("isort", ("--quiet", f"--line-length={length}")) for length in (60, 79, 120)),
        *(("autopep8", ("--in-place", "--recursive", f"--max-line-length={length}")) for length in (60, 79, 120)),
        *(("yapf", ("--in-place", "--recursive", f"--style={{column_limit: {n}}}")) for n in (60, 79, 120)),
        ("yapf", ("--in-place", "--recursive", "--style=google")),
    ],
)
def test_what_other_formatters_do_without_any_settings_is_no_edit(
    tool: str, options: tuple[str, ...], vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    subprocess.run([sys.executable, "-m", tool, *options, str(shop.folder)], check=True)
    status = read_status(shop)
    assert (status.edited, list_edits(shop)) == ((), ())
    assert status.formatted
    edit(shop.folder / "models/order.py", "class Order(", "# Ours.\n\n\nclass Order(")
    move_on(OLD, NEW)
    move_on("note: {type: string,", "total: {type: integer}, note: {type: string,")
    update = prepare_update(shop)
    assert {path: actions(update)[path] for path in (ORDERS, "models/order.py")} == {
        ORDERS: FileAction.REPLACE,
        "models/order.py": FileAction.MERGE,
    }
    assert try_update(update) == ""
    apply_update(update)
    assert "payments" in (shop.folder / ORDERS).read_text()
    text = (shop.folder / "models/order.py").read_text()
    assert "# Ours.\n" in text
    assert "total" in text


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("f(a, b)\n", "f(\n    a,\n    b,\n)\n"),
        ('x = "a"\n', "x = ('a')\n"),
        ("x = 1  # why\n", "# why\nx = 1\n"),
        ("def f(): ...\n", "\n\ndef f():\n  ...\n"),
        ("from a import c, b\nimport d\n", "import d\n\nfrom a import b\nfrom a import c\n"),
        ("if a:\n    b()\nelif c:\n    d()\nelse:\n    e()\n", "if (a):\n\tb()\nelif (c):\n\td()\nelse:\n\te()\n"),
        (
            "try:\n    a()\nexcept B:\n    c()\nfinally:\n    d()\n",
            "try:\n  a()\nexcept (B):\n  c()\nfinally:\n  d()\n",
        ),
        ("match a:\n    case 1:\n        b()\n", "match (a):\n  case (1):\n    b()\n"),
        ('def f():\n    """A.\n\n    B.\n    """\n', 'def f():\n  """A.\n\n  B.\n  """\n'),
        ("@a\nclass B(C):\n    x: int\n", "@(a)\nclass B(\n    C,\n):\n  x: int\n"),
        ("class A:\n    x = 1\n", "class A:\n    x = 1\n\n\n"),
        ("import a\n\n", "import a\n"),
    ],
)
def test_what_says_the_same_is_written_alike(text: str, like: str):
    assert respell(text, like) == like


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("x = (a + b) * c\n", "x = a + b * c\n"),
        ("x = 'a b'\n", "x = 'a  b'\n"),
        ("x = 1  # why\n", "x = 1\n"),
        ("if a:\n    b()\nc()\n", "if a:\n    b()\n    c()\n"),
        ("from a import b\n", "from a import b as c\n"),
        ("from a import b\n", "from .a import b\n"),
        ("def f(): ...\n", "def f(): pass\n"),
        ("x = 1\n", "x = 1\n\n# why\n"),
        ("x = 1\n", "x = (\n"),
        ("x = 1\n", "x = 1\r"),
    ],
)
def test_what_says_something_else_is_an_edit(text: str, like: str):
    assert respell(text, like) != like
