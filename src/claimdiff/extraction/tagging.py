"""A light part-of-speech tagger for news English: our own lexicon, and rules on the neighbouring words."""

from operator import add, ne

from claimdiff.extraction.wordclasses import classify_word, classify_words
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

#: Tags of words that make a clause finite; "b" is a pronoun with its auxiliary ("he's").
FINITE = frozenset("VBHMOb")
#: Tags at which a stretch without boundaries ends.
BREAKS = frozenset(',;:-().?!CSW"')
NONFINITE_FORMS = frozenset({"be", "been", "being", "having"})


# A finite verb may follow these at once without making them participles: "officials said he was …".
_SUBJECT_OPENERS = (["D"], ["N"], ["E"], ["#"], ["A"])
_REPORTING = word_set(
    "said told added believed thought knew hoped feared claimed argued insisted announced reported warned"
    " confirmed denied noted suggested acknowledged admitted stated explained concluded showed found felt"
)
_PRONOMINAL = word_set("this that these those all some many both each several most few such another her")
# Classes that nothing around a word changes; and those that only a capital changes, or for these words.
_CLOSED = frozenset('RPCSBHObVIQE;:().?!"~')
_PLAIN = frozenset("DWNUAXM#")
_SHIFTING = _PRONOMINAL | {"so", "that"}
_SOMETIMES_PREPOSITION = word_set("as after before since until till once")
# These take no object: what follows with "in" or "through" does not make them participles.
_MOVING = word_set(
    "walked ran went came arrived travelled traveled drove crashed sailed moved returned sat stood"
    " stayed lived fell"
    " climbed appeared happened occurred died started began ended continued emerged escaped fled"
    " flew jumped marched"
    " met remained slammed spoke stopped struggled swam tried turned worked"
)
_LOOKAHEAD = 24
_FEWEST_CAPITALS = 3  # in a headline


