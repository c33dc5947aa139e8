"""The baseline: what it knows does not count, whatever moves around it; what is gone from under it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.lint.baseline import apply_baseline, read_baseline, render_baseline

FILE = Path("known.json")
OPERATIONS = "paths:\n" + "".join(
    f"  /{name}:\n"
    f"    get: {{operationId: orders_{name}, tags: [orders], responses: {{'204': {{description: Fine.}}}}}}\n"
    for name in "ab"
)


def known(linted, folder: Path = Path()) -> list[dict[str, str]]:
    text = render_baseline(linted.findings, folder)
    (folder / FILE).write_text(text)
    return json.loads(text)["findings"]


def left(linted, path: Path = FILE) -> list[str]:
    findings = apply_baseline(linted.findings, read_baseline(path), linted.files, complete=linted.complete)
    return [f"{finding.rule} {finding.location.position.line}" for finding in findings]


def test_a_baseline_has_rule_file_pointer_and_a_digest_of_the_words(lint):
    entry, _ = known(lint(OPERATIONS))
    assert len(entry.pop("message")) == 12
    assert entry == {"rule": "undescribed-operation", "file": "openapi.yaml", "pointer": "/paths/~1a/get"}


def test_known_findings_do_not_count_wherever_their_lines_go(lint):
    known(lint(OPERATIONS))
    assert left(lint("# A\n# comment\n" + OPERATIONS)) == []


def test_new_findings_count(lint):
    known(lint(OPERATIONS))
    added = "  /c: {get: {operationId: orders_c, tags: [orders], responses: {'204': {description: Fine.}}}}\n"
    assert left(lint(OPERATIONS + added)) == ["undescribed-operation 10"]


def test_an_entry_that_matches_nothing_is_an_error_where_it_stands(lint):
    known(lint(OPERATIONS))
    assert left(lint(OPERATIONS.replace("orders_a,", "orders_a, summary: Return A.,"))) == ["unused-baseline 4"]


def test_entries_about_files_that_were_not_read_are_not_judged(lint):
    known(lint(OPERATIONS))
    Path("openapi.yaml").rename("other.yaml")
    FILE.write_text(FILE.read_text().replace("openapi.yaml", "other.yaml"))
    other = OPERATIONS.replace("tags:", "summary: Return it., tags:")
    assert left(lint(other)) == []
    Path("other.yaml").unlink()
    assert left(lint(other)) == ["unused-baseline 4", "unused-baseline 10"]


def test_nothing_is_unused_while_rules_have_not_looked(lint):
    known(lint(OPERATIONS))
    broken = lint("paths: {/a: {get: {responses: {'200': {$ref: '#/nowhere'}}}}}\n")
    assert left(broken) == ["unresolved-reference 5"]


def test_file_names_are_relative_to_the_baseline(lint):
    Path("ci").mkdir()
    linted = lint(OPERATIONS)
    assert {entry["file"] for entry in known(linted, Path("ci"))} == {"../openapi.yaml"}
    assert left(linted, Path("ci") / FILE) == []


def test_entries_beside_the_files_that_were_read_are_kept(lint):
    known(lint(OPERATIONS))
    baseline = read_baseline(FILE)
    assert baseline.entries_beside(["openapi.yaml"]) == ()
    assert len(baseline.entries_beside(["else.yaml"])) == 2


ENTRY = {"file": "a.yaml", "pointer": "", "rule": "a-b", "message": "0"}
NO_BASELINES = {
    "nothing": "",
    "no object": "[]",
    "no JSON": "{",
    "another version": '{"version": 2, "findings": []}',
    "no findings": '{"version": 1}',
    "an entry without members": '{"version": 1, "findings": [{}]}',
    "an entry that is a text": '{"version": 1, "findings": ["a"]}',
    "a file that no system has": json.dumps({"version": 1, "findings": [ENTRY | {"file": "\0"}]}),
}


@pytest.mark.parametrize("text", NO_BASELINES.values(), ids=NO_BASELINES)
def test_what_is_no_baseline_is_refused(tmp_path, text):
    (tmp_path / "known.json").write_text(text)
    with pytest.raises(SpecloomError) as caught:
        read_baseline(tmp_path / "known.json")
    assert caught.value.help.endswith("/known.json --write-baseline")
    with pytest.raises(SpecloomError, match="no such file") as caught:
        read_baseline(tmp_path / "none.json")
    assert caught.value.help.endswith("/none.json --write-baseline")
