"""The examples of docs/client.md and docs/media-types.md are run, against a server on loopback."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
import shop_server
from pages import ROOT, blocks, run, section
from shop_server import ShopServer
from small_client import answering, small_client

pytestmark = pytest.mark.slow

(BEGIN,) = blocks(section("docs/client.md", "A client"), "python")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("client")
    command = [sys.executable, "-m", "specloom", "generate", "--spec", str(ROOT / "docs" / "client" / "shop.yaml")]
    subprocess.run([*command, "--out", "src/acme/shop"], cwd=folder, check=True)
    (folder / "crack.jpg").write_bytes(b"picture")
    return folder


@pytest.fixture
def shop():
    with shop_server.running() as server:
        yield server


def shown(client: Path, shop: ShopServer, text: str) -> list[str]:
    """Run the blocks of a section after that which makes the client, and return the lines that they print."""
    code = "\n".join(dict.fromkeys([BEGIN, *blocks(text, "python")]))
    printed = run(client, code, {"…": "made up", "crack.jpg": str(client / "crack.jpg")}, SHOP_BASE_URL=shop.base_url)
    return printed.splitlines()


def sent(shop: ShopServer) -> list[object]:
    return [json.loads(request.body) for request in shop.requests]


def test_async(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Async")) == ["Bicycle 1", "1", "2", "3"]


def test_lists(client: Path, shop: ShopServer):
    text = section("docs/client.md", "Lists, page by page")
    assert shown(client, shop, text) == ["1", "2", "3", "2", "[1, 2]", "[3]"]
    assert shop.targets == [
        "GET /orders?state=new",
        "GET /orders?state=new&page=2",
        "GET /orders?limit=50",
        "GET /orders",
        "GET /orders?page=2",
    ]


def test_null(client: Path, shop: ShopServer):
    text = section("docs/client.md", "Null, and what is left out")
    shop.orders[0]["state"] = "new"
    text = text.replace('shop.orders.update(1, name="Bicycle"', 'shop.orders.update(2, name="Bicycle"')
    shown(client, shop, text)
    promised = [json.loads(each) for each in re.findall(r"# sends (\{.*\})", text)]
    assert sent(shop) == [*promised, {"name": "Bicycle"}]


def test_mismatches(client: Path, shop: ShopServer):
    text = section("docs/client.md", "Answers that contradict the description")
    assert shown(client, shop, text) == ["7 True {'color': 'red'}"]


def test_failures(client: Path, shop: ShopServer):
    shop.orders[0]["state"] = "done"
    assert shown(client, shop, section("docs/client.md", "Failures")) == ["409 done nothing is left to do"]


def test_retries(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Retries")) == ["1"]


def test_options(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Options")) == ["1"]
    assert shop.requests[0].headers["x-request-id"] == "42"
    assert shop.targets[1] == "POST /orders?beta=yes"
    assert shop.requests[1].json == {"name": "Radio", "color": "red"}


TABLES = section("docs/client.md", "Timeouts and other bounds") + section("docs/client.md", "Options")
WISHES = re.findall(r"^\| ([^|]+) \| `([^`]+)`.* \|$", TABLES, re.MULTILINE)


@pytest.mark.parametrize(("wish", "code"), WISHES, ids=[wish for wish, _ in WISHES])
def test_what_you_want_is_what_you_write(client: Path, shop: ShopServer, wish: str, code: str):
    lines = ["import httpx", "handler = lambda request: httpx.Response(200, json={})", BEGIN, code]
    assert run(client, "\n".join(lines), {"…": "made up"}, SHOP_BASE_URL=shop.base_url, SHOP_API_KEY="made up") in {
        "",
        "200\n",
    }
    assert bool(shop.requests) == code.startswith(("shop.", "with ")), wish
    assert len(WISHES) >= 7


def test_raw_and_preview(client: Path, shop: ShopServer):
    text = section("docs/client.md", "The HTTP answer, and the request before it is sent")
    assert shown(client, shop, text) == [
        "200 application/json Bicycle 1",
        """POST /orders b'{"name":"Radio","note":null}'""",
    ]
    assert shop.targets == ["GET /orders/1"]


def test_files(client: Path, shop: ShopServer):
    text = section("docs/client.md", "Files").replace("saved.png", str(client / "saved.png"))
    assert shown(client, shop, text) == ["7", "7"]
    assert shop.requests[0].parts == {"file": "picture", "title": "The crack"}
    assert (client / "saved.png").read_bytes() == b"picture"


def test_streams(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Streams")) == ["1 done", "done", "done"]


def test_the_calls_of_the_readme(client: Path, shop: ShopServer):
    text = section("README.md", "What calls look like").replace("crack-again.jpg", str(client / "again.jpg"))
    assert shown(client, shop, text) == ["[1, 2]", "[3]", "1 done", "409 nothing is left to do"]
    changes = [request.json for request in shop.requests if request.method == "PATCH"]
    assert changes == [{"note": None}, {"state": "done"}, {"state": "done"}]
    assert (client / "again.jpg").read_bytes() == b"picture"


def test_webhooks(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Webhooks")) == ["Bicycle"]


def test_your_own_tests(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/client.md", "Your own tests")) == ["Bicycle"]
    assert shop.requests == []


def test_media_types(client: Path, shop: ShopServer):
    shown(client, shop, section("docs/media-types.md", "Answers: `accept=`"))
    assert [request.headers["accept"] for request in shop.requests] == ["text/csv", "image/png"]


def test_bodies(client: Path, shop: ShopServer):
    shown(client, shop, section("docs/media-types.md", "Bodies: `content_type=`"))
    types = [request.headers["content-type"].partition(";")[0] for request in shop.requests]
    lines = "application/x-ndjson"
    assert types == ["application/json", "multipart/form-data", "image/jpeg", lines, lines]
    assert shop.requests[-1].body == b'{"text":"mended"}\n{"text":"closed"}\n'


def test_the_error_of_a_failure(client: Path, shop: ShopServer):
    shop.orders[0]["state"] = "done"
    text = section("docs/media-types.md", "Failures: `error`")
    assert shown(client, shop, text) == ["done", "{'code': 'done', 'detail': 'nothing is left to do'}"]


def test_header_fields(client: Path, shop: ShopServer):
    assert shown(client, shop, section("docs/media-types.md", "Header fields")) == ["3"]


def test_the_calls_of_the_comparison(tmp_path: Path):
    description = (ROOT / "docs" / "comparison" / "depot.yaml").read_text().replace("title: Depot", "title: Small")
    answer = [{"id": "1", "state": "lost"}]
    with small_client(tmp_path, description) as small, answering(answer) as server:
        with small.Small(base_url=server.base_url, max_retries=0) as client:
            with pytest.warns(small.MismatchWarning, match=re.escape("[].id: sent as a string")):
                (part,) = client.parts.list_parts(labels={"team": "a"})
            assert (part.id, part.state) == (1, "lost")
            server.fail_next(status=500)
            with pytest.raises(small.ApiError):
                client.parts.list_parts()
        assert unquote(server.targets[0]) == "GET /parts?labels[team]=a"


def test_an_edit(tmp_path: Path):
    (code,) = blocks(section("docs/x-specloom.md", "Edits"), "python")
    description = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders/{order_id}:
    parameters: [{name: order_id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: getOrder
      tags: [orders]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
    put:
      operationId: updateOrder
      tags: [orders]
      x-specloom: {edit: {method: edit, read: getOrder, from: /revision, to: revision, conflict: 412}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Change"}}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
components:
  schemas:
    Change: {type: object, properties: {revision: {type: integer}, note: {type: string}}}
    Order:
      type: object
      required: [revision, note, open]
      properties: {revision: {type: integer}, note: {type: string}, open: {type: boolean}}
"""
    order = {"revision": 3, "note": "Call Anna", "open": True}
    with small_client(tmp_path, description) as small, answering(order) as server:
        with small.Small(base_url=server.base_url) as client:
            exec(code, {"client": client})  # noqa: S102 - the page's own
        assert server.targets == ["GET /orders/7", "PUT /orders/7"]
        assert server.requests[1].json == {"revision": 3, "note": "Call Anna!"}
