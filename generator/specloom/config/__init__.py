"""The settings of a project: which clients it generates or vendors, from what, into which folder.

They stand in `specloom.toml`, or under `[tool.specloom]` in `pyproject.toml`, in the working directory or the nearest
folder above it:

    [tool.specloom.clients.sitoo]
    spec = "specs/sitoo/openapi.yaml"
    out = "generated/sitoo"

    [tool.specloom.vendor.fixably]
    into = "src/acme/fixably"

Settings are data: they name descriptions and folders. Nothing in them can select code, templates or commands to run,
so that a change of them in somebody's pull request is safe to check.
"""

from specloom.config.client import Client
from specloom.config.described import find_described, list_described
from specloom.config.load import Configuration, load_configuration
from specloom.config.names import check_package, suggestion
from specloom.config.table import leads_into
from specloom.config.vendored import Vendored, build_vendored

__all__ = [
    "Client",
    "Configuration",
    "Vendored",
    "build_vendored",
    "check_package",
    "find_described",
    "leads_into",
    "list_described",
    "load_configuration",
    "suggestion",
]
