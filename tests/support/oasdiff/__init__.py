"""Verdicts of `specloom diff` beside those of oasdiff's own tests, taken from a checkout of oasdiff."""
