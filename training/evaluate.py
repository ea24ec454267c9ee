"""Accuracies on gold tokens: UPOS, all features, UAS and LAS (relations without subtypes), punctuation counted."""

from types import SimpleNamespace

import numpy as np
import torch

from data import UPOS, Batch, examples_of
from mst import best_tree


@torch.no_grad()
def predict(net, examples, vocabulary, size=64):
    """For each example (tags, heads, labels), in the order given."""
    net.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].forms))
    results = [None] * len(examples)
    for at in range(0, len(order), size):
        chosen = sorted(order[at : at + size], key=lambda i: -len(examples[i].forms))
        batch = Batch([examples[i] for i in chosen], vocabulary, net.sizes.buckets)
        tags, scores, dep, head = net(batch)
        parts = [part.argmax(-1) for part in tags.split(net.sizes.tags, -1)]
        tags = torch.stack(parts, -1)
        for row, i in enumerate(chosen):
            n = len(examples[i].forms)
            heads = best_tree(scores[row, :n, : n + 1].numpy())
            rows = batch.grid[row, :n]
            logits = net.labels(dep[rows], head[batch.grid[row, np.maximum(heads - 1, 0)]])
            logits[:, vocabulary.labels.index("root")] = -1e4
            labels = logits.argmax(-1).numpy()
            labels[heads == 0] = vocabulary.labels.index("root")
            results[i] = (tags[rows].numpy(), heads, labels)
    return results


def evaluate(net, sentences, vocabulary):
    examples = examples_of(sentences, vocabulary)
    results = predict(net, examples, vocabulary)
    total = sum(len(e.forms) for e in examples)
    count = SimpleNamespace(upos=0, feats=0, uas=0, las=0)
    for s, e, (tags, heads, labels) in zip(sentences, examples, results):
        names = np.array([vocabulary.labels[x].split(":")[0] for x in labels])
        right = heads == e.heads
        count.upos += (tags[:, 0] == e.tags[:, 0]).sum()
        count.feats += (tags[:, 1:] == e.tags[:, 1:]).all(-1).sum()
        count.uas += right.sum()
        count.las += (right & (names == np.array([label.split(":")[0] for label in s.deprels]))).sum()
    return {key: round(100 * float(value) / total, 2) for key, value in vars(count).items()}
