"""Word changes in a quotation that leave its sense alone: spelling, short forms, initials."""

import re

from claimdiff.findings.wording import fold_words, word_key
from claimdiff.language.cues import HEDGES, NEGATIONS, STOPWORDS
from claimdiff.model import WordChange

# Words whose change bends nothing.
_TRIFLES = (
    STOPWORDS
    - NEGATIONS
    - HEDGES
    - set(
        "i you he she we they me him her us them my your his our their can could will would must all".split()
    )
)
_SHORT_FORMS = (
    ("n't", " not"),
    ("'ve", " have"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'m", " am"),
    ("'d", " had"),
)
_SAME_SOUND = {"okay": "ok", "&": "and", "u": "you", "ur": "your", "thru": "through", "gonna": "going to"}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")


def is_trifle(change: WordChange) -> bool:
    """Tell whether a change leaves the sense alone: little words, another form of the same word."""
    one, two = (
        {(word_key(word) or word).replace("z", "s") for word in fold_words(text) if word not in _TRIFLES}
        for text in (change.before, change.after)
    )
    return one == two or is_spelling(change)


def is_spelling(change: WordChange) -> bool:
    """Tell whether a change is one of spelling alone: "I've", "asking" / "askin", a name and its initials."""
    if not change.before or not change.after:
        return False
    if _spell(change.before) == _spell(change.after):
        return True
    return any(
        (initials := _initials(longer)) and _letters(shorter).endswith(initials)
        for longer, shorter in ((change.before, change.after), (change.after, change.before))
    )


def _spell(text: str) -> str:
    """Return a text's letters: short forms written out, British and American spelling made one."""
    lower = text.casefold().replace("’", "'")
    words = []
    for word in _WORD.findall(lower):
        for short, full in _SHORT_FORMS:
            if word.endswith(short) and len(word) > len(short):
                word = word[: -len(short)] + full
                break
        word = _SAME_SOUND.get(word, word)
        words.append(word[:-1] if word.endswith("ing") and len(word) > 4 else word)
    letters = "".join(mark for mark in "".join(words) if mark.isalnum())
    letters = letters.replace("z", "s").replace("ae", "e").replace("our", "or")
    return letters.replace("ll", "l").replace("mme", "m")


def _initials(text: str) -> str:
    """Return the initials of the words with a capital, where there are several."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word[0].isupper()]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def _letters(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())
