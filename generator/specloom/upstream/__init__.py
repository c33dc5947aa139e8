"""Descriptions that somebody else publishes: taken into a project, proposed for in an overlay, and kept current."""
