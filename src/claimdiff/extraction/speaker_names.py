"""Names and roles inside a subject phrase, and the names of a whole document."""

import re
from collections import Counter
from functools import lru_cache

from claimdiff.extraction.speech_cues import ADVERBS, DETERMINERS, PREPOSITIONS, TIME_WORDS
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.name_words import OWNING_INSTITUTIONS
from claimdiff.language.places import canonical_place
from claimdiff.language.tables import word_set
from claimdiff.model import Document, Speaker

_PARTICLES = "al|bin|ibn|de|da|di|del|della|der|den|van|von|la|le|el|dos|du"
_CAPITALISED = r"[A-Z](?:\.(?:[A-Z]\.)+|[\w’'\-]*)"
_NAME = re.compile(
    rf"{_CAPITALISED}(?:[ \u00a0](?:[A-Z]\.(?=[ \u00a0][A-Z])|{_CAPITALISED}"
    rf"|(?:{_PARTICLES})(?=[ \u00a0](?:[A-Z]|de[ \u00a0]|la[ \u00a0]|der[ \u00a0]))))*"
)
_ROLE_OF = re.compile(
    r"\b(?:secretary|minister|ministry|director|head|chief|president|king|queen|prince|chairman|chairwoman|"
    r"department|bank|university|house|board|office|bureau|court|governor|mayor|speaker|duke|archbishop|bishop|"
    r"leader)\s+(?:general\s+)?"
    r"(?:of|for)\s+(?:the\s+)?(?P<of>[A-Z][\w’'-]*)(?:\s+and\s+(?P<and>[A-Z][\w’'-]*))?",
    re.IGNORECASE,
)


ROLE_WORDS = word_set(
    """
    secretary minister president vice deputy prime senator sen rep reps gov governor mayor chief
    spokesman spokeswoman spokesperson director general chairman chairwoman chair chairperson ceo cfo
    coo cto founder co-founder attorney judge justice professor prof dr doctor mr mrs ms miss sir lady
    lord dame king queen prince princess pope father reverend rev sister brother bishop archbishop
    cardinal captain capt lieutenant lt sergeant sgt colonel col major maj commander cmdr admiral adm
    officer inspector detective superintendent constable sheriff marshal commissioner ambassador envoy
    diplomat analyst expert economist lawyer prosecutor solicitor counsel candidate nominee leader
    congressman congresswoman assemblyman councilman councilwoman councillor delegate representative
    republican democrat democratic former ex-president chancellor premier manager coach driver pilot
    reporter correspondent editor host anchor author writer actor actress singer star strategist adviser
    advisor aide executive engineer scientist researcher physician surgeon nurse teacher student farmer
    resident witness survivor victim mother husband wife son daughter head boss owner partner broker
    trader user state foreign defense defence interior finance treasury press senior junior acting
    interim assistant associate brig brigadier gen speaker majority minority whip tsar czar
    supt pc dc dci  uk
    """
)
_PERSONAL_TITLES = word_set(
    """
    mr mrs ms miss dr prof sen rep gov gen lt col sgt capt sir lady lord judge justice
    """
)
_BODIES = word_set(
    """
    ministry department party company agency council house office university government police inc corp group
    bank court committee times post news journal reuters cnn report campaign team union commission
    association board authority service institute trust fund foundation alliance front movement army navy
    force club league federation parliament senate congress states kingdom nations embassy airport airlines
    airways daily hospital school college center centre network press radio television tv herald guardian
    telegraph tribune gazette magazine review
    """
)
_WRITING = (
    "statement|website|web site|site|press release|release|tweet|post|letter|blog|Facebook page"
    "|Twitter account"
)
_WRITING_FROM = re.compile(rf"(?:a|an|the) (?:[\w-]+ )?(?:{_WRITING}|report) (?:from|by) (?P<owner>.+)")
_OWNED_WRITING = re.compile(
    r"(?P<owner>.+?)(?:['’]s?|(?<=company)|(?<=police)|(?<=ministry)|(?<=[Cc]ouncil))"
    rf" (?:[\w-]+ )?(?:{_WRITING})(?: .*)?$"
)
GENERIC_BODIES = word_set("company firm business")
NAMED_BODIES = word_set(
    """
    bank agency university bureau ministry department council committee commission court police board office
    institute association union federation party
    """
)
OPEN_SUBJECTS = word_set("i we you my our your who which that this these those one there") | {""}
_JOINING = word_set("of for the and al bin de da di del van von la")
_CUT_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")
_INITIALS = re.compile(r"(?:the )?(?:[A-Z]\.){2,}$")
WRITINGS = word_set("statement post letter tweet email message")
_THINGS = word_set(
    """
    core rocket engine phone phones game inning half halftime cathedral insurgency launch firing crash train
    tram car truck plane flight storm bridge tunnel picture concert song tower battery chip
    device stage season fireworks
    """
)
_STOPPING_PLACES = word_set("stop stops station stations platform platforms")
_STOPPING_PLACE = re.compile(
    r"\b(?:tram|bus|train|railway|rail|subway|underground|tube|metro|ferry|petrol|gas|coach)s?[ -]"
    r"(?:stop|station|platform)s?$"
)
_CUT_SHORT = word_set("the a an this his her its their")
_SHORTENED = re.compile(r"(?:['’](?:ve|ll|d|re)|n['’]t)$")
_PAST_TIME = re.compile(r"\b(?:last|next|this) (?:year|week|month|night|time|season)$")
_RELATED = re.compile(
    r"(?:(?:the|a|an) )?(?:[a-z]+ )?(?:family|families|relatives|parents|friends?|lawyers?|fans|supporters"
    r"|allies|aides?|critics) (?:of|for) "
)
_DROPPED = word_set(
    "the a an this that these those but and or if when while as after before since for in on at"
)
_NO_ROLES = word_set("something anything nothing way thing all what")
_OFTEN = 3
_DONE = ("Q", "VQ")
_QUALITIES = word_set(
    "new old good bad best less more most left right first second third last next other such same"
)
_PLACED = re.compile(r"\b(?:in|at|for|from|with) ")
POSSESSIVE = re.compile(r"['’]s?$")
_OWNERS = ("'", "’", "'s", "’s")
_NOT_NAMES = (
    word_set(
        """
    the a an this that these those it he she they we i in on at but and or if when while as after before
    since for from with by there here what who how why where his her its their our my your not no yes so
    yet still then also however meanwhile some many most all one two three both each every more last
    both
    """
    )
    | TIME_WORDS
    | PREPOSITIONS
    | ADVERBS
)


