"""Short forms and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.parse.acronyms import acronyms


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It joined the International Energy Agency (IEA) in May.", [("IEA", "International Energy Agency")]),
        (
            "Envoys of the United States (U.S.) and the Republic of Korea (ROK) met.",
            [("U.S.", "United States"), ("ROK", "Republic of Korea")],
        ),
        ("The bilateral Nuclear Consultative Group (NCG) met.", [("NCG", "Nuclear Consultative Group")]),
        (
            "The ASEAN Defence Senior Officials’ Meeting Plus Working Group (ADSOM+ WG) met.",
            [("ADSOM+ WG", "ASEAN Defence Senior Officials’ Meeting Plus Working Group")],
        ),
        ("Two working groups (WGs) were set up.", [("WGs", "working groups")]),
        ("Several non-governmental organisations (NGOs) spoke.", [("NGOs", "non-governmental organisations")]),
        ("IOMA (Indian Ocean Monetary Authority) kept its rate.", [("IOMA", "Indian Ocean Monetary Authority")]),
        ("The European Union (“EU”) agreed.", [("EU", "European Union")]),
        ("The Maritime Mediation\nForum (MMF) met.", [("MMF", "Maritime Mediation Forum")]),
        ("The MMF (Maritime Mediation Forum) met.", [("MMF", "Maritime Mediation Forum")]),
        ("The Maritime Mediation Forum (MMF) – a club – met.", [("MMF", "Maritime Mediation Forum")]),
        ("Growth of gross domestic product (GDP) slowed.", [("GDP", "gross domestic product")]),
        (
            "The Ministry of Agriculture and Rural Development (MARD) agreed.",
            [("MARD", "Ministry of Agriculture and Rural Development")],
        ),
        (
            "The North Atlantic Treaty Organization (NATO) and the Gulf Cooperation Council [GCC] met.",
            [("NATO", "North Atlantic Treaty Organization"), ("GCC", "Gulf Cooperation Council")],
        ),
        (
            "The Special Committee of Ports, Harbours and Docks (SCPHD) met.",
            [("SCPHD", "Special Committee of Ports, Harbours and Docks")],
        ),
        ("The World Health Organization, or WHO, warned of it.", [("WHO", "World Health Organization")]),
        (
            "The White House Council on Native American Affairs (WHCNAA) met.",
            [("WHCNAA", "White House Council on Native American Affairs")],
        ),
    ],
)
def test_explained_short_forms_are_found(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(a.short, a.long) for a in acronyms(text)] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Owen Tarrant (Lib Dem, Castle ward) brought the motion.",
        "Mr Olsen (47) stood down.",
        "Ann Lee (D-Ohio) voted no.",
        "Sen. Roy Hart (R) voted yes.",
        "Hanoi (VNA) – The ministry met.",
        "Volcano News Agency opens\n\nHanoi (VNA) – The ministry met.",
        "Volcano News Agency opens\nHanoi (VNA) – The ministry met.",
        "Present: James Snell (TSC) - Sam Trott Coe (TSC)",
        "The vote (see Annex B) was close.",
        "The meeting began at 10:30 BST (0930 UTC).",
        "Its members (Chile, Peru) agreed.",
        "The firm (now part of IBM) grew.",
        "Dr. Mora (PAN) and Ms. Vidal (PSOE) spoke.",
        "Delegates met in Bonn (UTC+1).",
    ],
)
def test_other_brackets_are_not_short_forms(text: str) -> None:
    assert list(acronyms(text)) == []


@given(st.text(alphabet="Aa Bb.(),-&+’“ ”IOMA", max_size=80))
def test_spans_are_those_of_the_text(text: str) -> None:
    for found in acronyms(text):
        assert " ".join(text[slice(*found.span)].split()).strip(" ,;") == found.long
        assert text[slice(*found.short_span)] == found.short
