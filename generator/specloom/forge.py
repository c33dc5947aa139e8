"""One comment on a pull request: found again by its author and its marker, and replaced instead of repeated.

A comment of anybody else is neither replaced nor removed, whatever stands in it.

GitHub: https://docs.github.com/rest/issues/comments (a pull request is an issue there); GitLab:
https://docs.gitlab.com/api/notes. Only their APIs' own address is talked to, and redirects are not followed: the token
goes nowhere else.
"""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from specloom import __version__
from specloom.findings import SpecloomError
from specloom.record import record

if TYPE_CHECKING:
    from email.message import Message


Outcome = Literal["created", "replaced", "left as it is", "removed", "not needed"]

_PAGE: Final = 100
_TIMEOUT: Final = 30.0
"""Seconds for each request."""
_LONGEST_WAIT: Final = 60.0
"""Seconds that a limit of requests is waited for."""
_MESSAGE: Final = 300
"""Characters of what the API says that are shown."""
_OF_JOBS: Final = "github-actions[bot]"
"""Who comments with the token that GitHub gives a job."""
_LONGEST_ANSWER: Final = 100_000
"""Bytes of a refusal that are read."""
_LONGEST_PAGE: Final = 64 * 1024**2
"""Bytes of a success that are read: a hundred comments of the greatest length are fewer."""
_MOST_PAGES: Final = 100
"""Pages of comments that are looked through."""
_MAY_NOT: Final = (
    "the token may not comment here: a job on GitHub needs the permission pull-requests: write, which those of "
    "forks never have; GitLab needs a token with the scope api"
)
_HIDDEN: Final = {403, 404}
"""What GitHub answers where a token may not know something."""
_LIMITING: Final = {403, 429}


@record
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
    author: Literal["user", "author"]
    """The member of a comment that says who wrote it."""
    name: Literal["login", "username"]
    """The member of a user that nobody else has the value of."""
    user: str
    """Where the user of the token is asked for."""
    graphql: str
    """Where GitHub is asked for the user of a token that belongs to an app, as that of a job does; empty for GitLab."""
    limit: int
    """Characters that a comment may have."""


def put_comment(thread: Thread, marker: str, text: str) -> Outcome:
    """Make `text` the one comment of the pull request that the token's user wrote and that begins with `marker`.

    Of several, which jobs can write that run at the same time, the first is kept. The text begins with the marker, an
    HTML comment, and has at most `thread.limit` characters; an empty one takes the comment away.

    Returns:
        What was done.

    Raises:
        SpecloomError: The API cannot be reached, or refuses.
    """
    marked = [each for each in _comments(thread) if str(each.get("body", "")).startswith(marker)]
    me = _own_name(thread) if marked else ""
    own = [each for each in marked if _name(thread, each.get(thread.author)) == me]
    for each in own[1:] if text else own:
        _ask(thread, "DELETE", f"{thread.single}/{each['id']}")
    if not text:
        return "removed" if own else "not needed"
    if not own:
        _ask(thread, "POST", thread.url, {"body": text})
        return "created"
    if _lines(own[0]["body"]) == _lines(text):
        return "left as it is"
    _ask(thread, thread.method, f"{thread.single}/{own[0]['id']}", {"body": text})
    return "replaced"


def _lines(text: str) -> list[str]:
    """Return the lines of a comment: GitHub gives them back with CRLF, and without white space at the end."""
    return text.strip().splitlines()


def _own_name(thread: Thread) -> str:
    """Return who writes with the token.

    GitHub tells it to the token of an app, and so of a job, by GraphQL only; where that does not know it either, it is
    the token of a job.

    Raises:
        SpecloomError: The API limits requests, does not know the token, or, on GitLab, does not say.
    """
    for url, question in ((thread.user, None), (thread.graphql, {"query": "{ viewer { login } }"})):
        try:
            answer = _ask(thread, "POST" if question else "GET", url, question) if url else None
        except SpecloomError as error:
            if isinstance(error, _RefusedError) and not error.is_hidden:
                raise
            continue
        if name := _name(thread, member_of(member_of(answer, "data"), "viewer") if question else answer):
            return name
    if thread.graphql:
        return _OF_JOBS
    raise SpecloomError(f"{urlsplit(thread.user).hostname} does not say whose token this is", _MAY_NOT)


def _name(thread: Thread, user: object) -> str:
    """Return what a user is called; empty for one that was deleted."""
    name = member_of(user, thread.name)
    return name if isinstance(name, str) else ""


def member_of(value: object, name: str) -> Any:  # noqa: ANN401 - JSON
    """Return a member of what may be an object; None where it is not, or has none."""
    return value.get(name) if isinstance(value, Mapping) else None