def collect_names(document: Document) -> tuple[dict[str, str], Counter[str]]:
    """Map the last word of every name of two words or more to its commonest full form.

    Also count every run of capitals that is not a person's name as far as its words tell.
    """
    counts: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    for block in document.blocks:
        runs.update(_NAME.findall(document.text, block.start, block.end))
    for run, count in runs.items():
        name = _drop_adjective(_person_part(run), runs) if " " in run else ""
        if " " in name and len(set(name.split(" "))) > 1:
            counts[name] = counts.get(name, 0) + count
        if run.lower() not in _NOT_NAMES and len(run) > 2:
            body = _drop_possessive(run)
            bodies[body] = bodies.get(body, 0) + count
    best: dict[str, str] = {}
    for name, count in counts.items():
        last = name.split(" ")[-1].lower()
        known = best.get(last)
        if known is None or (count, len(name)) > (counts[known], len(known)):
            best[last] = name
    return best, bodies


def _drop_possessive(run: str) -> str:
    return POSSESSIVE.sub("", run) if run.endswith(_OWNERS) else run


def _drop_adjective(name: str, runs: Counter[str]) -> str:
    """ "Current Tidewell" at the head of a sentence is Tidewell, which stands alone elsewhere."""
    first, _, rest = name.partition(" ")
    return "" if rest in runs and classify_word(first.lower())[0] in "ADGPQSVX" else name


def find_main_body(fullest: dict[str, str], bodies: Counter[str]) -> str | None:
    """Return the one-word body that is named most, at least three times, None where there is none."""
    often = [(-count, name) for name, count in bodies.items() if count >= _OFTEN]
    for _, name in sorted(often)[:12]:
        if " " not in name and name.lower() not in fullest and not canonical_place(name):
            return name
    return None


def _person_part(run: str) -> str:
    """Drop titles at the front of a run of capitals and a possessive at its end."""
    parts = _drop_possessive(run).split(" ")
    owned = max((k for k, part in enumerate(parts[:-1]) if part.endswith(_OWNERS)), default=-1)
    parts = parts[owned + 1 :]
    parts = parts[_count_titles(parts) :]
    if len(parts) > 4 or len(parts) < 2 or any(part.isupper() and len(part) > 3 for part in parts):
        return ""
    return " ".join(parts)


@lru_cache(maxsize=8192)
def find_owner_of_writing(clean: str) -> str:
    """ "the company's website", "a statement from a rabbi", "a police report": who stands behind it."""
    match = _WRITING_FROM.match(clean) or _OWNED_WRITING.match(clean)
    if match is None:
        return clean
    owner = match.group("owner")
    return f"the {owner[2:]}" if owner[:2].lower() == "a " else owner


