"""CoNLL-U: sentences of syntactic words, as the treebanks give them."""

from dataclasses import dataclass


@dataclass
class Sentence:
    """One sentence; heads count from 1, and 0 is the root."""

    id: str
    forms: list
    upos: list
    feats: list
    heads: list
    deprels: list
    language: str


def read_conllu(path, language):
    """All sentences of a file; ranges of multiword tokens and empty nodes are passed over."""
    sentences, rows, name = [], [], ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                continue
            elif line:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
            elif rows:
                sentences.append(sentence_of(name, rows, language))
                rows, name = [], ""
    if rows:
        sentences.append(sentence_of(name, rows, language))
    return sentences


def sentence_of(name, rows, language):
    return Sentence(
        name,
        [row[1] for row in rows],
        [row[3] for row in rows],
        [row[5] for row in rows],
        [int(row[6]) for row in rows],
        [row[7] for row in rows],
        language,
    )
