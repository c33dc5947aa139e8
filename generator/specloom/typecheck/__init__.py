"""What a type checker says of a change: mypy reads code that uses all of the old client beside the new one."""
