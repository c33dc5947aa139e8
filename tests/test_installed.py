"""What a message says to install comes from where this Specloom came from."""

import pytest

from specloom.installed import install_command, source_of


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ('{"url": "file:///home/anna/my%20loom", "dir_info": {"editable": true}}', "/home/anna/my loom"),
        (
            '{"url": "https://git.example.com/a/specloom", "vcs_info": {"vcs": "git", "commit_id": "1f"}}',
            "git+https://git.example.com/a/specloom",
        ),
        ('{"url": "file:///tmp/specloom-0.1.0-py3-none-any.whl", "archive_info": {}}', "SOURCE"),
    ],
)
def test_the_source_is_that_of_what_is_installed(written: str, source: str):
    assert source_of(written) == source


def test_a_checkout_names_no_index():
    assert install_command(">=99").startswith("python -m pip install ")
    assert ">=99" not in install_command(">=99")
