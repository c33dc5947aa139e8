import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from specloom import __version__
from specloom.findings import SpecloomError
from specloom.output.manifest import build_manifest, parse_manifest, read_manifest, render_manifest
from specloom.targets.target import Target

BENIGN = {
    "specloom": "0.1.0",
    "formatter": "ruff 0.17.6",
    "templates": "0" * 64,
    "description": {"title": "Shop", "version": "1", "entry": "openapi.yaml", "files": {"openapi.yaml": "1" * 64}},
    "options": {"package": None, "skip": []},
    "files": {"client.py": {"size": 3, "sha256": "2" * 64}},
}


def test_says_what_a_client_was_made_from(spec: Path):
    schemas = spec.parent / "schemas" / "order.yaml"
    schemas.parent.mkdir()
    schemas.write_text("type: object\n")
    manifest = build_manifest(
        {"b.py": "é\n", "a.py": ""},
        Target(spec, package="shop", skip=("z", "a")),
        sources=[spec, schemas],
        title="Shöp",
        version="7",
        losses={"the first is used": {"#/servers/1": "server /b"}},
    )
    text = render_manifest(manifest)
    written = json.loads(text)
    assert text.isascii()
    assert written["specloom"] == __version__
    assert written["formatter"].startswith("ruff ")
    assert len(written["templates"]) == 64
    assert written["description"] == {
        "title": "Shöp",
        "version": "7",
        "entry": "openapi.yaml",
        "files": {
            "openapi.yaml": sha256(b"openapi: 3.1.0\n").hexdigest(),
            "schemas/order.yaml": sha256(b"type: object\n").hexdigest(),
        },
    }
    assert written["options"] == {"package": "shop", "skip": ["a", "z"]}
    assert written["losses"] == {"the first is used": {"#/servers/1": "server /b"}}
    assert written["files"] == {
        "a.py": {"size": 0, "sha256": sha256(b"").hexdigest()},
        "b.py": {"size": 3, "sha256": sha256("é\n".encode()).hexdigest()},
    }
    assert json.dumps(written, indent=2, sort_keys=True) + "\n" == text
    assert parse_manifest(text) == manifest


def test_names_no_folder_of_this_machine(spec: Path, tmp_path: Path):
    text = render_manifest(build_manifest({"a": "x\n"}, Target(spec), sources=[spec], title="Shop", version="1"))
    assert str(tmp_path) not in text


def test_refuses_a_source_outside_the_description(spec: Path, tmp_path: Path):
    other = tmp_path / "other.yaml"
    other.write_text("")
    with pytest.raises(SpecloomError, match="lies outside"):
        build_manifest({"a": "x\n"}, Target(spec), sources=[spec, other], title="Shop", version="1")


@pytest.mark.parametrize("path", ["../../.bashrc", "/etc/passwd", "a/../../b", "a\\b", "", "a\0b", "nul"])
def test_refuses_a_path_that_leaves_the_folder(path: str):
    content = {**BENIGN, "files": {path: {"size": 1, "sha256": "2" * 64}}}
    with pytest.raises(SpecloomError, match="is not a manifest of Specloom: the path"):
        parse_manifest(json.dumps(content))


@pytest.mark.parametrize("path", ["../secret.yaml", "/etc/passwd", "a/../../b"])
def test_refuses_a_description_outside_its_folder(path: str):
    description = {"title": "", "version": "", "entry": "x", "files": {path: "1" * 64}}
    with pytest.raises(SpecloomError, match="outside the entry document's folder"):
        parse_manifest(json.dumps({**BENIGN, "description": description}))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is not JSON"),
        ("{", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "the document is not a table"),
        ("{}", "description is missing"),
        (json.dumps({**BENIGN, "specloom": 1}), "specloom is not a text"),
        (json.dumps({**BENIGN, "files": []}), "files is not a table"),
        (json.dumps({**BENIGN, "files": {"a": 1}}), "files.a is not a table"),
        (
            json.dumps({**BENIGN, "files": {"a": {"size": True, "sha256": "2" * 64}}}),
            "files.a.size is not a number of bytes",
        ),
        (
            json.dumps({**BENIGN, "files": {"a": {"size": 1, "sha256": "x"}}}),
            "files.a.sha256 is not 64 hexadecimal digits",
        ),
        (json.dumps({**BENIGN, "options": {"package": 1, "skip": []}}), "options.package is not a text"),
        (json.dumps({**BENIGN, "options": {"package": None, "skip": "x"}}), "options.skip is not a list of strings"),
    ],
)
def test_refuses_what_is_no_manifest(text: str, reason: str):
    with pytest.raises(SpecloomError) as caught:
        parse_manifest(text, name="shop/manifest.json")
    assert caught.value.message.startswith("shop/manifest.json is not a manifest of Specloom: ")
    assert reason in caught.value.message
    assert "generate the client anew" in caught.value.help


def test_conflict_marks_are_named():
    text = render_manifest(parse_manifest(json.dumps(BENIGN)))
    line = '  "specloom": "0.1.0",\n'
    text = text.replace(line, f"<<<<<<< HEAD\n{line}=======\n{line.replace('0.1', '0.2')}>>>>>>> branch\n")
    with pytest.raises(SpecloomError) as caught:
        parse_manifest(text, name="our clients/shop/manifest.json")
    assert caught.value.message.startswith("our clients/shop/manifest.json has conflict marks: ")
    assert "take one side of the whole folder" in caught.value.help
    assert "--worktree 'our clients/shop')" in caught.value.help


def test_no_manifest(tmp_path: Path):
    assert read_manifest(tmp_path) is None
    assert read_manifest(tmp_path / "missing") is None


def test_does_not_follow_a_link(tmp_path: Path):
    (tmp_path / "real.json").write_text(json.dumps(BENIGN))
    (tmp_path / "manifest.json").symlink_to("real.json")
    with pytest.raises(SpecloomError, match="not a regular file"):
        read_manifest(tmp_path)


def test_refuses_bytes_that_are_no_text(tmp_path: Path):
    (tmp_path / "manifest.json").write_bytes(b"\xff")
    with pytest.raises(SpecloomError, match="not UTF-8"):
        read_manifest(tmp_path)


def test_reading_versions_imports_none_of_the_tools():
    code = (
        "import sys; from specloom.output.tools import current_tools; current_tools();"
        "from specloom.output import current;"
        "print({'datamodel_code_generator', 'jinja2', 'yaml', 'pydantic'} & sys.modules.keys())"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "set()\n"
