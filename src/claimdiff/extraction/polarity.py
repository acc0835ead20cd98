"""Whether a claim affirms or denies, how sure it is, and the words that say so."""

import re
from collections.abc import Sequence
from operator import itemgetter

from claimdiff.extraction.tagging import FINITE
from claimdiff.language.cues import HEDGE_PHRASES, HEDGES, NEGATIONS
from claimdiff.language.inflection import inflect_verb
from claimdiff.language.tokens import Token

# Verbs that deny what their object or complement says.
_DENYING = frozenset(
    form
    for lemma in (
        "deny reject refuse decline debunk refute rebut rebuff disprove dispute disavow repudiate"
        " doubt".split()
    )
    for form in inflect_verb(lemma)
)
_DENIAL_NOUNS = frozenset("denial refusal rejection".split())
_FALSE = frozenset(
    "false untrue baseless unfounded groundless nonexistent non-existent unable impossible fake"
    " bogus fictitious".split()
)
_FAILING = frozenset("fail fails failed failing".split())
_UNDOING = frozenset({"keep"})
_WEAK = frozenset("hardly scarcely barely rarely seldom".split())
_NEGATIONS = NEGATIONS | _WEAK | {"n't", "noone"}
# "denied access" withholds a thing; it denies no statement.
_WITHHELD = frozenset(
    "access entry permission bail asylum visas visa request requests parole leave admission".split()
)
# After "not" these words add instead of denying: "not only", "not just".
_ADDING = frozenset("only just merely simply necessarily long far".split())
_NO_DENIAL = frozenset("doubt matter longer-term later sooner less fewer more earlier".split())
_MODAL_HEDGES = frozenset("may might could".split())
_NOT_HEDGES = frozenset(
    "roughly suspect suspects think thinks thought estimate estimated indicate indicated fear fears"
    " speculation".split()
)
_HEDGES = HEDGES - _NOT_HEDGES
_SEEING = frozenset(
    "see hear feel find believe tell get do reach help stop move go walk breathe speak".split()
)
_PHRASES = re.compile(rf"\b(?:{'|'.join(sorted(HEDGE_PHRASES))})\b")
# What a claim with such a phrase holds, its last longest word: looking for that first spares most the search.
_PHRASE_KEYS = {max(reversed(phrase.replace("-", " ").split()), key=len) for phrase in HEDGE_PHRASES}
_SPAN = 6
_read_lower = itemgetter(3)  # of a Token
_TRIGGERS = _NEGATIONS | _DENYING | _FAILING | _DENIAL_NOUNS | _FALSE | {"instead"}


def find_negations(tokens: Sequence[Token], tags: Sequence[str]) -> list[int]:
    """Return the indexes of the words that negate the claim, ascending; empty where it affirms."""
    found: list[int] = []
    lowers = list(map(_read_lower, tokens))
    if _TRIGGERS.isdisjoint(lowers):
        joined = " ".join(lowers)
        if "n't" not in joined and "n’t" not in joined:
            return found
    for index, word in enumerate(lowers):
        if word == "whether":
            break  # what is in question is not denied
        if word not in _TRIGGERS and word[-1] != "t":
            continue
        word = word.replace("’", "'")
        following = lowers[index + 1] if index + 1 < len(lowers) else ""
        if word in _DENIAL_NOUNS and any(tag in FINITE for tag in tags):
            continue
        if _negates(word, following, tokens, index) or _denies(word, following, tokens, tags, index):
            found.append(index)
    return [] if _cancel_out(tokens, found) else found


def _negates(word: str, following: str, tokens: Sequence[Token], index: int) -> bool:
    if word.endswith("n't") or word == "cannot":
        return True
    if word not in _NEGATIONS:
        return False
    if word in ("not", "no") and (following in _ADDING or following in _NO_DENIAL):
        return False
    if word == "no":
        return following not in {".", "", "1", "2"} and not following.isdigit()
    if word == "without":
        return following.endswith("ing") or following in {"any", "a"} or index <= 1
    if word == "nothing":
        return following != "but"
    return not (word == "not" and index and tokens[index - 1].lower in ("or", "whether", "if"))


def _denies(word: str, following: str, tokens: Sequence[Token], tags: Sequence[str], index: int) -> bool:
    if word in _DENYING:
        ahead = [token.lower for token in tokens[index + 1 : index + _SPAN]]
        return tags[index] not in "NA" and not (word.startswith(("deni", "deny")) and _WITHHELD & set(ahead))
    if word in _FAILING:
        ahead = [token.lower for token in tokens[index + 1 : index + 4]]
        return (following == "to" and not _UNDOING & set(ahead[1:2])) or following == "in"
    if word in _DENIAL_NOUNS:
        return following in ("to", "that") or (index > 0 and tags[index - 1] == "D")
    if word == "instead":
        return following == "of"
    if word in _FALSE:
        return tags[index] != "A" or following in ("", "to") or not following.isalpha()
    return False


def _cancel_out(tokens: Sequence[Token], found: list[int]) -> bool:
    """“did not deny” affirms: two negations side by side undo each other."""
    if len(found) != 2 or found[1] - found[0] > 2:
        return False
    return tokens[found[1]].lower in _DENYING or tokens[found[1]].lower in _FAILING


def find_hedges(tokens: Sequence[Token], tags: Sequence[str]) -> list[str]:
    """Return the words and word groups that take certainty away, as they stand in the text."""
    found: list[str] = []
    lower = list(map(_read_lower, tokens))
    for index, word in enumerate(() if _HEDGES.isdisjoint(lower) else lower):
        if word not in _HEDGES:
            continue
        if word in _MODAL_HEDGES:
            if tags[index] != "M" or (word == "could" and _is_ability(lower, index)):
                continue
        elif word in ("expected", "likely", "apparent") and index + 1 == len(lower):
            continue
        found.append(tokens[index].text)
    joined = " ".join(lower)
    if _PHRASE_KEYS.isdisjoint(joined.replace("-", " ").split() if "-" in joined else lower):
        return found
    for match in _PHRASES.finditer(joined):
        phrase = match.group()
        if not any(hedge.lower() in phrase or phrase.split()[-1] in hedge.lower() for hedge in found):
            found.append(phrase)
    return found


def _is_ability(lower: Sequence[str], index: int) -> bool:
    """“could not be reached”, “couldn't see”: what was possible, not what is supposed."""
    ahead = lower[index + 1 : index + 5]
    return "not" in ahead[:2] or (bool(ahead) and ahead[0] in _SEEING)
