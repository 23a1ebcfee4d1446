"""The scripts that teach a large reader and from it the small one, on invented sentences and a few hundred weights."""

from __future__ import annotations

import dataclasses
import doctest
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
import tiny_reader
import yaml
from tokenizers import Tokenizer, models

from deploy.reader import claims, groups, json_lines, ours, slips, wide
from deploy.reader.keep_questions import Question
from deploy.reader.sentences import ArticleSentences
from facts.reader import Claim, Reader
from facts.reader.window import Windows

if TYPE_CHECKING:
    from deploy.reader.network import Network

NAMES = [name for name in (f"2031-{n}" for n in range(99)) if ours.remainder(name) in ours.TAUGHT]
HARBOUR, FERRY = NAMES[:2]
SENTENCES = {
    HARBOUR: (
        "The harbour board met on Tuesday.",
        "Anna Berg of the North Quay chaired the meeting.",
        "The board refused the loan for 8 cranes.",
        "Carl Dahl of the Old Ferry Line spoke of the cranes.",
    ),
    FERRY: ("The ferry inquiry met on Friday.", "Eva Lund chaired the ferry inquiry.", "The loan was not on the list."),
}
DRAFT = {
    "article": HARBOUR,
    "question": "What did Carl Dahl speak of?",
    "answer": "the cranes",
    "evidence": SENTENCES[HARBOUR][3],
}


def article(name: str) -> ArticleSentences:
    texts = SENTENCES[name]
    begins = [sum(len(text) + 1 for text in texts[:place]) for place in range(len(texts))]
    spans = tuple((begin, begin + len(text)) for begin, text in zip(begins, texts, strict=True))
    return ArticleSentences(name, "Harbour board meets | 4 March 2031", spans, texts)


def question(text: str, place: int, answer: str, kind: str = "who") -> Question:
    known = article(HARBOUR)
    begin = known.spans[place][0] + max(0, known.texts[place].find(answer))
    span = answer if kind == "yes_no" else (begin, begin + len(answer))
    return Question(HARBOUR, text, "", (span,), known.spans[place], kind, "plain")


ASKED = [
    question("Who chaired the meeting of the harbour board?", 1, "Anna Berg"),
    question("How many cranes was the loan for?", 2, "8 cranes", "what"),
    question("Was the loan for 8 cranes granted?", 2, "no", "yes_no"),
    Question(HARBOUR, "Who wrote the minutes of the board?", "", (), None, "unanswerable", "plain"),
]


def run(module: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["script", *arguments.split()])
    module.main()


