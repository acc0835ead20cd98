"""The vocabulary of the number grammar: words with values, units, and nouns around numbers."""

from claimdiff.language.tables import word_set

_UNITS = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

#: Words that name a number below a hundred.
SMALL: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_UNITS)},
    **{word: 20.0 + 10 * step for step, word in enumerate(_TENS)},
}
#: Words that multiply what stands before them.
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
#: Scale letters, read only when glued to digits ("£4m", "1.5bn").
GLUED_SCALES: dict[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
NUMBER_WORDS = frozenset(SMALL) | {"hundred", "thousand", "million", "billion", "trillion", "dozen"}
#: Parts of a whole, in per cent.
FRACTIONS: dict[str, float] = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fifth": 20.0,
    "fifths": 20.0,
    "tenth": 10.0,
    "tenths": 10.0,
}
ORDINAL_WORDS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
#: Nouns that take a number as a position ("lap 20", "the 28th lap", "third place").
ORDINAL_NOUNS = word_set(
    "lap round turn stage phase page chapter level game set hole inning gate floor corner "
    "place position spot row seed"
)
#: Of these, the ones that also take the number after them.
LEADING_POSITION_NOUNS = word_set(
    "lap round turn stage phase page chapter level day gate floor corner step game week set number"
)
#: Nouns before a number that make it a name ("Flight 370", "Article 5").
IDENTIFIER_NOUNS = word_set(
    """flight route highway interstate article section resolution channel room bus unit group no
    no. type model boeing airbus formula apollo area title chapter rule form class block platform
    psalm act line grade category chromosome agenda catch-22 studio bbc radio proposition amendment
    version windows xbox playstation iphone galaxy figure table part season episode volume building
    pier terminal track exit junction district precinct ward zone sector order bill hr opus euro g
    mark saturn sputnik vostok"""
)

DURATIONS: dict[str, str] = {
    "second": "second",
    "sec": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "season": "season",
    "generation": "generation",
}
MEASURES: dict[str, str] = {
    "km": "kilometre",
    "kilometre": "kilometre",
    "kilometer": "kilometre",
    "mile": "mile",
    "metre": "metre",
    "meter": "metre",
    "cm": "centimetre",
    "centimetre": "centimetre",
    "centimeter": "centimetre",
    "mm": "millimetre",
    "millimetre": "millimetre",
    "millimeter": "millimetre",
    "foot": "foot",
    "feet": "foot",
    "ft": "foot",
    "inch": "inch",
    "inche": "inch",
    "yard": "yard",
    "ton": "ton",
    "tonne": "tonne",
    "kg": "kilogram",
    "kilo": "kilogram",
    "kilogram": "kilogram",
    "kilogramme": "kilogram",
    "gram": "gram",
    "pound": "pound",
    "lb": "pound",
    "ounce": "ounce",
    "barrel": "barrel",
    "litre": "litre",
    "liter": "litre",
    "gallon": "gallon",
    "acre": "acre",
    "hectare": "hectare",
    "degree": "degree",
    "celsius": "degree",
    "fahrenheit": "degree",
    "mph": "mph",
    "kph": "kph",
    "knot": "knot",
    "kilowatt": "kilowatt",
    "megawatt": "megawatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "gigawatt": "gigawatt",
    "kiloton": "kiloton",
    "byte": "byte",
    "gigabyte": "gigabyte",
    "megabyte": "megabyte",
    "gb": "gigabyte",
    "mb": "megabyte",
    "calorie": "calorie",
    "volt": "volt",
}
CURRENCIES: dict[str, str] = {
    "$": "usd",
    "£": "gbp",
    "€": "eur",
    "¥": "jpy",
    "₹": "inr",
    "₽": "rub",
    "₪": "ils",
    "₩": "krw",
    "₺": "try",
    "₦": "ngn",
    "us$": "usd",
    "a$": "aud",
    "c$": "cad",
    "hk$": "hkd",
    "nz$": "nzd",
    "s$": "sgd",
    "r$": "brl",
    "usd": "usd",
    "gbp": "gbp",
    "eur": "eur",
}
MONEY_WORDS: dict[str, str] = {
    "dollar": "usd",
    "euro": "eur",
    "pound": "gbp",
    "quid": "gbp",
    "yen": "jpy",
    "yuan": "cny",
    "renminbi": "cny",
    "rupee": "inr",
    "ruble": "rub",
    "rouble": "rub",
    "shekel": "ils",
    "won": "krw",
    "lira": "try",
    "naira": "ngn",
    "peso": "peso",
    "franc": "franc",
    "krona": "krona",
    "cent": "cent",
    "pence": "penny",
    "rand": "zar",
    "riyal": "sar",
    "dirham": "aed",
    "bitcoin": "btc",
}
#: Plurals without -s, with the singular they count.
IRREGULAR_PLURALS: dict[str, str] = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "congressmen": "congressman",
    "lawmen": "lawman",
    "crewmen": "crewman",
    "wives": "wife",
    "lives": "life",
    "police": "police",
    "personnel": "personnel",
    "staff": "staff",
    "crew": "crew",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "sheep": "sheep",
    "fish": "fish",
    "cattle": "cattle",
    "headquarters": "headquarters",
    "series": "series",
    "species": "species",
    "alumni": "alumnus",
    "media": "medium",
    "criteria": "criterion",
    "homicides": "homicide",
    "brits": "briton",
    "dead": "dead",
}
#: Words after a number that are no counted noun and end the search for one.
NO_UNIT = word_set(
    """killed wounded injured arrested hurt missing detained dead died remaining left later earlier ago
    before after hits wins kills dies says was is were has does us this his its towards always
    perhaps afterwards besides sometimes thus less yes gas news remains includes needs makes takes
    gets comes goes becomes shows seems appears percent cent"""
)
#: Adjectives and determiners that may stand between number and noun.
FILLERS = word_set(
    "more other others additional further new of the his her its their our my these those such"
)
#: Adjectives that may stand between "one" and its noun.
PLAIN_ADJECTIVES = word_set(
    "small large big young old senior local single major former foreign dead third second "
    "black white red main further"
)
ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "ary", "able", "ible", "less", "ish", "ular")
#: Words of speed that follow a distance ("60 miles an hour").
SPEEDS: dict[str, str] = {"mile": "mph", "kilometre": "kph"}
#: Hyphenated compounds that are kinds, not counts ("two-state", "one-way").
KIND_SUFFIXES = word_set(
    """state party way tier sided side fold faced piece dimensional one on off nil time-out step track
    handed man-band percenter something bit stop hit up down out in to by star"""
)
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
