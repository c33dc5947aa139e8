"""A real browser without a window, driven by the DevTools protocol over two pipes.

https://chromedevtools.github.io/devtools-protocol: each message is JSON, ended by a byte of zero.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from types import TracebackType
from typing import Any, Self

import pytest

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "chrome-headless-shell", "google-chrome")
_TIMEOUT = 60.0
_START = (
    "import os, sys; r, w = map(int, sys.argv[1:3]); os.dup2(r, 3); os.dup2(w, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
"""A browser reads commands from descriptor 3, and writes answers to 4."""
_FIRST_FREE = 10
_KEYS = {"Enter": (13, "\r"), " ": (32, " "), "Tab": (9, ""), "Escape": (27, "")}


@contextmanager
def open_browser(folder: Path) -> Iterator[Page]:
    """Open a page of a browser, or skip the test where no browser is installed.

    Args:
        folder: Where the browser keeps what it likes, for itself alone.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip(f"no browser to open pages with: none of {', '.join(_NAMES)} is on the PATH")
    with Page(folder, program) as page:
        yield page


class Page:
    """One page of a browser of its own."""

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program
        self._number = 0
        self._buffer = b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        their_in, self._out = os.pipe()
        self._in, their_out = os.pipe()
        theirs = [fcntl.fcntl(each, fcntl.F_DUPFD, _FIRST_FREE) for each in (their_in, their_out)]
        for each in (their_in, their_out):
            os.close(each)
        command = [
            self._program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--disable-dev-shm-usage", f"--user-data-dir={self._folder}", "--remote-debugging-pipe", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *map(str, theirs), *command],
            pass_fds=theirs, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for each in theirs:
            os.close(each)
        targets = self.send("Target.getTargets", session=None)["targetInfos"]
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        self._session = self.send("Target.attachToTarget", session=None, targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self.send("Browser.close", session=None)
        os.close(self._out)
        os.close(self._in)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    _session: str | None = None

    def send(self, method: str, *, session: str | None = "", **parameters: object) -> dict[str, Any]:
        """Send a command and return its result; what happens meanwhile is an event."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select([self._in], [], [], _TIMEOUT)
            read = os.read(self._in, 1 << 20) if ready else b""
            if not read:
                raise OSError("the browser says nothing")
            self._buffer += read
        message, _, self._buffer = self._buffer.partition(b"\0")
        return dict(json.loads(message))

    def open(self, path: Path) -> None:
        """Open a file and wait until it is loaded."""
        self.events.clear()
        self.send("Page.navigate", url=path.resolve().as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """Return the value of an expression of JavaScript in the page; a promise is waited for."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """Return the value of an expression once it is no longer nothing."""
        end = time.monotonic() + _TIMEOUT
        while not (value := self.run(expression)):
            assert time.monotonic() < end, f"still nothing: {expression}"
            time.sleep(0.05)
        return value

    def press(self, key: str) -> None:
        """Press and release a key."""
        code, text = _KEYS[key]
        facts = {"key": key, "windowsVirtualKeyCode": code, "text": text} if text else {
            "key": key, "windowsVirtualKeyCode": code
        }  # fmt: skip
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **facts)
        self.send("Input.dispatchKeyEvent", type="keyUp", **facts)

    def type(self, text: str) -> None:
        """Write text where the focus is."""
        self.send("Input.insertText", text=text)

    def emulate(self, *, width: int = 1280, height: int = 900, dark: bool = False, media: str = "screen") -> None:
        """Be a screen of that size, in the dark or not, or a printer."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the page was opened."""
        names = [each for each in self.events if each["method"] == "Network.requestWillBeSent"]
        return [each["params"]["request"]["url"] for each in names]

    def complaints(self) -> list[str]:
        """Return what the browser says is wrong: errors of scripts, and what a policy does not let through."""
        logged = [each["params"]["entry"] for each in self.events if each["method"] == "Log.entryAdded"]
        thrown = [
            each["params"]["exceptionDetails"] for each in self.events if each["method"] == "Runtime.exceptionThrown"
        ]
        return [*(each["text"] for each in logged), *(str(each) for each in thrown)]
