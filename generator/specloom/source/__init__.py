"""Reading descriptions from disk: plain values at once, positions only when a finding asks for them."""

from specloom.source.file import SUFFIXES, Json, SourceFile, load_file, parse_text
from specloom.source.pointer import find_member, find_value, parse_pointer, render_pointer

__all__ = [
    "SUFFIXES",
    "Json",
    "SourceFile",
    "find_member",
    "find_value",
    "load_file",
    "parse_pointer",
    "parse_text",
    "render_pointer",
]
