"""A small shop whose description moves on, and a project that vendors its client."""

from collections.abc import Callable
from pathlib import Path

import pytest
from work_files import edit

from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.add import apply_addition, prepare_addition

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      summary: Read an order.
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
  /parcels:
    get:
      operationId: listParcels
      tags: [Parcels]
      summary: List parcels.
      responses:
        "200": {description: Them., content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: integer}, note: {type: string, description: What was said.}}}
    Parcel: {type: object, properties: {weight: {type: integer}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with the shop's description, which is the working directory."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pyproject.toml").write_text('[project]\nname = "acme"\n')
    (folder / "shop.yaml").write_text(SHOP)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def vendor(project: Path) -> Callable[..., Target]:
    """Return a function that vendors the shop into the project."""

    def vendor(name: str = "shop", into: str = "src/acme/shop", **options: object) -> Target:
        configuration = load_configuration(project)
        wanted = Target(Path("shop.yaml"), Path(into), is_vendored=True, name=name, **options)
        addition = prepare_addition(configuration, project, wanted)
        apply_addition(addition)
        return load_configuration(project).vendored[name]

    return vendor


@pytest.fixture
def move_on(project: Path) -> Callable[..., None]:
    """Return a function that changes the shop's description; if nothing else is said, parcels become packets."""

    def move_on(
        old: str = "/parcels:\n    get:\n      operationId: listParcels\n      tags: [Parcels]",
        new: str = "/packets:\n    get:\n      operationId: listPackets\n      tags: [Packets]",
    ) -> None:
        edit(project / "shop.yaml", old, new)

    return move_on
