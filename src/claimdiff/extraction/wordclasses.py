"""Which parts of speech a word form can be: closed classes and verbs by list, the rest by shape.

A word's class is a short string. One letter is a certain tag, several are those that context chooses from:

    D determiner or possessive   R pronoun that can be a subject   U object pronoun   P preposition   T "to"
    C and, or, but   S subordinator (after, while)   W who, which, that …
    M modal   B, H, O forms of be, have, do
    b pronoun and auxiliary in one ("he's")   V finite verb   I base form   G -ing form   Q past participle
    N noun   E name   A adjective   X adverb   # number   and a mark for itself (, ; : - ( ) " . ? !)
"""

from functools import cache

from claimdiff.language.tables import read_data

_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ity", "ism", "ist", "hood", "dom",
    "ure", "age",
    "tions", "sions", "ments", "ists", "ities", "ances", "ences", "ers", "ors",
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "ic", "al", "ish", "ary", "ian", "ese")


@cache
def _lexicon() -> dict[str, str]:
    """Every listed word form with its class; a form met twice unites the classes."""
    forms: dict[str, str] = {}

    def note(form: str, tags: str) -> None:
        known = forms.setdefault(form, tags)
        if known is not tags:
            forms[form] = known + "".join(tag for tag in tags if tag not in known)

    irregular: set[str] = set()
    for line in _read_lines("verbs.txt"):  # irregular verbs come first
        kind, _, rest = line.partition(" ")
        if kind == "~":
            base, past, participle = rest.split()
            irregular.add(base)
            note(base, "IV")
            note(_add_s(base), "V")
            note(past, "V")
            note(participle, "Q")
            note(_add_ing(base), "G")
        elif kind in "=*":
            for base in rest.split():
                note(base, "IVN" if kind == "*" else "IV")
                note(_add_s(base), "VN" if kind == "*" else "V")
                if base not in irregular:
                    note(_add_ed(base), "VQ")
                note(_add_ing(base), "G")
    for line in _read_lines("words.txt"):
        tags, _, rest = line.partition(" ")
        forms.update(dict.fromkeys(rest.split(), tags))
    return forms


def list_forms() -> tuple[str, ...]:
    """Return every word form that is listed, or made of a listed verb, sorted."""
    return tuple(sorted(_lexicon()))


@cache
def past_forms() -> dict[str, str]:
    """Return the past form of every -ing form in the lexicon ("killing": "killed")."""
    pasts: dict[str, str] = {"being": "was", "having": "had", "doing": "did"}
    for line in _read_lines("verbs.txt"):
        kind, _, rest = line.partition(" ")
        if kind == "~":
            base, past, _ = rest.split()
            pasts.setdefault(_add_ing(base), past)
            continue
        for base in rest.split():
            pasts.setdefault(_add_ing(base), _add_ed(base))
    return pasts


@cache
def base_forms() -> dict[str, str]:
    """Return the base form of every -ing form in the lexicon ("killing": "kill")."""
    bases: dict[str, str] = {}
    for line in _read_lines("verbs.txt"):
        kind, _, rest = line.partition(" ")
        for base in rest.split()[:1] if kind == "~" else rest.split():
            bases.setdefault(_add_ing(base), base)
    return bases


def third_person(base: str) -> str:
    """Return the form that goes with one thing ("kill": "kills")."""
    return _add_s(base)


@cache
def list_pasts() -> frozenset[str]:
    """Return the past forms of verbs, among them “hit” and “put”, which tell no number."""
    return frozenset(past_forms().values())


def _read_lines(name: str) -> list[str]:
    text = read_data("claimdiff.extraction", name)
    return [line for line in text.splitlines() if line and not line.startswith("##")]


def _add_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _doubles(base: str) -> bool:
    """Say whether the last consonant doubles ("stop", "admit", not "visit" or "open")."""
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in "aeiou" or base[-3] in "aeiou":
        return False
    vowels = sum(map(base.count, "aeiouy"))
    return vowels == 1 or base.endswith(
        ("mit", "fer", "cur", "pel", "bel", "cel", "vel", "gin", "rol", "tol", "ppear")
    )


def _add_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _add_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


_MOST_SHAPES = 100_000


class _Shapes(dict[str, str]):
    """The classes of the word forms met so far; an unknown one is classified when it is asked for."""

    def __missing__(self, lower: str) -> str:
        if len(self) > _MOST_SHAPES:
            self.clear()
        known = self[lower] = _lexicon().get(lower) or _guess(lower)
        return known


_SHAPES = _Shapes()


def classify_word(lower: str) -> str:
    """Return the class of a lower-case word form (see the module's list of letters)."""
    return _SHAPES[lower]


def _guess(lower: str) -> str:
    """Classify an unlisted word or mark by its shape."""
    if not lower:
        return "~"
    head = lower[0]
    if head.isdigit():
        return "A" if "-" in lower and not lower[-1].isdigit() else "#"
    if not head.isalpha():
        return _mark(lower)
    straight = lower.replace("’", "'")
    if straight != lower:
        return classify_word(straight)
    if "'" in lower:
        return "D" if lower.endswith(("'s", "s'")) else "N"
    if "-" in lower:
        return _guess_compound(lower)
    if lower.endswith("ly") and len(lower) > 4:
        return "X"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith("ed") and len(lower) > 4:
        return "VQ"
    if lower.endswith(("ize", "ise", "ify")) and len(lower) > 6:
        return "IV"
    if lower.endswith(_NOUN_ENDINGS):
        return "N"
    return "A" if lower.endswith(_ADJECTIVE_ENDINGS) and len(lower) > 4 else "N"


def _guess_compound(lower: str) -> str:
    """A hyphenated word: a prefix keeps the verb ("re-started"), anything else is an adjective or noun."""
    first, _, last = lower.rpartition("-")
    if last and first in {"re", "pre", "co", "over", "under", "out", "red"}:
        return _lexicon().get(last) or "A"
    return "A" if lower.endswith(("ed", "ing", "old", "like", "led", "wide", "based")) else "N"


def _mark(mark: str) -> str:
    if mark in ",;:.?!()":
        return mark
    if mark in "–—-" or mark.startswith("--"):
        return "-"
    if mark in "\"“”«»„'‘’‚`":
        return '"'
    return "." if mark.startswith("..") or mark == "…" else "#" if mark in "$£€¥%" else "~"
