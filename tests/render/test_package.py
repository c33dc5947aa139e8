"""The files of a client as a whole."""

from pathlib import Path

import specloom.render.package
from specloom.pipeline import generate
from specloom.targets.target import Target

SPEC = Path(__file__).parents[2] / "specs" / "fixje" / "openapi.yaml"


def test_a_client_that_several_processes_print_is_the_same(monkeypatch):
    alone = generate(Target(SPEC)).tree
    monkeypatch.setattr(specloom.render.package, "_LARGE", 1)
    assert dict(generate(Target(SPEC)).tree) == dict(alone)
