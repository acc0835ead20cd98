"""Closed word lists: who says it, how sure it is, what is denied, and what carries no meaning."""

from typing import Literal, NamedTuple

from claimdiff.language.inflection import inflect_verb
from claimdiff.language.tables import word_set

SpeechAct = Literal[
    "said", "denied", "asked", "promised", "accused", "warned", "believed", "urged", "reported", "praised"
]


class SayVerb(NamedTuple):
    """A verb of saying: its dictionary form and what kind of saying it is."""

    lemma: str
    act: SpeechAct


_LEMMAS: dict[SpeechAct, str] = {
    "said": """say tell state add note explain argue insist claim maintain assert contend declare announce
    acknowledge admit concede confirm affirm reaffirm reiterate repeat stress emphasize emphasise
    underline underscore highlight point comment remark observe recall recount testify tweet retweet
    post write reply respond answer counter retort quip joke conclude continue mention clarify
    elaborate indicate signal suggest imply hint reveal disclose divulge inform brief advise caution
    allege complain lament joke quip muse boast confess agree concur vouch opine proclaim pronounce
    volunteer narrate describe outline specify summarize summarise interject shout yell whisper
    exclaim mutter sum intone pontificate venture allow attest profess swear avow blurt bemoan gripe
    groan shrug estimate rule decide argue detail justify defend""",
    "denied": "deny reject dismiss refute rebut dispute rebuff disavow disclaim repudiate deride scoff",
    "asked": "ask question wonder inquire enquire query quiz",
    "promised": "promise pledge vow guarantee assure undertake commit swear offer threaten propose",
    "accused": "accuse charge blame condemn criticize criticise denounce slam blast decry allege lambaste "
    "rebuke rip lash chide berate",
    "warned": "warn caution threaten alert",
    "believed": """believe think feel consider expect hope fear doubt suspect predict forecast project foresee
    guess reckon suppose assume know understand hold conclude speculate anticipate deem regret worry
    regard realize realise find see judge""",
    "urged": """urge demand call appeal implore beg plead request recommend order instruct press advise
    encourage exhort tell beseech""",
    "reported": "report quote cite publish broadcast show note find record document reveal hear learn",
    "praised": "praise hail welcome thank commend applaud laud congratulate salute celebrate",
}


def _inflect_all() -> dict[str, SayVerb]:
    known: dict[str, SayVerb] = {}
    for act, lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            for form in inflect_verb(lemma):
                known.setdefault(form, SayVerb(lemma, act))
    return known


#: Every inflected form ("denies", "denied", "denying") with its lemma and kind; the commonest kind wins.
SAY_VERBS: dict[str, SayVerb] = _inflect_all()
#: Forms that nearly always attribute speech; the rest need more evidence (a clause, a person as subject).
STRONG_SAY_VERBS = frozenset(
    form
    for lemma in sorted(
        word_set(
            """say tell state add argue insist claim maintain assert contend declare announce acknowledge
    admit concede confirm reiterate stress emphasize emphasise remark testify tweet reply respond allege
    complain explain warn deny believe think urge ask promise pledge vow accuse note suggest"""
        )
    )
    for form in inflect_verb(lemma)
)
#: Nouns of saying ("his denial that …"), with the verb they stand for.
SAY_NOUNS: dict[str, str] = {
    "statement": "say", "claim": "claim", "remark": "remark", "comment": "comment",
    "announcement": "announce",
    "denial": "deny", "accusation": "accuse", "allegation": "allege", "assertion": "assert",
    "warning": "warn",
    "promise": "promise", "pledge": "pledge", "vow": "vow", "admission": "admit", "confession": "confess",
    "acknowledgement": "acknowledge", "acknowledgment": "acknowledge", "confirmation": "confirm",
    "suggestion": "suggest", "belief": "believe", "fear": "fear", "hope": "hope", "suspicion": "suspect",
    "concern": "fear", "doubt": "doubt", "view": "think", "opinion": "think", "argument": "argue",
    "contention": "contend", "insistence": "insist", "assurance": "assure", "prediction": "predict",
    "forecast": "forecast", "estimate": "estimate", "report": "report", "account": "say",
    "testimony": "testify",
    "complaint": "complain", "criticism": "criticize", "demand": "demand", "call": "call",
    "request": "request",
    "question": "ask", "answer": "answer", "reply": "reply", "response": "respond", "conclusion": "conclude",
    "finding": "find", "revelation": "reveal", "disclosure": "disclose", "declaration": "declare",
    "charge": "charge", "threat": "threaten", "rumour": "say", "rumor": "say", "word": "say",
    "message": "say",
    "assessment": "estimate", "explanation": "explain", "observation": "observe", "indication": "indicate",
}  # fmt: skip

