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
#: Words and word groups that take certainty away from what they govern.
HEDGES = word_set(
    """may might could possibly potentially perhaps maybe probably presumably likely
    unlikely arguably reportedly allegedly apparently seemingly supposedly purportedly ostensibly
    conceivably alleged purported suspected supposed apparent potential possible probable presumed
    rumoured rumored suspect suspects believe believes believed think thinks thought appear appears
    appeared seem seems seemed suggest suggests suggested expect expects expected fear fears feared
    estimate estimated speculation speculated unconfirmed unverified unclear uncertain doubtful
    tentative tentatively roughly indicate indicated"""
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
