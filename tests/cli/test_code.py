"""`--code` says what of a project's own code a change touches: mypy is asked, and nothing of the project is run."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from repository import Repository
from shop_code import SHOP, changed

from specloom.cli.main import main
from specloom.cli.report.diff_json import SCHEMA
from specloom.cli.report.findings import FINDING_FORMATS

SETTINGS = """\
[project]
name = "acme"

[tool.mypy]
plugins = ["src/evil.py"]
python_executable = "src/evil"

[tool.specloom]
code = ["src"]

[tool.specloom.vendor.shop]
into = "src/acme/clients/shop"
spec = "shop.yaml"
"""
HTTPX2 = """\
[project]
name = "acme"

[tool.specloom.clients.shop]
spec = "shop.yaml"
http = "httpx2"
"""
ORDERS = """\
from .clients.shop import Shop
from .clients.shop.inputs import LineInput
from .clients.shop.models import Order


def everything(shop: Shop) -> list[Order]:
    for order in shop.orders.list_orders(size=3):
        total = order.total
        print(order.note, "å", total + 1 if total else 0)
    return shop.orders.list_orders(sort="up")


def add(shop: Shop, note: str) -> Order:
    line: LineInput = {"sku": "a"}
    return shop.orders.add_order(lines=[line], note=note, state="paid")


def drop(shop: Shop) -> None:
    shop.orders.cancel_order(3)


def later(shop: Shop) -> list[Order]:
    from functools import partial

    return partial(shop.orders.list_orders, sort="up")()
"""
PAID = """\
import nowhere
from acme.orders import everything


def paid(shop):
    return [order.paid for order in everything(shop)], shop.orders.cancel_order(4)


def first() -> bool:
    order = nowhere.first_order()
    return order.paid and order.shipped
