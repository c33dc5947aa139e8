"""What is generated: the `Target`, the settings that list a project's targets, and the descriptions that ship.

Settings stand in `specloom.toml`, or under `[tool.specloom]` in `pyproject.toml`, in the working directory or the
nearest folder above it:

    [tool.specloom.clients.sitoo]
    spec = "specs/sitoo/openapi.yaml"
    out = "generated/sitoo"

    [tool.specloom.vendor.fixably]
    into = "src/acme/fixably"

Settings are data: they name descriptions and folders. Nothing in them can select code, templates or commands to run,
so that a change of them in somebody's pull request is safe to check.
"""
