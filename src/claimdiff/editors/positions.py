"""Offsets in code points ↔ the lines and code units that editors count in."""

from bisect import bisect_right

from claimdiff.reporting.report import line_starts

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class TextPositions:
    """A text's positions in one encoding's code units; lines and characters count from 0.

    `encoding` is "utf-8", "utf-16" or "utf-32"; the text holds no lone surrogates, as no document's does.
    A line ends at LF, CR LF or CR, and nowhere else.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.encoding = encoding
        self._text = text
        self._starts = line_starts(text)
        self._codec, self._size = _UNITS[encoding]

    def locate(self, offset: int) -> tuple[int, int]:
        """Return the line and character of an offset in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._measure(self._text[self._starts[line] : offset])

    def find_offset(self, line: int, character: int) -> int:
        """Return the offset of a position; beyond a line's end that end, beyond the last line the text's."""
        if line >= len(self._starts):
            return len(self._text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        content = self._text[start:end].rstrip("\r\n")
        units = content.encode(self._codec, "surrogatepass")[: character * self._size]
        return start + len(units.decode(self._codec, "ignore"))

    def _measure(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size
