"""Speakers that are only a label: "Voss: …", "… - harbour master", "“…” — Mara Voss"."""

import re

from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import DETERMINERS, PREPOSITIONS, SPEECH_CUES, SUBORDINATORS
from claimdiff.extraction.subjects import Subject
from claimdiff.extraction.word_forms import watch
from claimdiff.language.stems import is_listed

_LONGEST_LABEL = 9
_FULL_NAME = 3
_DASHES = frozenset("-–—―")
_SIGNATURE = re.compile(r"[—–-]\s*(?P<name>[^—–()\n]{2,60}?)\s*\((?P<handle>@\w{1,30})\)")
_WINDOW = 40_000
_COLON, _AT = watch(":"), watch("@")
_SOURCES = frozenset(
    """
    report reports police officials official sources source study lawyer minister ministry president
    witnesses media survey poll court prosecutors experts researchers scientists un government mayor ceo
    boss expert family father mother survivor army military navy
    """.split()
)
_SERIES = frozenset(
    "latest update updates daily weekly guide live video watch photos exclusive breaking opinion part".split()
)
_NO_SPEAKER = frozenset(
    """
    update updated live watch video photos pictures photo note date time where when what why how who
    analysis opinion exclusive breaking related read more sources source image question answer editor's fact
    background review report correction follow topics tags share advertisement ap afp pa epa getty reuters
    """.split()
)


def read_labels(words: BlockWords, *, headline: bool, loose: bool = False) -> list[Frame]:
    """Return the frame of a block whose speaker stands as a label before or after what is said.

    In headlines any name before a colon or after a last dash counts; elsewhere only before a quotation
    mark, in capitals (a transcript) or as the signature of a post. If `loose`, whoever stands before the
    colon of a headline need not speak elsewhere in the document.
    """
    if not words.starts:
        return []
    frame = None
    if words.met & _COLON:
        frame = (_read_headline(words) if headline and loose else None) or _read_front(
            words, headline=headline
        )
    if frame is None and words.met & _AT:
        frame = _read_signature(words)
    if frame is None and words.quotes:
        frame = _read_signed(words)
    if frame is None and headline:
        frame = _read_tail(words)
    return [frame] if frame is not None else []


def _read_headline(words: BlockWords) -> Frame | None:
    """ "Voss: ferry was late", "Voss on the ferry: it was late", "Poll: …"."""
    colon = next((k for k, word in enumerate(words.lowers[: _LONGEST_LABEL + 1]) if word == ":"), None)
    if not colon or len(words.starts) - colon < 4:
        return None
    label = words.lowers[:colon]
    if label[0] in {"the", "a"} or not _SERIES.isdisjoint(label) or not words.is_capital(0):
        return None
    last = next((k for k, word in enumerate(label) if k and word in {"on", "to", "at"}), colon)
    if any(words.is_finite(k) or words.lowers[k] in PREPOSITIONS - {"of", "for"} for k in range(last)):
        return None
    if words.text[words.start : words.ends[colon - 1]].isupper() and len(label) > 2:
        return None
    content = (words.starts[colon + 1], words.sentences[-1].end)
    quoted = words.quote_starting(content[0]) is not None
    return _make(words, (0, last), (colon, colon + 1), content, "right", quoted=quoted)


def _read_front(words: BlockWords, *, headline: bool) -> Frame | None:
    colon = next((k for k, word in enumerate(words.lowers[: _LONGEST_LABEL + 1]) if word == ":"), None)
    if not colon:
        return None
    first = 1 if words.lowers[0] in {"from", "per", "via"} and colon > 1 else 0
    if not _is_label(words, first, colon):
        return None
    rest = colon + 1
    quoted = rest < len(words.starts) and words.quote_starting(words.starts[rest]) is not None
    shouted = words.text[words.starts[first] : words.ends[colon - 1]].isupper() and colon - first <= 3
    if rest >= len(words.starts):
        return (
            _make(words, (first, colon), (colon, colon + 1), None, "after", quoted=False) if first else None
        )
    if shouted and not quoted and not _is_named(words, words.starts[first], words.ends[colon - 1]):
        return None
    if not (quoted or headline or shouted) or len(words.starts) - rest < 3:
        return None
    if not (quoted or shouted or '"' in words.lowers or "'" in words.lowers or _speaks(words, colon - 1)):
        return None
    end = words.sentences[0].end if headline else words.ends[-1]
    opening = words.quote_starting(words.starts[rest])
    if quoted and not shouted and not headline and opening is not None:
        end = opening.end
    return _make(words, (first, colon), (colon, colon + 1), (words.starts[rest], end), "right", quoted=quoted)


def _speaks(words: BlockWords, token: int) -> bool:
    """Say whether the document has the bearer of a name say something anywhere."""
    name = re.escape(words.surface(token))
    pattern = rf"\b{name}[’']?s?,? (?:\w+ ){{0,2}}(?:said|says|told|tells|added|wrote|claims|warned)\b"
    return re.search(rf"{pattern}|\b(?:said|says) (?:[\w.]+ ){{0,4}}{name}\b", words.text) is not None


