"""A generated client inside somebody else's repository: copied in, kept current, never overwritten."""
