"""What the README shows is run as it stands: commands in new repositories, Python against servers on loopback."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import fixably_server
import fixje_server
import pytest
import rail_server
import repairdesk_server
from sitoo_server import ACCOUNT, API_ID, API_PASSWORD, running

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CALLS = ("Call Sitoo in ten minutes", "Call Fixably", "Call Fixje and RepairDesk")
OTHERS = CALLS[-1]
OWN = "An API of your own, in ten minutes"
KEEP = "Keep a client in your own repository"
REVIEW = "Review a change of a description"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def blocks(text, language):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


class Reader:
    """Somebody who does in a repository what a section says, from its first block to its last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.folder.mkdir()
        (folder / "bin").mkdir()
        command = folder / "bin" / "specloom"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m specloom "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SPECLOOM_"))},
            **{f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PATH": os.pathsep.join([str(folder / "bin"), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT / "generator"),
            "PYTHONIOENCODING": "utf-8",
        }

    def follow(self, text):
        for language, block in re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL):
            match language:
                case "console":
                    self.type(block)
                case "diff":
                    self.edit(block)
                case "toml":
                    name, content = re.fullmatch(r"# (\S+)\n(.*)", block, re.DOTALL).groups()
                    (self.folder / name).write_text(content, encoding="utf-8")
                case "yaml":
                    name, content = re.fullmatch(r"# (\S+)\n(.*)", block, re.DOTALL).groups()
                    assert content in (self.folder / name).read_text(encoding="utf-8")
                case "python":
                    assert any(block in file.read_text(encoding="utf-8") for file in self.folder.rglob("*.py"))
                case _:
                    pytest.fail(f"nobody knows what to do with {language}")

    def type(self, block):
        """Run commands, and compare what they say with what is shown; `…` on a line of its own stands for any lines."""
        for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            code = re.search(r"# exit code (\d+)$", command)
            lines = ["(?:.*\n)*" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True)]
            done = self.run(command)
            assert done.returncode == (int(code[1]) if code else 0), done.stdout
            assert not shown or re.fullmatch("".join(lines), done.stdout), f"{command}\n{done.stdout}"

    def run(self, command):
        return subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def edit(self, block):
        """Change files as a diff without line numbers says, each part of which fits in one place."""
        for name, change in re.findall(r"^--- (\S+)\n((?:(?!--- ).*\n)+)", block, re.MULTILINE):
            file, lines = self.folder / name, change.splitlines(keepends=True)
            before, after = ("".join(line[1:] for line in lines if line[0] != sign) for sign in "+-")
            text = file.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{name} does not have once:\n{before}"
            file.write_text(text.replace(before, after), encoding="utf-8")


def new_project(folder):
    reader = Reader(folder)
    (reader.folder / "pyproject.toml").write_text('[project]\nname = "acme"\n', encoding="utf-8")
    (reader.folder / "src" / "acme").mkdir(parents=True)
    (reader.folder / "src" / "acme" / "__init__.py").touch()
    assert reader.run("git init --quiet --initial-branch=main").returncode == 0
    return reader


@pytest.fixture(scope="module")
def integrator(tmp_path_factory):
    """A folder in which the README's commands for the clients were run, in the order in which they stand."""
    reader = new_project(tmp_path_factory.mktemp("integrator"))
    for title in CALLS:
        for block in blocks(section(title), "console"):
            reader.type(block)
    return reader.folder


def run(folder, code, values, **settings: str):
    """Run code with other values for some of its literals, and return what it prints."""
    for literal, value in values.items():
        code = code.replace(f'"{literal}"', repr(value))
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8", **settings}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_sitoo(folder, server, code, **settings: str):
    values = {"20417": ACCOUNT, "20417-23": API_ID, "…": API_PASSWORD}
    return run(folder, code, values, SITOO_BASE_URL=server.base_url, **settings)


def test_the_ten_minutes(integrator):
    (code,) = blocks(section("Call Sitoo in ten minutes"), "python")
    with running() as server:
        server.add(id="102DC4AA3", revision=3, state="new")
        assert "102DC4AA3 new" in run_sitoo(integrator, server, code)
        assert server.orders["102DC4AA3"]["state"] == "service_done"
        stale = code.replace("revision=order.revision or 1", "revision=1")
        assert "somebody changed the order" in run_sitoo(integrator, server, stale)


