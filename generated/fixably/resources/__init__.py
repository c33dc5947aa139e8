# Generated from the description of Fixably API by specloom; edits will be lost.

"""The groups of operations; the clients import each when it is first used."""
