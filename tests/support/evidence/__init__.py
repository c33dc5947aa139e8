"""The vendors' pages against the descriptions: every documented JSON block, checked; and how much is described.

Run as `python -m evidence check PAGES` and `python -m evidence counts`.
"""
