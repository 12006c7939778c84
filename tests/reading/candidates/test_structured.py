# ruff: noqa: E501 - files are written as they come
"""Profiles and contacts in forms of their own: Europass old and new, within a PDF, and vCards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.person import PRESENT
from tests.reading.candidates.candidate_piles import read
from tests.reading.paper_files import CV, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.reading.candidates import Incoming

VERSION_3 = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en"><LearnerInfo>
<Identification><PersonName><FirstName>Ann</FirstName><Surname>Lee</Surname></PersonName>
<ContactInfo><Address><Contact><Country><Code>FR</Code></Country></Contact></Address><Email><Contact>ann@example.org</Contact></Email>
<TelephoneList><Telephone><Contact>+213 555 12 34 56</Contact></Telephone></TelephoneList></ContactInfo>
<Demographics><Birthdate year="1988" month="--05" day="---04"/><NationalityList><Nationality><Code>DZ</Code></Nationality><Nationality><Label>Namibian</Label></Nationality></NationalityList></Demographics>
<Photo><Data>AAAA</Data></Photo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2018" month="--09" day="---01"/><Current>true</Current></Period>
<Position><Label>Officer</Label></Position><Activities>&lt;p&gt;Ports&lt;/p&gt;</Activities><Employer><Name>Harbour Agency</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2010"/><To year="2014" month="--07"/></Period><Title>Master of Laws</Title>
<Organisation><Name>University of Algiers</Name></Organisation><Field><Label>Law</Label></Field></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>ar</Code><Label>Arabic</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Code>fr</Code></Description><ProficiencyLevel><Listening>C1</Listening><Reading>C2</Reading>
<SpokenInteraction>B2</SpokenInteraction><Writing>B1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic></Skills>
</LearnerInfo></SkillsPassport>"""