def _comments(thread: Thread) -> Iterator[Mapping[str, Any]]:
    host = urlsplit(thread.url).hostname
    for page in range(1, _MOST_PAGES + 1):
        found = _ask(thread, "GET", f"{thread.url}?per_page={_PAGE}&page={page}")
        if not isinstance(found, list):
            raise SpecloomError(f"{host} answered something that is no list of comments")
        yield from (each for each in found if isinstance(each, Mapping) and isinstance(each.get("id"), int))
        if len(found) < _PAGE:
            return
    raise SpecloomError(f"{host} lists more than {_PAGE * _MOST_PAGES:,} comments, or the same ones again and again")


def _ask(thread: Thread, method: str, url: str, content: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - JSON
    """Return the answer to a request; where the API limits them and says for how long, it is asked once more.

    Raises:
        SpecloomError: The API cannot be reached, or answers no JSON.
        _RefusedError: It refuses.
    """
    try:
        return _ask_once(thread, method, url, content)
    except _RefusedError as error:
        if error.wait is None or error.wait > _LONGEST_WAIT:
            raise
        time.sleep(error.wait)
    return _ask_once(thread, method, url, content)


def _ask_once(thread: Thread, method: str, url: str, content: Mapping[str, str] | None) -> Any:  # noqa: ANN401 - JSON
    headers = {**thread.headers, "User-Agent": f"specloom/{__version__}"}
    data = None
    if content is not None:
        data, headers["Content-Type"] = json.dumps(content).encode(), "application/json"
    request = Request(url, data, headers, method=method)  # noqa: S310 - the scheme has been checked
    host = urlsplit(url).hostname
    try:
        with build_opener(_NoRedirect).open(request, timeout=_TIMEOUT) as response:
            body = response.read(_LONGEST_PAGE)
    except HTTPError as error:
        _refuse(error, host)
    except (URLError, OSError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise SpecloomError(f"{host} cannot be reached: {reason}") from None
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        raise SpecloomError(f"{host} answered something that is no JSON") from None


class _RefusedError(SpecloomError):
    """The API answers with a status that is no success."""

    def __init__(self, message: str, help: str, wait: float | None, *, is_hidden: bool) -> None:
        super().__init__(message, help)
        self.wait = wait
        """Seconds after which a request may be sent again; None where the API does not say."""
        self.is_hidden = is_hidden
        """Whether the token may not know what was asked for."""


def _refuse(error: HTTPError, host: str | None) -> NoReturn:
    """Raise what an answer says that is no success.

    Raises:
        _RefusedError: Always.
    """
    body = b""
    with error, suppress(OSError, http.client.HTTPException):
        body = error.read(_LONGEST_ANSWER)
    said = _said(body)
    wait = _wait(error.headers) if error.code in _LIMITING else None
    limited = error.code == http.HTTPStatus.TOO_MANY_REQUESTS or wait is not None or "rate limit" in said.lower()
    help_ = ""
    if limited:
        after = f" in {wait:.0f} s" if wait is not None else " later"
        help_ = f"the API limits how many requests are made with this token: run the job again{after}"
    elif error.code in _HIDDEN | {401}:
        help_ = _MAY_NOT
    status = f"{error.code} {_clean(str(error.reason))}".rstrip()
    message = f"{host} refused the comment: {': '.join(filter(None, [status, said]))}"
    raise _RefusedError(message, help_, wait, is_hidden=error.code in _HIDDEN and not limited) from None


def _wait(headers: Message) -> float | None:
    """Return the seconds that an answer asks to wait, by `Retry-After` or when the limit is reset."""
    after = headers.get("Retry-After", "").strip()
    if after.isascii() and after.isdecimal():
        return float(after)
    for prefix in ("X-RateLimit-", "RateLimit-"):
        reset = headers.get(f"{prefix}Reset", "").strip()
        if headers.get(f"{prefix}Remaining", "").strip() == "0" and reset.isascii() and reset.isdecimal():
            return max(0.0, float(reset) - time.time())
    return None


def _said(body: bytes) -> str:
    """Return what the API says in the body of a refusal, as one line; empty where it is no JSON, as from a proxy."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    words = [member_of(answer, name) for name in ("message", "error", "error_description", "errors")]
    return _clean("; ".join(_texts(words)))


def _texts(values: Iterable[object]) -> Iterator[str]:
    """Yield the texts of `message` and `errors`, which are texts, lists of them, or objects: GitLab's by field."""
    waiting = list(values)
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, Mapping):
            waiting[:0] = [value["message"]] if "message" in value else value.values()


def _clean(text: str) -> str:
    """Return a text of somebody else as part of a line that steers neither a terminal nor a runner of CI."""
    line = "".join(char if char.isprintable() else " " for char in text)
    line = re.sub(r":(?=:)|#(?=#\[)", r"\g<0> ", " ".join(line.split()))
    return line if len(line) <= _MESSAGE else f"{line[: _MESSAGE - 1]}…"


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing."""

    def redirect_request(self, *_arguments: object) -> None:
        """Return None: no further request is made."""
