"""What not every API has: a client carries the modules that its description needs. The core knows none of them."""