"""
FILES = {
    "pyproject.toml": SETTINGS,
    "shop.yaml": SHOP,
    "src/acme/__init__.py": "",
    "src/acme/orders.py": ORDERS,
    "src/acme/paid.py": PAID,
    "src/acme/broken.py": "def x(:\n",
    "src/acme/other.py": 'wrong: int = "no"\n',
    "src/evil.py": "from pathlib import Path\n\nPath('ran').touch()\n",
}
BREAKS = {
    ("src/acme/orders.py", 9, "models.Order.total"),
    ("src/acme/orders.py", 10, "shop.orders.list_orders(sort)"),
    ("src/acme/orders.py", 14, 'inputs.LineInput["price"]'),
    ("src/acme/orders.py", 15, "shop.orders.add_order(state)"),
    ("src/acme/orders.py", 19, "shop.orders.cancel_order"),
    ("src/acme/orders.py", 25, "shop.orders.list_orders(sort)"),
    ("src/acme/paid.py", 6, "models.Order.paid"),
}
RELIES = {
    ("src/acme/orders.py", 10, "shop.orders.list_orders(size)"),
    ("src/acme/orders.py", 15, "shop.orders.add_order(note)"),
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Repository:
    """A project that vendors the client of a shop, whose description has moved on since the commit."""
    made = Repository(tmp_path / "repository")
    monkeypatch.chdir(made.folder)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    made.write({"pyproject.toml": '[project]\nname = "acme"\n', "shop.yaml": SHOP})
    into = "src/acme/clients/shop"
    assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", into]) == 0
    made.commit(FILES)
    made.write({"shop.yaml": changed()})
    capfd.readouterr()
    return made


@pytest.fixture
def run(repository: Repository, run_here: Run) -> Run:  # noqa: ARG001 - runs in it
    return run_here


def usages(report: str, *, breaks: bool) -> set[tuple[str, int, str]]:
    return {
        (usage["place"]["file"], usage["place"]["line"], usage["symbol"])
        for description in json.loads(report)["descriptions"]
        for change in description["changes"]
        for usage in change["usages"]
        if usage["breaks"] is breaks
    }


@pytest.mark.slow
def test_the_code_that_the_settings_name_is_held_against_what_changes(run: Run) -> None:
    code, report, errors = run("diff", "--rename", "--base", "main", "--format", "json")
    assert (code, errors) == (1, "")
    found = json.loads(report)
    jsonschema.validate(found, json.loads(SCHEMA.read_text()))
    assert usages(report, breaks=True) == BREAKS
    assert usages(report, breaks=False) == RELIES
    assert (found["code"]["files"], found["code"]["using"], found["code"]["unexplained"]) == (6, 2, [])
    assert {(each["place"]["file"], each["place"]["line"]) for each in found["code"]["unseen"]} == {
        ("src/acme/broken.py", 1),
        ("src/acme/paid.py", 6),  # the shop may be anything
        ("src/acme/paid.py", 11),  # and so may what comes from a module that mypy does not find
    }
    assert not Path("ran").exists()


@pytest.mark.slow
def test_every_format_has_the_places(run: Run) -> None:
    for chosen in FINDING_FORMATS:
        _, report, _ = run("diff", "--rename", "--base", "main", "--format", chosen)
        assert "src/acme/orders.py" in report, chosen
        assert "void_order" in report, chosen


@pytest.mark.slow
def test_only_what_the_code_uses_fails(run: Run, repository: Repository) -> None:
    assert run("diff", "--base", "main", "--fail-on", "used")[0] == 1
    repository.write({"src/acme/orders.py": "from .clients.shop import Shop\n", "src/acme/paid.py": ""})
    code, report, _ = run("diff", "--base", "main", "--fail-on", "used")
    assert code == 0
    assert report.startswith("src (1 of 6 files): nothing of it is touched; 1 place could not be seen\n")
    assert "touch nothing of src" in report
    assert "[[accept]]" not in report
    assert run("diff", "--base", "main")[0] == 1


@pytest.mark.slow
def test_an_update_of_a_vendored_client_shows_what_it_does_to_the_code(run: Run, repository: Repository) -> None:
    model = Path("src/acme/clients/shop/models/order.py")
    own = "    def is_dear(self) -> bool:\n        return True\n\n"
    edited = model.read_text().replace("    note:", f"{own}    note:")
    dear = "from .clients.shop.models import Order\n\n\ndef dear(order: Order) -> bool:\n    return order.is_dear()\n"
    repository.write({str(model): edited, "src/acme/dear.py": dear})
    _, report, _ = run("vendor", "diff", "shop")
    head, _, rest = report.partition("--- a/")
    assert "src/acme/orders.py:10:41: breaks: shop.orders.list_orders(sort)" in head
    assert "cancel_order: " not in head  # which keeps the name that was published
    assert "dear.py" not in head  # what was added by hand is there before and after
    assert rest
    code, report, _ = run("vendor", "update", "shop", "--no-code")
    assert "orders.py:" not in report
    assert code == 0


@pytest.mark.slow
def test_code_that_fits_neither_client_is_no_code_that_nothing_touches(run: Run, repository: Repository) -> None:
    stale = "from .clients.shop import Shop\nfrom .clients.shop import Stop\n\n\ndef stale(shop: Shop) -> None:\n"
    repository.write({"src/acme/stale.py": f"{stale}    shop.orders.list_order()\n"})
    _, report, _ = run("diff", "--base", "main")
    lines = [line for line in report.splitlines() if "stale.py" in line]
    said = ('Module "acme.clients.shop" has no attribute "Stop"', '"Orders" has no attribute "list_order"')
    for line, number, message in zip(lines, (2, 6), said, strict=True):
        assert line.startswith(f"src/acme/stale.py:{number}:")
        assert "not seen: this does not fit the old client" in line
        assert message in line


@pytest.mark.slow
def test_two_clients_of_any_place_are_compared(run: Run, repository: Repository) -> None:
    for name, text in {"old": SHOP, "new": changed()}.items():
        repository.write({"any.yaml": text, "work/app.py": ORDERS.replace(".clients.shop", "shop")})
        assert run("generate", "--spec", "any.yaml", "--package", "shop", "--out", f"{name}/shop")[0] == 0
    code, report, _ = run("diff", "old/shop", "new/shop", "--code", "work", "--format", "json")
    assert code == 1
    expected = {("work/app.py", line, symbol) for file, line, symbol in BREAKS if file.endswith("orders.py")}
    assert usages(report, breaks=True) == expected


def test_objects_of_another_http_library_break(run: Run, repository: Repository) -> None:
    passed = "import httpx\n\nfrom .clients.shop import Shop\n\nSHOP = Shop(timeout=httpx.Timeout(5))\n"
    settings = SETTINGS.replace("[tool.specloom.vendor.shop]\n", '[tool.specloom.vendor.shop]\nhttp = "httpx2"\n')
    repository.write({"shop.yaml": SHOP, "pyproject.toml": settings, "src/acme/passed.py": passed})
    assert run("vendor", "update", "--no-code", "--no-import")[0] == 0
    report = run("diff", "--base", "HEAD", "--code", "src", "--format", "json")[1]
    assert usages(report, breaks=True) == {("src/acme/passed.py", 5, "shop.Shop")}


def test_code_that_imports_no_client_is_said(run: Run, repository: Repository) -> None:
    repository.write({"old.yaml": SHOP, "other/app.py": "import json\n"})
    code, _, errors = run("diff", "old.yaml", "shop.yaml", "--code", "other")
    assert code == 2
    assert "no code in other imports the client: shop" in errors


def test_code_that_is_not_there_is_said(run: Run, repository: Repository) -> None:
    repository.write({"empty/README.md": ""})
    for place, said in {"nowhere": "there is no file or folder nowhere", "empty": "no Python code in empty"}.items():
        code, _, errors = run("diff", "--base", "main", "--code", place)
        assert code == 2
        assert said in errors
    code, _, errors = run("diff", "--base", "HEAD", "--code", "nowhere")
    assert (code, "there is no file or folder nowhere" in errors) == (2, True), "although nothing has changed"


def test_used_needs_code(run: Run) -> None:
    code, _, errors = run("diff", "--base", "main", "--fail-on", "used", "--no-code")
    assert code == 2
    assert "--fail-on used needs code that uses something" in errors


@pytest.mark.slow
def test_links_lead_to_nothing_outside_of_the_repository(run: Run, repository: Repository, tmp_path: Path) -> None:
    """Neither what the code consists of, nor what a type checker follows from it."""
    own = "from acme.clients.shop import Shop\n\n\ndef drop(shop: Shop) -> None:\n    shop.orders.cancel_order(3)\n"
    calls = "from acme.clients.shop import Shop\n\n\ndef shop() -> Shop:\n    return Shop()\n"
    for folder in (tmp_path / "outside", repository.folder / "shared"):
        folder.mkdir()
        (folder / "__init__.py").touch()
        (folder / "shops.py").write_text(calls)
        (folder / "drops.py").write_text(own)
    for name in ("outside", "shared"):
        (Path("src/acme") / name).symlink_to(tmp_path / "outside" if name == "outside" else Path("../../shared"))
        use = f"from acme.{name}.shops import shop\n\nshop().orders.cancel_order(3)\n"
        repository.write({f"src/acme/by_{name}.py": f"from acme.clients.shop import Shop as Shop\n{use}"})
    Path("src/acme/linked.py").symlink_to(tmp_path / "outside" / "drops.py")
    _, report, _ = run("diff", "--rename", "--base", "main", "--format", "json")
    files = {file for file, _, _ in usages(report, breaks=True)}
    assert files == {"src/acme/orders.py", "src/acme/paid.py", "src/acme/by_shared.py"}
    unseen = {each["place"]["file"]: each["message"] for each in json.loads(report)["code"]["unseen"]}
    assert unseen["src/acme/linked.py"].endswith("it is a link that leads out of the repository")


def test_code_that_cannot_be_looked_at_hides_no_change(run: Run, repository: Repository) -> None:
    repository.write({"src/typing.py": ""})
    code, report, errors = run("diff", "--base", "main")
    assert code == 2
    assert "response-optional-property-removed" in report
    assert "src: mypy failed: " in errors
    code, report, _ = run("diff", "--base", "main", "--code", "src")
    assert (code, report) == (2, "")


@pytest.mark.parametrize(
    "command",
    [
        ("diff", "old.yaml", "new.yaml", "--package", "acme.shop"),
        ("diff", "old.yaml", "shop.yaml"),
        ("diff", "copy", "src/acme/shop"),
        ("vendor", "diff", "shop"),
        ("vendor", "update", "shop", "--dry-run"),
    ],
    ids=" ".join,
)
def test_the_code_needs_the_http_library_of_its_client(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    for name, text in {"shop.yaml": SHOP, "old.yaml": SHOP, "new.yaml": changed()}.items():
        Path(name).write_text(text)
    Path("pyproject.toml").write_text(HTTPX2)
    assert main(["vendor", "add", "shop", "--into", "src/acme/shop"]) == 0
    shutil.copytree("src/acme/shop", "copy")
    Path("shop.yaml").write_text(changed())
    if command[:2] == ("diff", "copy"):
        assert main(["vendor", "update", "shop", "--no-import", "--no-code", "--rename"]) == 0
    Path("src/acme/orders.py").write_text(ORDERS.replace(".clients.shop", ".shop"))
    nobody = tmp_path / "python"
    nobody.write_text("#!/bin/sh\nexit 1\n")
    nobody.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(nobody))
    capfd.readouterr()
    assert main([*command, "--code", "src/acme/orders.py"]) == 2
    assert "no Python has what the client needs, httpx2 and pydantic: " in capfd.readouterr().err
