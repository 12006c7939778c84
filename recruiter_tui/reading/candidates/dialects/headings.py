# ruff: noqa: E501 - lists of headings are read as blocks
"""What the columns of applicants' tables are called, in the languages of those who export them."""

from __future__ import annotations

import re
from typing import Final

from recruiter_tui.domain.text import clean, fold

OWN: Final = (
    "application", "name", "given_name", "family_name", "email", "phone", "nationalities", "residence",
    "gender", "internal", "received", "channel", "degrees", "employment", "languages", "cv", "note", "tags",
)  # fmt: skip
RESULTS: Final = (
    "rank", "tier", "outcome", "eligibility", "deadline", "education_experience", "disposition", "reason",
    "decided_by", "decided_at",
)  # fmt: skip
"""Columns of an exported shortlist that say what became of an application; intake leaves them alone."""
WHO: Final = ("application", "name", "given_name", "family_name", "email")
MORE: Final = ("employer", "title", "street", "city", "state", "country")
"""Fields that other systems have beside the program's own: a current job, and an address in parts."""
FIELDS: Final = (*OWN, *MORE)
REPEATABLE: Final = frozenset(("email", "phone", "note", "tags", "residence", "nationalities"))
"""Fields that several columns may fill together: `Home phone`, `Mobile`."""
_LETTERS = re.compile(r"[\W_]+")

_WORDS: Final = {
    "application": "application id|application number|applicant id|applicant reference|candidate id|candidateid"
    "|candidatenid|kandidat id|reference number|numéro de candidature|id candidato|bewerber id|ansøger id",
    "name": "full name|candidate|candidate name|applicant|applicant name|nom complet|nom et prénom|nom prénom"
    "|nombre completo|nombre y apellidos|nome completo|candidat|candidato|name des bewerbers|ansøger|navn|namn",
    "given_name": "first name|given name|forename|firstname|prénom|prénoms|nombre|nombres|primeiro nome|nome próprio"
    "|vorname|fornavn|förnamn",
    "family_name": "last name|family name|surname|lastname|nom|nom de famille|apellido|apellidos|sobrenome|apelido"
    "|nachname|familienname|efternavn|etternavn|efternamn",
    "email": "emails|e mail|email address|e mail address|mail|email 1|email1|email 2|email2|secondary email"
    "|alternate email|courriel|adresse e mail|adresse électronique|adresse mail|correo|correo electrónico"
    "|endereço de e mail|e mail adresse|epost|e post|primary email|personal email",
    "phone": "phones|phone number|mobile|mobile phone|mobilephone|cell|cell phone|phonecell|phonehome|phonework|home phone"
    "|work phone|telephone|telephone number|contact number|téléphone|téléphone portable|portable|numéro de téléphone"
    "|teléfono|teléfono móvil|móvil|celular|telefone|telemóvel|telefon|telefonnummer|handy|mobil|mobiltelefon",
    "nationalities": "nationality|citizenship|nationalité|nationalités|nacionalidad|nacionalidade|nationalität"
    "|staatsangehörigkeit|nationalitet|nasjonalitet",
    "residence": "location|candidate location|country of residence|pays de résidence|país de residencia|lieu de résidence"
    "|current location|address|adresse|dirección|endereço|wohnort|ubicación|localização",
    "gender": "sex|sexe|genre|sexo|género|gênero|geschlecht|køn|kjønn|kön",
    "received": "date applied|application date|applied on|applied at|applied date|date of application|date received"
    "|received on|date added|submitted at|submission date|timestamp|date de candidature|date de réception"
    "|fecha de solicitud|fecha de aplicación|data da candidatura|data de inscrição|bewerbungsdatum|eingangsdatum"
    "|ansøgningsdato|søknadsdato|horodateur|marca temporal|created time|created at|date submitted|applied",
    "channel": "source|sources|origin|application source|candidate source|applied via|ansøgningskilde|canal|quelle",
    "degrees": "degree|diplômes|títulos|abschlüsse",
    "languages": "language|langues|idiomas|línguas|sprachen|languages spoken",
    "cv": "resume|résumé|cv file|resume file|file|attachment|curriculum|lebenslauf|curriculum vitae|cv filename"
    "|resume filename|cv path|fichier cv|archivo cv",
    "note": "notes|comment|comments|misc notes|remarks|commentaires|comentarios|observaciones|observações|bemerkungen",
    "tags": "tag|labels|étiquettes|etiquetas",
    "employer": "current employer|current company|company|organization|organisation|employeur actuel|empresa actual"
    "|empresa atual|arbeitgeber|arbejdsgiver|aktueller arbeitgeber",
    "title": "current title|current job title|position|current position|poste actuel|puesto actual|cargo atual"
    "|nuværende job|designation",
    "street": "street|street address|mailing street|rue|calle|rua|straße",
    "city": "city|town|ville|ciudad|cidade|stadt|by|mailing city",
    "state": "state|province|région|provincia|estado|mailing state",
    "country": "country|pays|país|land|mailing country",
}  # fmt: skip


def key(heading: str) -> str:
    """Return what of a heading counts: case, accents, blanks, hyphens and underscores do not."""
    return _LETTERS.sub("", fold(clean(heading, limit=200)))


_FIELDS: Final = {
    **{key(word): field for field, words in _WORDS.items() for word in words.split("|")},
    **{key(name): name for name in (*OWN, *RESULTS)},
}
EXACT: Final = frozenset(key(name) for name in (*OWN, *RESULTS))
"""The program's own names: two columns with one of them are a mistake."""


def field_of(heading: str) -> str | None:
    """Return the field that a heading names, or None where it names none that is known."""
    return _FIELDS.get(key(heading))
