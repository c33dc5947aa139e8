"""Who sent a webhook of Fixably: by the secret in its header, or by user name and password in its query."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest
from fixably import webhooks

SECRET = "correct horse"  # noqa: S105 - made up
BODY = b'{"id": 37, "invoiceId": 79, "action": "created", "orderId": 20000002, "amount": "114.99"}'


@contextmanager
def receiving(secret: str | webhooks.Login | None) -> Iterator[str]:
    """Give the address of a server that answers with what it was told, or with 401 where it does not know the sender."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.path.partition("?")[2]
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                event = webhooks.parse(self.headers, body, secret=secret, query=query)
                text, status = f"{event.type} {event.payload.id}", 200
            except (webhooks.MissingTokenError, webhooks.WrongTokenError) as error:
                text, status = str(error), 401
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    server.server_close()
    thread.join(5)


LOGIN = webhooks.Login("rui", "s3cret/+&")


@pytest.mark.parametrize(
    ("secret", "sent", "answer"),
    [
        (SECRET, {"headers": {"Token": SECRET}}, (200, "payment 37")),
        (SECRET, {"headers": {"Token": "other"}}, (401, "the header 'Token' does not hold the secret")),
        (SECRET, {"params": {"username": "rui", "password": SECRET}}, (401, "the request has no header 'Token'")),
        (LOGIN, {"params": {"username": "rui", "password": "s3cret/+&"}}, (200, "payment 37")),
        (LOGIN, {"auth": ("rui", "s3cret/+&")}, (200, "payment 37")),
        (
            LOGIN,
            {"params": {"username": "rui", "password": "x"}},
            (401, "the request does not have the user name and the password"),
        ),
        (
            LOGIN,
            {"headers": {"Token": SECRET}},
            (401, "the request has neither 'username' and 'password' in its query nor HTTP Basic credentials"),
        ),
        (None, {}, (200, "payment 37")),
    ],
)
def test_the_sender_is_checked(secret: str | webhooks.Login | None, sent: dict[str, object], answer: tuple[int, str]):
    with receiving(secret) as address:
        headers = {"Payload-Type": "payment", **sent.pop("headers", {})}
        response = httpx.post(address, content=BODY, headers=headers, trust_env=False, **sent)
    assert (response.status_code, response.text) == answer
