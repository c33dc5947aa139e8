"""`specloom comment` against a server that keeps comments as GitHub and GitLab do."""

import re
import time
from http import HTTPStatus

import pytest
from forge_server import Forge, Refusal, serving

from specloom.ci_job import find_thread
from specloom.cli.comment import cut_markdown
from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.forge import Thread

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
        ("GET", "/user"),
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


def test_the_merge_request_of_a_fork_is_of_the_project_that_it_is_for():
    job = {
        "GITLAB_CI": "1",
        "CI_API_V4_URL": "https://gitlab.example",
        "CI_MERGE_REQUEST_IID": "7",
        "GITLAB_TOKEN": TOKEN,
    }
    thread = find_thread({**job, "CI_PROJECT_ID": "34", "CI_MERGE_REQUEST_PROJECT_ID": "12"})
    assert thread.url == "https://gitlab.example/projects/12/merge_requests/7/notes"


@pytest.mark.parametrize(
    ("root", "graphql"),
    [
        ("https://api.github.com", "https://api.github.com/graphql"),
        ("https://github.acme.example/api/v3/", "https://github.acme.example/api/graphql"),
        ("https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"),
    ],
)
def test_where_github_answers_graphql(root, graphql):
    event = {"GITHUB_ACTIONS": "true", "GITHUB_API_URL": root, "GITHUB_REPOSITORY": "acme/shop", "GITHUB_TOKEN": TOKEN}
    assert find_thread(event, 7).graphql == graphql


MARKER = "<!-- specloom:diff -->"
OTHERS = {
    "replaced": f"{MARKER}\nI am a contributor, and this is my long review.",
    "one line": f"{MARKER} my words",
    "the same": f"{MARKER}\ntext",
}


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize("author", ["mallory", "github-actions", "GitHub-Actions[bot]", "", None])
@pytest.mark.parametrize("words", OTHERS.values(), ids=OTHERS)
def test_a_comment_of_somebody_else_is_left_alone(forge, tmp_path, author, words):
    forge.comments, forge.authors = {4: words}, {4: author}
    for text in ("text", "other text", ""):
        assert comment(tmp_path, text) == 0
        assert forge.comments.pop(4) == words
        assert list(forge.comments.values()) == ([f"{MARKER}\r\n{text}"] if text else [])
        forge.comments = {4: words, **forge.comments}


@pytest.mark.parametrize(("user", "is_app"), [("ada", False), ("acme[bot]", True), (None, True), ("root", False)])
def test_whoever_the_token_belongs_to(forge, tmp_path, job, user, is_app):
    forge.user, forge.is_app = user, is_app and job == "github"
    if user is None and job == "gitlab":
        pytest.skip("GitLab tells every token its user")
    forge.comments, forge.authors = {1: f"{MARKER}\nold", 2: f"{MARKER}\nforeign"}, {2: "mallory"}
    assert comment(tmp_path, "new") == 0
    assert forge.comments == {1: f"{MARKER}\r\nnew", 2: f"{MARKER}\nforeign"}


def test_a_token_that_nobody_is_said_to_have_touches_nothing(forge, tmp_path, job):
    forge.comments, forge.authors = {1: f"{MARKER}\nold"}, {1: None}
    forge.user = None
    assert comment(tmp_path, "new") == (0 if job == "github" else 2)
    assert forge.comments[1] == f"{MARKER}\nold"


@pytest.mark.usefixtures("job")
def test_of_several_own_comments_the_first_stays(forge, tmp_path):
    words = f"{MARKER}\nold"
    forge.comments = {**{number: f"comment {number}" for number in range(1, 240)}, 240: words, 241: words, 242: words}
    forge.authors = {241: "mallory"}
    assert comment(tmp_path, "new") == 0
    assert {number: forge.comments.get(number) for number in (240, 241, 242)} == {
        240: f"{MARKER}\r\nnew",
        241: words,
        242: None,
    }
    assert comment(tmp_path, "") == 0
    assert len(forge.comments) == 240


PAGES = {
    "deep": ("[" * 200_000, "no JSON"),
    "closed": ("[" * 100_000 + "]" * 100_000, "no JSON"),
    "an object": ({"message": "hello"}, "no list of comments"),
    "for ever": ([{"id": 1, "body": "x"}] * 100, "lists more than 10,000 comments"),
}


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize(("page", "said"), PAGES.values(), ids=PAGES)
def test_an_api_that_answers_nonsense_is_said_to(forge, tmp_path, capsys, page, said):
    forge.page = page
    assert comment(tmp_path, "new") == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize("number", [None, "7", {}, [1]])
def test_what_has_no_number_is_no_comment(forge, tmp_path, number):
    person = {"login": forge.user, "username": forge.user}
    forge.page = [{"id": number, "body": MARKER, "user": person, "author": person}]
    assert comment(tmp_path, "new") == 0


def test_a_user_cannot_be_asked_for_because_of_a_limit(forge, tmp_path, capsys, job):
    forge.comments = {1: f"{MARKER}\nold"}
    listing = {"github": "/repos/acme/shop/issues/7/comments", "gitlab": "/projects/12/merge_requests/7/notes"}[job]
    found = [{"id": 1, "body": f"{MARKER}\nold"}]
    limit = Refusal(403, {"message": "You have exceeded a secondary rate limit."})
    forge.refusals = [Refusal(200, found), limit]
    assert comment(tmp_path, "new") == 2
    assert "the API limits how many requests" in capsys.readouterr().err
    assert [path.partition("?")[0] for _, path, _ in forge.requests] == [listing, "/user"]
    assert forge.comments == {1: f"{MARKER}\nold"}