#: Words and word groups that take certainty away from what they govern.
HEDGES = word_set(
    """may might could possibly potentially perhaps maybe probably presumably likely
    unlikely arguably reportedly allegedly apparently seemingly supposedly purportedly ostensibly
    conceivably alleged purported suspected supposed apparent potential possible probable presumed
    rumoured rumored suspect suspects believe believes believed think thinks thought appear appears
    appeared seem seems seemed suggest suggests suggested expect expects expected fear fears feared
    estimate estimated speculation speculated unconfirmed unverified unclear uncertain doubtful
    tentative tentatively roughly indicate indicated thought"""
)
#: Hedges of several words, lower case.
HEDGE_PHRASES: tuple[str, ...] = (
    "appears to", "appear to", "appeared to", "seems to", "seem to", "seemed to", "is believed to",
    "are believed to", "was believed to", "were believed to", "is thought to", "are thought to",
    "was thought to", "were thought to", "is said to", "are said to", "was said to", "were said to",
    "is expected to", "are expected to", "was expected to", "were expected to", "is likely to",
    "are likely to", "was likely to", "were likely to", "is suspected of", "are suspected of",
    "was suspected of", "were suspected of", "is alleged to", "are alleged to", "was alleged to",
    "were alleged to", "is understood to", "are understood to", "is reported to", "are reported to",
    "was reported to", "were reported to", "is feared to", "are feared to", "in all likelihood",
    "it is possible", "it is likely", "there is a chance", "a chance that", "as if", "in theory",
    "if confirmed", "not clear", "not sure", "not certain", "so-called", "sort of", "kind of",
)  # fmt: skip
#: The strong hedges: they alone make a claim hedged; weak ones ("expected") depend on context.
MODALS = word_set("may might could can would should must shall will")
INTENSIFIERS = word_set(
    """very extremely absolutely completely totally utterly entirely fully highly deeply strongly
    firmly categorically vehemently flatly certainly definitely clearly undoubtedly surely indeed
    really truly massively hugely severely seriously significantly sharply dramatically strenuously
    unequivocally overwhelmingly always consistently repeatedly openly explicitly"""
)
NEGATIONS = word_set(
    """not n't no never neither nor without none nobody nothing nowhere cannot hardly scarcely barely
    rarely seldom"""
)
#: Verbs and adjectives that deny what follows, every form.
LEXICAL_DENIALS = frozenset(
    form
    for lemma in sorted(
        word_set(
            """deny reject refuse decline dismiss debunk refute rebut rebuff lack fail disprove discredit
    disavow repudiate contradict dispute disown withhold refrain abstain avoid prevent preclude
    oppose disagree neglect"""
        )
    )
    for form in inflect_verb(lemma)
) | word_set(
    "denial rejection refusal dismissal absence lack failure unable impossible false untrue"
    " baseless unfounded"
)
LEXICAL_DENIAL_PHRASES: tuple[str, ...] = (
    "ruled out", "rule out", "rules out", "ruling out", "failed to", "fails to", "fail to", "failing to",
    "no longer", "rather than", "instead of", "far from", "short of", "free of", "turned down", "turn down",
    "pulled out of", "backed out of", "stopped short of",
)  # fmt: skip

#: Abbreviations, lower case, without the final full stop, after which no sentence ends by itself.
ABBREVIATIONS = word_set(
    """mr mrs ms dr prof rev fr sr jr st gen col lt sgt capt cpl maj cmdr adm brig sen rep gov pres hon
    amb supt det insp messrs mme mlle no nos vs v etc inc ltd co corp cos bros llc plc dept univ
    assn est al eg ie e.g i.e cf approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue
    tues wed thu thur thurs fri sat sun u.s u.k u.n e.u a.m p.m d.c u.s.a ph.d b.a m.a m.d ave blvd
    rd mt ft ok vol fig pp ed eds figs"""
)
#: Abbreviations that a capitalised word usually follows inside the same sentence ("Mr. Moro", "Gen. Ruiz").
TITLE_ABBREVIATIONS = word_set(
    """mr mrs ms dr prof rev fr sr gen col lt sgt capt cpl maj cmdr adm brig sen rep gov pres hon amb
    supt det insp messrs mme mlle st mt ft no nos vs v"""
)

#: Words without meaning of their own; negations are none of them.
STOPWORDS = (
    word_set(
        """a an the this that these those it its itself he him his himself she her hers herself they them
    their theirs themselves i me my mine myself we us our ours ourselves you your yours yourself who
    whom whose which what where when why how and or but nor so yet if then than as at by for from in
    into of off on onto out over to under up upon with within about above across after against along
    among amid around before behind below beneath beside besides between beyond during despite down
    except inside like near outside past per since through throughout till toward towards until via
    while whereas although though because unless am is are was were be been being do does did doing
    done have has had having will would shall should can could may might must ought there here also
    too very just only even still again ever both each either every some any all most more much many
    few less least other another such same own s t d ll m re ve said says say saying don't doesn't
    didn't isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't
    i'm i've it's that's he's she's we're they're we've they've you're"""
    )
    - NEGATIONS
)
