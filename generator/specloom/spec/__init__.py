"""What a description means on the wire, free of files, references and OpenAPI versions."""

from specloom.spec.bundle import bundle_description
from specloom.spec.extension import extension_schema
from specloom.spec.load import Description, load_description

__all__ = ["Description", "bundle_description", "extension_schema", "load_description"]
