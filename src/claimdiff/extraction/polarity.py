"""Whether a claim affirms or denies, how sure it is, and the words that say so."""

import re
from collections.abc import Sequence

from claimdiff.extraction.polarity_words import (
    ADDING,
    ALLEGATIONS,
    DENIAL_NOUNS,
    DENYING,
    DISMISSING,
    FAILING,
    FALSE,
    HEDGES,
    MODAL_HEDGES,
    NEGATIONS,
    NO_DENIAL,
    PHRASE_KEYS,
    SEEING,
    TRIGGERS,
    UNDOING,
    WITHHELD,
)
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.cues import HEDGE_PHRASES
from claimdiff.language.tokens import Token

_PHRASES = re.compile(rf"\b(?:{'|'.join(sorted(HEDGE_PHRASES))})\b")
_SPAN = 6


def find_negations(tokens: Sequence[Token], tags: Sequence[str]) -> list[int]:
    """Return the indexes of the words that negate the claim, ascending; empty where it affirms."""
    found: list[int] = []
    lowers = [token.lower for token in tokens]
    if TRIGGERS.isdisjoint(lowers):
        joined = " ".join(lowers)
        if "n't" not in joined and "n’t" not in joined:
            return found
    for index, word in enumerate(lowers):
        if word == "whether":
            break  # what is in question is not denied
        if word not in TRIGGERS and word[-1] != "t":
            continue
        word = word.replace("’", "'")
        following = lowers[index + 1] if index + 1 < len(lowers) else ""
        if word in DENIAL_NOUNS and any(tag in FINITE for tag in tags):
            continue
        if _negates(word, following, tokens, index) or _denies(word, following, tokens, tags, index):
            found.append(index)
    return [] if _cancel_out(tokens, found) else found


def _negates(word: str, following: str, tokens: Sequence[Token], index: int) -> bool:
    if word.endswith("n't") or word == "cannot":
        return True
    if word not in NEGATIONS:
        return False
    if word in ("not", "no") and (following in ADDING or following in NO_DENIAL):
        return False
    if word == "no":
        return following not in {".", "", "1", "2"} and not following.isdigit()
    if word == "without":
        return following.endswith("ing") or following in {"any", "a"} or index <= 1
    if word == "nothing":
        return following != "but"
    return not (word == "not" and index and tokens[index - 1].lower in ("or", "whether", "if"))


def _denies(word: str, following: str, tokens: Sequence[Token], tags: Sequence[str], index: int) -> bool:
    if word in DENYING:
        ahead = [token.lower for token in tokens[index + 1 : index + _SPAN]]
        return tags[index] not in "NA" and not (word.startswith(("deni", "deny")) and WITHHELD & set(ahead))
    if word in DISMISSING:
        return not ALLEGATIONS.isdisjoint([token.lower for token in tokens[index + 1 : index + _SPAN]])
    if word in FAILING:
        ahead = [token.lower for token in tokens[index + 1 : index + 4]]
        return (following == "to" and not UNDOING & set(ahead[1:2])) or following == "in"
    if word in DENIAL_NOUNS:
        return following in ("to", "that") or (index > 0 and tags[index - 1] == "D")
    if word == "instead":
        return following == "of"
    if word in FALSE:
        return tags[index] != "A" or following in ("", "to") or not following.isalpha()
    return False


def _cancel_out(tokens: Sequence[Token], found: list[int]) -> bool:
    """“did not deny” affirms: two negations side by side undo each other."""
    if len(found) != 2 or found[1] - found[0] > 2:
        return False
    return tokens[found[1]].lower in DENYING or tokens[found[1]].lower in FAILING


def find_hedges(tokens: Sequence[Token], tags: Sequence[str]) -> list[str]:
    """Return the words and word groups that take certainty away, as they stand in the text."""
    found: list[str] = []
    lower = [token.lower for token in tokens]
    for index, word in enumerate(() if HEDGES.isdisjoint(lower) else lower):
        if word not in HEDGES:
            continue
        if word in MODAL_HEDGES:
            if tags[index] != "M" or (word == "could" and _is_ability(lower, index)):
                continue
        elif word in ("expected", "likely", "apparent") and index + 1 == len(lower):
            continue
        found.append(tokens[index].text)
    joined = " ".join(lower)
    if PHRASE_KEYS.isdisjoint(joined.replace("-", " ").split() if "-" in joined else lower):
        return found
    for match in _PHRASES.finditer(joined):
        phrase = match.group()
        if not any(hedge.lower() in phrase or phrase.split()[-1] in hedge.lower() for hedge in found):
            found.append(phrase)
    return found


def _is_ability(lower: Sequence[str], index: int) -> bool:
    """“could not be reached”, “couldn't see”: what was possible, not what is supposed."""
    ahead = lower[index + 1 : index + 5]
    return "not" in ahead[:2] or (bool(ahead) and ahead[0] in SEEING)
