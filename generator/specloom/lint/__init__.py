"""What is wrong or could be better in a description: rules as a table, ignores with reasons, and a baseline."""
