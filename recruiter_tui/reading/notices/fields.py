"""Fields of study that a degree is asked in, and the words on accreditation (R20, R23, R24)."""

from __future__ import annotations

import re

from recruiter_tui.reading.notices.words import flat
from recruiter_tui.reference import degrees

_RELATED = re.compile(
    r"\b(?:or|ou|o|u|and|et|e|y) (?:in )?(?:any |an? |other |another |autre |otra? |outr[ao]s? |un |"
    r"una |uma |um |dans un |en un |en |em |tout )*(?:closely |technically )?"
    r"(?:other )?(?:related|relevant|similar|connexe|domaine connexe|domaine pertinent|area afin|afines?|"
    r"relacionad\w+|other)\b(?: \w+){0,2} ?(?:fields?|disciplines?|areas?|subjects?|domaines?|"
    r"campos?|study|studies|afins?)?"
    r"|\bclosely related\b|\bdomaines? (?:connexes?|similaires?|apparentes?)|\b(?:carreras?|"
    r"areas?|campos?) (?:afines?|relacionad\w+|afins|correlat\w+)|\bentre otras\b|\brelated fields?\b"
)
_ACCREDITED = re.compile(
    r"\b(?:accredited|recogni[sz]ed|accreditee?|reconnue?|reconocid[oa]|reconhecid[oa])\b"
)
_ACCREDITED_WHAT = re.compile(
    r"\b(?:institut\w+|universit\w+|universidad\w*|colleges?|schools?|etablissement|ecole|faculd\w+|"
    r"establishment|body|bodies|authority)\b"
)
_END_OF_WORDS = re.compile(
    r"[.;]|\b(?:with|and (?:a minimum|at least|possess)|plus|preferabl[ey]|in the field|is required|"
    r"are required|or (?:an? )?equivalent|avec|con|com)\b"
)
_LONGEST_WORDS = 240
_LEAD = re.compile(
    r"\b(?:degrees?|diplomas?|diplomes?|certificates?|licen\w+|mestrado|maestria|masters?(?: s)?|"
    r"universitaires?|universitari[oa]s?|superior|superieure?|profesional|graduacao|bachareis|bacharelado|"
    r"qualifications?|bachelors?(?: s)?|education|mba|graduad[oa]|doctorate|phd)\b[^.;]{0,40}?"
    r"\b(?:in|en|em|de|d)\b(?! (?:l )?enseignement| educacion| estudos| fin d| premier| deuxieme| niveau)"
)
_OF = re.compile(r"\b(?:de|d)$")
_END = re.compile(
    r"\b(?:from|with|who|having|whose|is (?:an? )?(?:required|essential|mandatory|must|minimum|desirable|"
    r"preferred)|are required|would|will be|can be|may be|to be|along|together|coupled|preferabl[ey]|"
    r"preferred|desirable|combination|accepted|completed by|based on|such that|depending|where|"
    r"(?:or|and|or its|or an?) equivalent|required|obtained|plus|combined|"
    r"(?:and|or) (?:a minimum|at least|minimum|professional|relevant work|relevant professional)|"
    r"relevant to|applicable to|closely related to|including|are|is|"
    r"avec|d une universite|issu|delivre|obtenu|est (?:requise?|exigee?|souhaitee?)|requise?|et (?:au moins|"
    r"un minimum)|ou (?:un )?(?:diplome )?equivalent|assorti|complete|accompagne|dans le contexte|"
    r"con|y (?:al menos|un minimo|minimo)|otorgado|sera|es (?:un )?(?:requisito|requerid\w+)|"
    r"com|e (?:no minimo|minimo|ao menos|requerid\w+)|reconhecid\w+|reconocid\w+|nao precisam|"
    r"or (?:(?:a|an|any|the) )*(?:other |another )?(?:closely |technically )?(?:related|relevant|similar|"
    r"other|"
    r"equivalent|associated|comparable)|or another|or any|and (?:other )?related|and other|or other|"
    r"ou (?:dans )?(?:tout|toute|un|une|d)? ?autres?|ou (?:domaine |discipline )?(?:connexe|similaire|"
    r"apparente)|"
    r"(?:o|u|y) (?:otr\w+|afin\w*|similares?|carreras? afin\w*|campos? afin\w*|areas? afin\w*|"
    r"relacionad\w+|equivalentes?)|(?:ou|e) (?:outr\w+|areas? (?:afin\w*|correlat\w*|relacionad\w*)|afins|"
    r"similares?|correlat\w*|equivalentes?)|entre otr\w+|etc)\b"
)
_YEARS_FOLLOW = re.compile(r"\b(?:and|et|y|e|with|plus) (?:\w+ )?\d")
_INTRO = re.compile(
    r"^(?:(?:in |en |em |the |a |an |any |one |any one |either |at least |of |un |une |uno |una |um |uma |"
    r"des |les |"
    r"las |los |le |la |l |de |d |du |da |do |dos |das |dans |following |suivants? |siguientes |seguintes |"
    r"relevant |related |other |appropriate |technically |such |pertinente?s? |relevantes? |especially |"
    r"specifically |"
    r"particularly |notamment |field |fields |areas? |disciplines? |subjects? |domaines? |filieres? |"
    r"campos? |"
    r"carreras? |especialidad\w* |sciences? such |related to |as |e g |i e |eg |tels? que |telles? que |"
    r"comme |tales como |como |such as |including |incluyendo |study |studies |etudes |and |or |et |ou )\W*)+"
)
_SUCH_AS = re.compile(
    r"\b(?:such as|suchas|like|e g|including|tels? que|telles? que|comme|tales como|incluyendo|tais como|"
    r"following(?: \w+){0,2}:|suivant\w*:|siguientes:)(?=\W)"
)
_GENERIC = re.compile(
    r"(?:(?:the|these|those|this|that|a|an|any|one|all|same|above|aforementioned|mentioned|following|listed|"
    r"of|in|or|and|to|other|another|such|said|closely|technically|relevant|related|similar|respective|"
    r"appropriate|specific|pertinent\w*|connexes?|similaires?|equivalente?s?|afin\w*|relacionad\w+|"
    r"correlat\w*|"
    r"fields?|areas?|disciplines?|subjects?|domaines?|campos?|carreras?|specialit\w+|topics?|study|studies|"
    r"degrees?|technical|university|ci|dessus|un|une|tout|autre|autres|les|des|de|du|dans|memes?|la|el|los|"
    r"las|"
    r"otr[oa]s?|mism[oa]s?|anterior\w*|outr[oa]s?|mesm[oa]s?|acima|as|os|areas|work|position|post|job|"
    r"required|discipline|equivalent|qualification|functional|option|field)\b ?)+"
)
_SPLIT = re.compile(
    r"\s{0,3}(?:[,;/()\[\]:]|(?<=\s)(?:and/or|e/ou|et/ou|y/o|or|ou|o|u)(?=\s))\s{0,3}", re.IGNORECASE
)
_ANDED = re.compile(r"^(?:and|et|y|e|as well as|in)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s-]+(?:(?:related|relevant)(?: fields?| disciplines?| areas?)?|fields?|disciplines?|and|et|y|e)$",
    re.IGNORECASE,
)
_MODIFIERS = frozenset({
    "public", "business", "civil", "mechanical", "electrical", "electronic", "environmental", "social",
    "political", "computer", "international", "human", "water", "natural", "agricultural", "applied",
    "industrial", "structural", "chemical", "information", "data", "rural", "urban", "development",
    "education", "educational", "transportation", "highway", "project", "programme", "program",
    "administrative", "financial", "economic", "physical", "life", "earth", "veterinary", "medical",
    "nutritional",
})  # fmt: skip
_HEADS = frozenset({
    "administration", "management", "science", "sciences", "studies", "engineering", "relations",
    "policy", "planning", "development", "affairs", "systems", "technology", "education", "security",
    "health", "resources", "economics", "law",
})  # fmt: skip
_ROMANCE_HEADS = frozenset({
    "sciences", "ciencias", "administration", "administracion", "administracao", "ingenieria",
    "engenharia", "droit", "derecho", "direito", "sante", "salud", "saude", "gestion", "gestao",
    "etudes", "estudios", "estudos", "relations", "relaciones",
})  # fmt: skip
_ADJECTIVE = re.compile(
    r"(?:politi\w+|soci\w+|econom\w+|human\w+|publi\w+|juridi\w+|naturel\w+|natural\w*|agric\w+|agrari\w+|"
    r"internatio\w+|internacio\w+|ambient\w+|environnemental\w*|civil\w*|administrativ\w+|priv\w+)"
)
_DISCIPLINE = re.compile(r"\w+(?:logie|logia|nomie|nomia|tion|cion|sciences?|droit|derecho|direito|gestion)")
_LONGEST_NAME = 70
_SHORTEST_NAME = 3
_MOST_WORDS = 8


