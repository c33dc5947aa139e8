"""A real browser without a window, driven by the DevTools protocol over a pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

__all__ = ["PROGRAM", "Page", "browsing"]

Json: TypeAlias = Any
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
PROGRAM = next(filter(None, map(shutil.which, _NAMES)), None)
"""None where no browser is installed."""
_KEYS = {"Enter": (13, "\r"), " ": (32, " "), "Tab": (9, "")}
_PATIENCE = 20.0  # seconds, on a machine that does much else


class Page:
    """The one page of a browser."""

    def __init__(self, sent: int, received: int) -> None:
        self._sent = sent
        self._received = os.fdopen(received, "rb")
        self._last = 0
        self._session = ""
        self.errors: list[str] = []
        """What scripts of the page did not catch, and what it could not load."""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._call(f"{domain}.enable")

    def open(self, url: str, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """Go to an address, in a window of a size."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])
        self._call("Page.navigate", url=url)
        self.wait_for("document.readyState === 'complete'")

    def ask(self, expression: str) -> Json:
        """Return the value of an expression of JavaScript."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> Json:
        """Return the value of an expression once it is no longer nothing."""
        end = time.monotonic() + _PATIENCE
        while not (value := self.ask(expression)):
            assert time.monotonic() < end, f"still nothing: {expression}"
            time.sleep(0.05)
        return value

    def media(self, name: str) -> None:
        """Show the page as it is on a screen, or in print."""
        self._call("Emulation.setEmulatedMedia", media=name)

    def run_scripts(self, *, allowed: bool) -> None:
        """Let the scripts of pages run, or not; what is asked is answered all the same."""
        self._call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def press(self, key: str) -> None:
        """Press and release a key."""
        code, text = _KEYS[key]
        written = {"text": text} if text else {}
        self._call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **written)
        self._call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self._call("Input.insertText", text=text)

    def save_screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Write what is seen, or the whole page, as a PNG."""
        data = self._call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        """End the browser."""
        self._session = ""
        self._call("Browser.close")
        self._received.close()

    def _call(self, method: str, **parameters: Json) -> Json:
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._sent, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            self._note(answer)
            if answer.get("id") == self._last:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]

    def _read(self) -> bytes:
        data = bytearray()
        while (byte := self._received.read(1)) != b"\0":
            assert byte, "the browser has ended"
            data += byte
        return bytes(data)

    def _note(self, event: Json) -> None:
        match event.get("method"), event.get("params"):
            case "Runtime.exceptionThrown", {"exceptionDetails": details}:
                self.errors.append(str(details.get("exception", details).get("description", details["text"])))
            case "Log.entryAdded", {"entry": {"level": "error", "text": text}}:
                self.errors.append(text)
            case "Network.loadingFailed", {"errorText": text}:
                self.errors.append(text)
            case "Network.requestWillBeSent", {"request": {"url": str(url)}} if url.startswith(("http:", "https:")):
                self.errors.append(f"asks for {url}")


@contextmanager
def browsing(folder: Path) -> Iterator[Page]:
    """Give the page of a browser that keeps what it has to keep in a folder."""
    assert PROGRAM
    read_by_browser, sent = os.pipe()
    received, written_by_browser = os.pipe()
    command = [PROGRAM, "--headless", "--no-sandbox", "--remote-debugging-pipe", f"--user-data-dir={folder}"]
    # The browser reads from descriptor 3 and writes to 4.
    process = subprocess.Popen(
        ["bash", "-c", f'exec "$@" 3<&{read_by_browser} 4>&{written_by_browser}', "bash", *command],
        pass_fds=(read_by_browser, written_by_browser),
        stderr=subprocess.DEVNULL,
    )
    os.close(read_by_browser)
    os.close(written_by_browser)
    page = Page(sent, received)
    try:
        yield page
    finally:
        page.close()
        process.wait()
        os.close(sent)
