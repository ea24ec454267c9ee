"""The tagger and parser as one net: word types, two recurrent layers, tags after the first, arcs and labels after the second."""

import torch
import torch.nn.functional as F
from torch import nn


class TypeNet(nn.Module):
    """The vector of a word from itself alone, so that a parser can keep it: the known word, its affixes and shape, its n-grams."""

    def __init__(self, sizes, pretrained):
        super().__init__()
        word, char, hidden = sizes.word, sizes.char, sizes.hidden
        self.word = nn.Embedding(sizes.words + 1, word)
        nn.init.zeros_(self.word.weight)
        self.register_buffer("pretrained", pretrained)
        if pretrained is None:
            nn.init.normal_(self.word.weight, std=0.1)
        self.affix = nn.EmbeddingBag(sizes.buckets, char, mode="sum")
        self.ngram = nn.EmbeddingBag(sizes.buckets, char, mode="mean")
        nn.init.normal_(self.affix.weight, std=0.1)
        nn.init.normal_(self.ngram.weight, std=0.2)
        self.mix = nn.Linear(word + 2 * char, hidden)
        self.dropout = nn.Dropout(sizes.dropout_type)

    def forward(self, types):
        word = self.word(types.known)
        if self.pretrained is not None:
            word = word + self.pretrained[types.words]
        parts = torch.cat(
            [word, self.affix(types.affixes, types.affix_starts), self.ngram(types.ngrams, types.ngram_starts)], -1
        )
        return torch.cat([parts, F.relu(self.mix(self.dropout(parts)))], -1)


class Recurrent(nn.Module):
    """A layer in both directions. Sentences are padded and, for the way back, turned round one by one: torch's own
    packed sequences cost a third more, since they fill a gradient as large as all inputs at every step."""

    def __init__(self, inputs, units):
        super().__init__()
        self.ahead = nn.LSTM(inputs, units)
        self.back = nn.LSTM(inputs, units)

    def forward(self, rows, batch):
        ahead = self.ahead(F.embedding(batch.by_time, rows))[0].flatten(0, 1)
        back = self.back(F.embedding(batch.by_time_back, rows))[0].flatten(0, 1)
        return torch.cat([F.embedding(batch.padded, ahead), F.embedding(batch.padded_back, back)], -1)


class Net(nn.Module):
    def __init__(self, sizes, pretrained=None):
        super().__init__()
        self.sizes = sizes
        self.types = TypeNet(sizes, pretrained)
        wide = sizes.word + 2 * sizes.char + sizes.hidden
        self.first = Recurrent(wide, sizes.state1)
        self.tags = nn.Linear(2 * sizes.state1, sum(sizes.tags))
        self.second = Recurrent(2 * sizes.state1, sizes.state2)
        top = 2 * sizes.state2
        self.arc_dep = nn.Linear(top, sizes.arc)
        self.arc_head = nn.Linear(top, sizes.arc)
        self.arc_root = nn.Parameter(torch.randn(sizes.arc) * 0.1)
        self.label_dep = nn.Linear(top, sizes.label)
        self.label_head = nn.Linear(top, sizes.label)
        self.label_out = nn.Linear(sizes.label, sizes.labels)
        self.dropout = sizes.dropout

    def drop(self, x, batch):
        """Drops the same columns throughout a sentence (Gal and Ghahramani 2016)."""
        if not self.training:
            return x
        mask = torch.rand(len(batch.lengths), x.shape[-1]) >= self.dropout
        return x * F.embedding(batch.sentence, mask / (1 - self.dropout))

    def forward(self, batch):
        """Tags' logits for all tokens, the arcs' scores [sentence, dependent, head or 0 for the root], and the label features."""
        vectors = F.embedding(batch.type_of, self.types(batch.types))
        first = self.first(self.drop(vectors, batch), batch)
        tags = self.tags(self.drop(first, batch))
        top = self.second(self.drop(first, batch), batch)
        top = self.drop(top, batch)
        dep = self.arc_dep(top)
        head = self.drop(F.relu(self.arc_head(top)), batch)
        scores = torch.einsum("bda,bha->bdh", F.embedding(batch.grid, dep), F.embedding(batch.grid, head))
        root = (dep @ self.arc_root)[batch.grid].unsqueeze(-1)
        scores = torch.cat([root, scores], -1).masked_fill(batch.no_head.unsqueeze(1), -1e4)
        return tags, scores, self.label_dep(top), self.label_head(top)

    def labels(self, dep, head):
        """Logits of the labels of arcs, from the features of their ends."""
        return self.label_out(F.dropout(F.relu(dep + head), self.dropout, self.training))