def _is_named(words: BlockWords, start: int, end: int) -> bool:
    """Say whether a label in capitals may be a person: no common words, or met as a name or label again.

    "COMPETITION:" is a heading. Only the text around is searched, so that many labels cost no more.
    """
    text, label = words.text, words.text[start:end]
    if not all(is_listed(word) for word in label.lower().split()):
        return True
    low, high = max(0, start - _WINDOW), end + _WINDOW
    last = label.rpartition(" ")[2]
    again = text.find(f"{last}:", end + 1, high) >= 0 or text.find(f"{last}:", low, start) >= 0
    return again or text.find(last.title(), low, high) >= 0


def _is_label(words: BlockWords, first: int, last: int) -> bool:
    """A name or a capitalised noun phrase without a verb."""
    if words.lowers[last - 1] in _NO_SPEAKER or words.lowers[first] in _NO_SPEAKER:
        return False
    if words.lowers[last - 1] in SPEECH_CUES and SPEECH_CUES[words.lowers[last - 1]].form == "past":
        return False
    capitals = 0
    for token in range(first, last):
        word = words.lowers[token]
        if word in {".", "(", ")", "'", "-"} or word in DETERMINERS or word in {"of", "and", "for"}:
            continue
        if not word[0].isalpha() or word in SUBORDINATORS or word in PREPOSITIONS:
            return False
        if words.is_finite(token) and not words.text[words.starts[token]].isupper():
            return False
        capitals += words.is_capital(token)
    return capitals > 0 and words.is_capital(first)


def _read_signature(words: BlockWords) -> Frame | None:
    """A post embedded in the text: its words, a dash, the name and the handle."""
    match = _SIGNATURE.search(words.text, words.start, words.end)
    if match is None or match.start() - words.start < 12:
        return None
    first, last = words.token_at(match.start("name")), words.token_at(match.end("name"))
    if not first < last:
        return None
    start = words.start
    if words.lowers[0] == "<":
        closing = words.text.find(">", words.start, match.start())
        start = closing + 1 if closing >= 0 else start
    end = match.start()
    while end > start and words.text[end - 1].isspace():
        end -= 1
    if end - start < 8:
        return None
    dash = words.token_at(match.start())
    return _make(words, (first, last), (dash, dash + 1), (start, end), "left", quoted=True)


def _read_signed(words: BlockWords) -> Frame | None:
    """A quotation by itself with a dash and a name behind it: “It was a fine harbour.” — Mara Voss"."""
    size = len(words.starts)
    while size and words.lowers[size - 1] == ".":
        size -= 1
    if words.quote_starting(words.starts[0]) is None:
        return None
    for dash in range(size - 3, max(0, size - _LONGEST_LABEL), -1):
        if words.lowers[dash] not in _DASHES:
            continue
        last = dash
        while last and words.lowers[last - 1] in _DASHES:
            last -= 1
        if not last or words.quote_ending(words.ends[last - 1]) is None:
            return None
        comma = next((k for k in range(dash + 1, size) if words.lowers[k] == ","), size)
        named = all(words.is_capital(k) or words.lowers[k] == "." for k in range(dash + 1, comma))
        if not named or comma - dash < _FULL_NAME or any(words.is_finite(k) for k in range(comma, size)):
            return None
        content = (words.starts[0], words.ends[last - 1])
        return _make(words, (dash + 1, comma), (last, dash + 1), content, "left", quoted=True)
    return None


def _read_tail(words: BlockWords) -> Frame | None:
    """ "Blaze 'deliberate' - police", "Ferry was late: report", "Ferry Was Late, Voss Says"."""
    size = len(words.starts)
    verb = SPEECH_CUES.get(words.lowers[size - 1]) if words.lowers[size - 1] not in _SOURCES else None
    spoken = verb is not None and verb.kind == "say" and verb.form in {"base", "third"}
    if spoken and not words.is_capital(size - 1):
        return None  # a verb in small letters has a frame of its own
    last = size - spoken
    for mark in range(size - 2, max(0, size - 6), -1):
        word = words.lowers[mark]
        if word not in {":", "-", "–", "—", ","} or mark < 3:
            continue
        spaced = word in ":," or words.text[words.starts[mark] - 1].isspace()
        named = spoken or words.lowers[size - 1] in _SOURCES or words.lowers[mark + 1] in _SOURCES
        quoted = words.quote_ending(words.ends[mark - 1]) is not None
        if not spaced or not (named or (quoted and words.is_capital(mark + 1))):
            return None
        if last <= mark + 1 or any(words.is_finite(token) for token in range(mark + 1, last)):
            return None
        content = (words.starts[0], words.ends[mark - 1])
        cue = (last, size) if spoken else (mark, mark + 1)
        return _make(words, (mark + 1, last), cue, content, "left", quoted=quoted and mark < 8)
    return None


def _make(
    words: BlockWords,
    label: tuple[int, int],
    cue: tuple[int, int],
    content: tuple[int, int] | None,
    side: str,
    *,
    quoted: bool,
) -> Frame:
    first = min(label[0], cue[0])
    last = max(label[1], cue[1])
    return Frame(
        cue[0], cue[0], cue[1], "say", "say", "label", Subject(label[0], label[1], "left"),
        (content,) if content is not None else (), ((words.starts[first], words.ends[last - 1]),),
        side, "colon" if side != "left" else "left", quoted, False,
    )  # fmt: skip
