from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.installed import shipped_descriptions
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target


def test_reads_vendored_clients(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text("""\
        [tool.specloom.vendor.fixably]
        into = "src/acme/_fixably"
        [tool.specloom.vendor.next]
        into = "src/acme/next"
        api = "sitoo"
        package = "sitoo"
        only = ["orders", "GET /a"]
        skip = ["b"]
        [tool.specloom.vendor.own]
        into = "src/acme/own"
        spec = "api/openapi.yaml"
        root = "api"
    """)
    shipped = shipped_descriptions()
    configuration = load_configuration(tmp_path)
    assert configuration.file == tmp_path / "pyproject.toml"
    assert list(configuration.vendored.values()) == [
        Target(shipped["fixably"], tmp_path / "src/acme/_fixably", is_vendored=True),
        Target(
            shipped["sitoo"],
            tmp_path / "src/acme/next",
            "sitoo",
            skip=("b",),
            only=("orders", "GET /a"),
            is_vendored=True,
        ),
        Target(tmp_path / "api/openapi.yaml", tmp_path / "src/acme/own", root=tmp_path / "api", is_vendored=True),
    ]
    assert [each.name for each in configuration.vendored.values()] == ["fixably", "next", "own"]
    assert [each.package_name for each in configuration.vendored.values()] == ["fixably", "sitoo", "own"]


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("[vendor]\na = 1", "vendor.a is not a table", ""),
        ("[vendor.sitoo]\n", "vendor.sitoo does not say where the client lies", 'add: into = "'),
        ("[vendor.sitoo]\ninto = 'a'\nonyl = []", "unknown setting vendor.sitoo.onyl", "did you mean 'only'?"),
        ("[vendor.sitoo]\ninto = 'a'\nonly = 'x'", "vendor.sitoo.only is not a list of strings", ""),
        ("[vendor.sitoo]\ninto = '../a'", "vendor.sitoo.into is '../a', which is not below", ""),
        ("[vendor.sitoo]\ninto = '/a'", "vendor.sitoo.into is '/a', which is not below", ""),
        ("[vendor.sitoo]\ninto = 'a/class'", "whose last part is no name for a Python package", "of Python: class_api"),
        ("[vendor.sitoo]\ninto = 'a'\nroot = '..'", "vendor.sitoo.root is '..', which is not in", "copy what is there"),
        ("[vendor.sito]\ninto = 'a'", "no description 'sito' ships with Specloom", "did you mean 'sitoo'?"),
        ("[vendor.a]\ninto = 'a'\napi = 'sitoo'\nspec = 'b'", "vendor.a has both spec and api", ""),
        ("[vendor.sitoo]\ninto = 'a'\n[vendor.fixje]\ninto = 'a/b'", "would be written into each other", ""),
        ("[vendor.sitoo]\ninto = 'a'\n[clients.fixje]\nout = 'a'", "would be written into each other", ""),
        ("[vendor.'x y']\ninto = 'a'\nspec = 'b'", "'x y' is no name for a client", ""),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, text: str, message: str, help_: str):
    (tmp_path / "specloom.toml").write_text(text)
    with pytest.raises(SpecloomError) as caught:
        load_configuration(tmp_path)
    assert message in caught.value.message
    assert help_ in caught.value.help
