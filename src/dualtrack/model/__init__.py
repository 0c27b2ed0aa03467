"""The value types and records of the field."""
