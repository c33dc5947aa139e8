from pathlib import Path

import pytest
from released import install_wheel


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that has Specloom from its wheel, and nothing of this checkout."""
    environment = tmp_path_factory.mktemp("environment")
    install_wheel(tmp_path_factory.mktemp("dist"), environment)
    return environment
