"""Two clients compared as their callers see them, symbol by symbol."""
