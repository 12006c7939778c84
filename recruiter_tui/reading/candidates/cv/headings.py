# ruff: noqa: E501 - word lists are read as blocks
"""Headings of a CV's sections: the usual ones by their wording, others by the words that they are made of."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv.lexicon import MOTHER_TONGUES, Section, words_of

HEADINGS: Final = {
    **dict.fromkeys(
        words_of("""contact|contacts|contact information|contact details|personal information|personal details|personal data
personal|personal profile details|coordonnées|informations personnelles|état civil|données personnelles|contacto
información personal|datos personales|datos de contacto|información de contacto|contato|dados pessoais
informações pessoais|informações de contato|address and contact"""),
        Section.PERSON,
    ),
    **dict.fromkeys(
        words_of("""experience|work experience|professional experience|employment|employment history|employment record
work history|career history|professional background|career|career summary and experience|relevant experience|positions held
professional history|internship|internships|internship experience|work|jobs|teaching experience|research experience
industry experience|consulting experience|field experience|international experience|other experience|previous experience
experience entries|employment experience|work experiences|professional experiences|career record|record of employment|
work record|professional appointments|appointments|academic appointments
expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|emplois|stages
emplois occupés|expérience de travail|stage|antécédents professionnels|experiencia|experiencias|experiencia laboral
experiencia profesional|historial laboral|trayectoria profesional|trayectoria laboral|empleos|prácticas|pasantías
experiência|experiências|experiência profissional|experiências profissionais|histórico profissional|estágios|estágio
historique professionnel|historique d'emploi|historique de travail|historique des emplois|historique de carrière
percurso profissional|trajetória profissional|atuação profissional|historial profesional"""),
        Section.WORK,
    ),
    **dict.fromkeys(
        words_of("""volunteering|volunteer experience|volunteer work|volunteer|community service|voluntary work
volunteer activities|bénévolat|activités bénévoles|expérience bénévole|volontariat|voluntariado|trabajo voluntario
trabalho voluntário|experiencia de voluntariado"""),
        Section.VOLUNTEERING,
    ),
    **dict.fromkeys(
        words_of("""education|academic background|academic qualifications|educational background|qualifications|studies
education and training|academic history|academic credentials|degrees|university education|academic education|schooling
education entries|educational qualifications|educational qualification|academic qualification|educational details|
academic details|education qualification|education profile|studies and diplomas|education and qualifications|academic record|formal education|higher education|education details
formation|formations|études|diplômes|parcours académique|formation académique|cursus|scolarité|éducation
formation universitaire|études et diplômes|diplômes et formations|educación|formación|formación académica|estudios
estudios realizados|títulos|educação|formação|formação acadêmica|formação académica|escolaridade|habilitações literárias
habilitações académicas"""),
        Section.STUDIES,
    ),
    **dict.fromkeys(
        words_of("""languages|language skills|language|languages known|languages spoken|language proficiency
knowledge of languages|linguistic skills|langues|langue|compétences linguistiques|connaissances linguistiques
langues parlées|langues étrangères|idiomas|idioma|lenguas|conocimiento de idiomas|línguas|competências linguísticas
competencias lingüísticas|other languages|tongues|i speak|je parle|hablo|falo"""),
        Section.LANGUAGES,
    ),
    **dict.fromkeys(
        words_of("""references|referees|reference|professional references|références|referencias|referências
personas de referencia|recommendations|recommandations"""),
        Section.REFEREES,
    ),
    **dict.fromkeys(
        words_of("""summary|professional summary|profile|professional profile|executive summary|about|about me|objective