VERSION_4 = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
<CandidatePerson><PersonName><oa:GivenName>Ann</oa:GivenName><hr:FamilyName>Lee</hr:FamilyName></PersonName><hr:BirthDate>1988-05-04</hr:BirthDate>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ann@example.org</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>213</CountryDialing><oa:DialNumber>555123456</oa:DialNumber></Communication>
<Communication><Address><oa:CityName>Lyon</oa:CityName><CountryCode>fr</CountryCode></Address></Communication>
<NationalityCode>dz</NationalityCode><NationalityCode>na</NationalityCode><PrimaryLanguageCode name="NORMAL">ara</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Harbour Agency</hr:OrganizationName>
<PositionHistory><PositionTitle typeCode="FREETEXT">Officer</PositionTitle><eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2018-09-01</hr:FormattedDateTime></eures:StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod><oa:Description>&lt;p&gt;Ports&lt;/p&gt;</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>University of Algiers</hr:OrganizationName>
<AttendancePeriod><EndDate><hr:FormattedDateTime>2014-07</hr:FormattedDateTime></EndDate></AttendancePeriod>
<EducationDegree><hr:DegreeName>Master of Laws</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<eures:Attachment><oa:EmbeddedData>data:image/png;base64,AAAA</oa:EmbeddedData></eures:Attachment>
<PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">fra</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Reading</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>C2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
</PersonCompetency></PersonQualifications></CandidateProfile></Candidate>"""

AS_JSON = {"SkillsPassport": {"LearnerInfo": {
    "Identification": {"PersonName": {"FirstName": "Ann", "Surname": "Lee"}, "Photo": {"Data": "AAAA"},
        "ContactInfo": {"Email": {"Contact": "ann@example.org"}, "Telephone": [{"Contact": "+213 555 12 34 56"}],
                        "Address": {"Contact": {"Country": {"Code": "FR"}}}},
        "Demographics": {"Birthdate": {"Year": 1988, "Month": 5, "Day": 4}, "Nationality": [{"Code": "DZ"}, {"Label": "Namibian"}]}},
    "WorkExperience": [{"Period": {"From": {"Year": 2018, "Month": 9, "Day": 1}, "Current": True}, "Position": {"Label": "Officer"}, "Employer": {"Name": "Harbour Agency"}, "Activities": "<p>Ports</p>"}],
    "Education": [{"Period": {"To": {"Year": 2014, "Month": 7}}, "Title": "Master of Laws", "Organisation": {"Name": "University of Algiers"}}],
    "Skills": {"Linguistic": {"MotherTongue": [{"Description": {"Code": "ar"}}], "ForeignLanguage": [{"Description": {"Code": "fr"}, "ProficiencyLevel": {"Reading": "C2"}}]}},
}}}  # fmt: skip


def whole(one: Incoming) -> None:
    person = one.candidate
    assert (person.name.value, person.given_name.value, person.family_name.value) == ("Ann Lee", "Ann", "Lee")
    assert [each.value for each in person.emails] == ["ann@example.org"]
    assert [each.value for each in person.phones] == ["+213555123456"]
    assert [each.value for each in person.nationalities] == ["DZ", "NA"]
    assert (person.residence.value, person.birth_date.value) == ("FR", "1988-05-04")
    [job] = person.employment
    assert (job.employer, job.title, str(job.start), job.end) == (
        "Harbour Agency",
        "Officer",
        "2018-09-01",
        PRESENT,
    )
    assert job.text == "Ports"
    [degree] = person.degrees
    assert degree.level is not None
    assert (degree.level.word, degree.institution, str(degree.completed)) == (
        "master",
        "University of Algiers",
        "2014-07",
    )
    assert [each.language for each in person.languages] == ["ar", "fr"]
    assert person.languages[1].scale["reading"] == "C2"
    assert "AAAA" not in repr(person)


@pytest.mark.parametrize(
    ("name", "content"),
    [("old.xml", VERSION_3), ("new.xml", VERSION_4), ("old.json", json.dumps(AS_JSON))],
)
def test_a_europass_profile_is_read_without_its_photo(tmp_path: Path, name: str, content: str) -> None:
    whole(read(tmp_path, content, name).only)


@pytest.mark.parametrize(("name", "content"), [("old.xml", VERSION_3), ("new.xml", VERSION_4)])
def test_every_fact_of_a_profile_shows_its_place_in_the_text_that_is_kept(
    tmp_path: Path, name: str, content: str
) -> None:
    person = read(tmp_path, content, name).only.candidate
    text = person.documents[0].text
    facts = (person.name, *person.emails, *person.phones, *person.nationalities, person.residence)
    for fact in (*facts, person.birth_date):
        assert [text[a:b] for a, b in fact.spans] in ([fact.value], [fact.text])
    assert [text[a:b] for a, b in person.employment[0].spans] == ["Officer", "Harbour Agency"]
    assert [text[a:b] for a, b in person.degrees[0].spans] == ["Master of Laws", "University of Algiers"]
    assert [text[a:b] for each in person.languages for a, b in each.spans] == ["Arabic", "French"]


def carrying(inner: bytes) -> bytes:
    """Return a PDF that carries an XML file within."""
    data = pdf(("Ann Lee", *CV[1:])).replace(
        b"/Type/Catalog/Pages 2 0 R",
        b"/Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(profile.xml) 7 0 R]>>>>",
    )
    more = (
        b"7 0 obj<</Type/Filespec/F(profile.xml)/UF(profile.xml)/EF<</F 8 0 R>>>>endobj\n"
        b"8 0 obj<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream endobj\n" % (len(inner), inner)
    )
    return data.replace(b"trailer", more + b"trailer")


def test_the_profile_within_a_pdf_is_what_counts(tmp_path: Path) -> None:
    one = read(tmp_path, carrying(VERSION_4.encode()), "europass.pdf").only
    whole(one)
    text = one.candidate.documents[0].text
    assert "Harbour Agency" in text
    assert [text[a:b] for a, b in one.candidate.name.spans] == ["Ann Lee"]


def test_a_broken_profile_within_a_pdf_leaves_the_text_to_tell(tmp_path: Path) -> None:
    assert read(tmp_path, carrying(b"<Candidate"), "europass.pdf").only.candidate.name.value == "Ann Lee"


def test_xml_with_entities_names_nobody(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "Ann"><!ENTITY f SYSTEM "file:///etc/passwd">]>' + VERSION_3.partition(
        "?>"
    )[2].replace("Ann</First", "&f;</First").replace("Lee</Sur", "</Sur").replace("ann@example.org", "&a;")
    assert "no Europass profile" in read(tmp_path, bomb, "bomb.xml").complaint


CARD = """BEGIN:VCARD
VERSION:3.0
N:Lee;Ann;;;
FN:Ann Lee
ORG:Harbour Agency;Ports
TITLE:Officer
BDAY:19880504
EMAIL;TYPE=INTERNET:ann@exa
 mple.org
TEL;TYPE=CELL:+213 555 12 34 56
ADR;TYPE=HOME:;;1 Quay;Oran;;31000;Algeria
PHOTO;ENCODING=b:AAAA
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=AB
END:VCARD
BEGIN:VCARD
END:VCARD
"""


def test_a_vcard_gives_contacts_of_one_or_many(tmp_path: Path) -> None:
    found = read(tmp_path, CARD, "people.vcf")
    ann, zoe = found.applicants
    assert [each.value for each in ann.candidate.emails] == ["ann@example.org"]
    assert [each.value for each in ann.candidate.phones] == ["+213555123456"]
    assert ann.candidate.residence.value == "DZ"
    assert ann.candidate.employment[0].employer == "Harbour Agency"
    assert ann.candidate.birth_date.value == "1988-05-04"
    text = ann.candidate.documents[0].text
    assert [text[a:b] for a, b in ann.candidate.emails[0].spans] == ["ann@example.org"]
    assert [text[a:b] for a, b in ann.candidate.employment[0].spans] == ["Harbour Agency", "Officer"]
    assert zoe.candidate.name.value == "Zoë Müller"
    assert found.complaint == "card 3: the card names nobody"
