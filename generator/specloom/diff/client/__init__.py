"""Two clients compared as their callers see them: their surfaces, symbol by symbol."""
