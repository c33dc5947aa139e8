"""What a description becomes in Python: facts that no output format has touched yet."""
