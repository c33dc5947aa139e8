"""What changes mean on the wire: tables of rules."""
