"""Two schemas compared: what is different between them, once for whatever refers to it."""
