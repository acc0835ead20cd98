"""Whether the words behind a cue make a clause without "that"."""

from itertools import pairwise

from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AUXILIARIES, DETERMINERS, RELATIVES, TIME_WORDS
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tables import word_set

CLAUSE_SUBJECTS = word_set(
    """
    he she they we i it you there it's he's she's they're we're i'm you're they've we've i've that's there's
    he'd she'd they'd we'd i'd it'll he'll she'll they'll we'll i'll you'll
    """
)
_CLAUSE_ENDS = word_set(". ; ? ! who which that because when while after as if where before until")
_PARTING = frozenset(", . ; : ? ! and or but that who which when while because to not".split())


def has_verb_soon(words: BlockWords, position: int) -> bool:
    """Say whether a finite verb follows within the clause: then it is a clause without "that"."""
    lowers = words.lowers
    if lowers[position] in CLAUSE_SUBJECTS:
        return position + 1 < len(lowers) and lowers[position + 1][0].isalnum()
    for place in range(position + 1, min(position + 22, len(lowers))):
        word = lowers[place]
        if word in _CLAUSE_ENDS:
            return False
        if word == "," and words.lowers[place - 1] not in TIME_WORDS and place - position > 3:
            return _apposition_then_verb(words, place)
        if word in {"and", "or", "but"} and place + 1 < len(lowers) and words.is_finite(place + 1):
            return False  # "acknowledged failings but denied guilt": a second verb of the subject
        verbal = words.is_finite(place) and word not in {"being", "having"} and not _is_reduced(words, place)
        if verbal and (lowers[place - 1] not in DETERMINERS or word in AUXILIARIES):
            return True  # but not "its improved offer"
    return False


def has_verb_behind_relative(words: BlockWords, position: int) -> bool:
    """ "said men who sail would stay": a finite verb comes after that of a relative clause."""
    lowers = words.lowers
    limit = min(position + 12, len(lowers))
    relative = next((k for k in range(position + 1, limit) if lowers[k] in RELATIVES), limit)
    if relative == limit or any(not word[0].isalnum() for word in lowers[position:relative]):
        return False
    verbs = [
        k
        for k in range(relative + 1, min(relative + 12, len(lowers)))
        if words.is_finite(k) or classify_word(lowers[k])[0] == "I"
    ]
    for before, verb in pairwise(verbs if verbs[:1] == [relative + 1] else ()):
        between = lowers[before + 1 : verb]
        if _PARTING.isdisjoint(between) and verb > before + 1 - (lowers[before] not in AUXILIARIES):
            return words.is_finite(verb)
    return False


def _is_reduced(words: BlockWords, place: int) -> bool:
    """ "ships suspected of", "a letter seen by": a participle after its noun."""
    following = words.lowers[place + 1] if place + 1 < len(words.lowers) else ""
    return following in {"of", "by"} and words.lowers[place] not in AUXILIARIES


def _apposition_then_verb(words: BlockWords, comma: int) -> bool:
    """ "…, the harbour town, has" after the first noun phrase."""
    lowers = words.lowers
    for place in range(comma + 1, min(comma + 14, len(lowers) - 1)):
        if lowers[place] == ",":
            return words.is_finite(place + 1)
        if lowers[place] in _CLAUSE_ENDS and lowers[place] not in {"who", "which"}:
            return False
    return False
