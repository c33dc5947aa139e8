"""Answer models: schemas prepared for datamodel-code-generator, and what it returns."""
