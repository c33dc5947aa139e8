"""What a change of a description breaks: on the wire, and in the Python that calls the client."""
