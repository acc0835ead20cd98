"""Words that attribute: verbs and nouns of saying, thinking, wanting and judging, and what goes with them."""

from msgspec import Struct

from claimdiff.language.inflection import inflect_verb
from claimdiff.language.tables import read_data, word_set


class SpeechCue(Struct, frozen=True, gc=False):
    """A cue word: its dictionary form, what kind of cue it is, and which form stands in the text.

    `kind`: "say" (takes a clause), "tell" (takes a hearer, then a clause), "ask", "think", "want"
    (takes an infinitive), "urge" (a hearer, then an infinitive), "judge" (takes an object it approves
    or disapproves of), "describe" (calls one thing another), "show" (a document or a poll, or naming a
    topic), "noun". `form`: "base", "third", "past", "present" (the -ing form) or "noun".
    """

    lemma: str
    kind: str
    form: str


def form_of(lemma: str, form: str) -> str:
    """Return which form of a verb a word is, by its spelling."""
    if form.endswith("ing"):
        return "present"
    if form == lemma:
        return "base"
    if form.endswith("s") and not form.endswith("ss"):
        return "third"
    return "past"


def _read_lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    text = read_data("claimdiff.extraction", "speech_cues.txt")
    for line in text.splitlines():
        kind, _, words = line.partition(" ")
        if kind != "#":
            lists.setdefault(kind, []).extend(words.split())
    return lists


def _inflect_all(lists: dict[str, list[str]]) -> dict[str, SpeechCue]:
    known: dict[str, SpeechCue] = {}
    for kind, lemmas in lists.items():
        if kind in {"noun", "ambiguous"}:
            continue
        for lemma in lemmas:
            for form in inflect_verb(lemma):
                known.setdefault(form, SpeechCue(lemma, kind, form_of(lemma, form)))
    for noun in lists["noun"]:
        known.setdefault(noun, SpeechCue(noun, "noun", "noun"))
    return known


_LISTS = _read_lists()
#: Every inflected form of a cue verb, and the nouns that are no verb form.
SPEECH_CUES: dict[str, SpeechCue] = _inflect_all(_LISTS)
#: Nouns that attribute when "that" or "of" follows, verb forms among them ("his claim that").
SPEECH_NOUNS = frozenset(_LISTS["noun"])
#: Forms that are as often a noun, adjective or other word: they need a subject close by.
AMBIGUOUS_FORMS = frozenset(_LISTS["ambiguous"])

#: Verbs of showing that report a proposition, as far as a clause follows.
REPORTING_LEMMAS = word_set(
    "show find reveal report indicate suggest detail document describe read highlight point mention"
)
#: The cues that report words or thoughts; the others tell what somebody wants, praises or does.
REPORT_CUES = frozenset(
    form
    for form, cue in SPEECH_CUES.items()
    if cue.kind in {"say", "tell", "ask", "think", "noun"} or cue.lemma in REPORTING_LEMMAS
)
#: Third-person and past forms that are verbs even where a noun is spelled alike.
STRONG_VERBS = word_set("says said told tells claims reports shows warns argues notes states believes")
AUXILIARIES = word_set(
    """
    am is are was were be been being has have had having do does did will would shall should can could
    may might must 'll 've 'd 'm 're it's he's she's that's isn't aren't wasn't weren't hasn't haven't
    hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't i'm i've i'd i'll we're
    we've we'd we'll they're they've they'd they'll he'd he'll she'd she'll you're you've you'd you'll
    who's who've what's there's here's let's
    """
)
BE_FORMS = word_set(
    "am is are was were be been being 'm 're isn't aren't wasn't weren't it's he's she's that's"
)
HAVE_FORMS = word_set("has have had having hasn't haven't hadn't 've")
MODAL_FORMS = word_set(
    "will would shall should can could may might must won't wouldn't can't cannot couldn't 'll 'd"
)
ADVERBS = word_set(
    """
    also then later never not n't even just still now once again only ever always often soon first
    already previously recently repeatedly reportedly publicly privately simply further long
    instead though however meanwhile thus since today yesterday tonight earlier rather quite all both
    ago too
    """
)
SUBJECT_PRONOUNS = word_set(
    "he she they it we i you this that these those one who which there everyone someone nobody"
)
RELATIVES = word_set("who which that")
POSSESSIVES = word_set("his her its their my our your")
DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some many most several all both one two
    three four five six no any each every another other few more at
    """
)
PREPOSITIONS = word_set(
    """
    in on at by for from with without about after before during since until under over into against
    among between through via within outside inside across around near following despite amid per upon
    off onto toward towards like than of to as
    """
)
SUBORDINATORS = word_set(
    """
    that because when while if although though where which who whom whose whether how what why unless
    whereas so yet but or nor than as since until after before once
    """
)
TIME_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier
    later last this next recently then january february march april may june july august september
    october november december mon tue tues wed thu thur thurs fri sat sun afterward afterwards
    """
)
HEARERS = word_set(
    "reporters journalists me us him her them you it lawmakers viewers supporters parliament congress"
)