career objective|career summary|experience summary|highlights|skills|technical skills|key skills|core competencies
competencies|areas of expertise|expertise|core skills|soft skills|computer skills|it skills|digital skills|tools
technologies|programming languages|programming|projects|personal projects|recent projects|selected projects|key projects
academic projects|project|project experience|publications|selected publications|papers|research|talks|presentations
invited talks|conferences|patents|awards|honors|honours|selected honors|honors and awards|achievements|accomplishments
certifications|certification|certificates|licenses|licenses and certifications|courses|training|trainings|coursework
professional development|memberships|affiliations|professional affiliations|interests|hobbies|hobbies and interests
activities|extracurricular activities|extra curricular activities|extracurriculars|leadership|additional information
other information|other|miscellaneous|declaration|personal statement|key qualifications|strengths|portfolio|links|media
text entries|publication entries|social media|research interests|teaching|top skills|key competencies|areas of knowledge|additional|
summary of qualifications|career profile|career highlights|key achievements|core skills and tools|honors awards|grants|scholarships|service
formation complémentaire|formations complémentaires|formation continue|formación complementaria|formação complementar
profil|résumé|à propos|objectif|objectif professionnel|compétences|compétences techniques|compétences clés|projets
publications et communications|prix et distinctions|distinctions|certificats|loisirs|centres d'intérêt|intérêts
informatique|divers|autres|outils|atouts|qualités|informations complémentaires|activités|brevets
perfil|perfil profesional|resumen|resumen profesional|sobre mí|objetivo|objetivo profesional|habilidades|competencias
aptitudes|destrezas|conocimientos|conocimientos técnicos|proyectos|publicaciones|premios|logros|certificaciones|cursos
intereses|aficiones|otros|informática|información adicional|reconocimientos|distinciones
resumo|resumo profissional|perfil profissional|objetivo profissional|habilidades técnicas|competências|projetos
publicações|prêmios|prémios|conquistas|certificações|interesses|passatempos|outros|informações adicionais
conhecimentos|qualificações|atividades"""),
        Section.OTHER,
    ),
}
"""Folded headings to what follows them."""

LANGUAGE_LABELS: Final = (
    frozenset(key for key, section in HEADINGS.items() if section is Section.LANGUAGES) | MOTHER_TONGUES
)
_SQUEEZED: Final = {key.replace(" ", ""): section for key, section in HEADINGS.items()}
"""Letter-spaced headings, whose words cannot be told apart."""
_KEYS: Final = {
    **dict.fromkeys(
        words_of("""skills|skill|competence|competences|competencies|competency|competencias|competências|compétence|compétences|computer
computing|informatique|informática|technical|technology|technologies|projects|project|projets|proyectos|projetos|projectos|publications
publicaciones|publicações|awards|award|prix|premios|prêmios|prémios|honours|honors|certifications|certification|certificates|certificados
certificações|licences|licenses|courses|cursos|hobbies|interests|interest|intérêts|intereses|interesses|memberships|membership|affiliations
renseignements|loisirs|aptitudes|aptitud|aptidões|aptidão|habilidades|destrezas|conocimientos|conhecimentos|produções|produção|produção|producción
strengths|achievements|accomplishments|software|tools|outils|herramientas|summary|résumé|resumen|resumo|objective|objectif|objetivo
profile|profil|perfil|philosophy|patents|presentations|talks|conferences|grants|scholarships|becas|bolsas|logros|conquistas
informations|information|información|informações|miscellaneous|divers|declaration|driving|portfolio|activities|activités|actividades|atividades
trainings|training|workshops|seminars|capacitaciones|capacitación|perfectionnement|distinctions|distinciones|about|réalisations
permis|licencias|carta|methodologies|expertise|fellowships|fellowship|books|articles|chapters|specialization|specialisation
specialties|lectures|exhibitions|bibliography|committees|manuscripts|patents|supervision|sobre|toolbox|toolkit|income|supervised|teaching|extracurricular|activity"""),
        Section.OTHER,
    ),
    **dict.fromkeys(
        words_of("""experience|experiences|expérience|expériences|experiencia|experiencias|experiência|experiências|employment|career
employers|parcours|emploi|emplois|carrière|empleo|empleos|empregos|trayectoria|trajetória|percurso|carreira|internships|internship|stages
pasantías|estágios|appointments|positions|position|jobs|worked|consultation|consultations|consultoría|consultorías|consultorias|atuação|laboral|laborales|postes|assignments|missions|consultancies"""),
        Section.WORK,
    ),
    **dict.fromkeys(
        words_of(
            "volunteer|volunteering|voluntary|voluntariado|bénévolat|bénévole|bénévoles|volontariat|voluntario"
        ),
        Section.VOLUNTEERING,
    ),
    **dict.fromkeys(
        words_of("""education|educational|studies|degrees|diplomas|schooling|schools|formation|formations|études|diplômes|diplôme|cursus
scolarité|scolaire|educación|educativa|formación|estudios|titulación|titulaciones|educação|formação|estudos|escolaridade
titulação|habilitações|university|studied|learned|learnt"""),
        Section.STUDIES,
    ),
    **dict.fromkeys(
        words_of("""languages|language|langues|langue|linguistiques|linguistique|linguistic|idiomas|idioma|lenguas|línguas|língua
lingüísticas|linguísticas"""),
        Section.LANGUAGES,
    ),
    **dict.fromkeys(
        words_of("references|referees|reference|références|referencias|referências|referee"), Section.REFEREES
    ),
    **dict.fromkeys(
        words_of("""contact|contacto|contato|coordonnées|identification|identificação|identificación|identité|particulars|address
endereço|bio-data|biodata"""),
        Section.PERSON,
    ),
}
"""Words that tell what a section is about."""
_WEAK_KEYS: Final = {
    **dict.fromkeys(
        words_of("""academic|académique|académiques|académica|académicas|acadêmica|acadêmico|académico|qualification|qualifications
