"""Says with each failure how to see it again."""

from collections.abc import Generator

import pytest
from fuzzing import command_for


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        report.sections.append(("the same examples again", command_for(item.nodeid)))
    return report
