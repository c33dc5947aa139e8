"""Two documents compared, object by object of OpenAPI."""
