"""Where the files lie that come with this Specloom, and where it was installed from.

What a message says to install comes from there, too. No message names Specloom on an index unless it came from one:
there, the name may be somebody else's.
"""

from __future__ import annotations

import json
import shlex
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from specloom import __version__

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket


def install_command(versions: str) -> str:
    """Return the command that installs other versions of Specloom, from where this one comes from.

    `SOURCE` stands for that where nothing tells it, as on the page about installing: this one was installed from a
    wheel, which would only be the same again, or not at all. `versions` are those that will do, as PEP 440 writes them.
    """
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 - slow to import, for few messages

    source = "SOURCE"
    with suppress(PackageNotFoundError):
        written = distribution("specloom").read_text("direct_url.json")
        source = f"specloom{versions}" if written is None else source_of(written)
    return add_command(source)


def add_command(*packages: str) -> str:
    """Return the command that installs packages beside this Specloom.

    Its environment may be one of its own, whose `python` nobody calls, and one that uv or pipx made has no pip.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - for few messages

    has_pip = find_spec("pip") is not None
    way = (sys.executable, "-m", "pip", "install") if has_pip else ("uv", "pip", "install", "--python", sys.executable)
    return shlex.join([*way, *packages])


def source_of(written: str) -> str:
    """Return what pip installs the newest version from, by the direct URL of what is installed.

    See https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    from urllib.request import url2pathname  # noqa: PLC0415 - brings along all of HTTP and TLS, for few messages

    about = json.loads(written)
    url = about["url"]
    if "vcs_info" in about:
        return f"{about['vcs_info']['vcs']}+{url}"
    return url2pathname(urlsplit(url).path) if "dir_info" in about else "SOURCE"


def data_folder(name: Literal["templates", "specs"]) -> Path:
    """Return the folder of that name: beside `generator/` in a checkout, inside the package once installed."""
    package = Path(__file__).resolve().parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parents[1] / name


@cache
def load_templates(folder: str = "", *, escapes: bool) -> Environment:
    """Return the templates below a folder, all of them by default. `escapes`: they print HTML, and views have none.

    What they are compiled to is kept as that of Python's modules is, and where it is: to compile them takes longer than
    to print a small client.
    """
    from importlib.util import cache_from_source  # noqa: PLC0415 - as for the next

    import jinja2  # noqa: PLC0415 - few commands print with it

    class Compiled(jinja2.FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            try:
                super().load_bytecode(bucket)
            except Exception:  # noqa: BLE001 - of a file that is cut or spoilt, anything may be raised
                bucket.reset()

        def dump_bytecode(self, bucket: Bucket) -> None:
            if not sys.dont_write_bytecode:
                with suppress(OSError):  # then they are compiled again
                    Path(self.directory).mkdir(parents=True, exist_ok=True)
                    super().dump_bytecode(bucket)
                    # Jinja leaves it to its owner alone; it is for whoever may read the templates.
                    Path(self._get_cache_filename(bucket)).chmod(templates.stat().st_mode & 0o666)

    templates = data_folder("templates")
    place = Path(cache_from_source(str(templates / "_.py"))).parent
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates / folder),
        bytecode_cache=Compiled(str(place), f"%s.{__version__}.{'html' if escapes else 'text'}"),
        undefined=jinja2.StrictUndefined,
        autoescape=escapes,  # noqa: S701 - of Python and Markdown nothing is HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def shipped_descriptions() -> dict[str, Path]:
    """Return the entry document of every description that ships, by name, sorted by name."""
    entries = sorted(data_folder("specs").glob("*/openapi.yaml"))
    return {entry.parent.name: entry for entry in entries}
