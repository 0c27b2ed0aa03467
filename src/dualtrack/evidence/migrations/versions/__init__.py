"""The history of the evidence base's schema; run by the store when it opens a base."""
