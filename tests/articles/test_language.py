"""Which texts are refused because they are not English, and that English ones never are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from facts import articles
from facts.articles import ArticleError
from facts.articles.reading import TOO_SHORT
from facts.language import other_than_english
from facts.model import Article

ROOT = Path(__file__).parents[2]
FOREIGN = {
    "Vietnamese": "Hội đồng quản trị của cảng đã họp tại thành phố vào ngày 4 tháng 5 và thông qua ngân sách cho năm"
    " tới. Các thành viên đã bầu chủ tịch mới với đa số phiếu, theo thông cáo được công bố sau cuộc họp.",
    "French": "Le conseil du port s’est réuni le 4 mai dans la salle des fêtes et a adopté le budget pour l’année qui"
    " vient. Les membres ont élu une présidente par sept voix contre deux, selon le communiqué.",
    "German": "Der Vorstand des Hafens hat am 4. Mai im Rathaus getagt und den Haushalt für das kommende Jahr"
    " beschlossen. Die Mitglieder wählten eine neue Vorsitzende mit sieben zu zwei Stimmen.",
    "Spanish": "La junta del puerto se reunió el 4 de mayo en la casa de los pescadores y aprobó el presupuesto para el"
    " año que viene. Los miembros eligieron a una presidenta por siete votos contra dos.",
    "Portuguese": "O conselho do porto reuniu-se no dia 4 de maio na casa dos pescadores e aprovou o orçamento para o"
    " ano seguinte. Os membros elegeram uma presidente com sete votos e não houve abstenções.",
    "Italian": "Il consiglio del porto si è riunito il 4 maggio nella sala della dogana e ha approvato il bilancio per"
    " il prossimo anno. I membri hanno eletto una presidente con sette voti contro due.",
    "Dutch": "Het bestuur van de haven kwam op 4 mei bijeen in het raadhuis en keurde de begroting voor het volgende"
    " jaar goed. De leden kozen een nieuwe voorzitter met zeven tegen twee stemmen, zo werd meegedeeld.",
    "Indonesian": "Dewan pelabuhan bertemu pada tanggal 4 Mei di balai kota dan menyetujui anggaran untuk tahun depan."
    " Para anggota memilih ketua baru dengan tujuh suara, yang tidak hadir adalah wakil dari dua kota.",
    "Swedish": "Hamnens styrelse möttes den 4 maj i rådhuset och antog budgeten för det kommande året. Ledamöterna"
    " valde en ny ordförande med sju röster mot två, och ett nytt möte hålls i juni.",
    "Polish": "Rada portu zebrała się 4 maja w ratuszu i przyjęła budżet na nadchodzący rok. Członkowie wybrali nową"
    " przewodniczącą siedmioma głosami, a dwie osoby nie głosowały, jak podano po posiedzeniu do prasy.",
    "Turkish": "Liman kurulu 4 Mayıs günü belediye binasında toplandı ve gelecek yıl için bütçeyi kabul etti. Üyeler"
    " yedi oy ile yeni bir başkan seçti ve bu karar toplantıdan sonra açıklandı, iki üye ise olarak katılmadı.",
    "Russian or another language in Cyrillic": "Совет порта собрался 4 мая и принял бюджет на следующий год.",
    "Chinese": "港口委员会于五月四日举行会议，并通过了来年的预算。",
    "Japanese": "港湾委員会は五月四日に会議を開き、来年の予算を可決した。",
    "another language": "Sataman hallitus kokoontui toukokuun neljäntenä päivänä kaupungintalolla ja hyväksyi"
    " seuraavan vuoden talousarvion. Jäsenet valitsivat uuden puheenjohtajan seitsemällä äänellä kahta vastaan, ja"
    " seuraava kokous pidetään kesäkuussa samassa paikassa kello kahdeksantoista. Satamapäällikkö kertoi laiturin"
    " korjauksista.",
}


SHORT = {
    "French": "Le conseil s’est réuni lundi. La présidente a ouvert la séance. Les membres ont adopté le plan.",
    "German": "Der Rat tagte am Montag in Ostford.",
    "Spanish": "El consejo se reunió el lunes. La presidenta abrió la sesión.",
    "Italian": "Il consiglio si è riunito lunedì a Ostford.",
    "Polish": "Rada zebrała się w poniedziałek. Przewodnicząca otworzyła posiedzenie.",
    "another language": "Kurul pazartesi günü toplandı. Başkan oturumu açtı.",
}
ENGLISH = [
    "Ann Poole chaired Monday’s session.",
    "De La Cruz met van der Berg on Monday.",
    "President Ursula von der Weyen, Council of Ostford",
    "Đặng Thị Ngọc met Nguyễn Xuân in Hà Nội.",
    "Rio de Janeiro hosts leaders of twenty states.",
    "Café de la Paix hosts talks.",
    "António Guerra opens a congress in São Paulo.",
    "Board met.",
]


@pytest.mark.parametrize("language", SHORT)
def test_a_few_sentences_in_another_language_are_named_for_what_they_are(language: str) -> None:
    assert other_than_english(SHORT[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_a_few_words_of_english_with_names_of_elsewhere_are_not_taken_for_another_language(text: str) -> None:
    assert other_than_english(text) is None


def test_where_no_word_tells_the_language_that_is_said(tmp_path: Path) -> None:
    told, untold = tmp_path / "told.txt", tmp_path / "untold.txt"
    told.write_text("---\nlanguage: en\n---\nAnn Poole opens Ostford fair.", encoding="utf-8")
    untold.write_text("Ann Poole opens Ostford fair.", encoding="utf-8")
    assert TOO_SHORT not in articles.read(told)[1]
    assert TOO_SHORT in articles.read(untold)[1]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_named_for_what_it_is(language: str) -> None:
    assert other_than_english(FOREIGN[language]) == language


def test_no_text_in_english_is_taken_for_another_language() -> None:
    texts = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "tests" / "corpus").glob("*.yaml")]
    files = [*(ROOT / "tests" / "articles").rglob("*.md"), *(ROOT / "tests" / "articles").rglob("*.txt")]
    assert len(files) >= 28
    paragraphs = [p for file in files for article, _ in [articles.read(file)] for p in _paragraphs(article)]
    assert [text for text in (*paragraphs, *_strings(texts)) if other_than_english(text)] == []


def _paragraphs(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.paragraphs]


def _strings(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for value in values for text in _strings(value)]


def test_an_article_in_another_language_is_refused_with_a_way_on(tmp_path: Path) -> None:
    path = tmp_path / "hop.txt"
    path.write_text(FOREIGN["Vietnamese"], encoding="utf-8")
    with pytest.raises(ArticleError, match="reads as Vietnamese, and only English is understood") as refused:
        articles.read(path)
    assert "language: en" in str(refused.value)


def test_who_says_that_it_is_english_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text(f"---\nlanguage: en\n---\n{FOREIGN['Vietnamese']}", encoding="utf-8")
    assert articles.read(path)[0].paragraphs
