"""Whether a claim can be checked: questions, wishes, orders and bare opinions can't."""

import re
from collections.abc import Sequence

from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tokens import Token
from claimdiff.model import Speech

_ASKING = frozenset("who what when where why how which whose whom".split())
_WISHES = re.compile(
    r"^(?:(?:and|but|so|well|now),? )?(?:let['’]?s|let us|let (?:me|them|him|her|it)|please"
    r"|may (?:god|they|he|she)"
    r"|i (?:hope|wish|want|would like|'d like|pray|apologi[sz]e|am (?:deeply |so |very "
    r"|truly )*(?:sorry|sad|proud|happy"
    r"|glad|grateful|thankful|disappointed|sure|certain))"
    r"|we (?:hope|wish|pray|apologi[sz]e|express|extend|mourn|call on|urge|thank|condemn"
    r"|are (?:deeply |so |very |truly )*(?:sorry|sad|saddened|proud|happy|glad|grateful|thankful))"
    r"|i'm (?:deeply |so |very |truly )*(?:sorry|sad|proud|happy|glad|grateful)|thank (?:you|god)|thanks\b"
    r"|(?:our|my) (?:thoughts|hearts|prayers|condolences|heart)|condolences|congratulations"
    r"|good luck|god bless"
    r"|shame on|long live|what an? )",
    re.IGNORECASE,
)
_OPINION = frozenset(
    "amazing awful awesome terrible horrible wonderful great fantastic beautiful mad stupid crazy"
    " absurd ridiculous"
    " frightening scary shameful disgraceful disgusting outrageous unacceptable sad tragic"
    " heartbreaking brilliant"
    " incredible unbelievable best worst nice lovely bad good wrong right unfair fair fine shocking"
    " horrific dreadful"
    " appalling disappointing embarrassing pathetic nonsense disaster tragedy shame disgrace"
    " nightmare joke chaos"
    " honour honor pleasure pity insane cruel evil heroic inspiring perfect giving important".split()
)
_COPULAS = frozenset("is was are were 's be been it's that's he's she's they're".split())
_PLAIN_SUBJECTS = frozenset(
    "it this that these those they he she we you i it's that's he's she's they're there".split()
)
_FILLERS = frozenset(
    "a an the very so just really absolutely totally quite pretty such and too most more of"
    " situation thing day place"
    " experience man woman people way".split()
)


_JUDGING = _OPINION | _FILLERS


def is_checkable(text: str, tokens: Sequence[Token], tags: Sequence[str], speech: Speech) -> bool:
    """Say whether the claim can be held against evidence.

    `text` is the claim with its closing mark; opinions and wishes are looked for in direct speech only.
    """
    bare = text.strip(" \"'“”‘’«»")
    if bare.endswith("?") and len(tokens) > 1:
        return False
    first = tokens[0].lower if tokens else ""
    if bare.endswith("!") and first in _ASKING:
        return False
    if speech == "narration":
        return True
    if _WISHES.match(bare):
        return False
    if speech == "direct" and tags and tags[0] == "I" and not any(tag in FINITE for tag in tags[1:3]):
        return False
    return not (speech == "direct" and _is_opinion(tokens))


def _is_opinion(tokens: Sequence[Token]) -> bool:
    """“It was a frightening situation”: a pronoun, a form of “be”, and nothing but judgement."""
    words = [token.lower.replace("’", "'") for token in tokens if token.lower[0].isalpha()]
    if not 1 <= len(words) <= 9:
        return False
    if words[0] not in _PLAIN_SUBJECTS:
        return _JUDGING.issuperset(words) and not _OPINION.isdisjoint(words)
    if len(words) > 1 and words[1] not in _COPULAS and words[0] not in _COPULAS:
        return False
    rest = words[1:]
    return not _OPINION.isdisjoint(rest) and all(word in _JUDGING or word in _COPULAS for word in rest)