def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make groups of all kinds in a folder, and claims."""
    json_lines.write([article(name) for name in SENTENCES], folder / "articles.jsonl")
    json_lines.write(ASKED * 3, folder / "questions.jsonl")
    (folder / "sheet.yaml").write_text(yaml.safe_dump([DRAFT, {**DRAFT, "article": "elsewhere"}]), encoding="utf-8")
    run(
        wide,
        monkeypatch,
        f"--questions {folder}/questions.jsonl --articles-cut {folder}/articles.jsonl --drafts {folder}/sheet.yaml "
        f"--out {folder}/wide",
    )
    passage = article(HARBOUR).passage(1)
    said = [Claim("Who chaired it?", who, passage) for who in ("Anna Berg", "No")]
    judged = [claims.Taught(claim, None, claim.answer == "Anna Berg") for claim in said]
    judged += claims.of_drafts([DRAFT], {HARBOUR: article(HARBOUR)})
    json_lines.write(judged, folder / "claims.jsonl")


def test_groups_are_made_wide_altered_in_haste_and_of_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, monkeypatch)
    own, altered, slipped, drafts = (list(groups.read(tmp_path / f"wide-{kind}.jsonl")) for kind in wide.KINDS)
    assert [group.question for group in own] == [each.question for each in ASKED] * 3
    assert [sum(each.answers for each in group.candidates) for group in own] == [1, 1, 1, 0] * 3
    assert {each.passage.sentence for each in own[0].candidates} >= {SENTENCES[HARBOUR][1], SENTENCES[FERRY][1]}
    assert altered
    assert not any(each.answers for group in altered for each in group.candidates)
    assert not {group.question for group in altered} & {each.question for each in ASKED}
    assert slipped
    assert not {group.question for group in slipped} & {each.question for each in ASKED}
    assert drafts[0].question == DRAFT["question"]
    assert SENTENCES[HARBOUR][3] in {each.passage.sentence for each in drafts[0].candidates}
    assert len(drafts) == 2


def test_the_best_wrong_sentences_are_taken_where_they_are_wanted() -> None:
    maker = ours.Maker({name: article(name) for name in SENTENCES}, random.Random(1), (1, 1), nearest=True)
    liked = {maker.group(ASKED[0], [1]) for _ in range(9)}
    assert len({frozenset(group.candidates) for group in liked if group}) == 1


def test_questions_in_haste_are_like_what_they_were() -> None:
    assert doctest.testmod(slips).failed == 0
    chance = random.Random(1)
    text = "Who was in the chair of the harbour board?"
    typed = Counter(slips.slipped(text, chance) for _ in range(300))
    assert typed["who was in the chair of the harbour board"]
    assert typed["Who chair harbour board"]
    assert all(len(each) > len(text) / 2 for each in typed)


def test_drafts_make_claims_of_which_nothing_is_known(tmp_path: Path) -> None:
    (claim,) = claims.of_drafts([DRAFT, {**DRAFT, "evidence": "Nobody spoke."}], {HARBOUR: article(HARBOUR)})
    assert (claim.claim.answer, claim.claim.passage) == ("the cranes", article(HARBOUR).passage(3))
    assert (claim.good, claim.true) == (None, None)
    json_lines.write([claim], tmp_path / "claims.jsonl")
    assert claims.read(tmp_path / "claims.jsonl") == [claim]


def mpnet(folder: Path) -> Path:
    """A folder as MPNet's, of two layers and a few weights drawn at random."""
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file

    folder.mkdir()
    known = [
        piece for piece in tiny_reader.tokenizer().get_vocab() if piece not in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
    ]
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *sorted(known)]
    model = models.WordPiece({piece: place for place, piece in enumerate(pieces)}, unk_token="<unk>")
    Tokenizer(model).save(str(folder / "tokenizer.json"))
    sizes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(pieces), 24),
        "embeddings.position_embeddings.weight": (164, 24),
        "embeddings.LayerNorm.weight": (24,),
        "embeddings.LayerNorm.bias": (24,),
        "encoder.relative_attention_bias.weight": (32, 2),
    }
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        parts: dict[str, tuple[int, ...]] = {f"attention.attn.{part}": (24, 24) for part in "qkvo"}
        parts |= {"attention.LayerNorm": (24,), "output.LayerNorm": (24,)}
        parts |= {"intermediate.dense": (48, 24), "output.dense": (24, 48)}
        for part, size in parts.items():
            sizes |= {f"{layer}.{part}.weight": size, f"{layer}.{part}.bias": size[:1]}
    torch.manual_seed(1)
    save_file({name: 0.3 * torch.randn(size) for name, size in sizes.items()}, folder / "model.safetensors")
    return folder


