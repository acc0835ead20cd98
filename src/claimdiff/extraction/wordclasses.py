"""Which parts of speech a word form can be: closed classes by list, verbs by our own lexicon, the rest by shape.

A word's class is a short string. One letter is a certain tag, several are the tags that context chooses from:

    D determiner or possessive    R pronoun that can be a subject    P preposition    T "to"    C and, or, but
    S subordinator (after, while)    W who, which, that …    M modal    B form of "be"    H form of "have"
    O form of "do"    b pronoun and auxiliary in one ("he's")    U object pronoun    V finite verb    I base form    G -ing form    Q past participle    N noun    E name
    A adjective    X adverb    # number    and a mark for itself (, ; : - ( ) " . ? !)
"""

from functools import cache
from importlib.resources import files


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_CLOSED: dict[str, str] = {
    "D": "the a an this these those his its their my our your some any every no each several many few both another"
    " such all whose most either neither much",
    "R": "i he she we they it you there everyone everybody someone somebody anyone anybody nobody nothing something"
    " everything anything none",
    "b": "who's he's she's it's they're we're i'm i've we've they've you're you've there's that's what's i'll we'll"
    " he'll she'll they'll it'll i'd he'd she'd they'd we'd there'd it'd that'll you'll you'd here's where's",
    "U": "him them us me himself herself themselves itself myself ourselves yourself",
    "P": "of in on at by for with from into onto over under through during between among against about near"
    " without within behind beside besides beyond toward towards upon across around amid amidst outside inside off"
    " per via despite unlike including regarding concerning following along above below beneath past throughout"
    " versus according due next than like alongside aboard atop up down out",
    "T": "to",
    "C": "and or but nor &",
    "S": "after before when while as because since although though until till unless if whether where whereas once"
    " wherever whenever so",
    "W": "who which what whom how why that",
    "M": "can could will would may might shall should must cannot can't couldn't won't wouldn't mustn't shouldn't"
    " ought",
    "B": "is are was were am be been being isn't aren't wasn't weren't ain't",
    "H": "has have had hasn't haven't hadn't having",
    "O": "do does did don't doesn't didn't",
    "X": "not never also still yet just only already even again later earlier now then here soon too very almost nearly"
    " however therefore instead meanwhile moreover together apart away back forward once twice often always"
    " sometimes ever perhaps maybe thus hence about currently yesterday today tomorrow tonight ago far further"
    " afterwards afterward else otherwise somewhere everywhere indeed rather quite somewhat largely mostly",
    "A": "new old big small large great good bad more less other own same main major minor long short high low full"
    " late early young local national international foreign public private political military new next last first"
    " second third few final early senior former deputy top dead alive safe injured due able unable likely unlikely"
    " clear certain sure ready responsible guilty aware available possible impossible many several different"
    " similar important serious heavy strong weak open free right wrong real true false common recent current"
    " nuclear black white red blue green hot cold common other afraid angry happy sorry proud",
    "#": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
    " billion dozen dozens hundreds thousands millions scores half",
    "N": "people police officials men women children thing things time times year years day days week weeks month"
    " months hour hours minute minutes morning evening afternoon night building buildings meeting nothing king ring"
    " wing spring ceiling being beings wedding housing evening"
    " hundred speed news"
    " need seed breed creed bed shed red weed sled greed feed hundredweight bus gas series species crisis"
    " basis business princess witness witnesses stress process access success progress congress address press class"
    " glass mass grass pass boss loss cross campus virus status plus anything something everything during string"
    " viking pudding lightning duckling sibling siblings thing sterling darling farthing underling",
}
_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ity", "ism", "ist", "hood", "dom", "ure", "age",
    "tions", "sions", "ments", "ists", "ities", "ances", "ences", "ers", "ors",
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "ic", "al", "ish", "ary", "ian", "ese")


@cache
def _lexicon() -> dict[str, str]:
    """Every listed word form with its class; a form met twice unites the classes."""
    forms: dict[str, str] = {}

    def note(form: str, tags: str) -> None:
        known = forms.get(form, "")
        forms[form] = known + "".join(tag for tag in tags if tag not in known)

    text = files("claimdiff.extraction").joinpath("data", "verbs.txt").read_text("utf-8")
    irregular: set[str] = set()
    for line in text.splitlines():  # irregular verbs come first
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
    for tags, words in _CLOSED.items():
        for word in _words(words):
            forms[word] = tags
    for word in _words("like past next up down out following including according concerning regarding off"):
        forms[word] = "P"
    for word in _words("left found set"):
        forms[word] = "VQ"
    forms["her"] = "DU"
    return forms


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
    vowels = sum(mark in "aeiouy" for mark in base)
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


_SHAPES: dict[str, str] = {}
_SHAPE_LIMIT = 100_000


def classify_word(lower: str) -> str:
    """Return the class of a lower-case word form (see the module's list of letters)."""
    known = _SHAPES.get(lower)
    if known is None:
        if len(_SHAPES) > _SHAPE_LIMIT:
            _SHAPES.clear()
        known = _SHAPES[lower] = _lexicon().get(lower) or _guess(lower)
    return known


def _guess(lower: str) -> str:
    """Classify an unlisted word or mark by its shape."""
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
    if mark in "[]{}":
        return "(" if mark in "[{" else ")"
    return "." if mark.startswith("..") or mark == "…" else "#" if mark in "$£€¥%" else "~"
