"""A light part-of-speech tagger for news English: our own lexicon, and rules on the neighbouring words."""

from claimdiff.extraction.settled_tags import (
    BREAKS,
    FINITE,
    NONFINITE_FORMS,
    is_of,
    settle_described,
    settle_lead,
    settle_object_that,
    settle_participles,
    settle_subordinators,
)
from claimdiff.extraction.word_forms import CAPITAL, CHANGED, DOUBTFUL, FORMS, LONG, PRONOMINAL
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

__all__ = ["BREAKS", "FINITE", "NONFINITE_FORMS", "tag_tokens", "tag_words"]

_DEGREES = word_set(
    "very extremely highly deeply particularly especially incredibly quite rather too so most"
)
# -ing forms that are nouns behind the noun of what is done: “weapons testing”, “money laundering”.
_DEEDS = word_set(
    "laundering testing bombing shooting trafficking smuggling training making stabbing poisoning hacking"
    " fishing farming mining dumping sharing lending spending saving planning processing counting gathering"
    " sequencing screening tracking monitoring profiling rigging trading fixing building"
)
# Participles that hardly ever are verbs before a noun without an article.
_ATTRIBUTIVE = word_set(
    "related alleged unnamed so-called stolen broken hidden unmanned unarmed unidentified heightened advanced"
    " organised organized mixed limited experienced dedicated detailed armed wounded injured registered"
    " suspected retired loved"
)
_ATTRIBUTES = (["D", "A"], ["P", "A"], ["#", "A"])
_GIVEN = (["V", "A"], ["I", "A"])
_NOW = word_set("is are has have can could will would may might should must do does")
_PASSED = frozenset('X"')  # adverbs and quotation marks, which do not part a word from those around it
_LOOKAHEAD = 24
_FEWEST_CAPITALS = 3  # in a headline


def tag_tokens(tokens: list[Token]) -> list[str]:
    """Return one tag a token (the letters are listed in `wordclasses`).

    Right for about nineteen words in twenty; meant for finding clauses, not for parsing.
    """
    if not tokens:
        return []
    _, _, kinds, flags = zip(*[FORMS[token.text] for token in tokens], strict=True)
    return tag_words(tokens, list(kinds), list(flags))


def tag_words(tokens: list[Token], kinds: list[str], flags: list[int]) -> list[str]:
    """Return one tag a token of a sentence, given what their forms tell (see `word_forms`)."""
    doubtful = [index for index, flag in enumerate(flags) if flag & DOUBTFUL]
    tagger = _Tagger(tokens, kinds, flags)
    tagger.choose_tags(doubtful)
    tags = tagger.tags
    settle_subordinators(tokens, tags)
    settle_object_that(tokens, tags)
    if tags[0] == "P":
        settle_lead(tagger.kinds, tags)
    for index in doubtful:
        if tags[index] == "V" and "Q" in kinds[index]:
            settle_participles(tagger.kinds, tags, tokens, index)
            settle_described(tagger.kinds, tags, tokens, index)
            break
    return tags


