"""`timeout` of an operation, held to servers that answer late."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from modes import Mode
from small_client import answering, small_client

from specloom.findings import SpecloomError
from specloom.spec.load import load_description
from specloom.targets.target import Target

DESCRIPTION = """
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /slow:
    get:
      operationId: slow
      tags: [things]
      x-specloom: {timeout: TIMEOUT}
      responses: {"200": {description: It., content: {application/json: {schema: {type: integer}}}}}
  /plain:
    get:
      operationId: plain
      tags: [things]
      responses: {"200": {description: It., content: {application/json: {schema: {type: integer}}}}}
"""


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mode]:
    """Clients of an API with an operation whose answer may take 0.1 seconds, and a server that takes twice as long."""
    with answering(7) as server, small_client(tmp_path, DESCRIPTION.replace("TIMEOUT", "0.1")) as small:
        server.fail_next(times=9, delay=0.2)
        settings = {"base_url": server.base_url, "timeout": 60, "max_retries": 0}
        with Mode(small, "Small", settings, asynchronous=request.param == "async") as mode:
            yield mode


def test_it_takes_the_place_of_the_default(mode: Mode):
    things = mode.client().things
    with pytest.raises(Exception, match=r"no answer within the timeout \(GET /slow\)"):
        mode.run(things.slow())
    assert mode.run(things.plain()) == 7


@pytest.mark.parametrize("timeout", [5, None])
def test_a_client_that_was_given_another_timeout_has_that_one(mode: Mode, timeout: float | None):
    assert mode.run(mode.client(timeout=timeout).things.slow()) == 7
    assert mode.run(mode.client().with_options(timeout=timeout).things.slow()) == 7


@pytest.mark.parametrize(
    ("timeout", "expected"),
    [
        ("0", "x-specloom.timeout must be more than 0, not 0"),
        ("86401", "x-specloom.timeout must be a number of seconds, 86400 at most, not 86401"),
        ("long", "x-specloom.timeout must be a number, not a string"),
    ],
)
def test_it_is_a_number_of_seconds(tmp_path: Path, timeout: str, expected: str):
    file = tmp_path / "openapi.yaml"
    file.write_text(DESCRIPTION.replace("TIMEOUT", timeout))
    with pytest.raises(SpecloomError) as raised:
        load_description(Target(file))
    assert [finding.message for finding in raised.value.findings] == [expected]
