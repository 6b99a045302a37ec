"""How hard a text is to read, by the published formulas for Dutch and English."""

from __future__ import annotations

import re

from app.language import Language

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word: letters, with hyphens and apostrophes inside it."""

_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)")
_NUCLEI: dict[Language, re.Pattern[str]] = {
    # The vowel signs that Dutch spelling reads as one sound; any other two vowels are two syllables.
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oo|uu|oe|eu|ui|ou|au|ei|ij|[aeiouyáàâäéèêëíìîïóòôöúùûü]"),
    "en": re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûü]+"),
}
_SILENT = re.compile(r"(?:[^laeiouy]|[aeiouy]l)e$|[^aeioutdy]ed$|[^aeiouyszxcgh]es$")
_TWO_VOWELS = re.compile(r"(?<![tcsg])i[aou]|(?<!fr)ie(?:n|t)(?!d)|[aeiouy]ing$|eo(?=g|l)")


def syllables(word: str, language: Language) -> int:
    """About how many syllables ``word`` has, at least 1: counted from its vowels, without a dictionary."""
    lower = word.lower()
    count = len(_NUCLEI[language].findall(lower))
    if language == "en":
        count += len(_TWO_VOWELS.findall(lower)) - (1 if _SILENT.search(lower) else 0)
    return max(count, 1)


def ease(text: str, language: Language) -> float | None:
    """The reading ease of ``text``: 100 is very easy, below 30 very hard; None where there is no word.

    English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3), 1948:
    206.835 - 1.015 x words per sentence - 84.6 x syllables per word.
    Dutch: W. H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool Wageningen, 1960:
    206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence.
    Both were fitted on samples of about a hundred words: on less text the figure is a rough sign only.
    """
    counts = [len(WORD.findall(part)) for part in _SENTENCE_END.split(text)]
    sentences = [count for count in counts if count]
    if not sentences:
        return None
    words = sum(sentences)
    per_word = sum(syllables(word, language) for word in WORD.findall(text)) / words
    if language == "nl":
        return 206.84 - 0.77 * 100 * per_word - 0.93 * words / len(sentences)
    return 206.835 - 1.015 * words / len(sentences) - 84.6 * per_word
