"""Rules for descriptions that are valid, and could still be wrong, unsafe or unpleasant to call from Python."""
