"""Operations that are left out count as not written."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from specloom.findings import DescriptionError
from specloom.spec.load import load_description
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Write: TypeAlias = Callable[..., Path]

BROKEN = """\
paths:
  /a:
    get: {operationId: getA, responses: {'200': {description: d}}}
    put: {operationId: putA, parameters: [{$ref: '#/nowhere'}], responses: {'2': {}}, tags: no list}
  /b: {$ref: '#/components/pathItems/B'}
  /c: {$ref: '#/components/pathItems/B'}
components:
  pathItems:
    B: {post: {operationId: postB, requestBody: {content: {a/b: {schema: {$ref: 'urn:a:b'}}}}}}
"""
WRONG_IN_PUT = 3
"""A reference, a status code, a list; the other operation has what is not supported."""


def rules(entry: Path, *skip: str, only: tuple[str, ...] = ()) -> list[str]:
    try:
        load_description(Target(entry, skip=skip, only=only))
    except DescriptionError as error:
        return [finding.rule for finding in error.findings]
    return []


def test_nothing_in_a_skipped_operation_has_to_be_right(write: Write):
    entry = write(BROKEN)
    assert len(rules(entry)) > WRONG_IN_PUT
    assert rules(entry, "putA") == rules(entry, "PUT /a") == ["unsupported-reference"]
    assert rules(entry, "putA", "postB") == []
    document = load_description(Target(entry, skip=["PUT /a", "postB"])).document
    assert [operation.route for operation in document.operations] == ["GET /a"]
    assert document.skipped == {"PUT /a": "putA", "POST /b": "postB", "POST /c": "postB"}


@pytest.mark.parametrize(
    ("webhooks", "found"),
    [("", ["unknown-operation"]), ("webhooks: {a: {post: {responses: {'200': {description: d}}}}}", [])],
)
def test_webhooks_can_be_kept_where_there_are_some(webhooks: str, found: list[str], write: Write):
    entry = write(f"paths: {{/a: {{get: {{responses: {{'200': {{description: d}}}}}}}}}}\n{webhooks}\n")
    assert rules(entry, only=("webhooks",)) == found


def test_an_operation_that_another_path_uses_is_still_checked(write: Write):
    assert rules(write(BROKEN), "PUT /a", "POST /b") == ["unsupported-reference"]
    assert rules(write(BROKEN), "PUT /a", "POST /b", "POST /c") == []


def test_what_is_not_supported_in_an_operation_names_the_way_out(findings: Find):
    found = [shown for shown in findings(BROKEN) if "unsupported" in shown]
    assert len(found) == 1
    assert found[0].endswith("leave the operations out: --skip postB)")
    (shown,) = findings("paths: {/a: {get: {parameters: [{name: q, in: query, schema: {$ref: 'urn:a:b'}}]}}}\n")
    assert shown.endswith("leave the operation out: --skip 'GET /a')")
    (shown,) = findings("components: {schemas: {A: {$ref: 'urn:a:b'}}}\n")
    assert "--skip" not in shown


def test_a_path_without_a_slash_can_be_skipped(write: Write):
    """Its name is as little to be right as what it holds."""
    responses = "responses: {'200': {description: d}}"
    entry = write(f"paths: {{a: {{get: {{{responses}}}, put: {{{responses}}}}}}}\n")
    assert rules(entry) == ["wrong-path"]
    assert rules(entry, "GET a") == ["wrong-path"]
    assert rules(entry, "GET a", "PUT a") == []


@pytest.mark.parametrize("skip", ["getB", "GET /b", "get /a", ""])
def test_what_is_to_be_skipped_exists(skip: str, write: Write):
    assert rules(write("paths: {/a: {get: {operationId: getA}}}\n"), skip) == ["unknown-operation"]


@pytest.mark.parametrize("member", ["skip", "only"])
@pytest.mark.parametrize(
    ("entry", "meant"),
    [("geta", "getA"), ("get /a/{id}", "GET /a/{id}"), ("GET /A/{key}", "GET /a/{id}"), ("getAB", "getA")],
)
def test_what_differs_a_little_is_taken_for_it(member: str, entry: str, meant: str, write: Write):
    spec = write("paths: {'/a/{id}': {get: {operationId: getA}, post: {operationId: send}}}\n")
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(spec, **{member: (entry,)}))  # type: ignore[arg-type]  # of two fields that are alike
    assert {each.help for each in caught.value.findings if each.rule == "unknown-operation"} == {
        f"did you mean {meant!r}?"
    }


@pytest.mark.parametrize(("only", "kept"), [("orders", ["/o", "/l"]), ("orders.lines", ["/l"]), ("shop", ["/s"])])
def test_a_resource_is_kept_with_all_that_hangs_under_it(only: str, kept: list[str], write: Write):
    resources = {"/o": "orders", "/l": "orders.lines", "/s": "shop"}
    paths = (f"{path}: {{get: {{x-specloom: {{resource: {name}}}}}}}" for path, name in resources.items())
    document = load_description(Target(write(f"paths: {{{', '.join(paths)}}}\n"), only=(only,))).document
    assert [operation.path for operation in document.operations] == kept


def test_files_that_only_skipped_operations_need_are_not_read(write: Write):
    entry = write(
        {
            "openapi.yaml": (
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
                "paths: {/a: {get: {$ref: a.yaml}, put: {$ref: b.yaml}, post: {$ref: gone.yaml}}}\n"
            ),
            "a.yaml": "operationId: getA\nrequestBody: {$ref: parts.yaml}\ndescription: {$ref: text.yaml}\n",
            "b.yaml": "operationId: putA\n",
            "parts.yaml": "content: {}\n",
            "text.yaml": "What it does.\n",
        }
    )
    description = load_description(Target(entry, skip=["getA", "POST /a"]))
    assert [operation.operation_id for operation in description.document.operations] == ["putA"]
    assert [file.name.rpartition("/")[2] for file in description.files] == ["openapi.yaml", "a.yaml", "b.yaml"]


def test_paths_in_circles_do_not_hang(write: Write):
    entry = write("paths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n")
    assert "circular-reference" in rules(entry, "GET /a")


WRONG_ANYWHERE = {
    "in an operation": ("get: {tags: x}, put: {}", "the operation", ["GET /a"]),
    "in one with a quoted id": ("get: {operationId: it's, tags: x}, put: {}", "the operation", ["it's"]),
    "in one that two paths have": (
        "get: {tags: x}, put: {}}, /c: {$ref: '#/paths/~1a'",
        "the operations",
        ["GET /a", "GET /c"],
    ),
    "beside its operations": (
        "parameters: [{in: query, schema: {}}], get: {}, put: {operationId: putA}",
        "the path",
        ["GET /a", "putA"],
    ),
    "in a method that is none": ("GET: {operationId: getA}, put: {operationId: putA}", "the operation", ["getA"]),
    "in one without an id": ("GET: {tags: x}", "the operation", ["GET /a"]),
    "in one beside what it means": ("GET: {tags: [x]}, get: {}", "the operations", ["GET /a"]),
    "in a method of a later version": ("query: {}, put: {operationId: putA}", "the operation", ["QUERY /a"]),
    "in methods of a later version": (
        "additionalOperations: {COPY: {}, LOCK: {operationId: lock}}, put: {}",
        "the operations",
        ["COPY /a", "lock"],
    ),
}


@pytest.mark.parametrize("where", WRONG_ANYWHERE)
def test_an_error_names_the_way_out_and_it_is_one(where: str, write: Write):
    item, left_out, names = WRONG_ANYWHERE[where]
    entry = write(f"paths: {{/a: {{{item}}}, /b: {{get: {{}}}}}}\n")
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(entry))
    (finding,) = caught.value.findings
    assert finding.help.endswith(f"leave {left_out} out: {' '.join(f'--skip {shlex.quote(name)}' for name in names)}")
    assert [each.path for each in load_description(Target(entry, skip=names)).document.operations][-1] == "/b"


@pytest.mark.parametrize("where", WRONG_ANYWHERE)
@pytest.mark.parametrize("table", ["clients", "vendor"])
def test_where_a_client_stands_in_the_settings_they_are_the_way_out(where: str, table: str, write: Write):
    item, left_out, names = WRONG_ANYWHERE[where]
    entry = write(f"paths: {{/a: {{{item}}}, /b: {{get: {{}}}}, /d: {{get: {{operationId: d}}}}}}\n")
    settings = entry.parent / "specloom.toml"
    text = f'[{table}.shop]\nspec = "{entry.name}"\n' + ('into = "acme/shop"\n' if table == "vendor" else "")

    def help_with(text: str) -> str:
        settings.write_text(text)
        with pytest.raises(DescriptionError) as caught:
            load_description(load_configuration(entry.parent).find("shop"))
        return caught.value.findings[0].help

    listed = ", ".join(f'"{name}"' for name in names)
    said = f"leave {left_out} out: skip = [{listed}] in its settings, {settings}:1:{len(table) + 3}"
    assert help_with(text).endswith(said)
    with_others = help_with(f'{text}skip = ["d"]\n')
    assert with_others.endswith(f"out: add {listed} to `skip` in its settings, {settings}:{text.count(chr(10)) + 1}:1")
    settings.write_text(f'{text}skip = ["d", {listed}]\n')
    found = load_description(load_configuration(entry.parent).find("shop")).document.operations
    assert [each.path for each in found][-1] == "/b"
