"""What reading says when it cannot read."""

from dualtrack.errors import BadInputError


class ReadingError(BadInputError):
    """The file cannot be read, said in words; nothing of it was kept."""
