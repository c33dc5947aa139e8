"""`specloom comment` against a server that keeps comments as GitHub and GitLab do."""

import pytest
from forge_server import Forge, serving

from specloom.cli.main import main
from specloom.errors import SpecloomError
from specloom.forge import Thread, find_thread

TOKEN = "t0ken-of-the-job"  # noqa: S105 - of nobody


@pytest.fixture
def forge():
    with serving(Forge()) as running:
        yield running


@pytest.fixture(params=["github", "gitlab"])
def job(request, forge, monkeypatch, tmp_path):
    """The variables of a job that runs for pull request 7."""
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    event = tmp_path / "event.json"
    event.write_text('{"pull_request": {"number": 7}}')
    variables = {
        "github": {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": forge.url,
            "GITHUB_REPOSITORY": "acme/shop",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_TOKEN": TOKEN,
        },
        "gitlab": {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": forge.url,
            "CI_PROJECT_ID": "12",
            "CI_MERGE_REQUEST_IID": "7",
            "GITLAB_TOKEN": TOKEN,
        },
    }[request.param]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return request.param


def comment(tmp_path, text, *arguments: str):
    file = tmp_path / "report.md"
    file.write_text(text, encoding="utf-8")
    return main(["comment", str(file), *arguments])


@pytest.mark.usefixtures("job")
def test_one_comment_is_created_replaced_and_removed(forge, tmp_path, capsys):
    forge.comments = {number: f"comment {number}" for number in range(1, 150)}
    others = dict(forge.comments)
    said = []
    for text in ("first", "second", "second", "", ""):
        assert comment(tmp_path, text) == 0
        said.append(capsys.readouterr().err.strip())
        own = {number: body for number, body in forge.comments.items() if number not in others}
        assert list(own.values()) == ([f"<!-- specloom:diff -->\r\n{text}"] if text else [])
    assert said == [
        "comment created",
        "comment replaced",
        "comment left as it is",
        "comment removed",
        "comment not needed",
    ]
    assert {number: forge.comments[number] for number in others} == others


def test_the_requests_are_those_of_the_api(forge, job, tmp_path):
    comment(tmp_path, "first")
    comment(tmp_path, "second")
    several, single, method, header, value = {
        "github": (
            "/repos/acme/shop/issues/7/comments",
            "/repos/acme/shop/issues/comments/1",
            "PATCH",
            "Authorization",
            f"Bearer {TOKEN}",
        ),
        "gitlab": (
            "/projects/12/merge_requests/7/notes",
            "/projects/12/merge_requests/7/notes/1",
            "PUT",
            "Private-Token",
            TOKEN,
        ),
    }[job]
    listing = f"{several}?per_page=100&page=1"
    assert [request[:2] for request in forge.requests] == [
        ("GET", listing),
        ("POST", several),
        ("GET", listing),
        (method, single),
    ]
    assert all(request[2][header] == value for request in forge.requests)


@pytest.mark.usefixtures("job")
def test_comments_with_other_keys_stay(forge, tmp_path):
    comment(tmp_path, "one", "--key", "lint")
    comment(tmp_path, "two", "--key", "diff")
    comment(tmp_path, "", "--key", "lint")
    assert list(forge.comments.values()) == ["<!-- specloom:diff -->\r\ntwo"]


@pytest.mark.usefixtures("job")
def test_a_number_on_the_command_line_wins(forge, tmp_path):
    comment(tmp_path, "text", "--number", "31")
    assert all("/31/" in path for _, path, _ in forge.requests)


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_token_that_may_not_comment(forge, tmp_path, capsys, status):
    forge.status = status
    assert comment(tmp_path, "text") == 2
    message = capsys.readouterr().err
    assert f"127.0.0.1 refused the comment: {status}" in message
    assert "pull-requests: write" in message
    assert TOKEN not in message


@pytest.mark.usefixtures("job")
def test_a_redirect_is_not_followed(forge, tmp_path, capsys):
    with serving(Forge()) as other:
        forge.status, forge.location = 302, other.url
        assert comment(tmp_path, "text") == 2
        assert other.requests == []
    assert "refused the comment: 302" in capsys.readouterr().err


@pytest.mark.usefixtures("job")
def test_a_server_that_is_gone(tmp_path, capsys, monkeypatch):
    for name in ("GITHUB_API_URL", "CI_API_V4_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert comment(tmp_path, "text") == 2
    assert "127.0.0.1 cannot be reached" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "no job of GitHub Actions or GitLab CI"),
        ({"GITHUB_ACTIONS": "1"}, "GITHUB_EVENT_PATH is not set"),
        ({"GITHUB_ACTIONS": "1", "GITHUB_EVENT_PATH": "/nowhere"}, "does not run for a pull request"),
        ({"GITLAB_CI": "1"}, "CI_MERGE_REQUEST_IID is not set"),
        ({"GITLAB_CI": "1", "CI_MERGE_REQUEST_IID": "1", "CI_API_V4_URL": "http://gitlab.example"}, "no https address"),
        (
            {
                "GITLAB_CI": "1",
                "CI_MERGE_REQUEST_IID": "1",
                "CI_API_V4_URL": "https://gitlab.example",
                "CI_PROJECT_ID": "1",
                "GITLAB_TOKEN": "a\nb",
            },
            "no header or address can carry",
        ),
    ],
)
def test_what_a_job_has_to_say(environment, message):

    with pytest.raises(SpecloomError, match=message):
        find_thread(environment)


def test_the_token_is_in_no_repr():
    thread = find_thread(
        {
            "GITLAB_CI": "1",
            "CI_MERGE_REQUEST_IID": "1",
            "CI_API_V4_URL": "https://gitlab.example",
            "CI_PROJECT_ID": "group/project",
            "GITLAB_TOKEN": TOKEN,
        }
    )
    assert isinstance(thread, Thread)
    assert TOKEN not in repr(thread)
    assert "group%2Fproject" in thread.url
