"""An example call of one operation: the generated client is run, and what it would send is caught before it leaves.

The client runs in another process, in a temporary place, with made-up credentials that are never shown. Its transport
connects to nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

from specloom.findings import SpecloomError
from specloom.installed import add_command
from specloom.ir.api import Api, Method, all_resources
from specloom.ir.published import Published
from specloom.ir.samples import UNKNOWN, sample_arguments
from specloom.output.folder import last_words, run_beside
from specloom.pipeline import generate
from specloom.record import record
from specloom.spec.document import Operation
from specloom.targets.target import Target

_SECRET: Final = "specloom-made-this-up"  # noqa: S105 - it is none
_SECONDS: Final = 60
_NO_LIBRARY: Final = "the request is shown where Specloom finds {}: {}"
_NO_ARGUMENTS: Final = "no request is shown: what is sent holds itself without an end, or is too large to be made up"
_CODE: Final = """\
import sys
sys.path.insert(0, ".")
import datetime, decimal, importlib, json, uuid
from urllib.parse import quote
asked = json.loads(sys.stdin.read())
try:
    httpx = importlib.import_module(asked["http"])
except ImportError:
    sys.exit("missing library")
sent = []

def record(request):
    request.read()
    sent.append(request)
    answer = {"access_token": asked["secret"], "token_type": "bearer", "expires_in": 3600}
    return httpx.Response(200, json=answer)

client = getattr(importlib.import_module("client_package"), asked["client"])(
    **asked["settings"], transport=httpx.MockTransport(record), max_retries=0
)
call = client
for name in asked["path"]:
    call = getattr(call, name)
arguments = {name: eval(text) for name, text in asked["arguments"].items()}
positional = [arguments.pop(name) for name in asked["positional"]]
problem = ""
try:
    result = call(*positional, **arguments)
    if asked["paged"]:
        result.first_page()
except Exception as error:
    problem = f"{type(error).__name__}: {error}"
if not sent:
    sys.exit(f"failed {problem}")
request = sent[-1]
headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw]
print(json.dumps({
    "method": request.method,
    "target": request.url.raw_path.decode("ascii"),
    "headers": headers,
    "body": request.content.decode("utf-8", "backslashreplace"),
}))
"""


@record
class ExampleCall:
    """A call, and the request that the client makes of it. Neither has a credential."""

    call: str
    """As callers write it."""
    request: str
    """As it goes on the wire: the line with the method, headers, an empty line, and the body. Or why it is not shown:
    the HTTP library is not installed beside Specloom, which needs it for nothing else; or no arguments can be made up.
    """


def make_example_call(
    target: Target, api: Api, method: Method, operation: Operation, published: Published | None
) -> ExampleCall:
    """Return an example call of an operation.

    The client is named after the one that is there.

    Raises:
        SpecloomError: The client cannot be generated or run.
    """
    path = next(each.path for each in all_resources(api.resources) if method in each.methods)
    arguments = sample_arguments(method, operation, api.inputs)
    positional = [each.name for each in method.arguments if each.place == "path"]
    texts = [arguments[each] if each in positional else f"{each}={arguments[each]}" for each in arguments]
    asked = {
        "client": api.client_name,
        "settings": _settings(api),
        "http": target.http,
        "secret": _SECRET,
        "path": [*path, method.name],
        "arguments": arguments,
        "positional": positional,
        "paged": method.paging is not None,
    }
    call = f"client.{'.'.join(path)}.{method.name}({', '.join(texts)})"
    if UNKNOWN in arguments.values():
        return ExampleCall(call, _NO_ARGUMENTS)
    printed = _run(generate(target, published).tree, json.dumps(asked), call)
    if printed is None:
        return ExampleCall(call, _NO_LIBRARY.format(target.http, add_command(target.http)))
    said = json.loads(printed)
    lines = [f"{said['method']} {_masked(said['target'])} HTTP/1.1"]
    lines += [f"{name}: {_masked_header(name, value)}" for name, value in said["headers"]]
    return ExampleCall(call, "\n".join([*lines, "", *([_masked(said["body"])] if said["body"] else [])]))


def _settings(api: Api) -> dict[str, str]:
    settings = {each.name: each.choices[0] if each.choices else "example" for each in api.settings if each.required}
    secrets = {argument.name: _SECRET for credential in api.credentials for argument in credential.arguments}
    addresses = {} if api.base_url else {"base_url": "https://api.example"}
    return {**settings, **secrets, **addresses}


def _masked(text: str) -> str:
    return text.replace(_SECRET, "***")


def _masked_header(name: str, value: str) -> str:
    """Return the value of a header without credentials, of which HTTP Basic makes another text."""
    scheme, space, _ = value.partition(" ")
    return f"{scheme} ***" if name.lower() == "authorization" and space else _masked(value)


def _run(client: Mapping[str, str], asked: str, call: str) -> str | None:
    """Return what the client's process prints; None where it has no HTTP library."""
    command = [sys.executable, "-B", "-I", "-W", "ignore", "-c", _CODE]
    try:
        done = run_beside(client, "client_package", command, stdin=asked, seconds=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SpecloomError(f"the client cannot be run: {error}") from error
    if done.returncode == 0:
        return done.stdout
    last = last_words(done)
    if last == "missing library":
        return None
    raise SpecloomError(f"{call} sends no request: {last.removeprefix('failed ')}")
