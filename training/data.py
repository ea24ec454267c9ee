"""Vocabularies, and batches of sentences as tensors."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch

from features import type_features, word_hash

UPOS = "X ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB".split()


def pairs_of(feats):
    return [] if feats == "_" else [tuple(pair.split("=", 1)) for pair in feats.split("|")]


@dataclass
class Vocabulary:
    """Words by hash, features with their values (the first is none), labels, and by language what features each tag allows."""

    words: dict
    counts: list
    features: list
    labels: list
    allowed: dict

    @staticmethod
    def of(sentences, extra_words=(), least_word=2, least_value=3):
        counts = Counter(form.lower() for s in sentences for form in s.forms)
        known = [word for word, count in counts.most_common() if count >= least_word]
        extra = [word for word in extra_words if counts[word] < least_word]
        words = {word_hash(word): at + 1 for at, word in enumerate(known)}
        for word in extra:
            words.setdefault(word_hash(word), len(words) + 1)
        values = Counter(pair for s in sentences for feats in s.feats for pair in pairs_of(feats))
        names = sorted({name for (name, _), count in values.items() if count >= least_value})
        features = [
            (name, ["", *sorted(v for (n, v), count in values.items() if n == name and count >= least_value)])
            for name in names
        ]
        labels = Counter(label for s in sentences for label in s.deprels)
        kept = sorted(label for label, count in labels.items() if count >= 2)
        vocabulary = Vocabulary(words, [0] + [counts[w] for w in known], features, kept, {})
        for language in {s.language for s in sentences}:
            own = [s for s in sentences if s.language == language]
            vocabulary.allowed[language] = vocabulary.allowed_values(own)
        return vocabulary

    @property
    def known(self):
        return len(self.counts) - 1

    def allowed_values(self, sentences):
        """For each tag, which values of each feature these sentences show with it."""
        allowed = {tag: [{0} for _ in self.features] for tag in UPOS}
        for s in sentences:
            for tag, feats in zip(s.upos, s.feats):
                for column, value in enumerate(self.feature_values(feats)):
                    allowed[tag][column].add(value)
        return allowed

    def feature_values(self, feats):
        pairs = dict(pairs_of(feats))
        return [values.index(pairs[n]) if pairs.get(n) in values else 0 for n, values in self.features]

    def tag_sizes(self):
        return [len(UPOS)] + [len(values) for _, values in self.features]


def noisy(form, kind):
    return form.upper() if kind == 1 else form.lower() if kind == 2 else form[:1].upper() + form[1:]


@dataclass
class Example:
    """A sentence as numbers."""

    language: str
    forms: list
    tags: np.ndarray
    heads: np.ndarray
    labels: np.ndarray


def examples_of(sentences, vocabulary):
    place = {label: at for at, label in enumerate(vocabulary.labels)}
    return [
        Example(
            s.language,
            s.forms,
            np.array([[UPOS.index(t), *vocabulary.feature_values(f)] for t, f in zip(s.upos, s.feats)]),
            np.array(s.heads),
            np.array([place.get(label, place.get(label.split(":")[0], 0)) for label in s.deprels]),
        )
        for s in sentences
    ]


class Types:
    """The distinct forms of a batch, each with its language, as the type net takes them."""

    def __init__(self, forms, vocabulary, buckets, keep):
        features = [type_features(form, language, buckets) for form, language in forms]
        rows = [vocabulary.words.get(f[0], 0) for f in features]
        self.words = torch.tensor(rows)
        self.known = torch.tensor([row if 0 < row <= vocabulary.known and keep(row) else 0 for row in rows])
        self.affixes, self.affix_starts = ragged([f[1] for f in features])
        self.ngrams, self.ngram_starts = ragged([f[2] for f in features])


def ragged(lists):
    lengths = np.array([0] + [len(items) for items in lists[:-1]])
    return torch.tensor([item for items in lists for item in items]), torch.from_numpy(np.cumsum(lengths))


class Batch:
    """Sentences in the order of length, their tokens one behind the other, and the ways to and from padded tables."""

    def __init__(self, examples, vocabulary, buckets, noise=None, drop=0.0):
        examples = sorted(examples, key=lambda e: -len(e.forms))
        self.examples = examples
        lengths = [len(e.forms) for e in examples]
        longest = lengths[0]
        order = [(s, t) for s, length in enumerate(lengths) for t in range(length)]
        starts = np.cumsum([0] + lengths)
        grid = np.zeros((len(examples), longest), dtype=np.int64)
        back = np.zeros((len(examples), longest), dtype=np.int64)
        for s, length in enumerate(lengths):
            grid[s, :length] = np.arange(starts[s], starts[s + 1])
            back[s, :length] = grid[s, :length][::-1]
        self.grid = torch.from_numpy(grid)
        self.by_time = torch.from_numpy(grid.T.copy())
        self.by_time_back = torch.from_numpy(back.T.copy())
        width = len(examples)
        self.padded = torch.tensor([t * width + s for s, t in order])
        self.padded_back = torch.tensor([(lengths[s] - 1 - t) * width + s for s, t in order])
        forms = [self.noised(e.forms, noise) for e in examples]
        index = {}
        self.type_of = torch.tensor([index.setdefault((forms[s][t], examples[s].language), len(index)) for s, t in order])
        keep = (lambda row: noise.random() >= drop / (drop + vocabulary.counts[row])) if drop else (lambda row: True)
        self.types = Types(list(index), vocabulary, buckets, keep)
        self.lengths = torch.tensor(lengths)
        self.no_head = torch.arange(longest + 1)[None] > self.lengths[:, None]
        sentence, place = np.array(order).T
        self.sentence, self.place = torch.from_numpy(sentence), torch.from_numpy(place)
        self.tags = torch.from_numpy(np.stack([examples[s].tags[t] for s, t in order]))
        self.heads = torch.tensor([int(examples[s].heads[t]) for s, t in order])
        self.labels = torch.tensor([int(examples[s].labels[t]) for s, t in order])
        self.head_rows = self.grid[self.sentence, (self.heads - 1).clamp(min=0)]

    @staticmethod
    def noised(forms, noise):
        """Now and then a sentence in capitals, without any, or as a headline."""
        draw = noise.random() if noise else 1.0
        kind = 1 if draw < 0.02 else 2 if draw < 0.05 else 3 if draw < 0.06 else 0
        return [noisy(form, kind) for form in forms] if kind else forms


def batches_of(examples, size, noise):
    """Batches of about `size` tokens, of sentences of like length, in random order."""
    order = sorted(examples, key=lambda e: len(e.forms) + noise.random() * 4)
    batches, batch, longest = [], [], 0
    for e in order:
        longest = max(longest, len(e.forms))
        if batch and longest * (len(batch) + 1) > size:
            batches.append(batch)
            batch, longest = [], len(e.forms)
        batch.append(e)
    batches.append(batch)
    noise.shuffle(batches)
    return batches
