"""What the README shows is run as it stands: commands in an empty folder, Python against a server on loopback."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import fixably_server
import fixje_server
import pytest
import repairdesk_server
from sitoo_server import ACCOUNT, API_ID, API_PASSWORD, running

ROOT = Path(__file__).parents[2]
CALLS = ("Call Sitoo in ten minutes", "Call Fixably", "Call Fixje and RepairDesk")
OTHERS = CALLS[-1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def blocks(text, language):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def integrator(tmp_path_factory):
    """A folder in which the README's commands for the clients were run, in the order in which they stand."""
    folder = tmp_path_factory.mktemp("integrator")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    commands = "".join(block for title in CALLS for block in blocks(section(title), "console"))
    for line in commands.splitlines():
        prompt, name, *arguments = shlex.split(line, comments=True)
        assert (prompt, name) == ("$", "specloom")
        command = [sys.executable, "-m", "specloom", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    (folder / "src/acme/__init__.py").touch()
    return folder


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
