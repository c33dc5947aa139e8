"""What is written as TOML is read as it was."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from specloom.targets.table import as_toml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.lists(TEXTS))
def test_what_is_written_is_read_again(value: object):
    assert tomllib.loads(f"key = {as_toml(value)}") == {"key": value}
