"""Reading descriptions from disk: plain values at once, positions only when a finding asks for them."""

from specloom.source.file import Json, SourceFile, format_of, load_file, parse_text, value_at
from specloom.source.pointer import find_member, find_value, order_of, parse_pointer, render_fragment, render_pointer
from specloom.source.text import SUFFIXES, documents_in

__all__ = [
    "SUFFIXES",
    "Json",
    "SourceFile",
    "documents_in",
    "find_member",
    "find_value",
    "format_of",
    "load_file",
    "order_of",
    "parse_pointer",
    "parse_text",
    "render_fragment",
    "render_pointer",
    "value_at",
]
