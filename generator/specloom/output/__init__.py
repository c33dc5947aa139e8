"""Generated files: formatted, described by a manifest, compared with what lies on disk, and written there."""
