"""What the pages show is run as it stands: commands in new repositories, Python against servers on loopback."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import unquote

import fixably_server
import fixje_server
import pytest
import rail_server
import repairdesk_server
from pages import ROOT, Reader, blocks, new_project, run, section
from sitoo_server import ACCOUNT, API_ID, API_PASSWORD, running

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def integrator(tmp_path_factory):
    """A folder in which the commands for the clients were run, in the order in which they stand."""
    reader = new_project(tmp_path_factory.mktemp("integrator"))
    for text in (
        section("docs/platforms.md", "Sitoo"),
        section("docs/platforms.md", "Fixably"),
        section("docs/platforms.md", "Fixje and RepairDesk"),
    ):
        for block in blocks(text, "console"):
            reader.type(block)
    return reader.folder


def run_sitoo(folder, server, code, **settings: str):
    values = {"20417": ACCOUNT, "20417-23": API_ID, "…": API_PASSWORD}
    return run(folder, code, values, SITOO_BASE_URL=server.base_url, **settings)


def test_the_ten_minutes(integrator):
    (code,) = blocks(section("docs/platforms.md", "Sitoo"), "python")
    with running() as server:
        server.add(id="102DC4AA3", revision=3, state="new")
        assert "102DC4AA3 new" in run_sitoo(integrator, server, code)
        assert server.orders["102DC4AA3"]["state"] == "service_done"
        stale = code.replace("revision=order.revision or 1", "revision=1")
        assert "somebody changed the order" in run_sitoo(integrator, server, stale)


def test_fixably(integrator, tmp_path):
    code, _ = blocks(section("docs/platforms.md", "Fixably"), "python")
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
    _, code = blocks(section("docs/platforms.md", "Fixably"), "python")
    payload = {"id": 702, "action": "created", "invoiceId": 3310, "orderId": 20004711, "amount": "61.50"}
    headers = {"token": "made up", "payload-type": "payment"}
    received = f"headers, body = {headers!r}, {json.dumps(payload)!r}\n"
    assert run(integrator, received + code, {"…": "made up"}) == "61.50 for the order 20004711\n"


def test_fixje(integrator):
    code, _ = blocks(section("docs/platforms.md", "Fixje and RepairDesk"), "python")
    values = {"northside": fixje_server.CLIENT_ID, "…": fixje_server.CLIENT_SECRET}
    with fixje_server.running() as server:
        server.products.append({"sku": "BAT-A52", "name": "Battery"})
        shown = run(integrator, code, values, FIXJE_BASE_URL=server.base_url)
        assert shown == f"BAT-A52 Battery\n{server.orders[0]['orderId']} []\n"
        assert server.orders[0]["reference"] == "PO-2026-0117"
        refused = code.replace('"quantity": 4', '"quantity": "four"')
        assert "not ordered: 'four' is not" in run(integrator, refused, values, FIXJE_BASE_URL=server.base_url)


def test_repairdesk(integrator):
    _, code = blocks(section("docs/platforms.md", "Fixje and RepairDesk"), "python")
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


def test_a_client_is_kept(tmp_path):
    reader = new_project(tmp_path)
    reader.type(*blocks(section("docs/platforms.md", "Sitoo"), "console"))
    reader.type(*blocks(section("docs/vendoring.md", "Versions of Specloom"), "console"))
    reader.follow(section("docs/vendoring.md", "Ten minutes"))
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


@contextmanager
def night_rail():
    with rail_server.running() as server:
        names = ("Lisboa", "Porto", "Paris", "Wien", "Graz")
        server.stations = [{"id": str(number), "name": name} for number, name in enumerate(names)]
        yield server


def stations_get_a_city(server):
    server.description = server.description.replace(
        "name: {type: string}}", "name: {type: string}, city: {type: string}}"
    )


def test_the_readme(tmp_path):
    reader = new_project(tmp_path)
    begin, keep = section("README.md", "Start"), section("README.md", "Keep the client")
    (code,) = blocks(section("README.md", "What you get"), "python")
    with night_rail() as server:
        for block in blocks(begin, "console"):
            reader.type(block.replace("https://rail.example", server.base_url))
        assert run(reader.folder, code, {"…": "made up"}).splitlines()[-1] == "B1 2026-12-24"
        station = reader.folder / "src/acme/night_rail/models/station.py"
        station.write_text(station.read_text().replace('"""Station."""', '"""Where people get on."""'))
        stations_get_a_city(server)
        for block in blocks(keep, "console"):
            reader.type(block)
    assert "    city: " in station.read_text()
    assert "Where people get on." in station.read_text()


def test_an_api_of_your_own(tmp_path):
    reader = Reader(tmp_path)
    text = section("docs/own-api.md", "An API of your own")
    with night_rail() as server:
        before, now, after = text.replace("https://rail.example", server.base_url).partition("When the API moves on")
        reader.follow(before)
        assert server.targets.count("GET /openapi.yaml") == 1
        assert [target for target in server.targets if "stations" in target] == [
            "GET /v1/stations",
            "GET /v1/stations?page=2",
            "GET /v1/stations?page=3",
        ]
        assert server.requests[-1].headers["authorization"] == "Bearer secret"
        book = reader.folder / "book.py"
        book.write_text(book.read_text().replace('"4"', '"9"').replace(".create(", ".book("))
        assert (
            "no bed: no train stops at 9" in reader.run("NIGHT_RAIL_TOKEN=secret PYTHONPATH=src python book.py").stdout
        )
        stations_get_a_city(server)
        reader.follow(after)
    assert now
    assert "city" in (reader.folder / "src/acme/night_rail/models/station.py").read_text()
    assert reader.run("specloom vendor status night_rail").returncode == 0


def test_a_client_is_generated(tmp_path):
    reader = Reader(tmp_path)
    shutil.copytree(ROOT / "specs" / "sitoo", reader.folder / "specs" / "sitoo")
    reader.follow(section("docs/generate.md", "Generate clients").partition("\n## ")[0])
    assert (reader.folder / "src" / "acme" / "sitoo" / "client.py").exists()


def test_two_clients_are_compared(tmp_path):
    (block,) = blocks(section("docs/diff.md", "Two clients, without their descriptions"), "console")
    reader = new_project(tmp_path)
    description = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      responses:
        "200":
          description: All.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
components:
  schemas:
    Order: {type: object, properties: {note: {type: string}}}
"""
    spec = reader.folder / "shop.yaml"
    spec.write_text(description)
    generate = "specloom generate --spec shop.yaml --package shop --out src/acme/clients/shop"
    assert reader.run(generate).returncode == 0
    assert reader.run("git add --all && git commit --quiet --message Begin").returncode == 0
    spec.write_text(description.replace("note: {type: string}", "note: {type: integer}, size: {type: integer}"))
    assert reader.run(generate).returncode == 0
    reader.type(block)


