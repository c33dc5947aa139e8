"""Names of values, from the vendor's page: constants that type checkers take for the values themselves."""

import subprocess
import sys
from pathlib import Path

import pytest
from fixably.models import ProductTypeValues

USAGE = """
from fixably import Fixably
from fixably.errors import ErrorCode
from fixably.models import ProductTypeValues

def use(client: Fixably) -> bool:
    client.products.create(
        code="x", name="y", purchase_stock_price=1, stock_price=2, type=ProductTypeValues.SERVICE_CONTRACT
    )
    client.products.create(code="x", name="y", purchase_stock_price=1, stock_price=2, type=11)  # type: ignore[arg-type]
    return client.products.get(1).type == ProductTypeValues.BUNDLE and ErrorCode.E40100 == "E40100"
"""


def test_names_are_the_numbers_of_the_page():
    named = {name: value for name, value in vars(ProductTypeValues).items() if name.isupper()}
    assert named == {
        "SERVICE": 0, "PRODUCT": 1, "REPLACEMENT": 2, "MODULE": 3, "OTHER": 4, "TRANSPORT": 5, "LOANER": 6, "EXCESS": 7,
        "BUYBACK": 8, "SERVICE_CONTRACT": 9, "BUNDLE": 99,
    }  # fmt: skip


@pytest.mark.slow
def test_types(tmp_path: Path):
    usage = tmp_path / "usage.py"
    usage.write_text(USAGE, encoding="utf-8")
    generated = Path(__file__).parents[3] / "generated"
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(usage)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=generated, check=False)
    assert ran.returncode == 0, ran.stdout
