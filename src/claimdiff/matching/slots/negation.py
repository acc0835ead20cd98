"""Which words of a statement a negation reaches."""

from collections.abc import Sequence

from claimdiff.language.cues import STOPWORDS
from claimdiff.matching.slots import list_words

# "did not win", "no sign", "without comment": reaches the next content words, up to a function word.
_NEAR = list_words(
    """not never no without cannot hardly scarcely barely rarely seldom dont isnt havent hasnt hadnt doesnt
    didnt wasnt werent arent wont cant couldnt wouldnt shouldnt"""
)
# "None of them was hurt", "denied that …": reaches to the end of the clause.
_FAR = list_words(
    """none nobody nothing nowhere neither nor deny denies denied denying denial denials refute refutes
    refuted debunk debunks debunked debunking false untrue"""
)
# With "to" and a verb after them they negate it, and are no content of their own then.
_BEFORE_TO = list_words(
    """fail fails failed failing refuse refuses refused refusing decline declines declined declining unable
    neglect neglects neglected reluctant unwilling"""
)
# "not in this video": what comes after is where, not what.
_PREPOSITIONS = list_words("in at on of for from with by about near inside outside into among during like as")
_CLAUSE_ENDS = frozenset(
    [",", ";", ":", ".", "!", "?", "(", ")", "–", "—", "--", "but", "while", "although", "and"]
)


def find_negated(words: Sequence[str]) -> list[bool]:
    """Return for each lower-case word whether an odd number of negations reaches it.

    A near negation ("not", "failed to") reaches the run of content words that follows, a far one ("none",
    "denied") the rest of the clause; "no" at the start of a clause negates the whole of it, and an object
    ("arrested nobody") the verb before it.
    """
    reached: list[bool] = []
    clause = waiting = running = begun = False
    for at, word in enumerate(words):
        if word in _CLAUSE_ENDS:
            clause = waiting = running = begun = False
            reached.append(False)
            continue
        content = word[0].isalnum() and word not in STOPWORDS
        if word in _PREPOSITIONS and not begun:
            waiting = False
        if begun and not content:
            waiting = begun = False
        running = waiting and content
        begun = begun or (running and not word.endswith("ly") and word != "yet")
        reached.append(clause != running)
        if _is_object(words, at):
            reached[at - 1] = not reached[at - 1]
        elif word in _FAR or (word == "no" and _opens_clause(words, at)):
            clause = not clause
        elif _negates_near(words, at):
            waiting, begun = not waiting, False
    return reached


def is_negation(word: str) -> bool:
    """Return whether a lower-case word negates or denies what follows it."""
    return word in _NEAR or word in _FAR or word in _BEFORE_TO or word.endswith(("n't", "n’t"))


def _is_object(words: Sequence[str], at: int) -> bool:
    """Return whether "nobody", "nothing" or "no one" stands behind the verb that it denies."""
    nobody = words[at] in ("nobody", "nothing") or (words[at] == "no" and words[at + 1 : at + 2] == ["one"])
    before = words[at - 1] if at else ""
    return nobody and before[:1].isalpha() and before not in STOPWORDS and before not in _CLAUSE_ENDS


def _opens_clause(words: Sequence[str], at: int) -> bool:
    return at == 0 or words[at - 1] in _CLAUSE_ENDS or words[at - 1] in ("that", "“", '"', "'", "‘")


def _negates_near(words: Sequence[str], at: int) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _NEAR or word.endswith(("n't", "n’t")):
        return after != "only"
    return word in _BEFORE_TO and after == "to"
