"""What a CI job of GitHub or GitLab says of itself: its pull request, what that is merged into, and its page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from specloom.findings import SpecloomError
from specloom.forge import Thread, member_of
from specloom.regular_file import read_regular

_LOCAL: Final = {"localhost", "127.0.0.1", "::1"}


def find_thread(environment: Mapping[str, str], number: int | None = None) -> Thread:
    """Return the comments of the pull request that a CI job runs for.

    The environment has the variables that GitHub Actions or GitLab CI sets, and `GITHUB_TOKEN` or `GITLAB_TOKEN`.
    Without a number it is the one of the job.

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


def find_job(environment: Mapping[str, str]) -> str:
    """Return the address of the page of the CI job that this is; empty where nothing says so."""
    server, run = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_RUN_ID", "")
    repository = quote(environment.get("GITHUB_REPOSITORY", ""))
    if server and repository and run:
        return f"{server}/{repository}/actions/runs/{quote(run)}"
    return environment.get("CI_JOB_URL", "")


def find_base(environment: Mapping[str, str]) -> str:
    """Return the commit that a CI job's pull request, or group of a merge queue, is merged into; empty without one."""
    if environment.get("PRE_COMMIT"):  # a hook is about a commit, wherever it runs
        return ""
    if environment.get("GITHUB_ACTIONS") and environment.get("GITHUB_EVENT_PATH"):
        event = _event(environment)
        base = member_of(member_of(member_of(event, "pull_request"), "base"), "sha")
        base = base or member_of(member_of(event, "merge_group"), "base_sha")
        return base if isinstance(base, str) else ""
    if environment.get("GITLAB_CI"):
        return environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
    return ""


def _github(environment: Mapping[str, str], number: int) -> Thread:
    root = _address(environment, "GITHUB_API_URL")
    repository = quote(_variable(environment, "GITHUB_REPOSITORY"))
    token = _variable(environment, "GITHUB_TOKEN")
    return Thread(
        f"{root}/repos/{repository}/issues/{number}/comments",
        f"{root}/repos/{repository}/issues/comments",
        "PATCH",
        {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"},
        author="user",
        name="login",
        user=f"{root}/user",
        graphql=f"{root.removesuffix('/v3')}/graphql",  # on a server of one's own, REST is at /api/v3
        limit=65_536,
    )


def _github_number(environment: Mapping[str, str]) -> int:
    try:
        return int(member_of(member_of(_event(environment), "pull_request"), "number"))
    except (ValueError, TypeError):
        raise SpecloomError(
            "this job does not run for a pull request", "run it on: pull_request, or name one with --number"
        ) from None


def _event(environment: Mapping[str, str]) -> object:
    """Return what a job runs for, in GitHub's words; None where that cannot be read."""
    path = Path(_variable(environment, "GITHUB_EVENT_PATH"))
    try:
        return json.loads(read_regular(path))
    except (OSError, ValueError, RecursionError):
        return None


def _gitlab(environment: Mapping[str, str], number: int) -> Thread:
    root = _address(environment, "CI_API_V4_URL")
    # The pipeline of a fork runs in the fork, and its merge request is of the project that it is for.
    of_request = environment.get("CI_MERGE_REQUEST_PROJECT_ID")
    project = quote(of_request or _variable(environment, "CI_PROJECT_ID"), safe="")
    url = f"{root}/projects/{project}/merge_requests/{number}/notes"
    return Thread(
        url,
        url,
        "PUT",
        {"PRIVATE-TOKEN": _variable(environment, "GITLAB_TOKEN")},
        author="author",
        name="username",
        user=f"{root}/user",
        graphql="",
        limit=1_000_000,
    )


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