def test_a_large_reader_takes_mpnets_weights_and_words(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file, save_file

    from deploy.reader import large

    cutter, folder = tiny_reader.tokenizer(), mpnet(tmp_path / "mpnet")
    network = large.load_mpnet(folder, cutter)
    theirs = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"]
    assert torch.equal(network.words.weight[cutter.token_to_id("[CLS]")], theirs[0])
    assert torch.equal(network.words.weight[cutter.token_to_id("[UNK]")], theirs[3])
    assert not network.segments.weight.any()
    assert not network.relative.weight.requires_grad
    found = large.buckets(160)
    assert found[0].tolist()[:12] == [0, *range(17, 24), 24, 24, 24, 24]
    assert found[:, 0].tolist()[:12] == [*range(8), 8, 8, 8, 8]
    assert (found[0, 159], found[159, 0]) == (31, 15)
    save_file({"embeddings.word_embeddings.weight": torch.zeros(1)}, folder / "model.safetensors")
    with pytest.raises(ValueError, match="not a checkpoint of MPNet"):
        large.load_mpnet(folder, cutter)


def test_public_questions_come_first_and_all_shares_add_up() -> None:
    pytest.importorskip("torch")
    from deploy.reader import teach_large

    early, late = teach_large.shares(0.1), teach_large.shares(0.5)
    assert sum(early.values()) == pytest.approx(1)
    assert sum(late.values()) == pytest.approx(1)
    assert early["public"] > 0.5 > early["own"]
    assert late["own"] > 0.5 > late["public"]


def test_batches_hold_about_as_many_word_pieces_as_are_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deploy.reader import steps

    made(tmp_path, monkeypatch)
    own = list(groups.read(tmp_path / "wide-own.jsonl"))
    batches = list(steps.packed(own, range(len(own)), 400))
    assert sorted(place for batch in batches for place in batch) == list(range(len(own)))
    assert 3 < len(batches) < len(own)
    endless = steps.of_groups(own, 400, 1, "own")
    seen = Counter(place for _ in range(3 * len(batches)) for place in next(endless))
    assert set(seen) == set(range(len(own)))
    with pytest.raises(ValueError, match="--own: the files hold no group"):
        next(steps.of_groups([], 400, 1, "own"))


def labelled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Teach a tiny large reader and let it label what it was taught on; return the arguments that name this."""
    pytest.importorskip("torch")
    from deploy.reader import label, teach_large

    made(folder, monkeypatch)
    files = " ".join(f"--{kind} {folder}/wide-{kind}.jsonl" for kind in wide.KINDS[:3])
    files += f" --public {folder}/wide-own.jsonl --claims {folder}/claims.jsonl"
    tiny_reader.tokenizer().save(str(folder / "tokenizer.json"))
    run(
        teach_large,
        monkeypatch,
        f"{files} --encoder {mpnet(folder / 'mpnet')} --tokenizer {folder}/tokenizer.json --out {folder}/large "
        "--steps 60 --pieces 1500 --rate 3e-3 --device cpu",
    )
    written = " ".join(f"{folder}/wide-{kind}.jsonl" for kind in wide.KINDS)
    for out in ("labels-1", "labels-2"):
        run(
            label,
            monkeypatch,
            f"--network {folder}/large/network.pt --tokenizer {folder}/tokenizer.json --groups {written} "
            f"--claims {folder}/claims.jsonl --out {folder}/{out} --pieces 1500 --device cpu",
        )
    return files


def shipped(folder: Path) -> Path:
    """Weights of a tiny small reader in 8 bits, and its network."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import export

    network = tiny()
    with torch.no_grad():
        for weights in network.parameters():
            weights += 0.1 * torch.randn_like(weights)
    torch.save(network.state_dict(), folder / "start.pt")
    export.to_onnx(network.eval(), folder / "model.onnx")
    model = export.quantised(folder / "model.onnx")
    export.finish(model, folder / "tokenizer.json", {"slope": 1, "shift": 0}, folder / "weights.onnx")
    return folder / "weights.onnx"


def tiny() -> Network:
    from deploy.reader.network import Network, Shape

    shape = Shape(vocabulary=tiny_reader.tokenizer().get_vocab_size(), layers=2, width=24, heads=2, inner=48)
    return Network(shape, dropout=0.0)


def test_the_small_reader_learns_what_the_large_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import correct, distil, network

    files = labelled(tmp_path, monkeypatch)
    weights = shipped(tmp_path)
    monkeypatch.setattr(distil, "Network", tiny)
    arguments = (
        f"{files} --drafts {tmp_path}/wide-drafts.jsonl --labels {tmp_path}/labels-1 {tmp_path}/labels-2 "
        f"--start {tmp_path}/start.pt --weights {weights} --tokenizer {tmp_path}/tokenizer.json --out {tmp_path}/small "
        "--steps 150 --pieces 1500 --rate 3e-3 --device cpu"
    )
    run(distil, monkeypatch, arguments)
    taught = tiny()
    network.load_network(taught, tmp_path / "small/network.pt")
    assert told(taught, tmp_path) < told(started(tmp_path), tmp_path) / 2
    corrected = correct.write(tmp_path / "small/network.pt", weights, 1.0, 0.0)
    assert corrected.exists()
    rounded = distil.as_shipped(taught.eval(), weights)
    window = Windows(tiny_reader.tokenizer()).make(ASKED[0].question, article(HARBOUR).passage(1))
    tokens, segments = torch.tensor([window.tokens]), torch.tensor([window.segments])
    with torch.no_grad():
        logit = rounded(tokens, segments, torch.ones_like(tokens))[0].item()
    (reading,) = Reader.load(weights).read(ASKED[0].question, [article(HARBOUR).passage(1)])
    assert reading.logit == pytest.approx(logit, abs=0.05)


def test_a_network_goes_on_learning_and_forgets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from deploy.reader import correct, go_on, network

    made(tmp_path, monkeypatch)
    tiny_reader.tokenizer().save(str(tmp_path / "tokenizer.json"))
    weights = shipped(tmp_path)
    json_lines.write([next(groups.read(tmp_path / "wide-own.jsonl"))] * 4, tmp_path / "known.jsonl")
    monkeypatch.setattr(go_on, "Network", tiny)
    run(
        go_on,
        monkeypatch,
        f"--new {tmp_path}/wide-own.jsonl --known {tmp_path}/known.jsonl --claims {tmp_path}/claims.jsonl --steps 40 "
        f"--start {tmp_path}/start.pt --weights {weights} --tokenizer {tmp_path}/tokenizer.json --out {tmp_path}/later "
        "--rate 3e-3 --keep-layers 1 --pieces 1500 --threads 1",
    )
    before, after = started(tmp_path), tiny()
    network.load_network(after, tmp_path / "later/network.pt")
    kept, learned = before.layers[0].inner.weight, before.verdict.weight
    assert after.layers[0].inner.weight.allclose(kept)
    assert not after.verdict.weight.allclose(learned)
    passages = [article(HARBOUR).passage(place) for place in range(3)]
    (first, *_), plain = (Reader.load(weights).read(ASKED[2].question, passages) for _ in range(2))
    correct.write_yes_no(tmp_path / "later/network.pt", weights)
    assert Reader.load(weights).read(ASKED[2].question, passages) == plain
    assert Reader.load(weights, yes_no=True).read(ASKED[2].question, passages)[0].no != first.no


def started(folder: Path) -> Network:
    from deploy.reader import network

    start = tiny()
    network.load_network(start, folder / "start.pt")
    return start


def told(small: Network, folder: Path) -> float:
    """How far a small reader is from the labels of our questions, on average."""
    from deploy.reader import label

    own = folder / "wide-own.jsonl"
    wanted = label.read_groups(own, [folder / "labels-1"])
    said = label.of_groups(small.eval(), list(groups.read(own)), Windows(tiny_reader.tokenizer()), 1500)
    return float(((said.scores - wanted.scores) ** 2).mean())


def test_labels_of_several_readers_are_averaged_and_must_fit(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    import numpy

    from deploy.reader import distil, label

    file, folders = tmp_path / "own.jsonl", [tmp_path / "a", tmp_path / "b"]
    for number, folder in enumerate(folders):
        folder.mkdir()
        said = label.Labels(
            numpy.full(2, number, numpy.float32),
            numpy.full((2, 3), number, numpy.float32),
            numpy.array([1, 2]),
            numpy.full((3, 2), -number, numpy.float16),
        )
        label.save(dataclasses.asdict(said), file, folder)
    mean = label.read_groups(file, folders)
    assert (mean.scores.tolist(), mean.spans[0].tolist()) == ([0.5, 0.5], [-0.5, -0.5])
    assert not mean.verdicts.any()
    with pytest.raises(ValueError, match="label the groups anew"):
        distil.Source([], mean)
    with pytest.raises(FileNotFoundError, match=r"deploy\.reader\.label"):
        label.read_groups(tmp_path / "other.jsonl", folders)


def test_a_gradient_passes_the_rounding() -> None:
    torch = pytest.importorskip("torch")
    from deploy.reader import distil

    network = tiny()
    scales = {"answerable.weight": torch.full((1, 1), 0.5)}
    read = distil.Rounded(network, scales)
    tokens = torch.ones(1, 4, dtype=torch.long)
    with torch.no_grad():
        network.answerable.weight.fill_(0.3)
    read(tokens, torch.zeros_like(tokens), torch.ones_like(tokens))[0].sum().backward()
    assert network.answerable.weight.grad.abs().sum() > 0
    with torch.no_grad():
        rounded = read(tokens, torch.zeros_like(tokens), torch.ones_like(tokens))[0]
        network.answerable.weight.fill_(0.5)
        wanted = network(tokens, torch.zeros_like(tokens), torch.ones_like(tokens))[0]
    assert torch.equal(rounded, wanted)