def allows_related(plain: str) -> bool:
    """Tell whether folded words allow a related field beside the listed ones."""
    return bool(_RELATED.search(plain))


_BACK = re.compile(
    r"\b(?:above|aforementioned|mentioned|these|those|same|said|listed|such|following|relevant|related|similar|"
    r"one of the|any of the) (?:\w+ ){0,3}?(?:fields?|disciplines?|areas?|subjects?|studies)\b"
    r"|\b(?:ces|memes?|susmentionnes|mentionnes|l un des) (?:\w+ ){0,2}?(?:domaines?|disciplines?)\b"
    r"|\b(?:estos|estas|dich[oa]s|mism[oa]s|mencionad[oa]s|nest[ae]s|ness[ae]s|mesm[oa]s) (?:\w+ ){0,2}?"
    r"(?:campos?|areas?|disciplinas?|carreras?)\b"
    r"|\b(?:campos|areas|disciplinas|carreras) (?:\w+ )?(?:mencionad|citad|acima|anterior)"
)


def points_back(plain: str) -> bool:
    """Tell whether folded words point to fields that stand elsewhere: `in the above fields`."""
    return bool(_BACK.search(plain))


def accreditation(text: str, plain: str) -> str | None:
    """Return the words on accreditation, whole, where they speak of the institution that gave the degree."""
    for found in _ACCREDITED.finditer(plain):
        rest = plain[found.end() : found.end() + _LONGEST_WORDS]
        kept = "".join(s if s in ".;" else p for s, p in zip(text[found.end() :], rest, strict=False))
        stop = _END_OF_WORDS.search(kept)
        end = found.end() + (stop.start() if stop else len(rest))
        if not stop and len(rest) == _LONGEST_WORDS:
            end = found.end() + max(0, kept.rfind(" "))
        if _ACCREDITED_WHAT.search(plain, max(0, found.start() - 40), end):
            return " ".join(text[_start_of_noun(plain, found.start()) : end].split()).strip(" ,(")
    return None


