"""Writes a trained net as a model file: what src/language/parser/model-file.ts reads.

Layout: 8 bytes of magic, version, length of the header, length and CRC-32 of the payload (little-endian
32-bit), the header as JSON padded to 16 bytes, the payload. Tables are bytes, weights 16 bits, each row with its scale.
"""

import json
import struct
import zlib

import numpy as np

from data import UPOS

MAGIC, VERSION = b"READOUT\n", 1


class Payload:
    def __init__(self):
        self.tensors, self.chunks, self.length = [], [], 0

    def add(self, name, kind, array):
        data = np.ascontiguousarray(array).tobytes()
        self.tensors.append({"name": name, "kind": kind, "shape": list(array.shape), "offset": self.length})
        data += b"\0" * (-len(data) % 16)
        self.chunks.append(data)
        self.length += len(data)

    def rows(self, name, matrix, bits):
        matrix = np.asarray(matrix, dtype=np.float32)
        most = 2 ** (bits - 1) - 1
        scale = np.maximum(np.abs(matrix).max(1), 1e-8) / most
        self.add(name, f"i{bits}", np.rint(matrix / scale[:, None]).astype(f"<i{bits // 8}"))
        self.add(f"{name}.scale", "f32", scale.astype("<f4"))

    def floats(self, name, array):
        self.add(name, "f32", np.asarray(array, dtype="<f4"))


def recurrent(payload, name, state, key):
    """Both directions of a layer; gates in the order input, forget, candidate, output."""
    for direction, side in (("forward", "ahead"), ("backward", "back")):
        payload.rows(f"{name}.{direction}.input", state[f"{key}.{side}.weight_ih_l0"], 16)
        payload.rows(f"{name}.{direction}.state", state[f"{key}.{side}.weight_hh_l0"], 16)
        bias = state[f"{key}.{side}.bias_ih_l0"] + state[f"{key}.{side}.bias_hh_l0"]
        payload.floats(f"{name}.{direction}.bias", bias)


def linear(payload, name, state, key):
    payload.rows(name, state[f"{key}.weight"], 16)
    payload.floats(f"{name}.bias", state[f"{key}.bias"])


def payload_of(state, vocabulary):
    payload = Payload()
    words = state["types.word.weight"].clone()
    known = vocabulary.known
    if state.get("types.pretrained") is None:
        words = words[: known + 1]
    else:
        words[known + 1 :] = words[0]
        words += state["types.pretrained"]
    hashes = sorted(vocabulary.words, key=vocabulary.words.get)[: len(words) - 1]
    payload.add("word.hash", "u32", np.array(hashes, dtype="<u4"))
    payload.rows("word", words, 8)
    payload.rows("affix", state["types.affix.weight"], 8)
    payload.rows("ngram", state["types.ngram.weight"], 8)
    linear(payload, "mix", state, "types.mix")
    recurrent(payload, "first", state, "first")
    linear(payload, "tags", state, "tags")
    recurrent(payload, "second", state, "second")
    linear(payload, "arc.dep", state, "arc_dep")
    linear(payload, "arc.head", state, "arc_head")
    payload.floats("arc.root", state["arc_root"])
    linear(payload, "label.dep", state, "label_dep")
    linear(payload, "label.head", state, "label_head")
    linear(payload, "label.out", state, "label_out")
    return payload


def header_of(sizes, vocabulary, payload, language):
    allowed = {tag: [sorted(int(v) for v in values) for values in vocabulary.allowed[language][tag]] for tag in UPOS}
    return {
        "language": language,
        "sizes": {name: getattr(sizes, name) for name in "word char hidden buckets state1 state2 arc label".split()},
        "features": [{"name": name, "values": values} for name, values in vocabulary.features],
        "allowed": [allowed[tag] for tag in UPOS],
        "labels": vocabulary.labels,
        "tensors": payload.tensors,
    }


def write_model(path, checkpoint, language):
    payload = payload_of(checkpoint["state"], checkpoint["vocabulary"])
    header = json.dumps(
        header_of(checkpoint["sizes"], checkpoint["vocabulary"], payload, language), ensure_ascii=True, separators=(",", ":")
    ).encode()
    header += b" " * (-(len(header) + 24) % 16)
    data = b"".join(payload.chunks)
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<4I", VERSION, len(header), len(data), zlib.crc32(data)))
        file.write(header + data)
