"""The caller uses all of a client, and is content with the client it was made from."""

import ast
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from edits import api_of

from specloom.diff.vocabulary import Complaint
from specloom.findings import SpecloomError
from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target
from specloom.typecheck import check
from specloom.typecheck.caller import Caller, Line, render_caller
from specloom.typecheck.check import check_callers, check_types, client_files

SHIPPED = ("fixably", "fixje", "repairdesk", "sitoo")
CASES = Path(__file__).parents[1] / "cases"
FEATURES = (
    "arrays-and-maps", "awkward-names", "binary-bodies", "discriminator", "form-body", "formats",
    "header-and-cookie-parameters", "links-of-another-shape", "multipart-whole-body", "nullable-body-field",
    "recursive-schema", "same-names", "schemas-in-a-circle", "search", "unions", "upload", "webhooks", "whole-body",
)  # fmt: skip
"""Cases whose clients have what the shipped ones have not."""


def case_api(name):
    return build_api(load_description(Target(CASES / name / "openapi.yaml")).document)


@pytest.mark.slow
def test_every_caller_is_content_with_its_own_client():
    apis = [*map(api_of, SHIPPED), *map(case_api, FEATURES)]
    pairs = [(render_caller(api, f"client_{number}"), client_files(api)) for number, api in enumerate(apis)]
    found = check_callers(pairs, trusted=True)
    assert dict(zip((*SHIPPED, *FEATURES), found, strict=True)) == dict.fromkeys((*SHIPPED, *FEATURES), ())


def classes_in(files, folder):
    """Yield what the modules of a folder define, as syntax trees."""
    for path, text in files.items():
        if path.startswith(folder):
            yield from (node for node in ast.parse(text).body if isinstance(node, ast.ClassDef))


def members_of(node, kind):
    return [each for each in node.body if isinstance(each, kind)]


@pytest.fixture(scope="module")
def fixably():
    api = api_of("fixably")
    return client_files(api), render_caller(api, "client")


def test_it_reads_every_field_and_writes_every_key(fixably):
    files, caller = fixably
    symbols = {line.symbol for line in caller.lines}
    for folder, spelt in (("models/", "models.{}.{}"), ("inputs/", 'inputs.{}["{}"]')):
        declared = {
            spelt.format(node.name, field.target.id)
            if node.bases
            else f"{folder[:-1]}.{node.name.removesuffix('Values')}.{field.target.id}"  # the names of values
            for node in classes_in(files, folder)
            for field in members_of(node, ast.AnnAssign)
            if field.target.id != "__pydantic_extra__"
        }
        assert len(declared) > 50
        assert declared <= symbols


