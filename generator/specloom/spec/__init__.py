"""What a description means on the wire, free of files, references and OpenAPI versions."""
