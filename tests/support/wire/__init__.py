"""Random calls of generated clients, held against descriptions that are read here, without anything of Specloom's."""