def test_it_calls_every_method_of_both_clients_with_every_argument(fixably):
    files, caller = fixably
    declared, called = {}, {}
    for node in classes_in(files, "resources/"):
        for method in members_of(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if not method.decorator_list:
                arguments = [*method.args.args[1:], *method.args.kwonlyargs]
                name = (node.name.startswith("Async"), method.name, *(each.arg for each in arguments))
                declared[name] = declared.get(name, 0) + 1
    for node in ast.walk(ast.parse(caller.text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
            client = ast.unparse(node.func).partition(".")[0]
            name = (client == "_async_client", node.func.attr, *sorted(each.arg for each in node.keywords))
            called[name] = called.get(name, 0) + 1
    for name, number in declared.items():
        asynchronous, method, *arguments = name
        assert called[(asynchronous, method, *sorted(arguments))] >= number, name


TWO_ANSWERS = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /labels/{id}:
    post:
      operationId: printLabel
      tags: [Labels]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Label'}}}}
      responses:
        "200":
          description: It.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Label'}}
            application/pdf: {schema: {type: string, format: binary}}
components: {schemas: {Label: {type: object, required: [text], properties: {text: {type: string}}}}}
"""


def test_whoever_asks_for_a_media_type_passes_what_is_needed_once(tmp_path):
    (tmp_path / "openapi.yaml").write_text(TWO_ANSWERS, encoding="utf-8")
    caller = render_caller(build_api(load_description(Target(tmp_path / "openapi.yaml")).document), "client")
    calls = [node for node in ast.walk(ast.parse(caller.text)) if isinstance(node, ast.Call)]
    passed = [{each.arg for each in call.keywords} for call in calls]
    assert [names for names in passed if "accept" in names] == [
        {"id", "text", "accept"}
    ] * 4  # both media types, of both clients


def test_it_mentions_every_error_code_and_event(fixably):
    files, caller = fixably
    symbols = {line.symbol for line in caller.lines}
    errors = {node.name for node in classes_in(files, "errors.py")}
    events = {node.name for node in classes_in(files, "webhooks.py")}
    assert {f"errors.{name}" for name in errors} | {f"webhooks.{name}" for name in events} <= symbols
    assert {"errors.ErrorCode.E4095", "webhooks.parse", "errors.UploadError"} <= symbols


def test_no_name_of_a_description_becomes_code():
    api = api_of("sitoo")
    model = api.answers["ServiceStore"]
    for name in ("id\nimport os", "id; import os", "id if else"):
        fields = (replace(model.fields[0], name=name), *model.fields[1:])
        hostile = replace(api, answers={**api.answers, model.name: replace(model, fields=fields)})
        with pytest.raises(SpecloomError, match="would become code"):
            render_caller(hostile, "client")


def small_caller(text="client.x"):
    return Caller("client", (Line("import client", ""), Line(text, "client.x")))


@pytest.mark.slow
def test_users_settings_of_mypy_do_not_matter(tmp_path, monkeypatch):
    (tmp_path / ".mypy.ini").write_text("[mypy]\nignore_errors = True\n", encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\nignore_errors = True\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MYPY_CONFIG_FILE_DIR", str(tmp_path))
    monkeypatch.setenv("MYPYPATH", str(tmp_path))
    (found,) = check_callers([(small_caller("client.x.upper()"), {"__init__.py": "x: int = 1\n"})])
    assert found == (Complaint("client.x", '"int" has no attribute "upper"'),)


@pytest.mark.slow
def test_an_error_in_the_client_is_no_complaint():
    with pytest.raises(SpecloomError, match=r"does not type-check: client.__init__\.py:1: Incompatible types"):
        check_callers([(small_caller(), {"__init__.py": 'x: int = ""\n'})])


@pytest.mark.slow
def test_what_mypy_cannot_read_is_said():
    with pytest.raises(SpecloomError, match="mypy failed: "):
        check_callers([(small_caller(), {"__init__.py": "x = = 1\n"})])


@pytest.mark.slow
def test_the_checked_client_is_never_run(tmp_path):
    trace = tmp_path / "trace"
    text = f"from pathlib import Path\n\nPath({str(trace)!r}).touch()\nx = 1\n"
    assert check_callers([(small_caller(), {"__init__.py": text, "mypy.py": text})]) == ((),)
    assert not trace.exists()


@pytest.mark.parametrize("missing", [("mypy",), ("mypy", "httpx")])
def test_what_is_not_installed_is_named(missing, monkeypatch):
    found = check.find_spec
    monkeypatch.setattr(check, "find_spec", lambda name: None if name in missing else found(name))
    with pytest.raises(SpecloomError, match=" and ".join(missing)) as raised:
        check_callers([(small_caller(), {"__init__.py": ""})])
    assert raised.value.help == f"run: {shlex.quote(sys.executable)} -m pip install {' '.join(missing)}"


@pytest.mark.slow
def test_callers_of_one_client_are_checked_against_another():
    old, new = case_api("path-parameters"), case_api("query-parameters")
    assert check_types(old, new) != ()


def test_callers_do_not_depend_on_the_hash_seed():
    code = "from edits import api_of\nfrom specloom.typecheck.caller import render_caller\n"
    code += "print(render_caller(api_of('fixje'), 'client').text)"
    paths = [str(Path(check.__file__).parents[2]), str(Path(__file__).parents[1] / "support")]
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ":".join(paths), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(texts) == 1