def test_fixably(integrator, tmp_path):
    code, _ = blocks(section("Call Fixably"), "python")
    (tmp_path / "crack.jpg").write_bytes(b"picture")
    values = {"…": fixably_server.TOKEN, "crack.jpg": str(tmp_path / "crack.jpg")}
    with fixably_server.running() as server:
        server.add("/customers/817", lastName="Sousa", phone="+351910000042")
        for number in range(20004711, 20004714):
            server.add(f"/orders/{number}", total="61.50", customer=fixably_server.To("/customers/817"))
        shown = run(integrator, code, values, FIXABLY_BASE_URL=server.base_url)
        listed = "".join(f"{number} 61.50 Sousa\n" for number in range(20004711, 20004714))
        assert shown == f"{listed}+351910000042\n"
        query = "expand=items(customer)&q=isClosed:false,status.id:(1,12),createdAt:[2026-01-01,]"
        assert [unquote(target) for target in server.targets[:5]] == [
            f"GET /orders?{query}",
            f"GET /orders?{query}&offset=2",
            "GET /orders/20004711",
            "GET /customers/817",
            "PATCH /customers/817",
        ]
        assert server.requests[4].json == {"parent": {"id": None}, "tags": []}
        assert server.storage.requests[0].body == b"picture"


def test_fixably_webhooks(integrator):
    _, code = blocks(section("Call Fixably"), "python")
    payload = {"id": 702, "action": "created", "invoiceId": 3310, "orderId": 20004711, "amount": "61.50"}
    headers = {"token": "made up", "payload-type": "payment"}
    received = f"headers, body = {headers!r}, {json.dumps(payload)!r}\n"
    assert run(integrator, received + code, {"…": "made up"}) == "61.50 for the order 20004711\n"


def test_fixje(integrator):
    code, _ = blocks(section(OTHERS), "python")
    values = {"northside": fixje_server.CLIENT_ID, "…": fixje_server.CLIENT_SECRET}
    with fixje_server.running() as server:
        server.products.append({"sku": "BAT-A52", "name": "Battery"})
        shown = run(integrator, code, values, FIXJE_BASE_URL=server.base_url)
        assert shown == f"BAT-A52 Battery\n{server.orders[0]['orderId']} []\n"
        assert server.orders[0]["reference"] == "PO-2026-0117"
        refused = code.replace('"quantity": 4', '"quantity": "four"')
        assert "not ordered: 'four' is not" in run(integrator, refused, values, FIXJE_BASE_URL=server.base_url)


def test_repairdesk(integrator):
    _, code = blocks(section(OTHERS), "python")
    values = {"…": repairdesk_server.API_KEY}
    with repairdesk_server.running() as server:
        assert run(integrator, code, values, REPAIRDESK_BASE_URL=server.base_url) == ""
        ((payment,), sent) = server.payments, re.findall(r'# goes out as ({"amount.*})', code)[0]
        assert payment == {**json.loads(sent), "payment_date": payment["payment_date"]}
        assert payment["payment_date"].isdecimal()
        server.add_ticket()
        shown = run(integrator, code.replace('method="Cash"', "method=7"), values, REPAIRDESK_BASE_URL=server.base_url)
        assert "'T-00'" in shown
        assert "not booked: 422 7 is not of type 'string'" in shown


ROWS = re.findall(r"^\| ([^|]+) \| (`.+) \|$", section("Call Sitoo in ten minutes"), re.MULTILINE)


@pytest.mark.parametrize(("wish", "row"), ROWS, ids=[wish.strip() for wish, _ in ROWS])
def test_every_row_of_you_want_you_write(integrator, wish, row):
    lines = ["import httpx", "from acme.sitoo import Sitoo", "id = '102DC4AA3'", "sitoo = Sitoo()"]
    lines.append("handler = lambda request: httpx.Response(200, json=[])")
    codes = re.findall("`([^`]+)`", row)
    lines += [f"{code} print(page)" if code.startswith("for ") else code.replace("(…, ", "(") for code in codes]
    settings = {"SITOO_ACCOUNT": ACCOUNT, "SITOO_API_ID": API_ID, "SITOO_API_PASSWORD": API_PASSWORD}
    with running() as server:
        server.add(id="102DC4AA3")
        if "not described" in wish:
            server.fail_next(status=200, body=b"[]", headers={})
        run_sitoo(integrator, server, "\n".join(lines), **settings)
    assert len(ROWS) >= 7