@pytest.mark.slow
@pytest.mark.usefixtures("job")
@pytest.mark.parametrize("status", [403, 429])
@pytest.mark.parametrize(
    "headers",
    [
        lambda: {"Retry-After": "0"},
        lambda: {"Retry-After": "1"},
        lambda: {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()))},
        lambda: {"RateLimit-Remaining": "0", "RateLimit-Reset": str(int(time.time()) - 5)},
    ],
)
def test_a_limit_is_waited_for_once(forge, tmp_path, capsys, status, headers):
    forge.refusals = [Refusal(status, None, headers())]
    assert comment(tmp_path, "text") == 0
    assert len(forge.comments) == 1
    if headers().get("Retry-After") == "1":
        return
    forge.refusals = [Refusal(status, {"message": "slow down"}, headers()) for _ in range(2)]
    assert comment(tmp_path, "other") == 2
    message = capsys.readouterr().err
    assert re.search(rf"refused the comment: {status} [A-Za-z ]+: slow down\n", message)
    assert "the API limits how many requests are made with this token: run the job again in" in message


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize(
    ("status", "headers", "body", "advice"),
    [
        (429, {"Retry-After": "3600"}, None, "run the job again in 3600 s"),
        (429, {"Retry-After": "soon"}, None, "run the job again later"),
        (429, {"Retry-After": "-1"}, None, "run the job again later"),
        (429, {}, "<html>slow</html>", "run the job again later"),
        (403, {}, {"message": "You have exceeded a secondary rate limit."}, "run the job again later"),
        (403, {"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1"}, None, "may not comment here"),
        (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9999999999"}, None, "run the job again in"),
        (503, {"Retry-After": "1"}, None, "503 Service Unavailable: no"),
    ],
)
def test_no_longer_than_a_minute(forge, tmp_path, capsys, status, headers, body, advice):
    forge.refusals = [Refusal(status, body, headers)]
    assert comment(tmp_path, "text") == 2
    assert advice in capsys.readouterr().err
    assert len(forge.requests) == 1


NOT_PROCESSED = f"422 {HTTPStatus(422).phrase}"


@pytest.mark.usefixtures("job")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"message": "Bad credentials"}, ": Bad credentials"),
        ({"message": "Validation Failed", "errors": [{"message": "body is too long"}]}, "Failed; body is too long"),
        ({"message": {"note": ["is too long", "is spam"]}}, ": is too long; is spam"),
        ({"error": "insufficient_scope", "error_description": "needs api"}, ": insufficient_scope; needs api"),
        ({"message": "\x1b[31mred\u202e\n::error::x\r##[error]y"}, ": [31mred : :error: :x # #[error]y"),
        ({"message": "x" * 5000}, ": " + "x" * 299 + "…"),
        ("<html><h1>502</h1></html>", NOT_PROCESSED),
        ("[" * 50_000, NOT_PROCESSED),
        ({"message": 7}, NOT_PROCESSED),
        ([1], NOT_PROCESSED),
    ],
)
def test_what_the_api_says_is_shown(forge, tmp_path, capsys, body, said):
    forge.refusals = [Refusal(422, body)]
    assert comment(tmp_path, "text") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.removeprefix("error: 127.0.0.1 refused the comment: ").endswith(said)
    assert line.isprintable()


LIMITS = {"github": 65_536, "gitlab": 1_000_000}
LONG = {
    "lines": "a line\n" * 200_000,
    "one line": "x" * 1_100_000,
    "code": "````python\n```\n" + "a line\n" * 200_000,
    "folded": "<details><summary>a</summary>\n\n<details>\n\n" + "a line\n" * 200_000 + "</details></details>",
    "hidden": "<!--\n" + "a line\n" * 200_000 + "-->",
    "code in a fold": "<details>\n\n~~~\n</details>\n" + "a line\n" * 200_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_is_too_long_is_cut(forge, tmp_path, monkeypatch, job, text):
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_RUN_ID", "31")
    monkeypatch.setenv("CI_JOB_URL", "https://gitlab.example/jobs/31")
    assert comment(tmp_path, text) == 0
    (written,) = forge.comments.values()
    written = written.replace("\r\n", "\n")
    assert LIMITS[job] - 100 < len(written) <= LIMITS[job]
    address = {"github": "https://github.com/acme/shop/actions/runs/31", "gitlab": "https://gitlab.example/jobs/31"}[
        job
    ]
    whole, cut, notice = written.rpartition("\n_This is cut here: it was too long for a comment. ")
    assert cut
    assert address in notice
    ends = {
        "lines": "a line\n",
        "one line": "x\n",
        "code": "a line\n````\n",
        "folded": "a line\n\n</details>\n</details>\n",
        "hidden": "a line\n-->\n",
        "code in a fold": "a line\n~~~\n\n</details>\n",
    }
    assert whole.endswith(ends[next(name for name, each in LONG.items() if each == text)])


@pytest.mark.parametrize("length", range(90, 130))
def test_a_cut_is_as_long_as_it_may_be_at_any_place(length):
    text = "<details>\n\n~~~~\ncode\n~~~~\n\n<!-- a\nb -->\n</details>\n" + "prose of a line\n" * 10
    cut = cut_markdown(text, length, "_cut_")
    assert len(cut) <= length
    assert cut.endswith("\n\n_cut_\n")
    assert cut.count("<details>") == cut.count("</details>")
    assert cut.count("~~~~") % 2 == 0
    assert cut.count("<!--") == cut.count("-->")


def test_what_fits_is_not_cut(forge, tmp_path, job):
    text = "é" * (LIMITS[job] - len(MARKER) - 1)
    assert comment(tmp_path, text) == 0
    assert list(forge.comments.values()) == [f"{MARKER}\r\n{text}"]
