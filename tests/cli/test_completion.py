"""`specloom completion`: each shell completes commands, options and their values with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from specloom.cli.main import COMMANDS, main

BASH = """\
source ./script
complete_line() {
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
  _shtab_specloom
  echo "${COMPREPLY[@]}"
}
complete_line specloom ''
complete_line specloom vendor st
complete_line specloom diff --fail-on b
complete_line specloom generate --spec sh
complete_line specloom vendor update s
complete_line specloom vendor add s
complete_line specloom lint shop
complete_line specloom update --check s
"""


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["completion", shell]) == 0
    path = Path("script")
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text("", encoding="utf-8")
    Path("specloom.toml").write_text('[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n', encoding="utf-8")


def ask(shell: str, text: str) -> list[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [shell, "-c", text], capture_output=True, text=True, check=True, env={**os.environ, "PATH": programs}
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_bash_completes_commands_options_values_and_files(capsys: pytest.CaptureFixture[str]):
    script("bash", capsys)
    commands, actions, values, files, vendored, added, linted, updated = ask("bash", BASH)
    assert set(COMMANDS) <= set(commands.split())
    assert (actions, values, files) == ("status", "breaking", "shop.yaml")
    assert (vendored, added, linted, updated) == ("shop", "shop sitoo", "shop shop.yaml", "shop sitoo")


def test_fish_completes_commands_options_and_values(capsys: pytest.CaptureFixture[str]):
    path = script("fish", capsys)
    words = ("vendor st", "diff --fail-on b", "vendor update s", "vendor add s", "lint shop")
    asked = "; ".join(f"complete -C 'specloom {each}'" for each in words)
    lines = [line.partition("\t")[0] for line in ask("fish", f"source ./{path}; {asked}")]
    assert lines == ["status", "breaking", "shop", "shop", "sitoo", "shop", "shop.yaml"]


def test_zsh_finds_it_in_a_folder_of_functions(capsys: pytest.CaptureFixture[str]):
    script("zsh", capsys).rename("_specloom")
    load = "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D"
    assert ask("zsh", f"zsh -n _specloom; {load}; print $_comps[specloom]") == ["_specloom"]


def test_a_shell_that_is_not_known(capsys: pytest.CaptureFixture[str]):
    assert main(["completion", "cmd"]) == 2
    assert "SHELL cannot be 'cmd'" in capsys.readouterr().err