def test_a_client_is_kept(tmp_path):
    reader = new_project(tmp_path)
    reader.type(*blocks(section("Call Sitoo in ten minutes"), "console"))
    reader.follow(section(KEEP))
    assert (reader.folder / "pyproject.toml").read_text() == '[project]\nname = "acme"\n'
    assert reader.run("git log --format=%s").stdout.splitlines() == [
        "Update the client of Sitoo",
        "Make it ours",
        "Vendor the client of Sitoo",
    ]
    order = {name: {} for name in ("store", "owner", "customer", "product", "author")}
    code = f"""
from acme.sitoo.models import ServiceCustomer, ServiceOrder
order = ServiceOrder.model_construct(**{order}, currency="EUR", state="new", due=None)
print(order.is_open, "due" in ServiceOrder.model_fields)
"""
    assert run(reader.folder, code, {}) == "True True\n"
    models = reader.folder / "src" / "acme" / "sitoo" / "models"
    assert "with the country code." in (models / "service_customer.py").read_text()


def test_an_api_of_your_own(tmp_path):
    reader = new_project(tmp_path)
    (code,) = blocks(section(OWN), "python")
    with rail_server.running() as server:
        names = ("Lisboa", "Porto", "Paris", "Wien", "Graz")
        server.stations = [{"id": str(number), "name": name} for number, name in enumerate(names)]
        text = section(OWN).replace("https://rail.example", server.base_url)
        before, call, after = text.partition("```python\n")
        reader.follow(before)
        shown = run(reader.folder, code, {"…": "made up"})
        assert shown == "0 Lisboa\n1 Porto\n2 Paris\n3 Wien\n4 Graz\nB1 2026-12-24\n"
        assert server.targets.count("GET /openapi.yaml") == 1
        assert [target for target in server.targets if "stations" in target] == [
            "GET /v1/stations",
            "GET /v1/stations?page=2",
            "GET /v1/stations?page=3",
        ]
        assert "no bed: no train stops at 9" in run(reader.folder, code.replace('"4"', '"9"'), {"…": "made up"})
        server.description = server.description.replace(
            "name: {type: string}}", "name: {type: string}, city: {type: string}}"
        )
        reader.follow(after.partition("```\n")[2])
    assert call
    assert "city" in (reader.folder / "src/acme/night_rail/models/station.py").read_text()
    assert reader.run("specloom vendor status night_rail").returncode == 0


def test_a_change_is_reviewed(tmp_path):
    reader = Reader(tmp_path)
    shutil.copytree(ROOT / "specs", reader.folder / "specs")
    shutil.copy(ROOT / "pyproject.toml", reader.folder)
    begin = "git init --quiet --initial-branch=main && git add --all && git commit --quiet --message Begin"
    assert reader.run(f"{begin} && git switch --quiet --create whole-percents").returncode == 0
    reader.follow(section(REVIEW))
    comment = (reader.folder / "review.md").read_text(encoding="utf-8")
    assert comment.startswith("## ")
    assert "The vendor refuses fractions anyway." in comment


def test_the_finding_is_what_the_command_says(tmp_path):
    """The README's example: one letter taken out of a reference of the shipped description."""
    text = (ROOT / "specs/sitoo/openapi.yaml").read_text(encoding="utf-8")
    wrong = text.replace('schemas/ServiceOrder"', 'schemas/SeviceOrder"', 1)
    (tmp_path / "specs/sitoo").mkdir(parents=True)
    (tmp_path / "specs/sitoo/openapi.yaml").write_text(wrong, encoding="utf-8")
    command = [sys.executable, "-m", "specloom", "generate", "--spec", "specs/sitoo/openapi.yaml", "--out", "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    (shown,) = blocks(section("A finding"), "")
    assert done.returncode == 2
    assert done.stderr.startswith(shown)
    assert not (tmp_path / "out").exists()


def test_the_commands_it_lists_are_those_that_there_are():
    from specloom.cli.main import COMMANDS  # noqa: PLC0415 - only here

    listed = re.findall(r"^\| `specloom (\w+)", section("Commands"), re.MULTILINE)
    assert listed == list(COMMANDS)