def is_proper(name: str) -> bool:
    """Say whether every word of a name is capitalised, particles aside, and none is a role."""
    words = name.split(" ")
    return bool(name) and words[-1][:1].isupper() and words[-1].lower() not in ROLE_WORDS


def read_apposition(apposition: str) -> tuple[str, str | None]:
    """Who an apposition names ("the movement's spokesman, Idris Vane, said"), with a title; or "", None."""
    first = apposition.split(",")[0].strip()
    words = first.split(" ")
    named = words[-1][:1].isupper() and words[0][:1].isupper() and words[0].lower() not in _NOT_NAMES
    joined = all(word[:1].isupper() or word in _JOINING for word in words)
    if named and joined and 1 < len(words) < 6:
        name, role = part_name(first)
        return (name, role) if role else (first, None)
    if words[0].lower() in DETERMINERS or words[0].lower() in {"who", "which", "whose"} or len(words) > 7:
        return "", None
    name, role = part_name(first)
    return (name, role) if is_proper(name) and " " in name and role else ("", None)


def _count_titles(parts: list[str]) -> int:
    """How many words at the front of a run of capitals are a title ("Harbour Minister"), not the name."""
    last = -1
    for place, part in enumerate(parts[:-1]):
        word = part.lower().rstrip(".")
        if word in ROLE_WORDS or (word in _NOT_NAMES and place == last + 1):
            last = place
    return last + 1


@lru_cache(maxsize=8192)
def part_name(head: str) -> tuple[str, str | None]:
    """Part "Ellery Port Ministry spokesman Idris Vane" into the name and the role.

    Where a phrase names nobody ("a spokesman in Ellery", "the harbour company") it is the name itself.
    """
    whole = _without_determiner(head)
    masked = _mask_offices(head)
    runs = [match for match in _NAME.finditer(masked) if match.group().lower() not in _NOT_NAMES]
    if not runs:
        return whole, None
    run = runs[-1]
    before = head[: run.start()].rstrip().rpartition(" ")[2].lower()
    lone = " " not in run.group() and head[:1].islower() and _PLACED.search(head[: run.start()]) is not None
    if lone or before in PREPOSITIONS or (before in {"the", "and"} and head[: run.start()].count(" ") > 1):
        first = runs[0]
        named = " " in first.group() and not any(word in _BODIES for word in first.group().lower().split(" "))
        if (
            named
            and first.start() < run.start()
            and head[first.end() :].lstrip().startswith(("of ", "from ", "in ", "with ", "at "))
        ):
            run = first
            head = head[: first.end()]
        else:
            return _cut_place(whole), None
    parts = head[run.start() : run.end()].split(" ")
    offset = run.start()
    owned = max((k for k in range(len(parts) - 1) if _is_owner(parts[k], parts[k + 1])), default=-1)
    if owned >= 0:
        offset += len(" ".join(parts[: owned + 1])) + 1
        parts = parts[owned + 1 :]
    titles = _count_titles(parts)
    offset += sum(len(part) + 1 for part in parts[:titles])
    if titles and len(parts) > titles and parts[-1].lower() in _BODIES:  # "State Department"
        lead = next((k for k, part in enumerate(parts) if part.lower() not in _DROPPED), titles)
        offset -= sum(len(part) + 1 for part in parts[lead:titles])
        titles = lead
    parts = parts[titles:]
    tail = head[run.end() :].strip()
    led_by_body = masked[: run.start()].endswith("x ") and parts[-1].lower() in _BODIES
    if led_by_body or _RELATED.match(head[: run.start()]):
        return whole, None  # "the head of the Ellery Labour Party", "the family of singer Mara Voss"
    if len(parts) == 1 and parts[0].lower().rstrip(".") in ROLE_WORDS:
        return whole, None
    if tail and head[:1].islower() and classify_word(tail.split(" ")[0]) in {"V", "VQ"}:
        return _without_determiner(head[: run.start()]), None  # "a complaint Moro filed"
    if tail and tail[0].isalpha():
        return _cut_place(whole), None  # "Port Ellery officials": the phrase is the name
    front = head[: run.start()] if owned >= 0 else head[:offset]
    if _INITIALS.match(front.strip()):
        return f"{front.strip()} {' '.join(parts)}", None  # "U.N. Harbour Command"
    return " ".join(parts), clean_role(front.strip(" .,"))


def _mask_offices(head: str) -> str:
    """Put an "x" for each character of what a role is of (“minister of Ports”): no name begins there."""
    masked = head
    for match in _ROLE_OF.finditer(head):
        for group in ("of", "and"):
            if match.group(group):
                start, end = match.span(group)
                masked = masked[:start] + "x" * (end - start) + masked[end:]
    return masked


