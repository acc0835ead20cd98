"""Who a subject is: the fullest name the document gives, and the role it gives them."""

import re
from collections import Counter

from claimdiff.extraction.speech_cues import DETERMINERS, PREPOSITIONS, TIME_WORDS
from claimdiff.model import Document, Speaker

_PARTICLES = "al|bin|ibn|de|da|di|del|della|der|den|van|von|la|le|el|dos|du"
_NAME = re.compile(
    r"[A-Z][\w’'\-]*(?:[ \u00a0](?:[A-Z]\.(?=[ \u00a0][A-Z])|[A-Z][\w’'\-]*"
    rf"|(?:{_PARTICLES})(?=[ \u00a0](?:[A-Z]|de[ \u00a0]|la[ \u00a0]|der[ \u00a0]))))*"
)
_ROLE_OF = re.compile(
    r"\b(?:secretary|minister|ministry|director|head|chief|president|king|queen|prince|chairman|chairwoman|department|"
    r"bank|university|house|board|office|bureau|court|governor|mayor|speaker|duke|archbishop|bishop|leader)\s+(?:general\s+)?"
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
    bank court committee times post news journal reuters cnn report campaign team union commission association
    """
)
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

    Feed it the subjects in reading order; `resolve` turns one into a Speaker.
    """

    def __init__(self, document: Document) -> None:
        self._fullest: dict[str, str] = _collect_names(document)
        self._roles: dict[str, str] = {}
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None

    def resolve(self, phrase: str, *, remember: bool = True) -> Speaker | None:
        """Return who a subject phrase names; None where it stays open ("I", "you", an unresolved "he").

        `phrase` is the subject as printed, with its title and apposition. Called in reading order, it
        lets "he" be the person who spoke last; with `remember` false a nested speaker leaves no trace.
        """
        clean = _SPACE.sub(" ", phrase).strip(" ,;:–—-\"“”'‘’")
        lower = clean.lower().replace("’", "'")
        pronoun = lower.split("'")[0]
        if pronoun in {"he", "she", "his", "her"}:
            return self._last_person
        if pronoun in {"it", "its"}:
            return self._last_body
        if pronoun in {"they", "their"}:
            return self._last_body
        if pronoun in {
            "i",
            "we",
            "you",
            "my",
            "our",
            "your",
            "who",
            "which",
            "that",
            "this",
            "these",
            "those",
            "one",
            "there",
            "",
        }:
            return None
        speaker = self._name_speaker(clean)
        if speaker is not None and remember:
            self.note(speaker)
        return speaker

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke, so that a pronoun can point back."""
        if _is_person(speaker):
            self._last_person = speaker
        else:
            self._last_body = speaker

    def _name_speaker(self, clean: str) -> Speaker | None:
        head, _, apposition = clean.partition(",")
        name, role = _part_name(head)
        beside = _name_in(apposition) if not _is_proper(name) else ""
        if beside:
            name, role = beside, _clean_role(head)
        if not name:
            return None
        if apposition.strip() and role is None:
            role = _role_from(apposition)
        name = _POSSESSIVE.sub("", name)
        full = self._fullest.get(name.split(" ")[-1].lower(), name) if _is_proper(name) else name
        if len(name.split(" ")) > 1 and not full.endswith(name):
            full = name
        if role is None:
            role = self._roles.get(full)
        else:
            self._roles.setdefault(full, role)
        return Speaker(full, role)


def _collect_names(document: Document) -> dict[str, str]:
    """Map the last word of every name of two words or more to its commonest full form."""
    counts: Counter[str] = Counter()
    for block in document.blocks:
        for match in _NAME.finditer(document.text, block.start, block.end):
            name = _person_part(match.group())
            if " " in name:
                counts[name] += 1
    best: dict[str, str] = {}
    for name, count in counts.items():
        last = name.split(" ")[-1].lower()
        known = best.get(last)
        if known is None or (count, len(name)) > (counts[known], len(known)):
            best[last] = name
    return best


def _person_part(run: str) -> str:
    """Drop titles at the front of a run of capitals and a possessive at its end."""
    parts = _POSSESSIVE.sub("", run).split(" ")
    while parts and (parts[0].lower().rstrip(".") in _ROLE_WORDS or parts[0].lower() in _NOT_NAMES):
        parts.pop(0)
    if len(parts) > 4 or len(parts) < 2 or any(part.isupper() and len(part) > 3 for part in parts):
        return ""
    return " ".join(parts)


def _is_proper(name: str) -> bool:
    """Say whether every word of a name is capitalised, particles aside, and none is a role."""
    words = name.split(" ")
    return bool(name) and words[-1][:1].isupper() and words[-1].lower() not in _ROLE_WORDS


def _name_in(apposition: str) -> str:
    """The person an apposition names ("the movement's spokesman, Idris Vane, said"), or ""."""
    first = apposition.split(",")[0].strip()
    match = _NAME.match(first)
    return first if match and match.end() == len(first) and " " in first else ""


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
        if first.start() < run.start() and head[first.end() :].lstrip().startswith(
            ("of ", "from ", "in ", "with ", "at ")
        ):
            run = first
            head = head[: first.end()]
        else:
            return _cut_place(whole), None
    parts = head[run.start() : run.end()].split(" ")
    offset = run.start()
    while len(parts) > 1 and (parts[0].lower().rstrip(".") in _ROLE_WORDS or parts[0].lower() in _NOT_NAMES):
        offset += len(parts[0]) + 1
        parts.pop(0)
    tail = head[run.end() :].strip()
    if len(parts) == 1 and parts[0].lower().rstrip(".") in _ROLE_WORDS:
        return whole, None
    if tail and tail[0].isalpha():
        return _cut_place(whole), None  # "Port Ellery officials": the phrase is the name
    return " ".join(parts), _clean_role(head[:offset].strip(" .,"))


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


def _is_person(speaker: Speaker) -> bool:
    words = speaker.name.split(" ")
    if speaker.role is not None:
        return True
    lower = [word.lower().strip(".") for word in words]
    if lower[-1] in _ROLE_WORDS or any(word in _PERSONAL_TITLES for word in lower):
        return True
    if any(word in _BODIES for word in lower):
        return False
    return len(words) > 1 and all(word[:1].isupper() for word in words)
