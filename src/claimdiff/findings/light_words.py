"""Words that tell nothing of what a claim is about: negation, bare counts, anybody, units, light verbs."""

from claimdiff.findings.wording import word_key
from claimdiff.language.cues import NEGATIONS

LIGHT_KEYS = frozenset(
    word_key(word)
    for word in (
        *NEGATIONS,
        *"one two three four five six seven eight nine ten people person persons body thing".split(),
        *"make take get go come know say tell think believe see hear notice look want".split(),
        *"""feet foot metre metres meter meters mile miles kilometre kilometres kilometer kilometers inch
        inches pound pounds kilogram kilograms ton tons tonne tonnes metric gram grams litre litres
        gallon gallons degree degrees percent cent dollar dollars euro euros year years month months week
        weeks day days hour hours minute minutes second seconds pm am pst est gmt""".split(),
    )
)
