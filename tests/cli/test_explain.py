"""`specloom explain`: what it says of one operation, with the request that the generated client really makes."""

from __future__ import annotations

import sys
import venv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from released import python_of

Run: TypeAlias = Callable[..., tuple[int, str, str]]

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example/v1}]
security: [{key: []}]
paths:
  /orders/{id}:
    put:
      operationId: changeOrder
      tags: [orders]
      summary: Change an order.
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}, example: 7}
        - {name: X-Trace, in: header, schema: {type: string, examples: [abc]}}
        - {name: force, in: query, schema: {type: boolean}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Change"}
          text/csv: {}
      responses:
        "200":
          description: Changed.
          headers: {ETag: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        "404": {description: There is none.}
        "409": {description: No., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  /other:
    get:
      tags: [orders]
      responses: {"204": {description: Nothing., headers: {X-Other: {schema: {type: string}}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: secret}
  schemas:
    Change:
      type: object
      required: [due]
      properties: {due: {type: string, format: date}, note: {type: string, maxLength: 9}}
    Order: {type: object, required: [id], properties: {id: {type: integer}}}
"""

EXPECTED = """\
PUT /orders/{id}: orders.change_order

    Change an order.

    change_order(
        id: int,
        *,
        due: datetime.date,
        x_trace: str | None = None,
        force: bool | None = None,
        note: str | Unset = UNSET,
        content_type: Literal['application/json'] = 'application/json',
    ) -> Order
    change_order(content_type="text/csv", body: Content) -> Order

Example
    client.orders.change_order(7, x_trace="abc", due=datetime.date(2026, 1, 31))

    PUT /v1/orders/7?secret=*** HTTP/1.1
    Host: shop.example
"""


@pytest.fixture
def run(run_command: Run) -> Run:
    Path("shop.yaml").write_text(SPEC)
    return partial(run_command, "explain")


def test_says_how_an_operation_is_called_what_is_sent_and_what_is_lost(run: Run):
    code, out, err = run("changeOrder", "--spec", "shop.yaml")
    assert (code, err) == (0, "")
    assert out.startswith(EXPECTED)
    request, _, rest = out.removeprefix(EXPECTED).partition("\n\nAnswers\n")
    headers, _, body = request.partition("\n\n")
    assert "    X-Trace: abc" in headers.split("\n")
    assert body == '    {"due":"2026-01-31"}'
    assert (
        rest
        == """\
    200: returns Order
    404: raises NotFoundError
    409: raises ConflictError with error: Order
    any other failure: raises ApiError
    header fields: models.ChangeOrderHeaders.of(raw), where raw is what client.raw gives back

Without effect
    maxLength: other values are not refused (#/components/schemas/Change/properties/note/maxLength)
"""
    )


def test_an_operation_goes_by_its_route_as_well(run: Run):
    code, out, _ = run("get /other", "--spec", "shop.yaml")
    assert code == 0
    assert out.startswith("GET /other: orders.get_other\n")
    assert "GET /v1/other?secret=*** HTTP/1.1" in out
    assert "204: returns None" in out


def test_without_httpx_all_but_the_request_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    venv.create(tmp_path / "bare", with_pip=False, symlinks=True)
    monkeypatch.setattr(sys, "executable", str(python_of(tmp_path / "bare")))
    code, out, _ = run("get /other", "--spec", "shop.yaml")
    assert code == 0
    assert "client.orders.get_other()\n\n    the request is shown where Specloom finds httpx" in out
    assert "204: returns None" in out


def test_an_operation_goes_by_its_call_as_well(run: Run):
    _, by_route, _ = run("get /other", "--spec", "shop.yaml")
    assert run("orders.get_other", "--spec", "shop.yaml") == (0, by_route, "")
    assert "did you mean 'orders.get_other'" in run("orders.get_others", "--spec", "shop.yaml")[2]


@pytest.mark.parametrize(
    ("scheme", "shown"),
    [
        ("{type: http, scheme: basic}", "Authorization: Basic ***"),
        ("{type: http, scheme: bearer}", "Authorization: Bearer ***"),
        ("{type: apiKey, in: header, name: Authorization}", "Authorization: ***"),
        ("{type: apiKey, in: header, name: X-Key}", "X-Key: ***"),
        ("{type: apiKey, in: cookie, name: sid}", "Cookie: sid=***"),
        (
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}",
            "Authorization: Bearer ***",
        ),
    ],
)
def test_no_credential_is_shown(scheme: str, shown: str, run: Run):
    Path("shop.yaml").write_text(SPEC.replace("{type: apiKey, in: query, name: secret}", scheme))
    code, out, _ = run("GET /other", "--spec", "shop.yaml")
    assert code == 0
    assert f"    {shown}\n" in out
    assert "made-this-up" not in out
    assert "GET /v1/other HTTP/1.1" in out


def test_a_shipped_api_is_found_by_its_name(run: Run):
    code, out, _ = run("getServiceOrder", "sitoo")
    assert code == 0
    assert out.startswith("GET /serviceorders/{service_order_id}.json: service_orders.get\n")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("changeOrdr", "--spec", "shop.yaml"), "help: did you mean 'changeOrder'?"),
        (("changeOrder", "sitoo", "--spec", "shop.yaml"), "help: leave one of them out"),
        (("GET", "/other"), "; put quotes around a route: 'GET /orders'"),
        (("changeOrder",), "help: name an API behind it, or a document with --spec FILE"),
    ],
)
def test_mistakes(arguments: tuple[str, ...], error: str, run: Run):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert error in err


def test_the_client_of_the_settings_that_has_it_needs_no_name(run: Run):
    settings = Path("specloom.toml")
    settings.write_text('[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n')
    assert run("changeOrder")[1].startswith("PUT /orders/{id}: ")
    settings.write_text(f'{settings.read_text()}[clients.other]\nspec = "other.yaml"\n')
    Path("other.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: Other, version: "1"}\nservers: [{url: "https://other.example"}]\npaths: {}\n'
    )
    assert run("changeOrder")[1].startswith("PUT /orders/{id}: ")
    settings.write_text(f'{settings.read_text()}[clients.store]\nspec = "shop.yaml"\n')
    assert run("changeOrder")[2] == (
        "error: store and shop have an operation 'changeOrder'\n"
        "help: name the one that you mean behind it: specloom explain changeOrder store\n"
    )
    Path("broken.yaml").write_text("openapi: 3.1.0\n")
    settings.write_text(f'{settings.read_text()}[clients.broken]\nspec = "broken.yaml"\n')
    assert run("changeOrders")[2] == (
        "error: no client of the settings has an operation 'changeOrders', and no client can be made of broken\n"
        "help: name the API behind it (other, store, broken, shop) to see what is like it, or a document with --spec "
        "FILE\n"
    )


def test_a_call_without_arguments_is_one_line_and_a_described_redirect_no_failure(run: Run):
    responses = (
        '{"200": {description: Fine.}, "304": {description: As you have it.}, "404": {description: Gone.},'
        ' "302": {description: There.}}'
    )
    Path("plain.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: Plain, version: "1"}\nservers: [{url: "https://plain.example"}]\n'
        f"paths: {{/things: {{get: {{operationId: readThings, responses: {responses}}}}}}}\n"
    )
    code, out, _ = run("readThings", "--spec", "plain.yaml")
    assert code == 0
    assert "    read_things() -> None\n" in out
    answers = out.partition("\nAnswers\n")[2].split("\n\n")[0]
    assert [line.strip() for line in answers.splitlines()] == [
        "200: returns None",
        "304: returns None",
        "404: raises NotFoundError",
        "302: is followed if it leads a GET or HEAD to the API's own origin, else raises ApiError",
        "any other failure: raises ApiError",
    ]


def test_a_redirect_of_a_file_is_followed_to_another_host(run: Run):
    file = '{"200": {description: It., content: {image/png: {}}}, "302": {description: There.}}'
    Path("plain.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: Plain, version: "1"}\nservers: [{url: "https://plain.example"}]\n'
        f"paths: {{/picture: {{get: {{operationId: picture, responses: {file}}}}}}}\n"
    )
    out = run("picture", "--spec", "plain.yaml")[1]
    assert "to the API's own origin or, without credentials, to another host, else raises ApiError\n" in out


def test_what_is_described_for_any_status_is_given_back_and_the_error(run: Run):
    Path("plain.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: Plain, version: "1"}\nservers: [{url: "https://plain.example"}]\n'
        "paths: {/things: {get: {operationId: readThings, responses: {default: {description: All, content: {"
        "application/json: {schema: {type: string}}}}}}}}\n"
    )
    out = run("readThings", "--spec", "plain.yaml")[1]
    assert "    default: returns str\n    any other failure: raises ApiError with error: str\n" in out


def test_a_stream_that_can_be_asked_for_is_shown_as_one(run: Run, tmp_path: Path):
    item = "schema: {$ref: '#/components/schemas/Tick'}"
    (tmp_path / "ticks.yaml").write_text(f"""\
openapi: 3.1.0
info: {{title: Ticks, version: "1"}}
servers: [{{url: https://ticks.example}}]
paths:
  /ticks:
    get:
      operationId: listTicks
      tags: [ticks]
      responses:
        "200": {{description: Ticks., content: {{application/json: {{{item}}}, text/event-stream: {{{item}}}}}}}
    post:
      operationId: watchTicks
      tags: [ticks]
      requestBody: {{content: {{text/csv: {{}}, text/plain: {{}}}}}}
      responses:
        "200": {{description: Ticks., content: {{text/event-stream: {{{item}}}}}}}
        "202": {{description: Later., content: {{application/json: {{{item}}}}}}}
        "304": {{description: None since.}}
components: {{schemas: {{Tick: {{type: object, properties: {{n: {{type: integer}}}}}}}}}}
""")
    code, out, _ = run("listTicks", "--spec", "ticks.yaml")
    assert code == 0
    assert '    list_ticks(accept="text/event-stream") -> Stream[Tick]\n' in out
    assert '    200: returns Tick\n    with accept="text/event-stream": gives a stream of Tick\n' in out
    code, out, _ = run("watchTicks", "--spec", "ticks.yaml")
    assert code == 0
    assert '    watch_ticks(content_type="text/plain", body: Content | Unset = UNSET) -> Stream[Tick]\n' in out
    answers = out.partition("\nAnswers\n")[2].split("\n\n")[0]
    assert [line.strip() for line in answers.splitlines()][:3] == [
        "200: gives a stream of Tick",
        "202: gives a stream whose one item is it: Tick",
        "304: gives a stream without items",
    ]
    assert "application/json of 202" not in out


def test_references_of_a_named_client_may_lead_as_far_as_the_command_says(run: Run):
    Path("order.yaml").write_text("{type: object, properties: {id: {type: integer}}}")
    Path("specs").mkdir()
    Path("specs/shop.yaml").write_text(SPEC.replace("#/components/schemas/Order", "../order.yaml", 1))
    Path("specloom.toml").write_text('[clients.shop]\nspec = "specs/shop.yaml"\n')
    assert run("changeOrder", "shop")[0] == 2
    assert run("changeOrder", "shop", "--root", ".")[::2] == (0, "")