def test_code_that_calls_a_client_is_held_against_a_change(tmp_path):
    (block,) = blocks(section("docs/diff.md", "Does it break my code?"), "console")
    reader = new_project(tmp_path)
    old = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      parameters: [{name: size, in: query, schema: {type: integer, default: 20}}]
      responses:
        "200":
          description: All.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
  /orders/{id}/cancel:
    post:
      operationId: cancelOrder
      tags: [orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: Cancelled.}}
components:
  schemas:
    Order:
      type: object
      properties: {total: {type: integer}, color: {type: string}}
"""
    new = old.replace("operationId: cancelOrder", "operationId: voidOrder").replace("default: 20", "default: 10")
    new = new.replace("total: {type: integer}, color:", "total: {type: string}, shape:")
    (reader.folder / "old.yaml").write_text(old)
    (reader.folder / "new.yaml").write_text(new)
    package = reader.folder / "src" / "acme"
    (package / "orders.py").write_text("""\
\"\"\"What is done with orders.\"\"\"

from .shop import Shop
from .shop.models import Order


def orders(shop: Shop) -> list[Order]:
    \"\"\"Return all orders.\"\"\"
    return shop.orders.list_orders()


def cancel(shop: Shop, numbers: list[int]) -> None:
    \"\"\"Cancel orders.\"\"\"
    for number in numbers:
        shop.orders.cancel_order(number)
""")
    (package / "sums.py").write_text("""\
from .orders import orders
from .shop import Shop


def worth(shop: Shop) -> int:
    return sum(order.total or 0 for order in orders(shop))
""")
    (package / "jobs.py").touch()
    (package / "web.py").touch()
    reader.type(block)


def test_a_change_is_reviewed(tmp_path):
    reader = Reader(tmp_path)
    shutil.copytree(ROOT / "specs", reader.folder / "specs")
    shutil.copy(ROOT / "pyproject.toml", reader.folder)
    begin = "git init --quiet --initial-branch=main && git add --all && git commit --quiet --message Begin"
    assert reader.run(f"{begin} && git switch --quiet --create whole-percents").returncode == 0
    reader.follow(section("docs/diff.md", "Ten minutes"))
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
    (shown,) = blocks(section("docs/generate.md", "Findings"), "")
    assert done.returncode == 2
    assert done.stderr.startswith(shown)
    assert not (tmp_path / "out").exists()
