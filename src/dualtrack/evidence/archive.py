"""The archive: original bytes by their SHA-256, and what a reader made of them; written once, never changed."""

import os
import re
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.model import Document

_SHA = re.compile(r"[0-9a-f]{64}")


class Archive:
    """A folder of documents, each under the SHA-256 of its bytes.

    ``ab/cdef...`` holds the bytes and ``ab/cdef....json`` the document as it was read. Writes are atomic: a file is
    there whole or not at all, and several processes may write at once.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def put(self, data: bytes) -> str:
        """Keep bytes; the answer is their SHA-256 in hexadecimal. Keeping them again changes nothing."""
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if not path.exists():
            _write(path, data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of this SHA-256.

        Raises:
            BadInputError: They are not in the archive.
            DualtrackError: The file has changed on disk: its bytes no longer have this SHA-256.
        """
        path = self._path(digest)
        if not path.exists():
            raise BadInputError("The document is not in the archive", mend="Fetch or add it again.", sha256=digest)
        data = path.read_bytes()
        if sha256(data).hexdigest() != digest:
            raise DualtrackError(
                "An archived document has changed on disk", mend="Restore it from a backup.", sha256=digest, file=path
            )
        return data

    def has(self, digest: str) -> bool:
        """Whether the bytes are here."""
        return bool(_SHA.fullmatch(digest)) and self._path(digest).exists()

    def keep(self, document: Document) -> None:
        """Keep a document as it was read, beside its bytes, so that quotes can be found in it.

        Raises:
            BadInputError: Its bytes are not in the archive.
        """
        if not self.has(document.sha256):
            raise BadInputError(
                "A document was given without its bytes", mend="Put the bytes first.", sha256=document.sha256
            )
        text = document.model_dump_json(exclude_defaults=True)
        _write(self._path(document.sha256).with_suffix(".json"), text.encode())

    def document(self, digest: str) -> Document | None:
        """The document as it was last read, or ``None`` where it has not been kept."""
        path = self._path(digest).with_suffix(".json")
        return Document.model_validate_json(path.read_bytes()) if path.exists() else None

    def __iter__(self) -> Iterator[str]:
        """The SHA-256 of all documents, in order."""
        names = (f"{path.parent.name}{path.name}" for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")))
        return (name for name in names if _SHA.fullmatch(name))

    def _path(self, digest: str) -> Path:
        if not _SHA.fullmatch(digest):
            raise BadInputError(f"'{digest}' is not a SHA-256", mend="Give its 64 lower-case hexadecimal digits.")
        return self.folder / digest[:2] / digest[2:]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
