"""Direct speech told of its speaker: "I think my boat" becomes "Ada Moro thinks Ada Moro's boat"."""

import re

from claimdiff.language.cues import SAY_VERBS
from claimdiff.language.inflection import inflect_verb
from claimdiff.language.patterns import compile_later
from claimdiff.language.tables import word_set

_VERBS = word_set(
    """think know want hope believe feel apologize apologise say see need like love understand remember
    guess mean fear expect support agree regret urge ask promise condemn stand wish doubt trust
    consider find call thank take make express continue work look remain keep give offer plan
    intend try welcome share extend send pray mourn deny reject admit confirm insist demand reserve
    respect oppose live go come run own use do"""
)
_ADVERBS = (
    "certainly|seriously|personally|definitely|truly|honestly|genuinely|absolutely"
    "|really|just|still|sincerely|strongly|also|only|always|firmly|deeply|fully|now|never"
)
_SINGULAR = compile_later(
    r"(?<![\w'’-])(?:I['’](?:m|ve|ll|d)|I (?:am|have|was)|I (?:do|have)n['’]t|I do not"
    rf"|I (?P<adverb>(?:{_ADVERBS}) )?(?P<verb>[a-z]+)"
    r"|I|[Mm]e|[Mm]y(?! (?:[Gg]od|goodness|gosh|word|dear)\b)|[Mm]ine|[Mm]yself)(?![\w'’-])"
)
_PLURAL = compile_later(
    r"(?<![\w'’-])(?:[Ww]e['’](?:re|ve|ll|d)|[Ww]e (?:are|have|were)"
    r"|[Ww]e (?:do|have|are|were)n['’]t|[Ww]e do not"
    rf"|[Ww]e (?P<adverb>(?:{_ADVERBS}) )?(?P<verb>[a-z]+)"
    r"|[Ww]e|us|[Oo]ur|ours)(?![\w'’-])"
)
_MY = re.compile(r"(?<![\w'’-])my(?![\w'’-])")
_OWN = {"male": "his", "female": "her"}
_FORMS = {
    "i'm": "{0} is",
    "i've": "{0} has",
    "i'll": "{0} will",
    "i'd": "{0} would",
    "i am": "{0} is",
    "i have": "{0} has",
    "i was": "{0} was",
    "i don't": "{0} doesn't",
    "i do not": "{0} does not",
    "i haven't": "{0} hasn't",
    "my": "{1}",
    "mine": "{1}",
    "we're": "{0} is",
    "we've": "{0} has",
    "we'll": "{0} will",
    "we'd": "{0} would",
    "we are": "{0} is",
    "we have": "{0} has",
    "we were": "{0} was",
    "we don't": "{0} doesn't",
    "we do not": "{0} does not",
    "we haven't": "{0} hasn't",
    "we aren't": "{0} isn't",
    "we weren't": "{0} wasn't",
    "our": "{1}",
    "ours": "{1}",
}


def put_speaker(text: str, speaker: str, institution: bool = False, gender: str | None = None) -> str:
    """Return direct speech with the speaker's name for "I", "me" and "my", verbs in the third person.

    Where the speaker is an institution, "we", "us" and "our" are it as well; of a person's "we"
    nobody knows who else is meant, so it stays. With the `gender` of a person who is the subject already,
    "my" is his or hers: "Ada Moro hit her head".
    """
    own = _OWN.get(gender or "")
    opening = _SINGULAR.search(text) if own else None
    if own and opening is not None and opening.group().startswith("I"):
        begin = opening.end()
        text = text[:begin] + _MY.sub(own, text[begin:])
    text = _SINGULAR.sub(lambda match: _reword(match, speaker), text)
    return _PLURAL.sub(lambda match: _reword(match, speaker), text) if institution else text


def _reword(match: re.Match[str], speaker: str) -> str:
    verb = match["verb"]
    if verb is not None:
        if verb in _VERBS or (verb in SAY_VERBS and SAY_VERBS[verb].lemma == verb and verb != "read"):
            verb = inflect_verb(verb)[1]
        return f"{speaker} {match['adverb'] or ''}{verb}"
    word = match.group().replace("’", "'").lower()
    return _FORMS.get(word, "{0}").format(speaker, to_possessive(speaker))


def to_possessive(name: str) -> str:
    """Return the possessive of a name ("Moro's", "Moros'")."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"
