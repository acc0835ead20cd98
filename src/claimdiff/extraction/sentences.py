"""Typographic sentences: where one ends, inside and outside quotation marks."""

import re

from claimdiff.language.tables import word_set
from claimdiff.model import Span

_STOP = re.compile(r"[.!?…][.!?…]*(?:[ \u00a0]?[”’»)\]]|[\"')\]])*")
_CLOSERS = "”’»)]\"'"
_OPENERS = "“‘«(['\"„‚"
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ZONE = re.compile(r"(?:[A-Z]\w{1,15} ){1,2}time\b")  # "9 a.m. North Vale time"
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W_]++(?:\.[^\W_]++)*+\Z")


# Never the end of a sentence: a name or a number follows.
_TITLES = word_set(
    """
    mr mrs ms mx dr prof rev hon gov sen sens rep reps gen lt col sgt cpl capt cmdr adm maj pvt brig
    supt insp det st ste mt ft messrs pres amb atty vs v cf eg e.g i.e ie approx dept msgr fr mme mlle
    """
)
# The end of a sentence only when a number does not follow.
_NUMBERED = word_set(
    """
    no nos art sec fig vol pp p ch par jan feb mar apr jun jul aug sept sep oct nov dec
    """
)
# May end a sentence: it does when a word follows that rarely goes on with a name.
_DOUBTFUL = word_set(
    """
    u.s u.k u.n e.u u.a.e u.s.a u.s.s.r d.c l.a n.y a.m p.m inc corp co ltd llc plc bros jr sr ph.d m.d
    b.a m.a etc est ave blvd rd hwy calif fla mass conn tex ariz colo ill mich minn wash pa va ga tenn
    ky okla ore wis nev dak del md ala ark kan la neb mo miss ind r.i n.j n.h n.c s.c n.d s.d w.va mon
    tue tues wed thu thur thurs fri sat sun al
    """
)
_STARTERS = word_set(
    """
    the a an this that these those it its he she they we i you his her their our my your there here in
    on at by for from with without but and or so yet if when while as after before since although though
    because what who where why how which some many most all one two three both each every no not another
    other such however meanwhile still then now also even just more last earlier later according asked
    speaking despite during under over among about between
    """
)
_CLOCK_FOLLOWERS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december et est edt pt pst pdt ct cst cdt mt mst mdt gmt bst utc
    eastern central pacific mountain local aest aedt acst awst nzst jst kst ist hkt sgt cet cest eet msk
    """
)
_SPEAKING = word_set(
    """
    said says say told tells asked asks wrote writes tweeted tweets added adds replied replies shouted
    yelled screamed cried chanted exclaimed declared joked quipped warned read reads continued thought
    responded posted recalled insisted concluded laughed announced began demanded
    """
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Cut a block of text into typographic sentences.

    Args: `text` the document's text; `start`, `end` the block (code points).
    Returns sorted, non-empty spans without white space at their ends. Sentences inside quotation
    marks are cut too; marks and brackets that close after a stop stay with their sentence.
    """
    if end is None:
        end = len(text)
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        cut = match.end()
        if cut >= end:
            break
        if _ends_sentence(text, begin, match.start(), cut, end):
            _append_trimmed(spans, text, begin, cut)
            begin = cut
    _append_trimmed(spans, text, begin, end)
    return spans


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, begin: int, stop: int, cut: int, end: int) -> bool:
    """Say whether the stop at `stop`, with its closing marks up to `cut`, ends the sentence."""
    after = text[cut]
    if not after.isspace():
        return _lacks_space(text, begin, stop, cut, end)
    follow = _skip(text, cut, end, " \u00a0\t\n\r\u2003\u2009" + _OPENERS + "—–-•*")
    if follow >= end:
        return False
    head = text[follow]
    if head.islower() or not (head.isalnum() or head in "$£€#@…"):
        return False
    quoted = text[cut - 1] in "”’»\"'"
    run = text[stop:cut].rstrip(_CLOSERS + " \u00a0")
    if run in {"…", "...", "..", "....", ". . ."}:
        return _ellipsis_ends(text, begin, stop, head, quoted)
    if "!" in run or "?" in run:
        return not (quoted and _speaker_follows(text, follow, end))
    if quoted or len(run) > 1:
        return True
    return _full_stop_ends(text, begin, stop, follow, end)


def _skip(text: str, position: int, end: int, characters: str) -> int:
    while position < end and (text[position] in characters or text[position].isspace()):
        position += 1
    return position


def _lacks_space(text: str, begin: int, stop: int, cut: int, end: int) -> bool:
    """A stop glued to the next sentence: "at noon.The" or "go!”He"."""
    follow = cut
    if text[follow] in _OPENERS and follow + 1 < end:
        follow += 1
    match = _WORD.match(text, follow, min(end, follow + 40))
    if not match or not text[follow].isupper() or stop - begin < 3 or cut - stop > 3:
        return False
    before, word = text[stop - 2 : stop], match.group()
    if not (before[1].islower() and (before[0].islower() or before[0] in " ’'")):
        return before[1].isdigit() and cut > stop + 1 and word[1:].islower()
    following = text[match.end()] if match.end() < end else " "
    if not (following.isspace() or following in ",’'—") or not (word[1:].islower() or word in {"I", "A"}):
        return False
    return word.lower() in _STARTERS or len(_word_before(text, begin, stop)) > 1


def _ellipsis_ends(text: str, begin: int, stop: int, head: str, quoted: bool) -> bool:
    if quoted:
        return True
    spaced = stop > begin and text[stop - 1].isspace()
    return not spaced and head.isupper()


def _speaker_follows(text: str, follow: int, end: int) -> bool:
    """“Come home!” Mara Voss told them: the quotation is part of the sentence."""
    for count, match in enumerate(_WORD.finditer(text, follow, min(end, follow + 60))):
        word = match.group()
        if word.lower() in _SPEAKING:
            return count > 0
        if count and text[match.start() - 1] in '.!?“"':
            return False
        if count > 5:
            return False
    return False


def _word_before(text: str, begin: int, stop: int) -> str:
    window = text[max(begin, stop - 24) : stop]
    match = _LAST_WORD.search(window)
    return match.group() if match else ""


def _full_stop_ends(text: str, begin: int, stop: int, follow: int, end: int) -> bool:
    """Decide on a bare full stop by the word before it and the word after it."""
    last = _word_before(text, begin, stop)
    lower = last.lower()
    match = _WORD.match(text, follow, min(end, follow + 40))
    following = match.group().lower() if match else ""
    if not last or lower.isdigit():
        return True
    if lower in {"a.m", "p.m"}:
        return following not in _CLOCK_FOLLOWERS and following != "" and not _ZONE.match(text, follow, end)
    if lower in _TITLES:
        # "St." and the like end a sentence only where the next word can't be a name.
        return lower in {"st", "ft", "mt", "dept"} and following in _STARTERS
    if lower in _NUMBERED and last[:1].isupper() and not following:
        return False
    if lower in {"no", "nos", "p", "pp", "art", "sec", "fig", "vol"} and not following:
        return False
    initial = (len(last) == 1 and last.isupper()) or (
        "." in last and all(len(p) == 1 for p in last.split("."))
    )
    if initial or (lower in _DOUBTFUL and (last[:1].isupper() or "." in last)):
        return (
            following in _STARTERS and following != "a"
            if initial and len(last) == 1
            else _may_start(following)
        )
    return True


def _may_start(following: str) -> bool:
    return following in _STARTERS