class _Tagger:
    """Tags a sentence from left to right: `tags` begin as the words' classes, doubtful ones are chosen."""

    def __init__(self, tokens: list[Token], kinds: list[str], flags: list[int]) -> None:
        self.tokens = tokens
        self._flags = flags
        self.tags = kinds.copy()
        self.kinds = [*kinds, "."]
        self._titled: bool | None = None
        self._finite, self._read = False, 0

    def choose_tags(self, doubtful: list[int]) -> None:
        """Choose the tags of the words at some places, which ascend, by their neighbours."""
        tags, kinds, tokens = self.tags, self.kinds, self.tokens
        for index in doubtful:
            kind = kinds[index]
            if kind == "," or kind == "-":
                if _is_inner_mark(tokens, index):
                    tags[index] = "#"
                continue
            at = index - 1
            while at >= 0 and tags[at] in _PASSED:
                at -= 1
            previous = tags[at] if at >= 0 else "."
            text, lower = tokens[index].text, tokens[index].lower
            if (
                previous != "."
                and text != lower
                and text[0].isupper()
                and (len(kind) > 1 or kind in "NAGXU#" or text in ("May", "Will"))
                and kinds[index - 1] != '"'
                and text != "I"
                and not self._is_titled()
            ):
                tags[index] = "E"
            elif len(kind) > 1:
                tags[index] = self._choose_open(index, kind, at, previous)
            elif kind in "TWGDA":
                tags[index] = _refine(kind, lower, previous, kinds[index + 1])
                if kind == "G" and index and self._describes(index, previous):
                    tags[index] = "A" if previous != "N" else "N"
            elif kind == "B" and kinds[index - 1] == "#" and index:
                tags[index] = "X"  # "6 am"
            elif kind == "X" and lower == "so" and self._opens_clause(index + 1):
                tags[index] = "S"

    def _choose_open(self, index: int, kind: str, at: int, previous: str) -> str:
        """Choose among several tags; `previous` is the one before, at `at`."""
        tags, following = self.tags, self.kinds[index + 1]
        at -= 1
        while at >= 0 and tags[at] in _PASSED:
            at -= 1
        tag = _choose(kind, previous, tags[at] if at >= 0 else ".", following)
        if tag == "V":
            when = previous == "S" and self.tokens[index - 1].lower == "when"
            if when and "Q" in kind and following == "T":
                return "Q"  # "when launched to the east"
            if following == "W" and previous in "NE" and "N" in kind and self._is_told_of(index, previous):
                return "N"
            if "N" in kind and previous in "NEA":
                if is_of(self.tokens, index + 1) or self._is_finite_before(index):
                    return "N"
            elif self.kinds[index - 1] == "X" and previous in BREAKS and "N" in following:
                return "A"  # "heavily armed fighters"
        if tag in "VQ" and previous in "WS" and "N" in following and self.tokens[index].lower in _ATTRIBUTIVE:
            return "A"  # "that alleged thieves"
        related = following[0] == "A" and self.tokens[index].lower == "related"
        if tag in "VQ" and previous == "C" and ("N" in following or related):
            if _is_listed(tags[max(0, index - 5) : index], following):
                return "A"  # "boats, nets and damaged gear"
            alike = tags[index - 3 : index - 1] in _ATTRIBUTES and self.tokens[index - 2].lower[-2:] == "ed"
            given = tags[index - 3 : index - 1] in _GIVEN  # "gives free or discounted trips"
            if (
                alike
                or (given and "Q" in kind)
                or self.tokens[index].lower in _ATTRIBUTIVE
                or (kind == "VQ" and self._is_told_now(index))
            ):
                return "A"  # "floods and related losses", "both manned and unmanned flights"
        return tag

    def _describes(self, index: int, previous: str) -> bool:
        """Say whether an -ing form is an adjective, or the second part of a compound noun.

        “extremely pressing”, “new, rising and dear”, “a charge of money laundering”.
        """
        tags, tokens, following = self.tags, self.tokens, self.kinds[index + 1]
        if tokens[index - 1].lower in _DEGREES:
            return True
        if previous == "N":
            return tokens[index].lower in _DEEDS and following[0] in "PC,.;:B"
        listed = tags[index - 1] == "," and index > 1 and tags[index - 2] == "A" and following == "C"
        return listed and self.kinds[index + 2 : index + 3] == ["A"]

    def _is_told_of(self, index: int, previous: str) -> bool:
        """Say whether a verb follows “that” at once: “the Ellery attacks that shocked the isle”."""
        behind = self.kinds[index + 2 : index + 3]
        if not behind or "N" in behind[0]:
            return False
        return behind[0] in "BHMO" or (previous == "E" and "V" in behind[0])

    def _is_told_now(self, index: int) -> bool:
        """Say whether the clause is in the present: “it may bring speed and improved nets” names a noun."""
        for at in range(index - 2, max(-1, index - _LOOKAHEAD), -1):
            tag, word = self.tags[at], self.tokens[at].lower
            if tag in BREAKS and tag != "C":
                return False
            if tag in FINITE:
                return word in _NOW and (tag == "M" or self.tags[at + 1] in "DNA#P")
        return False

    def _is_titled(self) -> bool:
        """Say whether most words are capitalised, as in a headline, so that capitals tell nothing."""
        if self._titled is None:
            long = [flag for flag in self._flags if flag & LONG]
            capitals = [flag for flag in long if flag & CAPITAL]
            self._titled = (
                len(long) >= _FEWEST_CAPITALS
                and len(capitals) > 0.7 * len(long)
                and len([flag for flag in self._flags if flag & CHANGED]) >= _FEWEST_CAPITALS
            )
        return self._titled

    def _is_finite_before(self, index: int) -> bool:
        """Say whether the stretch since the last boundary has a finite verb; asked from left to right."""
        for tag in self.tags[self._read : index]:
            if tag in FINITE:
                self._finite = True
            elif tag in BREAKS:
                self._finite = False
        self._read = index
        return self._finite

    def _opens_clause(self, index: int) -> bool:
        """Say whether a subject follows “so”, and no "so many"."""
        if index >= len(self.tokens):
            return False
        return self.kinds[index][0] in "DRb" and self.tokens[index].lower not in ("many", "much", "few")


