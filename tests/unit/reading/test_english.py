"""English is told from other languages, and short texts are let through."""

import pytest

from claimdiff.reading.english import name_other_language

ENGLISH = (
    "The harbour board said on Tuesday that it would close the pier after divers found cracks in the piles. "
    "It was not clear how long the repairs would take, but the ferry would leave from the quay."
)
GERMAN = (
    "Die Hafenbehörde hat am Dienstag die nördliche Mole gesperrt, nachdem Taucher Risse in den Pfählen "
    "gefunden hatten. Es ist noch nicht klar, wie lange die Arbeiten dauern, und die Fähre fährt dort ab."
)
FRENCH = (
    "Le port a fermé mardi la jetée du nord après que des plongeurs ont trouvé des fissures dans les pieux. "
    "La durée des travaux n'est pas connue et le bac partira du quai pour le moment, selon le port."
)
RUSSIAN = "Во вторник власти порта закрыли северный причал, потому что водолазы нашли трещины в сваях. " * 2


def test_english_passes() -> None:
    """English news text is English."""
    assert name_other_language(ENGLISH) is None


@pytest.mark.parametrize(("text", "name"), [(GERMAN, "German"), (FRENCH, "French")])
def test_other_languages_are_named(text: str, name: str) -> None:
    """The commonest other languages are told apart by their function words."""
    assert name_other_language(text) == name


def test_other_scripts_are_turned_away() -> None:
    """Text in another script is not English, even without a profile for it."""
    assert name_other_language(RUSSIAN) == "another language"


def test_short_text_gets_the_benefit_of_the_doubt() -> None:
    """A headline is too short to judge."""
    assert name_other_language("Port Ellery: la jetée est fermée") is None


def test_english_with_foreign_names_and_a_quotation_passes() -> None:
    """A foreign quotation inside an English story does not turn it away."""
    assert name_other_language(ENGLISH + " “Il est fermé,” said Mr Dupré of the Compagnie des Bacs.") is None


def test_short_text_without_any_english_word_is_named() -> None:
    """Twenty words of another language and not one of English leave little doubt."""
    text = (
        "Der Hafen ist zu, und die Fähre fährt nicht, sagte der Leiter. Das Wasser ist zu hoch für die Mole."
    )
    assert name_other_language(text) == "German"
