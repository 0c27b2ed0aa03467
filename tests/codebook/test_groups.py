"""Membership by date, held against published lists and dates."""

import csv
from datetime import date

import pytest

from dualtrack.codebook import codebook
from dualtrack.model import Period
from support import shared_data

BOOK = codebook()


@pytest.mark.parametrize(
    ("group", "day", "size"),
    [
        ("g7", "2025-06-26", 7),
        ("g7", "1975-12-01", 6),
        ("g8", "2013-06-17", 8),
        ("g8", "2014-04-01", 0),
        ("g20", "2023-09-08", 20),
        ("g20", "2023-09-09", 21),
        ("oecd", "2025-06-26", 38),
        ("oecd", "1996-12-11", 28),
        ("eu", "2020-01-31", 28),
        ("eu", "2020-02-01", 27),
        ("eu", "2004-04-30", 15),
        ("asean", "2025-10-25", 10),
        ("asean", "2025-10-26", 11),
        ("brics", "2023-12-31", 5),
        ("brics", "2024-01-01", 9),
        ("brics", "2025-01-06", 10),
        ("quad", "2025-01-21", 4),
        ("quad", "2012-01-01", 0),
        ("ipef", "2023-11-16", 14),
        ("aukus", "2021-09-15", 3),
        ("five-eyes", "2025", 5),
        ("nato", "2024-03-07", 32),
    ],
)
def test_size_on_a_day(group: str, day: str, size: int) -> None:
    assert len(BOOK.members_on(group, day)) == size


def test_who_joined_and_who_left() -> None:
    assert BOOK.members_on("g20", "2023-09-09") - BOOK.members_on("g20", "2023-09-08") == {"african-union"}
    assert BOOK.members_on("eu", "2020-01-31") - BOOK.members_on("eu", "2020-02-01") == {"GB"}
    assert BOOK.members_on("asean", date(2025, 10, 26)) - BOOK.members_on("asean", date(2025, 10, 25)) == {"TL"}
    assert BOOK.members_on("oecd", Period("2021-05-25")) - BOOK.members_on("oecd", Period("2021-05-24")) == {"CR"}


def test_a_longer_period_holds_all_who_belonged_at_some_time() -> None:
    assert "GB" in BOOK.members_on("eu", "2020")
    assert "RU" in BOOK.members_on("g8", "2014")


def test_like_minded_is_oecd_or_eu_or_quad() -> None:
    members = BOOK.members_on("like-minded", "2025-06-26")
    assert {"JP", "IN", "BG", "EU", "KR"} <= members
    assert not {"CN", "RU", "EG", "SG"} & members


def test_groups_of_a_country() -> None:
    assert {"g7", "g20", "oecd", "quad", "ipef", "like-minded"} == BOOK.groups_of("JP", "2025-06-26")


@pytest.mark.parametrize(
    ("file", "group", "day"),
    [("oecd", "oecd", "2024"), ("g7", "g7", "2024"), ("european-union", "eu", "2024"), ("g77", "g77", "2024")],
)
def test_as_many_as_the_published_list(file: str, group: str, day: str) -> None:
    path = shared_data(f"memberships/countrygroups/{file}.csv")
    with path.open(encoding="utf-8") as lines:
        listed = list(csv.reader(lines))[1:]
    countries = [row for row in listed if row[1] != "European Union"]
    assert len(BOOK.members_on(group, day) - {"EU"}) == len(countries)
