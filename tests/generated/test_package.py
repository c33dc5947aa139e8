"""The generated package as a whole: what it imports when, where it may lie, how it is shared and closed."""

import asyncio
import json
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest
import sitoo
from sitoo_server import API_ID, API_PASSWORD

FOLDER = Path(sitoo.__file__).parent
ORDER_ID = "7KQ2M9X00"


def loaded_modules(code: str, cwd: Path) -> set[str]:
    """Run code in another interpreter and return the names of all modules that are loaded then."""
    code += "\nimport json, sys; print(json.dumps(list(sys.modules)))"
    environment = {"PYTHONPATH": str(FOLDER.parent), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def test_importing_it_loads_no_more_than_itself(tmp_path):
    loaded = loaded_modules("from sitoo import Sitoo, AsyncSitoo\nSitoo(account='1')", tmp_path)
    assert loaded.isdisjoint({"httpx", "pydantic", "specloom", "asyncio", "ssl"})
    assert not [name for name in loaded if name.startswith(("sitoo.models", "sitoo.inputs", "sitoo.resources"))]


def test_a_group_of_calls_loads_neither_httpx_nor_pydantic(tmp_path):
    loaded = loaded_modules("from sitoo import Sitoo\nSitoo(account='1').service_orders", tmp_path)
    assert "sitoo.resources.service_orders" in loaded
    assert loaded.isdisjoint({"httpx", "pydantic", "anyio"})


def test_what_is_passed_in_loads_no_pydantic_even_where_it_has_decimals(tmp_path):
    loaded = loaded_modules("import sitoo.inputs.service_item_input", tmp_path)
    assert "sitoo._runtime.features.decimals" in loaded
    assert "pydantic" not in loaded


def test_a_call_loads_what_it_needs(server, tmp_path):
    server.add()
    arguments = f"base_url={server.base_url!r}, api_id='x', api_password='y'"
    code = f"""
import sitoo
try:
    sitoo.Sitoo({arguments}).service_orders.get('{ORDER_ID}')
except sitoo.UnauthorizedError:
    pass
"""
    loaded = loaded_modules(code, tmp_path)
    assert {"httpx", "sitoo.resources.service_orders", "sitoo.models.service_order"} <= loaded
    assert not [name for name in loaded if name.startswith(("sitoo.inputs", "specloom", "datamodel", "jinja2"))]


def test_a_name_of_the_models_loads_its_module_and_what_that_uses(tmp_path):
    loaded = loaded_modules("from sitoo.models import ServiceStore", tmp_path)
    assert {name for name in loaded if name.startswith("sitoo.models.")} == {"sitoo.models.service_store"}
    assert "httpx" not in loaded


def test_every_name_it_exports_is_there():
    for module in map(import_module, ("sitoo", "sitoo.models", "sitoo.inputs", "sitoo.errors")):
        names = getattr(module, "__all__", None) or dir(module)
        assert all(getattr(module, name) is not None for name in names)


@pytest.mark.parametrize("module", ["models", "inputs"])
def test_an_unknown_name_is_an_attribute_error(module):
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = import_module(f"sitoo.{module}").Nothing


def test_two_copies_beside_each_other(mode, server, tmp_path, monkeypatch):
    shutil.copytree(FOLDER, tmp_path / "acme/_vendor/sitoo", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    vendored = import_module("acme._vendor.sitoo")

    server.add()
    own, other = mode.client(), mode.client(vendored)
    first, second = (mode.run(client.service_orders.get(ORDER_ID)) for client in (own, other))
    assert first.model_dump() == second.model_dump()
    assert type(second).__module__ == "acme._vendor.sitoo.models.service_order"
    assert mode.run(other.service_orders.update(ORDER_ID, revision=1, author=first.author, store=second.store))
    with pytest.raises(vendored.PreconditionFailedError):
        mode.run(other.service_orders.update(ORDER_ID, revision=1, author=first.author))
    assert not issubclass(vendored.CallError, sitoo.CallError)
    for name in [name for name in sys.modules if name == "acme" or name.startswith("acme.")]:
        monkeypatch.delitem(sys.modules, name)


def test_a_with_statement_closes_the_client(mode, server):
    client = mode.client()
    mode.use(client, lambda entered: entered.service_orders.list().first_page())
    with pytest.raises(RuntimeError, match="closed"):
        mode.run(client.service_orders.get(ORDER_ID))
    assert len(server.requests) == 1


def test_closing_a_copy_closes_all(mode):
    client = mode.client()
    copy = client.with_options(timeout=3)
    mode.run(copy.close())
    mode.run(copy.close())
    with pytest.raises(RuntimeError, match="closed"):
        mode.run(client.service_orders.get(ORDER_ID))


def test_copies_share_connections(mode, server):
    server.add()
    client = mode.client()
    for one in (client, client.with_options(timeout=3), client.with_options(max_retries=0), client):
        mode.run(one.service_orders.get(ORDER_ID))
    assert (len(server.requests), server.connections) == (4, 1)


def test_clients_do_not_share_connections(mode, server):
    server.add()
    for client in (mode.client(), mode.client()):
        mode.run(client.service_orders.get(ORDER_ID))
    assert server.connections == 2


def test_threads_share_a_client(server):
    made = [server.add()["id"] for _ in range(8)]
    with (
        sitoo.Sitoo(base_url=server.base_url, api_id=API_ID, api_password=API_PASSWORD) as client,
        ThreadPoolExecutor(8) as threads,
    ):
        calls = list(threads.map(lambda order_id: client.service_orders.get(order_id).id, made * 5))
    assert calls == made * 5
    assert len(server.requests) == 40


def test_tasks_share_a_client(server):
    """Eight calls that are each answered after 0.5 s take together less than one after the other would."""
    server.add()
    server.fail_next(times=8, delay=0.5)

    async def calls() -> list[str | None]:
        async with sitoo.AsyncSitoo(base_url=server.base_url, api_id=API_ID, api_password=API_PASSWORD) as client:
            orders = await asyncio.gather(*(client.service_orders.get(ORDER_ID) for _ in range(8)))
            return [order.id for order in orders]

    start = time.monotonic()
    assert asyncio.run(calls()) == [ORDER_ID] * 8
    assert time.monotonic() - start < 4
