"""The two real notices that the product grew out of: every count and value, read by hand beforehand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_TIER = (
    "AG BS BB KM CG CK DM FM GD GW VA IS IL KI LA MG MH NA NR PW KN LC WS ST SC SB SR TO TV VU".split()  # noqa: SIM905  (thirty codes)
)


def counts(notice: dict[str, Any]) -> Counter[tuple[str, str]]:
    return Counter((each["kind"], each["necessity"]) for each in notice["criteria"])


def of_kind(notice: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in notice["criteria"] if each["kind"] == kind]


def test_the_labelled_notice_is_read_in_full(real: Callable[[str], dict[str, Any]]) -> None:
    notice = real("iom-18338-algiers.txt")
    values = {name: field["value"] for name, field in notice["fields"].items()}
    assert values["title"] == "Programme Officer (IBG)"
    assert values["reference"] == "18338"
    assert values["duty_station_city"] == "Algiers"
    assert (values["duty_station_country"], notice["fields"]["duty_station_country"]["text"]) == (
        "DZ",
        "Algeria",
    )
    assert (values["grade"], values["category"]) == ("P-3", "professional")
    assert values["contract_type"] == "Fixed-Term"
    assert values["duration"] == "12 Months with Possibility of Extension"
    assert values["closing"] == {
        "date": "2026-02-05",
        "time": "23:59",
        "zone": "Europe/Zurich",
        "instant": "2026-02-05T22:59:00Z",
    }
    assert notice["roster_months"]["value"] == 24
    assert len(notice["duties"]) == 14


def test_its_criteria_are_complete(real: Callable[[str], dict[str, Any]]) -> None:
    notice = real("iom-18338-algiers.txt")
    found = counts(notice)
    assert (found["experience", "essential"], found["experience", "advantage"]) == (11, 1)
    assert found["skill", "essential"] == 8
    groups = Counter((each["group"], each["level"]) for each in of_kind(notice, "competency"))
    assert groups == {("values", None): 5, ("core", 2): 5}
    (schooling,) = of_kind(notice, "education_experience")
    assert [(each["degree"], each["months"]) for each in schooling["alternatives"]] == [
        ("master", 60),
        ("bachelor", 84),
    ]
    english, *others = of_kind(notice, "language")
    assert english["any_of"] == [{"language": "en", "level": "fluent", "skills": ["oral", "written"]}]
    assert [[need["language"] for need in each["any_of"]] for each in others] == [
        ["ar"],
        ["fr"],
        ["zh", "ru", "es"],
    ]
    assert {each["necessity"] for each in others} == {"advantage"}


def test_its_tiers_and_exclusion_are_its_own(real: Callable[[str], dict[str, Any]]) -> None:
    notice = real("iom-18338-algiers.txt")
    first, second = of_kind(notice, "tier")
    assert (first["internal"], first["nationalities"]) == (True, FIRST_TIER)
    assert (second["tier"], second["rest"]) == (2, True)
    (nationality,) = of_kind(notice, "nationality")
    assert (nationality["rule"], nationality["country"]) == ("excludes duty-station nationals", "DZ")
    assert [each["channel"] for each in of_kind(notice, "channel")] == ["e-recruitment"]


def test_the_glued_notice_says_what_it_says_and_no_more(real: Callable[[str], dict[str, Any]]) -> None:
    notice = real("iom-selibaby.txt")
    fields = notice["fields"]
    assert fields["title"]["value"] == "Technical Support Officer - Immigration and Border Governance"
    assert (fields["posted_on"]["value"], fields["posted_on"]["state"]) == ("2026-01-29", "inferred")
    assert (fields["closing"]["value"]["date"], fields["closing"]["state"]) == ("2026-03-15", "inferred")
    assert fields["closing"]["why"]
    assert (fields["duty_station_city"]["value"], fields["duty_station_country"]["value"]) == (
        "Selibaby",
        "MR",
    )
    silent = [
        name for name in ("grade", "reference", "contract_type", "duration") if fields[name]["value"] is None
    ]
    assert silent == ["grade", "reference", "contract_type", "duration"]
    assert not [each for each in notice["criteria"] if each["kind"] in {"tier", "nationality"}]
    assert notice["roster_months"]["value"] is None
    (schooling,) = of_kind(notice, "education_experience")
    assert [(each["degree"], each["months"]) for each in schooling["alternatives"]] == [
        ("master", None),
        ("bachelor", 24),
    ]
    assert [each["any_of"][0]["language"] for each in of_kind(notice, "language")] == ["fr"]
    assert "education" in notice["contradictions"][0]["what"]


def test_no_debris_of_a_tag_and_no_furniture_is_in_any_value(real: Callable[[str], dict[str, Any]]) -> None:
    notice = real("iom-selibaby.txt")
    texts = [str(each) for each in (*notice["fields"].values(), *notice["criteria"], *notice["duties"])]
    assert not [text for text in texts if "style=" in text or "Apply now" in text or "Similar Jobs" in text]
    assert "Security Studies" in str(of_kind(notice, "education_experience"))
