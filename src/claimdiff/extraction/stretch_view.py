"""The tags of a stretch as a line of letters: what a gap between two words looks like."""

from collections.abc import Collection
from functools import cache

from claimdiff.extraction.tagging import BREAKS, FINITE
from claimdiff.language.tokens import Token

#: Tags of marks and words that join clauses and belong to none.
EDGE = frozenset(',;:-().?!"CS~')
CONDITIONS = frozenset({"if", "unless", "whether", "than"})
_WORDED = frozenset("CSPWXTGQ")
_INNER = frozenset("NEDAVQXIB#TMHO")  # nothing is cut before these: "a ferry moored | at the quay"
_REACH = 14
_STEPS = "0123344455556666667"
_FLAGS = (("--", "-F"), ("F-", "FF"))
_TAGS = 'DRUPTCSWMBHObVIGQNEAX#,;:-().?!~"'
_EDGES = "".join(sorted(EDGE))


def _mark_tags(tags: Collection[str]) -> bytes:
    """Return a table that turns some tags into a mark and all others into a space."""
    return bytes(ord("x") if chr(code) in tags else ord(" ") for code in range(256))


_MARK = b"x"
_BREAK = _mark_tags(BREAKS)
_UNQUOTED_BREAK = _mark_tags(BREAKS - {'"'})
_HARD_BREAK = _mark_tags(BREAKS - set('C"'))
_FINITE_TAG = _mark_tags(FINITE)
_VERB_TAG = _mark_tags("VQGIBHM")
_VERBAL = _mark_tags("VQGI")
_WORDED_VERB = _mark_tags("VQGIB")
_OPENER = _mark_tags("SW")
#: What the model sees of a gap, in parts that recur. The tag before it, the one behind it, the next, and the
#: word behind it.
Beside = tuple[str, str, str, str]
#: Steps until the break and since the cut, finite verbs, rule, tag behind, joining tags, head and break.
Around = tuple[str, str, str, str, str, str, str, str]
#: Both, and the verb's word and tag before it, and the verb ahead.
Outline = tuple[Beside, Around, tuple[str, str, str]]


@cache
def _open_pairs(closed: frozenset[str]) -> frozenset[str]:
    """Return the pairs of tags that a boundary may part: what neither model nor grammar holds together."""
    together = {left + right for left in "BHMOTDP" for right in _TAGS if right not in EDGE}
    contact = {left + right for left in "NEUR" for right in "Rb"}  # "something we know"
    shut = closed | together | contact | {left + right for left in EDGE for right in _TAGS}
    return frozenset(left + right for left in _TAGS for right in _TAGS) - shut


class StretchView:
    """The tags of one stretch as a line of letters, and copies of it that mark its verbs and breaks.

    Each look-up is one search for a mark.
    """

    def __init__(self, tokens: list[Token], tags: list[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.line = line = "".join(tags).rstrip(_EDGES)
        self.size = len(line)
        raw = line.encode()
        self._breaks = raw.translate(_BREAK)
        self._unquoted_breaks = raw.translate(_UNQUOTED_BREAK)
        self._hard_breaks = raw.translate(_HARD_BREAK)
        self._finite = raw.translate(_FINITE_TAG)
        self._verbs = raw.translate(_VERB_TAG)
        self._verbal = raw.translate(_VERBAL)
        self._worded = raw.translate(_WORDED_VERB)
        self._openers = raw.translate(_OPENER)

    def gaps(self, closed: frozenset[str]) -> list[int]:
        """Return the gaps that may be boundaries."""
        tags, pairs = self.tags, _open_pairs(closed)
        following = enumerate(tags[1 : self.size], 1)
        return [at for at, tag in following if tag not in _INNER and tags[at - 1] + tag in pairs]

    def outline(self, index: int, last: int) -> Outline:
        """Return what the model sees of the gap before `index`, the last cut being at `last`."""
        tags, size, finite = self.tags, self.size, self._finite
        right = tags[index]
        head, edge, rule = index, "", "-"
        if right in EDGE:
            head = self.head_of(index)
            edge = self.line[index:head]
            if any(map(self.obeys_rule, range(index, min(head + 1, size)))):
                rule = "R"
        end = self._breaks.find(_MARK, head)
        if end < 0:
            end = size
        verb_ahead = self._verbs.find(_MARK, head, end)
        low = index - _REACH if index > _REACH else 0
        worded, verbal = self._worded.rfind(_MARK, low, index), self._verbal.rfind(_MARK, low, index)
        met, ahead = finite.find(_MARK, last, index) >= 0, finite.find(_MARK, head, end) >= 0
        return (
            (
                tags[index - 1],
                right,
                tags[index + 1] if index + 1 < size else "$",
                self.tokens[index].lower if right in _WORDED else right,
            ),
            (
                _STEPS[end - head] if end - head < 19 else "7",
                _STEPS[index - last] if index - last < 19 else "7",
                _FLAGS[met][ahead],
                rule,
                right,
                edge,
                tags[head] if head < size else "$",
                tags[end] if end < size else "$",
            ),
            (
                self.tokens[worded].lower + " " if worded >= 0 else "0 ",
                tags[verbal] if verbal >= 0 else "0",
                tags[verb_ahead] if verb_ahead >= 0 else "0",
            ),
        )

    def head_of(self, index: int) -> int:
        """Return the first token from `index` on that is no joining word or mark."""
        tags, size = self.tags, self.size
        while index < size and tags[index] in EDGE:
            index += 1
        return index

    def _end_from(self, marks: bytes, index: int) -> int:
        """Return where the next mark stands, the size where none does."""
        place = marks.find(_MARK, index)
        return place if place >= 0 else self.size

    def hard_end(self, index: int) -> int:
        """Return where the next mark stands that no list goes over."""
        return self._end_from(self._hard_breaks, index)

    def is_finite_in(self, first: int, last: int) -> bool:
        """Say whether a finite verb stands among these tokens."""
        return self._finite.find(_MARK, first, last) >= 0

    def is_subject(self, index: int) -> bool:
        """Say whether a finite verb comes before the next break, quotation marks aside."""
        return self.is_finite_in(index, self._end_from(self._unquoted_breaks, index))

    def is_finite_ahead(self, index: int) -> bool:
        """Say whether a finite verb comes before the next break."""
        return self._finite.find(_MARK, index, self._end_from(self._breaks, index)) >= 0

    def _is_met(self, index: int, last: int) -> bool:
        """Say whether a finite verb stands between the last cut, or a later opening word, and the gap."""
        start = max(last, self._openers.rfind(_MARK, 0, index))
        return self._finite.find(_MARK, start, index) >= 0

    def obeys_rule(self, index: int) -> bool:
        """Say whether a plain rule would cut before this mark or word."""
        tags, tag = self.tags, self.tags[index]
        if tag in ";-()":
            return True
        if tag == ":":
            return not self.tokens[index - 1].text[-1].isdigit()
        if tag not in ",CS" or self._finite.find(_MARK, 0, index) < 0:
            return False
        if tag == "S":
            return self.tokens[index].lower not in CONDITIONS
        at = index + 1
        if tag == ",":
            return at < self.size and (tags[at] in "GW" or self.is_finite_ahead(at))
        while at < self.size and tags[at] == "X":
            at += 1
        return at < self.size and (tags[at] in "VBHMOGb" or self.is_finite_ahead(at))