def _start_of_noun(plain: str, at: int) -> int:
    """Return where `university accredited by ...` begins, if the institution is named before the word."""
    before = re.search(
        r"\b(?:institut\w+|universit\w+|universidad\w*|etablissement|colleges?) +(?:\w+ +)?$", plain[:at]
    )
    return before.start() if before else at


def fields_of_study(text: str, plain: str) -> list[str]:
    """Return the fields that a sentence lists after its degree, each in full; `any field` is none."""
    begin = _LEAD.search(plain)
    if begin is None or "experien" in begin[0]:
        return []
    start = begin.end()
    rest = plain[start:]
    signs = "".join(s if s in ".;)(:," else p for s, p in zip(text[start:], rest, strict=True))
    end = _end(signs, rest)
    listed = text[start : start + end]
    if _OF.search(begin[0]) and not _looks_like_fields(rest[:end]):
        return []
    such_as = list(_SUCH_AS.finditer(signs, 0, end))
    if such_as:
        listed = text[start + such_as[-1].end() : start + end]
    return _named(listed)


def _looks_like_fields(plain: str) -> bool:
    """Tell whether what follows `licence de` names a field: studies have words that end like disciplines."""
    return any(_DISCIPLINE.fullmatch(word) for word in plain.split()[:4])


def _end(signs: str, rest: str) -> int:
    """Return where the list of fields ends: at a sentence's end or at words that speak of something else."""
    end = len(rest)
    opened = 0
    for found in re.finditer(r"[.;()]", signs):
        if found[0] == "(":
            opened += 1
        elif found[0] == ")" and opened:
            opened -= 1
        elif found[0] == "." and re.search(r"\b(?:e|i|g)$", signs[: found.start()]):
            continue
        else:
            end = found.start()
            break
    folded = re.sub(r"[(,]", " ", signs[:end])
    for pattern in (_END, _YEARS_FOLLOW):
        if stop := pattern.search(folded, 1, end):
            end = min(end, stop.start())
    return end


def _named(listed: str) -> list[str]:
    found: list[str] = []
    joints: list[str] = []
    at = 0
    for cut in (*_SPLIT.finditer(listed), None):
        part = listed[at : cut.start() if cut else len(listed)]
        name = _name(part)
        if name:
            found.append(name)
            joints.append(cut[0].strip().lower() if cut else "")
        if cut:
            at = cut.end()
    return _in_full(found, joints)


def _name(part: str) -> str:
    """Return the field that one part of a list names, or nothing where it is a phrase for any field."""
    name = " ".join(part.strip(" ,.:;()\"'\u201c\u201d*").split())
    name = _ANDED.sub("", name)
    plain = flat(name)
    intro = _INTRO.match(f"{plain} ")
    if intro and intro.end() <= len(plain):
        name = name[intro.end() :].lstrip(" ,:")
    elif intro:
        return ""
    name = _TAIL.sub("", name)
    plain = " ".join(flat(name).split())
    if not _SHORTEST_NAME <= len(name) < _LONGEST_NAME or plain.count(" ") >= _MOST_WORDS:
        return ""
    if _GENERIC.fullmatch(plain) or degrees.level(name) or any(char.isdigit() for char in name):
        return ""
    return name


def _in_full(found: list[str], joints: list[str]) -> list[str]:
    """Give back what `Business or Public Administration` says once for two fields."""
    out = list(found)
    completed = False
    for at in range(len(found) - 2, -1, -1):
        if joints[at] not in {"or", "ou", "o", "u", "/", "and/or", "y/o", "e/ou", "et/ou"} and not (
            completed and joints[at] == ","
        ):
            completed = False
            continue
        one, other = out[at].split(), out[at + 1].split()
        completed = False
        if len(one) == 1 and flat(one[0]) in _MODIFIERS and len(other) > 1 and flat(other[-1]) in _HEADS:
            out[at], completed = f"{found[at]} {other[-1]}", True
        elif (
            len(one) > 1
            and len(other) == 1
            and flat(one[0]) in _ROMANCE_HEADS
            and _ADJECTIVE.fullmatch(flat(other[0]))
        ):
            out[at + 1] = f"{one[0]} {found[at + 1]}"
    return out
