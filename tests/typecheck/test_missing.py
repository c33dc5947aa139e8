"""What a check of types needs and is not there, is named with the command that puts it where Specloom looks."""

import shlex
import sys

import pytest

from specloom.findings import SpecloomError
from specloom.typecheck.check import refuse_missing


def test_what_is_missing_is_installed_where_specloom_runs():
    with pytest.raises(SpecloomError, match="needs nothing_of_that_name, which is not installed") as caught:
        refuse_missing(["pytest", "nothing_of_that_name"])
    assert caught.value.help == f"run: {shlex.quote(sys.executable)} -m pip install nothing_of_that_name"
