"""What commands print: findings, verdicts and changes, for people, programs and the pages of pull requests."""
