"""Is a text English? A cheap profile of function words, with rivals for the commonest other languages."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 2_500
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f]")
_FEWEST_WORDS = 15
_ENOUGH_WORDS = 25

_ENGLISH_TEXT = """
    the of and to that for with was said is his her from at by were have has had this which who will
    are not but been they it he she on after when would their about an as be or we you
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
_RIVALS = {
    "German": "der die das und ist nicht ein eine mit von dem den zu auf für sich des im auch wurde",
    "French": "le la les des une est et dans que pour sur pas avec qui du au par il elle ont",
    "Spanish": "el la los las de que en un una por con para del se su al como más pero fue",
    "Italian": "il la di che è un una per con del della non si da sono le gli nel al dei",
    "Portuguese": "o os as de que em um uma para com não do da no na se por mais foi ao",
    "Dutch": "de het een en van is dat op te zijn met voor niet aan er ook door bij naar uit",
    "Swedish": "och att det som en är av för på med den till inte har de ett om var från men",
    "Norwegian": "og det er som en på til av med ikke har de den et om fra men var ble etter",
    "Polish": "i w na z się że do nie jest to o jak po od za przez ale co przy oraz",
    "Turkish": "ve bir bu için ile da de olarak olan daha çok gibi ne kadar sonra en olduğu ama ise",
    "Indonesian": "yang dan di dari untuk dengan ini pada tidak itu dalam akan ke juga ada oleh karena telah",
}
_RIVAL_SETS = {name: frozenset(words.split()) for name, words in _RIVALS.items()}


def name_other_language(text: str) -> str | None:
    """Name the language of a text that is not English, None for English and for what can't be told.

    A text of fewer than 25 words gets the benefit of the doubt, unless it holds no English word at all.
    "another language" stands for one without a profile here.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    letters = "".join(words)
    if len(letters) < 20:
        return None
    if not letters.isascii() and len(_OTHER_SCRIPT.findall(letters)) > 0.5 * len(letters):
        return "another language"
    if len(words) < _FEWEST_WORDS:
        return None
    english = sum(map(_ENGLISH.__contains__, words)) / len(words)
    if english >= 0.2:
        return None
    shares = sorted(
        (-sum(word in rival for word in words) / len(words), name) for name, rival in _RIVAL_SETS.items()
    )
    best, name = -shares[0][0], shares[0][1]
    if len(words) < _ENOUGH_WORDS:
        telling = len(_RIVAL_SETS[name].intersection(words))
        return name if english == 0 and best > 0.2 and telling >= 4 else None
    if best > 0.1 and best > 1.2 * english:
        return name
    return "another language" if english < 0.02 and len(words) >= 60 else None
