"""What a type checker says of code that uses all of a client: the truth behind the verdicts."""
