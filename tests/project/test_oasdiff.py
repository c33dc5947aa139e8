"""`make oasdiff` reads tests in Go, and fails where a verdict differs that nobody has explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from oasdiff import __main__ as command
from oasdiff.go_tests import Expectation, Pair, read_tests
from oasdiff.go_values import NotReadError, read_place

RULES = """\
package checker
const (
    ParamRequiredId = "request-parameter-became-required"
    PathGoneId = "api-path-removed"
    somePath = "/pets"
)
var rules = []Rule{
    newRule(ParamRequiredId, ERR, x),
    newRule(PathGoneId, ERR, x),
}
"""
TESTS = """\
func TestRequired(t *testing.T) {
    s1, err := open("../data/pets.yaml")
    s2, err := open("../data/pets.yaml")
    s2.Spec.Paths.Value(somePath).Get.Parameters.GetByInAndName(openapi3.ParameterInQuery, "limit").Required = true
    d, osm, err := diff.Get(s1, s2)
    require.Equal(t, checker.ApiChange{
        Id: checker.ParamRequiredId,
        Operation: "GET",
        Path: somePath,
    }, errs[0])
}

func TestSame(t *testing.T) {
    s1, err := open("../data/pets.yaml")
    s2, err := open("../data/pets.yaml")
    d, osm, err := diff.Get(s1, s2)
    errs := checker.CheckBackwardCompatibility(allChecksConfig(), d, osm)
    require.Empty(t, errs)
}

func TestLoop(t *testing.T) {
    s1, err := open("../data/pets.yaml")
    s2, err := open("../data/pets.yaml")
    for name := range s2.Spec.Paths {
    }
    require.Empty(t, errs)
}
"""
PETS = """\
openapi: 3.0.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: Pets.}}
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"checker/rules.go": RULES, "checker/some_test.go": TESTS, "data/pets.yaml": PETS}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    explained = tmp_path / "explained.toml"
    explained.write_text("reason = []", encoding="utf-8")
    monkeypatch.setattr(command, "EXPLAINED", explained)
    monkeypatch.setattr(command, "PAGE", tmp_path / "agreement.md")
    return tmp_path


def test_a_test_is_two_documents_an_edit_and_what_is_expected(checkout: Path):
    required, same, loop = read_tests(checkout)
    assert isinstance(required, Pair)
    assert isinstance(same, Pair)
    assert required.expected == (Expectation("request-parameter-became-required", "ERR", "GET /pets"),)
    assert required.new["paths"]["/pets"]["get"]["parameters"][0]["required"] is True
    assert "required" not in required.old["paths"]["/pets"]["get"]["parameters"][0]
    assert same.expected == ()
    assert loop == "TestLoop: control: for name := range s2.Spec.Paths {"


def test_what_agrees_is_counted(checkout: Path, capsys: pytest.CaptureFixture[str]):
    assert command.main([str(checkout), "--write"]) == 0
    assert capsys.readouterr().out == "3 tests, 2 read: 2 agrees\n"
    assert "2 agree. These do not:" in (checkout / "agreement.md").read_text(encoding="utf-8")


def test_what_differs_has_to_be_explained(checkout: Path, capsys: pytest.CaptureFixture[str]):
    rules = checkout / "checker" / "rules.go"
    rules.write_text(RULES.replace("ParamRequiredId, ERR", "ParamRequiredId, INFO"), encoding="utf-8")
    assert command.main([str(checkout)]) == 1
    assert "not explained: TestRequired: harder: INFO request-parameter-became-required; here breaking" in (
        capsys.readouterr().out
    )
    reason = '[[reason]]\ntitle = "Needs"\nwhy = "They do."\ntests = ["TestRequired", "TestSame"]\n'
    (checkout / "explained.toml").write_text(reason, encoding="utf-8")
    assert command.main([str(checkout), "--write"]) == 1
    assert capsys.readouterr().out.endswith("explained, and does not differ: TestSame\n")
    assert "| `TestRequired` | INFO request-parameter-became-required;" in (checkout / "agreement.md").read_text()


def test_a_step_that_is_not_known_is_no_step():
    assert read_place('.Paths.Value("/a").GetOperation("PUT").Responses.Map()["200"]', {}) == (
        "paths", "/a", "put", "responses", "200",
    )  # fmt: skip
    with pytest.raises(NotReadError, match="step"):
        read_place(".Paths.Value(f(x))", {})