scholastic|universitaire|universitaires"""),
        Section.STUDIES,
    ),
    **dict.fromkeys(
        words_of("""personal|personnelles|personnels|personales|pessoais|pessoal|personnel|civil|biographical|datos|dados|details|data|état
données"""),
        Section.PERSON,
    ),
}
"""Words that tell it where no other word does."""
_FILLERS: Final = words_of("""professional|professionnelle|professionnelles|professionnel|professionnels|profesional|profesionales|profissional
profissionais|relevant|other|autre|autres|otra|otras|otro|otros|outra|outras|outros|further|selected|key|main|history|historique|historial
histórico|background|record|records|details|profile|summary|to|date|of|and|the|my|et|de|des|du|la|le|les|y|e|da|do|das|dos|in|en|personal|data
personnelles|personnel|personales|pessoais|pessoal|academic|académica|acadêmica|académico|acadêmico|académiques|académique|current|previous|past
additional|complementary|complémentaire|complémentaires|complementar|complementares|complementaria|general|work|working|career|paid|full|field
international|industry|humanitarian|development|teaching|research|knowledge|proficiency|qualification|qualifications|list|overview|highlights
universitaire|universitaires|universitaria|tertiary|secondary|primary|high|elementary|undergraduate|postgraduate|travail|trabajo|trabalho|realizados|realizada|obtenus|obtenidos|spoken|known|parlées|étrangères|foreign
technique|techniques|técnicas|linguistic|language|formal|higher|supérieures|superior|post|continuous|continue|matters|section|part|i|ii|iii|iv
equivalent|or|ou|o|entries|mes|mon|ma|mis|mi|meus|minhas|minha|meu|our|specific|docente|investigadora|investigación|recherche|enseignement|clínica|clinique|clinical|administrative|administrativa|managerial
management|gestión|técnica|associative|pédagogique|docencia|where|i|have|been|we|what|how|did|visiting|certifications|training|civil|état|me|on|request|significant|major|recent""")
_JOINERS = re.compile(r" ?[&/,|+\u2022\u00b7] ?| and | et | y | e ")
_PLURAL = re.compile(r"\((?:s|es)\)")
_MOST_WORDS: Final = 6
_ALONE: Final = frozenset(("university", "position", "studied", "worked", "consultation", "i"))
"""Words that are no heading by themselves: the rest of a line."""


def section_named(text: str) -> Section | None:
    """Return the section that a heading's text opens, None where the text is no heading.

    `Education & Certifications` opens what its first part opens. A heading that is not on the list counts
    where each of its words belongs to headings and those that tell a section tell one.
    """
    words = " ".join(_PLURAL.sub("s", fold(text)).strip(" .-\u2013\u2014_=").split())
    if found := _squeezed(text):
        return found
    if not words or len(words.split()) > _MOST_WORDS or words in _ALONE:
        return None
    if found := HEADINGS.get(words):
        return found
    return _of_parts([part for part in _JOINERS.split(words) if part])


def _squeezed(text: str) -> Section | None:
    """Return the section of a letter-spaced heading: `E D U C A T I O N`, `C O N TA C T`."""
    letters = text.split()
    if len(letters) > 3 and sum(map(len, letters)) < 1.6 * len(letters):  # noqa: PLR2004 - `A B C` may be initials
        return _SQUEEZED.get(fold("".join(letters)))
    return None


def _of_parts(parts: list[str]) -> Section | None:
    """Return the section of the first part, where all parts are made of words of headings."""
    if not parts or not all(part in HEADINGS or _is_made_of_words(part) for part in parts):
        return None
    return next(filter(None, map(_of_words, parts)), None)


def _is_made_of_words(part: str) -> bool:
    return all(word in _KEYS or word in _WEAK_KEYS or word in _FILLERS for word in part.split())


def _of_words(part: str) -> Section | None:
    """Return the section that the words of a part tell, None where they tell two."""
    if found := HEADINGS.get(part):
        return found
    words = part.split()
    strong = {_KEYS[word] for word in words if word in _KEYS and word not in _FILLERS}
    weak = {_WEAK_KEYS[word] for word in words if word in _WEAK_KEYS}
    told = strong or weak or {_KEYS[word] for word in words if word in _KEYS}
    for section in (Section.LANGUAGES, Section.REFEREES, Section.VOLUNTEERING):
        if section in told and told <= {section, Section.OTHER, Section.WORK}:
            return section
    return told.pop() if len(told) == 1 else None


ALL_WORDS: Final = frozenset(chain(_KEYS, _WEAK_KEYS, _FILLERS))
"""Every word that headings are made of: none of them is a name."""
