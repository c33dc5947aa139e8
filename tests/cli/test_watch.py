"""`generate --watch` as a process: what it notices, what it says, how it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

import pytest
from work_files import SPEC

GENERATOR = Path(__file__).parents[2] / "generator"
REFERRING = SPEC.replace("{description: Nothing.}", "{$ref: answers/nothing.yaml}")


class Watcher:
    """A running `specloom generate --watch`, line by line of both its streams."""

    def __init__(self, *arguments: str) -> None:
        self._lines: Queue[str | None] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "specloom", "generate", "--watch", *arguments],
            env={**os.environ, "PYTHONPATH": str(GENERATOR)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        self._reader = Thread(target=self._read, args=[self.process.stdout])
        self._reader.start()

    def _read(self, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def until(self, text: str) -> list[str]:
        """Return the lines up to the one that has `text` in it, however long that takes."""
        lines: list[str] = []
        while not lines or text not in lines[-1]:
            line = self._lines.get()
            assert line is not None, f"it ended, and said: {lines}"
            lines.append(line)
        return lines

    def interrupt(self) -> tuple[int, list[str]]:
        """Press Ctrl-C; return the exit code and what it still said."""
        self.process.send_signal(signal.SIGINT)
        return self.end(), [line for line in self._lines.queue if line is not None]

    def end(self) -> int:
        """Wait until it has ended; return the exit code."""
        code = self.process.wait()
        self._reader.join()
        return code


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specloom.toml").write_text('[clients.shop]\nspec = "api/shop.yaml"\n')
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "shop.yaml").write_text(SPEC)
    return tmp_path


@pytest.fixture
def watcher(project: Path) -> Iterator[Watcher]:
    """Return a watcher that has generated and waits."""
    assert project.exists()
    watcher = Watcher()
    assert [line.partition(":")[0] for line in watcher.until("Ctrl-C")] == [
        "generated/shop",
        "watching for changes; Ctrl-C ends it",
    ]
    yield watcher
    watcher.process.kill()
    watcher.end()


def save(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the place of the old, and nobody can meet a half of it."""
    new = path.with_name(".new")
    new.write_text(text)
    new.replace(path)


def test_saving_generates_again(watcher: Watcher, project: Path):
    spec, client = project / "api" / "shop.yaml", project / "generated" / "shop"
    spec.write_text(SPEC.replace("Shop", "Bazaar"))  # another editor: in place
    watcher.until("changed")
    assert "Bazaar" in (client / "client.py").read_text()
    save(spec, SPEC.replace("Shop", "Market"))
    watcher.until("changed")
    assert "Market" in (client / "client.py").read_text()
    settings = project / "specloom.toml"
    save(settings, f'{settings.read_text()}package = "market"\nonly = ["orders"]\n')
    watcher.until("changed")
    options = json.loads((client / "manifest.json").read_text())["options"]
    assert options == {"package": "market", "skip": [], "only": ["orders"]}
    assert watcher.interrupt() == (130, [])


def test_mistakes_are_shown_and_waited_for(watcher: Watcher, project: Path):
    spec, settings = project / "api" / "shop.yaml", project / "specloom.toml"
    save(spec, SPEC.replace("{description: Nothing.}", "{$ref: '#/nowhere'}"))
    assert watcher.until("api/shop.yaml:9:")[-1].startswith("api/shop.yaml:9:33: error: reference points at nothing")
    assert watcher.until("1 error")[-1] == "1 error"
    spec.unlink()
    watcher.until("there is no such file")
    save(spec, SPEC)
    assert watcher.until("generated/shop")[-1] == "generated/shop: up to date"
    save(settings, "[clients.shop]\nspek = 1\n")
    assert "did you mean 'spec'?" in watcher.until("help: ")[-1]
    save(settings, '[clients.shop]\nspec = "api/shop.yaml"\n')
    assert watcher.until("generated/shop")[-1] == "generated/shop: up to date"
    assert watcher.interrupt() == (130, [])


def test_a_file_of_the_description_may_come_later(watcher: Watcher, project: Path):
    save(project / "api" / "shop.yaml", REFERRING)
    watcher.until("reference points at no file: 'answers/nothing.yaml'")
    watcher.until("1 error")
    (project / "api" / "answers").mkdir()
    answer = project / "api" / "answers" / "nothing.yaml"
    save(answer, "description: Nothing yet.\n")
    watcher.until("changed")
    save(answer, "description: Nothing more.\n")
    watcher.until("changed")
    manifest = (project / "generated" / "shop" / "manifest.json").read_text()
    assert "answers/nothing.yaml" in manifest
    assert watcher.interrupt() == (130, [])


def test_an_edit_by_hand_is_waited_for(watcher: Watcher, project: Path):
    edited = project / "generated" / "shop" / "client.py"
    before = edited.read_text()
    edited.write_text("mine\n")
    save(project / "api" / "shop.yaml", SPEC.replace("Shop", "Bazaar"))
    assert watcher.until("help: ")[-1].endswith("With that done, add --force")
    edited.write_text(before)  # half of it is an edit as well
    watcher.until("changed")
    assert "Bazaar" in edited.read_text()


def test_a_wrong_name_ends_it_at_once(project: Path):
    assert project.exists()
    watcher = Watcher("shpo")
    assert watcher.end() == 2
    watcher.until("did you mean 'shop'?")
