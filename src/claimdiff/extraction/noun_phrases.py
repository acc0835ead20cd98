"""Where the noun phrase before a verb begins."""

from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tables import word_set

BREAKS = frozenset(',;:—–-()[]"“”„«»!?…|•')
_INNER_PREPOSITIONS = word_set("of for from in at with on to against behind under")
CLAUSE_OPENERS = word_set("after before since until once than as like despite during")
_TIME_NOUNS = word_set(
    "time week weeks day days month months year years morning evening afternoon night hours minutes moment"
)
_BEFORE_TIMES = word_set("on in at during over for last this earlier")
_WITH_TIMES = word_set("the recent past coming same few several next late early first two three four five")
_NEVER_INSIDE = word_set("than as he she they we i reporters")
_BEFORE_VERBS = word_set("i we you they to")
_LEADING = ADVERBS | word_set("and but or so yet nor because when while if that as although though even")


def find_phrase_start(words: BlockWords, end: int, low: int) -> int:
    """Return where the noun phrase that ends before `end` begins; `end` itself where there is none."""
    lowers = words.lowers
    position = end
    floor = max(low, end - 25)
    level = words.quote_over(words.starts[min(end, len(words.starts) - 1)])
    while position > floor:
        word = lowers[position - 1]
        if word == ")" and (opening := find_opening(words, position - 1, floor)) is not None:
            position = opening
            continue
        if word in BREAKS or (word in SUBORDINATORS and word not in {"as", "than"}) or word in AUXILIARIES:
            break
        if word in _NEVER_INSIDE or words.quote_over(words.starts[position - 1]) != level:
            break
        if word == "and" and not _joins_nouns(words, position - 1, end, floor):
            break
        if word in PREPOSITIONS and word not in _INNER_PREPOSITIONS:
            break
        if position < end and words.is_finite(position - 1) and _looks_finite(words, position - 1, floor):
            break
        if position < end and _follows_subject(words, position - 1, floor):
            break  # "I believe the mayor"
        position -= 1
    return _trim_leading(words, position, end)


def find_phrase_end(words: BlockWords, end: int, low: int) -> int:
    """Return where a noun phrase ends if the words before `end` only say when ("on Sunday", "last week")."""
    lowers = words.lowers
    last = lowers[end - 1]
    dated = last.isdigit() and (len(last) == 4 or lowers[end - 2] in TIME_WORDS)
    if end - low < 2 or not (last in _TIME_NOUNS or last in TIME_WORDS or dated):
        return end
    for place in range(end - 1, max(low, end - 5), -1):
        word = lowers[place]
        if word in _BEFORE_TIMES:
            return place
        if (
            word not in _TIME_NOUNS
            and word not in TIME_WORDS
            and not word.isdigit()
            and word not in _WITH_TIMES
        ):
            break
    return end


def find_opening(words: BlockWords, closing: int, floor: int) -> int | None:
    """The opening bracket of "(R-Vt.)", None where it is far off."""
    for place in range(closing - 1, max(floor, closing - 9) - 1, -1):
        if words.lowers[place] == "(":
            return place
    return None


def _follows_subject(words: BlockWords, token: int, floor: int) -> bool:
    """A base form right after a pronoun or "to" is a verb, however it is spelled."""
    if token <= floor or words.lowers[token - 1] not in _BEFORE_VERBS:
        return False
    return "I" in classify_word(words.lowers[token])


def _joins_nouns(words: BlockWords, conjunction: int, end: int, floor: int) -> bool:
    if conjunction + 1 >= end or conjunction <= floor:
        return False
    left, right = conjunction - 1, conjunction + 1
    if words.is_capital(right) and words.is_capital(left):
        return True
    plural = words.lowers[left].endswith("s") and words.lowers[end - 1].endswith("s")
    return plural and words.lowers[right] not in SUBJECT_PRONOUNS


def _looks_finite(words: BlockWords, token: int, floor: int) -> bool:
    """A cue form inside the phrase is a verb unless it stands like an adjective after a determiner."""
    if words.is_capital(token):
        return False
    return token <= floor or words.lowers[token - 1] not in DETERMINERS


def _trim_leading(words: BlockWords, first: int, end: int) -> int:
    lowers = words.lowers
    while first < end and (
        lowers[first] in _LEADING or lowers[first] in TIME_WORDS or lowers[first] in ".'-"
    ):
        if lowers[first] in {"this", "last", "next", "may", "march"} and first + 1 < end:
            break
        first += 1
    if first < end and lowers[first] in PREPOSITIONS and lowers[first] not in {"at"}:
        return _phrase_after_preposition(words, first, end)
    if first < end and lowers[first] in CLAUSE_OPENERS:
        return end
    return first


def _phrase_after_preposition(words: BlockWords, first: int, end: int) -> int:
    """ "In March Mara Voss": keep the last determiner or run of names of the phrase."""
    position = end - 1
    while position > first and words.is_capital(position) and words.lowers[position] not in TIME_WORDS:
        position -= 1
    if position < end - 1 and position > first and words.lowers[position] not in PREPOSITIONS:
        return position + 1
    for place in range(end - 1, first, -1):
        if (
            words.lowers[place] in DETERMINERS
            and place - 1 > first
            and words.lowers[place - 1] not in PREPOSITIONS
        ):
            return place
    return end
