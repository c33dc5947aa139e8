"""Which settings of type checkers decide what the types of a consumer's code mean."""

import pytest

from specloom.typecheck.consumer_code import _read_settings

ALWAYS = ["[mypy]", "ignore_missing_imports = True"]


@pytest.mark.parametrize(
    ("files", "heeded"),
    [
        ({}, []),
        ({"mypy.ini": "[mypy]\nplugins = evil\nstrict_optional = False\n"}, ["strict_optional = False"]),
        ({"setup.cfg": "[mypy]\nplatform = win32\n"}, ["platform = win32"]),
        (
            {"pyproject.toml": '[tool.mypy]\nalways_true = ["A", "B"]\npython_version = "3.12; x"\n'},
            ["always_true = A, B"],
        ),
        ({"mypy.ini": "[other]\n", "setup.cfg": "[mypy]\nextra_checks = True\n"}, ["extra_checks = True"]),
        (
            {"pyrightconfig.json": '{"pythonVersion": "3.12", "pythonPlatform": "Darwin"}'},
            ["python_version = 3.12", "platform = darwin"],
        ),
        ({"pyrightconfig.json": '{"pythonVersion": 3.12, "pythonPlatform": "All"}'}, []),
        ({"pyrightconfig.json": "{} // mine"}, []),
        ({"pyproject.toml": "[tool.pyright]\nstrictParameterNoneValue = false\n"}, ["implicit_optional = True"]),
    ],
)
def test_what_decides_what_types_mean_is_heeded_and_nothing_else(files, heeded, tmp_path):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert _read_settings(tmp_path).splitlines() == [*ALWAYS, *heeded]
