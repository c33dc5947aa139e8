"""Finished strings and the templates that print them."""
