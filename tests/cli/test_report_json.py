from __future__ import annotations

from specloom.cli.report.json import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.source import parse_text


def test_findings_are_told_in_full_and_in_order():
    source = parse_text("a/b: é\nc: 2\n", name="api.yaml", format="yaml")
    first, second = Location(source, ("a/b",)), Location(source, ("c",))
    findings = [
        Finding("late", Severity.WARNING, "second", second, related=(first.key(),)),
        Finding("early", Severity.ERROR, "first \x1b[31m é", first, help="mend it"),
    ]
    assert (
        render_findings(findings)
        == """\
{
  "version": 1,
  "findings": [
    {
      "rule": "early",
      "severity": "error",
      "message": "first \\u001b[31m \\u00e9",
      "file": "api.yaml",
      "line": 1,
      "column": 6,
      "pointer": "/a~1b",
      "related": [],
      "help": "mend it",
      "source": ""
    },
    {
      "rule": "late",
      "severity": "warning",
      "message": "second",
      "file": "api.yaml",
      "line": 2,
      "column": 4,
      "pointer": "/c",
      "related": [
        {
          "file": "api.yaml",
          "line": 1,
          "column": 1,
          "pointer": "/a~1b"
        }
      ],
      "help": "",
      "source": ""
    }
  ]
}
"""
    )


def test_nothing_found_is_an_empty_list():
    assert render_findings([]) == '{\n  "version": 1,\n  "findings": []\n}\n'