def _is_listed(tags: list[str], following: str) -> bool:
    """Say whether a list of nouns comes before a conjunction, and another noun follows."""
    return "N" in following and len(tags) > 4 and tags[-2] in "N," and "," in tags[-4:-1]


def _is_inner_mark(tokens: list[Token], index: int) -> bool:
    """Say whether a dash or comma without spaces joins words or numbers ("5-6,000") and parts nothing."""
    token = tokens[index]
    before = index > 0 and tokens[index - 1].end == token.start
    after = index + 1 < len(tokens) and tokens[index + 1].start == token.end
    if token.text == ",":
        return before and after and tokens[index + 1].text[0].isdigit()
    return before and after and token.text not in ("—", "--")


def _refine(tag: str, lower: str, previous: str, following: str) -> str:
    """Look at the neighbours of a word whose class alone is nearly certain."""
    if tag == "T":
        return "T" if "I" in following or following in "BHOX" else "P"
    if tag == "G":
        if previous in "DA" and following[0] in "PBHM.,":
            return "N"
        return "A" if previous in "DA" and following[0] in "NA" else "G"
    if tag == "W":
        return _refine_that(previous, following) if lower == "that" else tag
    if lower in PRONOMINAL and following[0] in "BHMO,.":
        return "R"
    return tag


def _refine_that(previous: str, following: str) -> str:
    """“that report” is a determiner, “that he left” and “a report that said” are not."""
    if previous in "P,." and (following[0] in "NA" or (previous == "P" and "N" in following)):
        return "D"
    if previous == "D" and "N" in following:
        return "D"  # "all that water"
    return "R" if previous in '.,"CS' and following[0] in "BHMOV" else "W"


def _choose(kind: str, previous: str, before: str, following: str) -> str:
    """Pick one of a word's possible tags by the tags before it and the class after it."""
    if kind == "DU":
        return "D" if following[0] in "NAI#GQ" or "N" in following or "Q" in following else "U"
    if "Q" in kind:
        return _choose_past(kind, previous, before, following)
    if "A" in kind:  # "open", "free"
        verbal = previous in "TMO" or (previous == "R" and following[0] in "DUPN#")
        return ("V" if previous == "R" else "I") if verbal else "A"
    nouny = "N" in kind
    if "I" in kind:
        if previous in "TMO" and not (nouny and previous == "O" and before == "."):
            return "I"
        if previous == "R" or (previous in "NE" and not nouny):
            return "V"
        if nouny and previous == "C" and following[0] in "DTU":
            return "V"  # "to land at once and delay their visit"
        if nouny:
            relative = previous == "W" and before in "NE," and following[0] not in "VBHMO"
            return "V" if relative or (previous in "NW" and following[0] in "DTUR") else "N"
        return "N" if previous in "DAP" else "V"
    if nouny:  # the -s form of a verb that is also a noun
        if previous in "RW":
            return "V"
        if previous in ",C" and following[0] in "DRU":
            return "V"  # "one picture, taken in May, shows a boat"
        return "V" if previous in "NE" and following[0] in "DTURP#XW" and before not in "P" else "N"
    return "N" if previous in "DA" and before != "W" else "V"


def _choose_past(kind: str, previous: str, before: str, following: str) -> str:
    """A past form: part of a verb group, an attribute of a noun, or (for now) finite."""
    if previous in "BHb" or (previous == "R" and before in "BH") or (previous == "C" and before in "QBH"):
        return "Q"
    if previous in "TMO" and "I" in kind:
        return "I"
    if previous == "S" and "Q" in kind and following[0] in "PX":
        return "Q"  # "when asked about"
    if previous in ".V" and following == "N" and "V" in kind:
        return "A"  # "Armed men", "said limited data"
    if previous in "DAP#" and ("N" in following or following[0] in "AEI"):
        return "A"
    if previous == "D":
        return "A" if "V" in kind and "Q" in kind else "N"
    if previous == "P":
        return "A"
    return "V" if "V" in kind else "Q"