class _Doubts(dict[str, int]):
    """How far a word's class leaves its tag open: 0 not at all, 1 where it has a capital, 2 always."""

    def __missing__(self, lower: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        kind = classify_word(lower)
        plain = kind in _PLAIN and lower not in _SHIFTING
        known = self[lower] = 0 if kind in _CLOSED else 1 if plain else _DOUBTFUL
        return known


_DOUBTFUL = 2
_MOST_WORDS = 100_000
_DOUBTS = _Doubts()


def tag_tokens(tokens: list[Token]) -> list[str]:
    """Return one tag a token (the letters are listed in `wordclasses`).

    Right for about nineteen words in twenty; meant for finding clauses, not for parsing.
    """
    if not tokens:
        return []
    tagger = _Tagger(tokens)
    doubtful = tagger.find_doubtful()
    for index in doubtful:
        tagger.tags[index] = tagger.choose_tag(index)
    _settle_subordinators(tokens, tagger.tags)
    unsure = [index for index in doubtful if tagger.tags[index] == "V" and "Q" in tagger.kinds[index]]
    if unsure:
        _settle_participles(tagger.kinds, tagger.tags, tokens, unsure[0])
    return tagger.tags


class _Tagger:
    """Tags a sentence from left to right: `tags` begin as the words' classes, doubtful ones are chosen."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        _, _, self._texts, self._lowers = zip(*tokens, strict=True)
        self.kinds = classify_words(self._lowers)
        self.tags = self.kinds.copy()
        self.kinds.append(".")
        self._titled: bool | None = None
        self._finite, self._read = False, 0

    def find_doubtful(self) -> list[int]:
        """Return the places of the words whose class alone does not tell the tag."""
        capitals = map(ne, self._texts, self._lowers)
        doubts = map(add, map(_DOUBTS.__getitem__, self._lowers), capitals)
        return [index for index, doubt in enumerate(doubts) if doubt >= _DOUBTFUL]

    def choose_tag(self, index: int) -> str:
        """Return a word's tag by its neighbours; all words before it have theirs."""
        tags, kinds = self.tags, self.kinds
        kind, text, lower = kinds[index], self._texts[index], self._lowers[index]
        at = self._go_back(index)
        previous = tags[at] if at >= 0 else "."
        if (
            previous != "."
            and text[0].isupper()
            and (len(kind) > 1 or kind in "NAGXU#" or text in ("May", "Will"))
            and kinds[index - 1] != '"'
            and text != "I"
            and not self._is_titled()
        ):
            return "E"
        following = kinds[index + 1]
        if len(kind) == 1:
            if kind in "TWGDA":
                return _refine(kind, lower, previous, following)
            if kind in "-,":
                return "#" if _is_inner_mark(self.tokens, index) else kind
            return "S" if lower == "so" and kind == "X" and self._opens_clause(index + 1) else kind
        at = self._go_back(at)
        tag = _choose(kind, previous, tags[at] if at >= 0 else ".", following)
        nouny = tag == "V" and "N" in kind and previous in "NEA"
        if nouny and (_is_of(self.tokens, index + 1) or self._is_finite_before(index)):
            return "N"
        if tag in "VQ" and previous == "C" and _is_listed(tags[max(0, index - 5) : index], following):
            return "A"  # "boats, nets and damaged gear"
        if tag == "V" and kinds[index - 1] == "X" and previous in BREAKS and "N" in following:
            return "A"  # "heavily armed fighters"
        return tag

    def _go_back(self, index: int) -> int:
        """Return where the word before stands, adverbs and quotation marks aside; -1 for none."""
        index -= 1
        while index >= 0 and self.tags[index] in 'X"':
            index -= 1
        return index

    def _is_titled(self) -> bool:
        """Say whether most words are capitalised, as in a headline, so that capitals tell nothing."""
        if self._titled is None and sum(map(ne, self._texts, self._lowers)) < _FEWEST_CAPITALS:
            self._titled = False
        if self._titled is None:
            heads = [text[0] for text in self._texts if len(text) > 3 and text[0].isalpha()]
            self._titled = len(heads) >= _FEWEST_CAPITALS and sum(map(str.isupper, heads)) > 0.7 * len(heads)
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
        return self.kinds[index][0] in "DRb" and self._lowers[index] not in ("many", "much", "few")


def _is_of(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].lower == "of"


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
    if lower in _PRONOMINAL and following[0] in "BHMO,.":
        return "R"
    return tag


def _refine_that(previous: str, following: str) -> str:
    """“that report” is a determiner, “that he left” and “a report that said” are not."""
    if previous in "P,." and following[0] in "NA":
        return "D"
    return "R" if previous in '.,"C' and following[0] in "BHMOV" else "W"


def _choose(kind: str, previous: str, before: str, following: str) -> str:
    """Pick one of a word's possible tags by the tags before it and the class after it."""
    if kind == "DU":
        return "D" if following[0] in "NAI#GQ" or "N" in following or "Q" in following else "U"
    if "Q" in kind:
        return _choose_past(kind, previous, before, following)
    nouny = "N" in kind
    if "I" in kind:
        if previous in "TMO" and not (nouny and previous == "O" and before == "."):
            return "I"
        if previous == "R" or (previous in "NE" and not nouny):
            return "V"
        if nouny:
            relative = previous == "W" and before in "NE," and following[0] not in "VBHMO"
            return "V" if relative or (previous in "NW" and following[0] in "DTUR") else "N"
        return "N" if previous in "DAP" else "V"
    if nouny:  # the -s form of a verb that is also a noun
        if previous in "RW":
            return "V"
        return "V" if previous in "NE" and following[0] in "DTURP#XW" and before not in "P" else "N"
    return "N" if previous in "DA" and before != "W" else "V"


def _choose_past(kind: str, previous: str, before: str, following: str) -> str:
    """A past form: part of a verb group, an attribute of a noun, or (for now) finite."""
    if previous in "BHb" or (previous == "R" and before in "BH") or (previous == "C" and before in "QBH"):
        return "Q"
    if previous in "TMO" and "I" in kind:
        return "I"
    if previous in "DAP#" and ("N" in following or following[0] in "AEI"):
        return "A"
    if previous == "D":
        return "A" if "V" in kind and "Q" in kind else "N"
    if previous == "P":
        return "A"
    return "V" if "V" in kind else "Q"


def _settle_subordinators(tokens: list[Token], tags: list[str]) -> None:
    """Make “before midnight” and “as well as” prepositional where no verb follows."""
    if "S" not in tags:
        return
    for index in [place for place, tag in enumerate(tags) if tag == "S"]:
        token = tokens[index]
        if token.lower not in _SOMETIMES_PREPOSITION:
            continue
        tags[index] = "P"
        for at in range(index + 1, min(index + _LOOKAHEAD, len(tags))):
            tag = tags[at]
            doing = (tag == "G" and at <= index + 2) or (tag == "Q" and at == index + 1)
            if tag in FINITE or (doing and token.lower != "as"):
                tags[index] = "S"
                if token.lower == "as" and index > 1 and tokens[index - 2].lower == "as":
                    tags[index - 2 : index] = ["S", "S"]  # "as soon as"
                break
            if tag in BREAKS:
                break


def _settle_participles(kinds: list[str], tags: list[str], tokens: list[Token], first: int) -> None:
    """Turn past forms that another finite verb of the same stretch outranks into participles.

    “A barge loaded with sand sank”: of two candidates with no boundary between them a sure one wins,
    else the last that has a subject at its left and an object at its right, else the first. The first
    past form stands at `first`.
    """
    sure_ahead = False
    for index in range(len(tags) - 1, first - 1, -1):
        tag = tags[index]
        if tag in "NPDA":
            continue
        if tag in BREAKS or tag == "R":
            sure_ahead = False
        elif tag == "V" and "Q" in kinds[index]:
            word = tokens[index].lower
            said = word in _REPORTING and tags[index + 1 : index + 2] != ["T"]
            if (sure_ahead and not said) or (
                kinds[index + 1 : index + 2] == ["P"] and (tokens[index + 1].lower == "by")
            ):
                tags[index] = "Q"
        elif tag in FINITE and tokens[index].lower not in NONFINITE_FORMS:
            sure_ahead = True
    _settle_pairs(kinds, tags, tokens)


def _settle_pairs(kinds: list[str], tags: list[str], tokens: list[Token]) -> None:
    """Keep one finite verb of several past forms that stand in one stretch, none of them sure."""
    first = -1
    for index, tag in enumerate(tags):
        if tag in "NPDA":
            continue
        if tag in BREAKS or tag in "Rb":
            first = -1
        elif tag in FINITE and not (tag == "V" and "Q" in kinds[index]):
            first = index
        elif tag == "V":
            if tokens[index].lower in _REPORTING and tags[index + 1 : index + 2] in _SUBJECT_OPENERS:
                first = -1  # "said the barge sank": what is said has a verb of its own
            elif first < 0:
                first = index
            elif tags[first] == "V" and "Q" in kinds[first]:
                loose = tags[first + 1] == "P" and tags[index + 1 : index + 2] in (["D"], ["P"], ["#"])
                if loose and tags[index - 1] in "NE" and tokens[first].lower not in _MOVING:
                    tags[first] = "Q"
                    first = index
                else:
                    tags[index] = "Q"
            else:
                tags[index] = "Q"
