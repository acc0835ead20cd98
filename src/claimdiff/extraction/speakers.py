"""Who a subject is: the fullest name the document gives, and the role it gives them."""

import re
from collections import Counter

from claimdiff.extraction.references import References
from claimdiff.extraction.speech_cues import DETERMINERS, PREPOSITIONS, TIME_WORDS
from claimdiff.language.places import canonical_place
from claimdiff.model import Document, Span, Speaker

_PARTICLES = "al|bin|ibn|de|da|di|del|della|der|den|van|von|la|le|el|dos|du"
_NAME = re.compile(
    r"[A-Z][\w’'\-]*(?:[ \u00a0](?:[A-Z]\.(?=[ \u00a0][A-Z])|[A-Z][\w’'\-]*"
    rf"|(?:{_PARTICLES})(?=[ \u00a0](?:[A-Z]|de[ \u00a0]|la[ \u00a0]|der[ \u00a0]))))*"
)
_ROLE_OF = re.compile(
    r"\b(?:secretary|minister|ministry|director|head|chief|president|king|queen|prince|chairman|chairwoman|"
    r"department|bank|university|house|board|office|bureau|court|governor|mayor|speaker|duke|archbishop|bishop|leader)\s+(?:general\s+)?"
    r"(?:of|for)\s+(?:the\s+)?(?P<of>[A-Z][\w’'-]*)(?:\s+and\s+(?P<and>[A-Z][\w’'-]*))?",
    re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROLE_WORDS = _words(
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
    interim assistant associate executive brig brigadier gen speaker majority minority whip tsar czar
    supt pc dc dci u.s us uk
    """
)
_PERSONAL_TITLES = _words(
    """
    mr mrs ms miss dr prof sen rep gov gen lt col sgt capt sir lady lord judge justice
    """
)
_BODIES = _words(
    """
    ministry department party company agency council house office university government police inc corp group
    bank court committee times post news journal reuters cnn report campaign team union commission
    association board authority service institute trust fund foundation alliance front movement army navy
    force club league federation parliament senate congress states kingdom nations embassy airport airlines
    airways hospital school college center centre network press radio television tv herald guardian
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
_GENERIC_BODIES = _words("company firm airline group organisation organization business network")
_NAMED_BODIES = _words(
    """
    bank agency university bureau ministry department council committee commission court police board office
    institute association union federation party
    """
)
_OPEN_SUBJECTS = _words("i we you my our your who which that this these those one there") | {""}
_JOINING = _words("of for the and al bin de da di del van von la")
_MEDIA = _words(
    "cnn reuters bbc nbc abc cbs afp ap npr times post news journal guardian herald tribune telegraph"
)
_WRITINGS = _words("statement post letter tweet email message")
_OFTEN = 3
_PLACED = re.compile(r"\b(?:in|at|for|from|with) ")
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_NAMES = (
    _words(
        """
    the a an this that these those it he she they we i in on at but and or if when while as after before
    since for from with by there here what who how why where his her its their our my your not no yes so
    yet still then also however meanwhile some many most all one two three both each every more last
    both
    """
    )
    | TIME_WORDS
)


class SpeakerIndex:
    """The names of one document, by their last word, and who was spoken of last.

    Feed it the subjects in reading order; `resolve` turns one into a Speaker. `references` say what
    pronouns and roles stand for; without them only the speakers themselves are looked at.
    """

    def __init__(self, document: Document, references: References | None = None) -> None:
        self._references = references
        self._fullest, self._bodies = _collect_names(document)
        self._body = _find_main_body(self._fullest, self._bodies)
        self._roles: dict[str, str] = {}
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None
        self._last: Speaker | None = None

    def resolve(self, phrase: str, span: Span | None = None, *, remember: bool = True) -> Speaker | None:
        """Return who a subject phrase names; None where it stays open ("I", "you", an unresolved "he").

        `phrase` is the subject as printed, with its title and apposition, `span` its place. Called in
        reading order, it lets "he" be the person who spoke last; with `remember` false a nested speaker
        leaves no trace.
        """
        clean = _SPACE.sub(" ", phrase).strip(" ,;:–—-\"“”'‘’")
        pronoun = clean.lower().replace("’", "'").split("'")[0]
        if pronoun in _OPEN_SUBJECTS:
            return None
        if pronoun in {"he", "she", "his", "her"}:
            return self._last_person or self._refer(span)
        if pronoun in {"they", "their"} and self._last is not None and _is_plural(self._last):
            return self._last
        if pronoun in {"it", "its", "they", "their"}:
            return self._last_body or self._refer(span)
        speaker = self._name_speaker(_owner_of_writing(clean), span)
        if speaker is not None and remember:
            self.note(speaker)
        return speaker

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke, so that a pronoun can point back."""
        self._last = speaker
        if _is_person(speaker):
            self._last_person = speaker
        else:
            self._last_body = speaker

    def _refer(self, span: Span | None) -> Speaker | None:
        """Ask the document's references what the words at a span stand for."""
        name = self._references.referent(span) if self._references and span else None
        return Speaker(name, self._role_of(name)) if name else None

    def _role_of(self, name: str) -> str | None:
        return self._roles.get(name) or (self._references.role_of(name) if self._references else None)

    def _name_speaker(self, clean: str, span: Span | None) -> Speaker | None:
        head, _, apposition = clean.partition(",")
        name, role = _part_name(head)
        if not _is_proper(name):
            beside, title = _name_in(apposition)
            if beside:
                name, role = beside, title or _clean_role(head)
        if not name:
            return None
        if not _is_proper(name):
            if name.lower() in _WRITINGS and clean[:4].lower() in {"the ", "this"}:
                return self._last
            known = self._known_body(clean, name) or self._known_holder(clean, name) or self._refer(span)
            return known or Speaker(name, None)
        if apposition.strip() and role is None:
            role = _role_from(apposition)
        name = _POSSESSIVE.sub("", name)
        full = self._fullest.get(name.split(" ")[-1].lower(), name)
        if len(name.split(" ")) > 1 and not full.endswith(name):
            full = name
        elif self._references is not None and " " not in full:
            full = self._references.fullest_name(full) or full
        if role is None:
            role = self._role_of(full)
        else:
            self._roles.setdefault(full, role)
        return Speaker(full, role)

    def _known_body(self, clean: str, name: str) -> Speaker | None:
        """ "The company": the body that spoke last, else the one that the document is about.

        "The university" is the body that has the word in its name.
        """
        noun = name.lower().rpartition(" ")[2]
        if noun not in _GENERIC_BODIES | _NAMED_BODIES or clean[:4].lower() not in {"the ", "its "}:
            return None
        if noun in _NAMED_BODIES:
            full = self._fullest_with(noun)
            return Speaker(full) if full else None
        if " " in name:
            return None
        last = self._last_body
        if last is not None and _is_proper(last.name) and last.name.lower().split(" ")[-1] not in _MEDIA:
            return last
        return Speaker(self._body) if self._body else None

    def _known_holder(self, clean: str, name: str) -> Speaker | None:
        """ "The spokesman", "the town's mayor": the one person whose role has that noun.

        Other words of the phrase must stand in the role too, unless they only say whose mayor it is.
        """
        *others, noun = name.lower().split(" ")
        owned = _POSSESSIVE.search(others[-1]) is not None if others else clean[:4].lower() == "the "
        if noun not in _ROLE_WORDS or not (owned or others):
            return None
        last = self._last_person
        if last is not None and not others and noun in f"{last.name} {last.role}".lower().split(" "):
            return last
        holders = [
            full
            for full, role in self._roles.items()
            if noun in (words := role.lower().split(" ")) and (owned or all(word in words for word in others))
        ]
        return Speaker(holders[0], self._roles[holders[0]]) if len(holders) == 1 else None

    def _fullest_with(self, noun: str) -> str | None:
        """Return the body whose name holds a word, the most often named first."""
        held = [(-count, name) for name, count in self._bodies.items() if noun in name.lower().split(" ")]
        return min(held)[1] if held else None


def _collect_names(document: Document) -> tuple[dict[str, str], Counter[str]]:
    """Map the last word of every name of two words or more to its commonest full form.

    Also count every run of capitals that is not a person's name as far as its words tell.
    """
    counts: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    for block in document.blocks:
        runs.update(_NAME.findall(document.text, block.start, block.end))
    for run, count in runs.items():
        name = _person_part(run) if " " in run else ""
        if " " in name:
            counts[name] += count
        if run.lower() not in _NOT_NAMES and len(run) > 2:
            bodies[_POSSESSIVE.sub("", run)] += count
    best: dict[str, str] = {}
    for name, count in counts.items():
        last = name.split(" ")[-1].lower()
        known = best.get(last)
        if known is None or (count, len(name)) > (counts[known], len(known)):
            best[last] = name
    return best, bodies


def _find_main_body(fullest: dict[str, str], bodies: Counter[str]) -> str | None:
    """Return the one-word body that is named most, at least three times, None where there is none."""
    for name, count in sorted(bodies.items(), key=lambda item: (-item[1], item[0]))[:12]:
        known = name.lower() in fullest or canonical_place(name)
        if count >= _OFTEN and " " not in name and not known:
            return name
    return None


def _person_part(run: str) -> str:
    """Drop titles at the front of a run of capitals and a possessive at its end."""
    parts = _POSSESSIVE.sub("", run).split(" ")
    owned = max((k for k, part in enumerate(parts[:-1]) if _POSSESSIVE.search(part)), default=-1)
    parts = parts[owned + 1 :]
    parts = parts[_count_titles(parts) :]
    if len(parts) > 4 or len(parts) < 2 or any(part.isupper() and len(part) > 3 for part in parts):
        return ""
    return " ".join(parts)


def _owner_of_writing(clean: str) -> str:
    """ "the company's website", "a statement from a rabbi", "a police report": who stands behind it."""
    match = _WRITING_FROM.match(clean) or _OWNED_WRITING.match(clean)
    if match is None:
        return clean
    owner = match.group("owner")
    return f"the {owner[2:]}" if owner[:2].lower() == "a " else owner


def _is_proper(name: str) -> bool:
    """Say whether every word of a name is capitalised, particles aside, and none is a role."""
    words = name.split(" ")
    return bool(name) and words[-1][:1].isupper() and words[-1].lower() not in _ROLE_WORDS


def _name_in(apposition: str) -> tuple[str, str | None]:
    """Who an apposition names ("the movement's spokesman, Idris Vane, said"), with a title; or "", None."""
    first = apposition.split(",")[0].strip()
    words = first.split(" ")
    named = words[-1][:1].isupper() and words[0][:1].isupper() and words[0].lower() not in _NOT_NAMES
    joined = all(word[:1].isupper() or word in _JOINING for word in words)
    if named and joined and 1 < len(words) < 6:
        name, role = _part_name(first)
        return (name, role) if role else (first, None)
    if words[0].lower() in DETERMINERS or words[0].lower() in {"who", "which", "whose"} or len(words) > 7:
        return "", None
    name, role = _part_name(first)
    return (name, role) if _is_proper(name) and " " in name and role else ("", None)


def _count_titles(parts: list[str]) -> int:
    """How many words at the front of a run of capitals are a title ("Harbour Minister"), not the name."""
    last = -1
    for place, part in enumerate(parts[:-1]):
        word = part.lower().rstrip(".")
        if word in _ROLE_WORDS or (word in _NOT_NAMES and place == last + 1):
            last = place
    return last + 1


def _part_name(head: str) -> tuple[str, str | None]:
    """Part "Chinese Foreign Ministry spokesman Lin Jian" into the name and the role.

    Where a phrase names nobody ("a spokesman in Ellery", "the harbour company") it is the name itself.
    """
    whole = _without_determiner(head)
    masked = head
    for match in _ROLE_OF.finditer(head):
        for group in ("of", "and"):
            if match.group(group):
                start, end = match.span(group)
                masked = masked[:start] + "x" * (end - start) + masked[end:]
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
    owned = max((k for k, part in enumerate(parts[:-1]) if _POSSESSIVE.search(part)), default=-1)
    if owned >= 0:
        offset += len(" ".join(parts[: owned + 1])) + 1
        parts = parts[owned + 1 :]
    titles = _count_titles(parts)
    offset += sum(len(part) + 1 for part in parts[:titles])
    parts = parts[titles:]
    tail = head[run.end() :].strip()
    if len(parts) == 1 and parts[0].lower().rstrip(".") in _ROLE_WORDS:
        return whole, None
    if tail and tail[0].isalpha():
        return _cut_place(whole), None  # "Port Ellery officials": the phrase is the name
    front = head[: run.start()] if owned >= 0 else head[:offset]
    return " ".join(parts), _clean_role(front.strip(" .,"))


def _cut_place(phrase: str) -> str:
    """Drop "in Ellery" at the end of "spokesman in Ellery"."""
    return re.sub(r"(?<=\w) (?:in|at|from) (?:the )?[A-Z][\w’' -]*$", "", phrase)


def _clean_role(role: str) -> str | None:
    bare = _without_determiner(role).strip(" ,")
    if not bare or bare.lower().rstrip(".") in {"mr", "mrs", "ms", "miss"} or bare.lower() in PREPOSITIONS:
        return None
    return bare


def _role_from(apposition: str) -> str | None:
    """Read "the U.S. director of national intelligence" out of what stands between the commas."""
    parts = [part.strip() for part in apposition.split(",")]
    for part in parts:
        words = part.lower().split(" ")
        if not part or part.isdigit() or words[0] in {"who", "whose", "which", "speaking", "asked"}:
            continue
        if words[0] in DETERMINERS or any(word.strip(".") in _ROLE_WORDS for word in words):
            return _without_determiner(part) or None
    return None


def _without_determiner(phrase: str) -> str:
    words = phrase.strip(" ,.").split(" ")
    while words and words[0].lower() in {"the", "a", "an", "but", "and", "as"}:
        words.pop(0)
    return _POSSESSIVE.sub("", " ".join(words))


def _is_plural(speaker: Speaker) -> bool:
    """ "harbour officials", or a body introduced as "the organisers"."""
    return speaker.name.endswith("s") or (speaker.role or "").endswith("s")


def _is_person(speaker: Speaker) -> bool:
    words = speaker.name.split(" ")
    if speaker.role is not None:
        return True
    lower = [word.lower().strip(".") for word in words]
    if lower[-1] in _ROLE_WORDS or lower[0] in _ROLE_WORDS or any(word in _PERSONAL_TITLES for word in lower):
        return True
    if any(word in _BODIES for word in lower):
        return False
    return len(words) > 1 and all(word[:1].isupper() for word in words)
