"""One comment on a pull request: found again by its marker, and replaced instead of repeated.

GitHub: https://docs.github.com/rest/issues/comments (a pull request is an issue there); GitLab:
https://docs.gitlab.com/api/notes. Only their APIs' own address is talked to, and redirects are not followed: the token
goes nowhere else.
"""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from specloom import __version__
from specloom.errors import SpecloomError
from specloom.regular_file import read_regular

__all__ = ["Outcome", "Thread", "find_thread", "put_comment"]

Outcome = Literal["created", "replaced", "left as it is", "removed", "not needed"]

_PAGE: Final = 100
_TIMEOUT: Final = 30.0
"""Seconds for each request."""
_LOCAL: Final = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of one pull request."""

    url: str
    """Where they are listed, and where a new one is posted."""
    single: str
    """Where one is changed, without its number."""
    method: Literal["PATCH", "PUT"]
    """How one is changed."""
    headers: Mapping[str, str] = field(repr=False)
    """With the token."""


def find_thread(environment: Mapping[str, str], number: int | None = None) -> Thread:
    """Return the comments of the pull request that a CI job runs for.

    Args:
        environment: The variables that GitHub Actions or GitLab CI sets, and `GITHUB_TOKEN` or `GITLAB_TOKEN`.
        number: The number of the pull request; None for what the job says.

    Raises:
        SpecloomError: The job does not run for a pull request, or a variable is missing.
    """
    if environment.get("GITHUB_ACTIONS"):
        return _github(environment, number or _github_number(environment))
    if environment.get("GITLAB_CI"):
        return _gitlab(environment, number or int(_variable(environment, "CI_MERGE_REQUEST_IID")))
    raise SpecloomError(
        "this is no job of GitHub Actions or GitLab CI, so there is nothing to comment on",
        "print the report instead: specloom diff --base REVISION",
    )


def put_comment(thread: Thread, marker: str, text: str) -> Outcome:
    """Make `text` the one comment of the pull request that begins with `marker`.

    Args:
        thread: The comments.
        marker: The first line of the comment; an HTML comment, which people do not see.
        text: The comment, which begins with the marker. Empty: there is to be none.

    Returns:
        What was done.

    Raises:
        SpecloomError: The API cannot be reached, or refuses.
    """
    earlier = next((each for each in _comments(thread) if str(each.get("body", "")).startswith(marker)), None)
    if earlier is None:
        if text:
            _ask(thread, "POST", thread.url, {"body": text})
        return "created" if text else "not needed"
    address = f"{thread.single}/{int(earlier['id'])}"
    if not text:
        _ask(thread, "DELETE", address)
        return "removed"
    if _lines(earlier["body"]) == _lines(text):
        return "left as it is"
    _ask(thread, thread.method, address, {"body": text})
    return "replaced"


def _lines(text: str) -> list[str]:
    """Return the lines of a comment: GitHub gives them back with CRLF, and without white space at the end."""
    return text.strip().splitlines()


def _github(environment: Mapping[str, str], number: int) -> Thread:
    root = _address(environment, "GITHUB_API_URL")
    repository = quote(_variable(environment, "GITHUB_REPOSITORY"))
    token = _variable(environment, "GITHUB_TOKEN")
    return Thread(
        f"{root}/repos/{repository}/issues/{number}/comments",
        f"{root}/repos/{repository}/issues/comments",
        "PATCH",
        {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"},
    )


def _github_number(environment: Mapping[str, str]) -> int:
    path = Path(_variable(environment, "GITHUB_EVENT_PATH"))
    try:
        number = json.loads(read_regular(path))["pull_request"]["number"]
    except (OSError, ValueError, KeyError, TypeError):
        raise SpecloomError(
            "this job does not run for a pull request", "run it on: pull_request, or name one with --number"
        ) from None
    return int(number)


def _gitlab(environment: Mapping[str, str], number: int) -> Thread:
    root = _address(environment, "CI_API_V4_URL")
    project = quote(_variable(environment, "CI_PROJECT_ID"), safe="")
    url = f"{root}/projects/{project}/merge_requests/{number}/notes"
    return Thread(url, url, "PUT", {"PRIVATE-TOKEN": _variable(environment, "GITLAB_TOKEN")})


def _address(environment: Mapping[str, str], name: str) -> str:
    value = _variable(environment, name).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise SpecloomError(f"{name} is no https address: {value}", "a token may not travel unencrypted")
    return value


def _variable(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise SpecloomError(f"{name} is not set", "docs/ci.md shows what a job has to pass on")
    if not value.isprintable():
        raise SpecloomError(f"{name} has characters that no header or address can carry")
    return value


def _comments(thread: Thread) -> Iterator[Mapping[str, Any]]:
    page = 1
    while True:
        found = _ask(thread, "GET", f"{thread.url}?per_page={_PAGE}&page={page}")
        yield from found
        if len(found) < _PAGE:
            return
        page += 1


def _ask(thread: Thread, method: str, url: str, content: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - JSON
    headers = {**thread.headers, "User-Agent": f"specloom/{__version__}"}
    data = None
    if content is not None:
        data, headers["Content-Type"] = json.dumps(content).encode(), "application/json"
    request = Request(url, data, headers, method=method)  # noqa: S310 - the scheme has been checked
    try:
        with build_opener(_NoRedirect).open(request, timeout=_TIMEOUT) as response:
            body = response.read()
    except HTTPError as error:
        _refuse(error)
    except (URLError, OSError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise SpecloomError(f"{urlsplit(url).hostname} cannot be reached: {reason}") from None
    try:
        return json.loads(body) if body else None
    except ValueError:
        raise SpecloomError(f"{urlsplit(url).hostname} answered something that is no JSON") from None


def _refuse(error: HTTPError) -> NoReturn:
    help_ = ""
    if error.code in {401, 403, 404}:
        help_ = (
            "the token may not comment here: a job on GitHub needs the permission pull-requests: write, which those of "
            "forks never have; GitLab needs a token with the scope api"
        )
    host = urlsplit(error.url or "").hostname
    phrase = re.sub(r"[^ -~]", "?", str(error.reason))
    raise SpecloomError(f"{host} refused the comment: {error.code} {phrase}".rstrip(), help_) from None


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing."""

    def redirect_request(self, *_arguments: object) -> None:
        """Return None: no further request is made."""