def _is_owner(part: str, following: str) -> bool:
    """Say whether a possessive is apart from the name it precedes, unlike "Seafarers' Federation"."""
    whole = part[-2:] in ("s'", "s’") or part[:-2].lower() in OWNING_INSTITUTIONS  # "People's Daily"
    return POSSESSIVE.search(part) is not None and not (whole and following.lower() in _BODIES)


def _cut_place(phrase: str) -> str:
    """Drop "in Ellery" at the end of "spokesman in Ellery"."""
    return re.sub(r"(?<=\w) (?:in|at|from) (?:the )?[A-Z][\w’' -]*$", "", phrase)


def clean_role(role: str) -> str | None:
    """Return a role without article and marks; None where only "Mr" or a preposition is left."""
    bare = _without_determiner(role).strip(" ,")
    quality = " " not in bare and bare.isalpha() and bare.islower() and classify_word(bare) == "A"
    if quality or bare.lower() in _NO_ROLES or bare[:5].lower() == "both ":
        return None
    if not bare or bare.lower().rstrip(".") in {"mr", "mrs", "ms", "miss"} or bare.lower() in PREPOSITIONS:
        return None
    return bare


def read_role(apposition: str) -> str | None:
    """Read "the director of harbour intelligence" out of what stands between the commas."""
    parts = [part.strip() for part in apposition.split(",")]
    for part in parts:
        words = part.lower().split(" ")
        if not part or part.isdigit() or words[0] in {"who", "whose", "which", "speaking", "asked"}:
            continue
        if words[0] in DETERMINERS or any(word.strip(".") in ROLE_WORDS for word in words):
            return _without_determiner(part) or None
    return None


def _without_determiner(phrase: str) -> str:
    bare = phrase.strip(" ,.")
    words = (f"{bare}." if _CUT_INITIALS.search(bare) else bare).split(" ")
    while words and words[0].lower() in {"the", "a", "an", "but", "and", "as"}:
        words.pop(0)
    return POSSESSIVE.sub("", " ".join(words))


def names_nobody(name: str) -> bool:
    """Say whether a phrase can't be who speaks: a letter, a phrase cut short, a quality or an act.

    "J", "the faintest chance of", "new", "taken turns".
    """
    words = name.lower().split(" ")
    if len(name) < 2 or words[-1] in PREPOSITIONS or _is_cut_out(name, words):
        return True
    if words[-1] in _STOPPING_PLACES and _STOPPING_PLACE.search(name):
        return True
    if any(word[:1].isupper() for word in name.split(" ")) or words[-1] in ROLE_WORDS:
        return False
    first, last = classify_word(words[0]), classify_word(words[-1])
    if _find_head(words) in _THINGS:
        return True
    if len(words) == 1:
        return last in _DONE or last == "X" or words[0] in _QUALITIES
    return first == "Q"


def _is_cut_out(name: str, words: list[str]) -> bool:
    """Say whether words are a piece of a clause: "by Ellery", "office last year", "hosting the Cup"."""
    if len(words) < 2 or _PAST_TIME.search(name):
        return len(words) > 1
    if words[-1] in _CUT_SHORT or words[0] in PREPOSITIONS or _SHORTENED.search(name):
        return True
    if name[:1].islower() and words[1] in DETERMINERS and classify_word(words[0]) == "G":
        return True
    return len(words) > 2 and name.split(" ")[-1].islower() and classify_word(words[-1]) == "IV"


def _find_head(words: list[str]) -> str:
    """Return the noun of a phrase: the word before its first preposition, else the last."""
    return next((words[k - 1] for k, word in enumerate(words) if k and word in PREPOSITIONS), words[-1])


def is_plural(speaker: Speaker) -> bool:
    """ "harbour officials", or a body introduced as "the organisers"."""
    return speaker.name.endswith("s") or (speaker.role or "").endswith("s")


def may_be_several(speaker: Speaker) -> bool:
    """Say whether "they" may be a body: it has a plural, or is no one name ("a family in Port Ellery")."""
    return is_plural(speaker) or speaker.name[:1].islower() or " " in speaker.name


def is_person(speaker: Speaker) -> bool:
    """Say whether a speaker is a person rather than a body, as far as name and role tell."""
    words = speaker.name.split(" ")
    lower = [word.lower().strip(".") for word in words]
    if speaker.role is not None and lower[0] not in _BODIES:
        return True
    if lower[-1] in ROLE_WORDS or lower[0] in ROLE_WORDS or any(word in _PERSONAL_TITLES for word in lower):
        return True
    if any(part in _BODIES for word in lower for part in word.split("-")):
        return False
    return len(words) > 1 and all(word[:1].isupper() for word in words)
