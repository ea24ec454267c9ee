"""What the net sees of a word: hashes over UTF-16 code units, the same in src/language/parser/features.ts."""

import functools

FNV_OFFSET, FNV_PRIME, MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def units(text):
    """UTF-16 code units, as JavaScript counts them."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


def fnv(seed, codes):
    """FNV-1a over code units, begun with the kind of feature, and mixed at the end."""
    value = ((FNV_OFFSET ^ seed) * FNV_PRIME) & MASK
    for code in codes:
        value = ((value ^ code) * FNV_PRIME) & MASK
    value ^= value >> 15
    value = (value * 0x2C1B3C6D) & MASK
    return value ^ (value >> 13)


def word_hash(form):
    return fnv(1, units(form.lower()))


def shape_codes(form):
    """Small numbers that tell case, digits and other signs of a form."""
    codes = units(form)
    upper = [c for c in codes if is_upper(c)]
    lower = [c for c in codes if is_lower(c)]
    digits = sum(48 <= c <= 57 for c in codes)
    letters = len(upper) + len(lower)
    if not letters:
        case = 0
    elif not upper:
        case = 1
    elif not lower:
        case = 2 if letters > 1 else 3
    elif is_upper(codes[0]) and len(upper) == 1:
        case = 4
    else:
        case = 5
    number = 0 if not digits else 1 if digits == len(codes) else 2
    kind = (1 if 45 in codes else 0) | (2 if 46 in codes else 0) | (4 if 39 in codes or 0x2019 in codes else 0)
    script = 0 if not letters else 1 if any(0x400 <= c < 0x530 for c in codes) else 2
    return [case * 3 + number, 32 + kind, 64 + script * 8 + case, 128 + min(len(codes), 15)]


def is_upper(code):
    return 65 <= code <= 90 or 0xC0 <= code <= 0xDE and code != 0xD7 or cyrillic_case(code) == 2


def is_lower(code):
    return 97 <= code <= 122 or 0xDF <= code <= 0xFF and code != 0xF7 or cyrillic_case(code) == 1


def cyrillic_case(code):
    """0 for no letter, 1 for a small one, 2 for a capital one."""
    if 0x400 <= code <= 0x42F:
        return 2
    if 0x430 <= code <= 0x45F:
        return 1
    if 0x460 <= code < 0x530:
        return 2 if code % 2 == 0 else 1
    return 0


LANGUAGES = ["en", "ru", "kk", "ky"]


def affix_hashes(form, language):
    """Prefixes up to four, suffixes up to five code units of the lower-cased form, the shape, and the language."""
    codes = units(form.lower())
    hashes = [fnv(16 + n, codes[:n]) for n in range(1, 5) if n <= len(codes)]
    hashes += [fnv(32 + n, codes[-n:]) for n in range(1, 6) if n <= len(codes)]
    hashes += [fnv(48, [code]) for code in shape_codes(form)]
    return [*hashes, fnv(49, [LANGUAGES.index(language)])]


def ngram_hashes(form):
    """All runs of three and four code units of the lower-cased form between word boundaries, the first 40."""
    codes = [2, *units(form.lower()), 3]
    runs = [codes[i : i + n] for n in (3, 4) for i in range(len(codes) - n + 1)]
    return [fnv(64, run) for run in runs[:40]] or [fnv(64, codes)]


@functools.lru_cache(maxsize=None)
def type_features(form, language, buckets):
    """(word hash, affix buckets, n-gram buckets) of a form."""
    return (
        word_hash(form),
        [h % buckets for h in affix_hashes(form, language)],
        [h % buckets for h in ngram_hashes(form)],
    )
