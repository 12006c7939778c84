# ruff: noqa: E501 - word lists are read as blocks
"""Words that CVs are built from, folded, in English, French, Spanish and Portuguese."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.text import fold


class Section(Enum):
    """What a part of a CV is about."""

    HEAD = auto()
    """What stands before the first heading: name and contacts."""
    PERSON = auto()
    WORK = auto()
    VOLUNTEERING = auto()
    STUDIES = auto()
    LANGUAGES = auto()
    REFEREES = auto()
    OTHER = auto()


OF_THE_PERSON: Final = (Section.HEAD, Section.PERSON)
OF_ENTRIES: Final = (Section.WORK, Section.VOLUNTEERING, Section.STUDIES)
"""Sections of jobs and degrees, whose addresses and numbers are more often those of employers and schools."""


def words_of(text: str) -> frozenset[str]:
    """Return the folded words of a list that `|` and line ends set apart."""
    return frozenset(fold(word) for line in text.splitlines() for word in line.split("|") if word.strip())


TITLES: Final = words_of("""engineer|developer|officer|manager|director|coordinator|assistant|intern|consultant|analyst
specialist|advisor|adviser|head|chief|lead|leader|president|founder|cofounder|cto|ceo|cfo|coo|cio|administrator|architect
scientist|researcher|teacher|lecturer|professor|tutor|fellow|trainee|apprentice|clerk|secretary|accountant|auditor|driver
nurse|doctor|physician|lawyer|attorney|counsel|editor|writer|journalist|translator|interpreter|designer|technician
programmer|supervisor|executive|representative|agent|associate|deputy|delegate|expert|volunteer|economist|statistician
planner|recruiter|buyer|cashier|operator|mechanic|electrician|inspector|pilot|librarian|monitor|evaluator|facilitator
trainer|instructor|coach|producer|photographer|worker|practitioner|psychologist|pharmacist|surveyor|geologist|biologist
chemist|superintendent|controller|treasurer|bookkeeper|receptionist|strategist|marketer|salesperson|contractor|member
owner|partner|dispatcher|handler|keeper|cook|chef|baker|farmer|carpenter|plumber|welder|miner|sailor|captain|firefighter|
midwife|caseworker|counsellor|counselor|mediator|negotiator|investigator|prosecutor|judge|clerk|rapporteur|archivist|
curator|geographer|statistician|mathematician|physicist|hydrologist|agronomist|veterinarian|dentist|therapist|
radiographer|paramedic|porter|storekeeper|warehouseman|mechanic|tester|webmaster|modeller|drafter|surgeon|scholar|reader|
registrar|rector|dean|surveyor|guide|interviewer|enumerator|reporter|correspondent|columnist|copywriter|videographer|animator|illustrator|barista|waiter
waitress|bartender|steward|stewardess|nanny|caregiver|carer|hairdresser|tailor|janitor|cleaner|gardener|forester|ranger|fisher|veterinarian|optician|ecologist
astronomer|meteorologist|epidemiologist|demographer|sociologist|anthropologist|historian|linguist|philosopher|lecturer|postdoc|provost|chancellor|commissioner
commander|commandant|adjutant|observer|chaplain|ombudsman|minister|ambassador|attache|consul|sergeant|lieutenant|colonel|major|constable|detective|paralegal|notary|solicitor|barrister|bailiff|underwriter|actuary
estágio|broker|trader|teller|estimator|foreman|foreperson|machinist|fitter|millwright|roofer|painter|decorator|sysadmin|swe|qa|pm|ba|hrbp|modeler|modeller|scrum|evangelist|principal|spokesperson|liaison|helper|guard|engineer-in-training|postdoc|internship|vp|sre|dev|rapporteur|focal
ingénieur|ingénieure|développeur|développeuse|chargé|chargée|responsable|directeur|directrice|coordinateur|coordinatrice
coordonnateur|coordonnatrice|assistante|stagiaire|consultante|analyste|spécialiste|conseiller|conseillère|chef|cheffe
gestionnaire|administrateur|administratrice|chercheur|chercheuse|enseignant|enseignante|professeur|professeure|formateur
formatrice|comptable|secrétaire|technicien|technicienne|juriste|avocat|avocate|traducteur|traductrice|interprète|infirmier
infirmière|médecin|animateur|animatrice|conducteur|conductrice|chauffeur|magasinier|logisticien|logisticienne|agent|facilitateur|
facilitatrice|éducateur|éducatrice|auditeur|auditrice|rédacteur|rédactrice|délégué|déléguée|superviseur|superviseure|
fonctionnaire|greffier|magistrat|sage-femme|psychologue|sociologue|statisticien|statisticienne|agronome|géomètre|adjoint|adjointe|économiste|journaliste|vendeur|vendeuse|attaché|attachée|experte|graphiste|monteur|monteuse|ouvrier|ouvrière|serveur|serveuse|caissier|caissière|cuisinier|cuisinière|aide-soignant
aide-soignante|pharmacien|pharmacienne|sociologue|géographe|biologiste|chimiste|architecte|documentaliste|bibliothécaire|archiviste|réceptionniste
hôte|hôtesse|négociateur|négociatrice|acheteur|acheteuse|magasinière|électricien|électricienne|mécanicien|mécanicienne|menuisier|soudeur|maçon|plombier
pilote|capitaine|adjointe|président|présidente|trésorier|trésorière|vacataire|bénévole|préparateur|préparatrice|expert
ingeniero|ingeniera|desarrollador|desarrolladora|oficial|gerente|directora|coordinador|coordinadora|asistente|pasante
becario|becaria|consultor|consultora|analista|especialista|asesor|asesora|jefe|jefa|administrador|administradora
investigador|investigadora|docente|profesor|profesora|contador|contadora|secretario|secretaria|técnico|técnica|abogado
abogada|supervisora|educador|educadora|facilitador|facilitadora|trabajador|trabajadora|psicólogo|psicóloga|agrónomo|
logista|diseñador|diseñadora|promotor|promotora|delegado|delegada|redactor|redactora|conductor|comercial|operario|
abogado|traductor|traductora|enfermero|enfermera|médico|médica|encargado|encargada|auxiliar|practicante|voluntario
voluntaria|redactor|redactora|editora|reportera|tesorero|tesorera|bibliotecario|bibliotecaria|recepcionista|cajero|cajera|cocinero|cocinera
técnicos|responsable|director|gestora|mediador|mediadora|matrona|fisioterapeuta|veterinario|veterinaria|topógrafo|geógrafo|biólogo|bióloga
químico|química|dibujante|arquitecto|arquitecta|albañil|electricista|mecánico|soldador|camarero|camarera|dependiente|dependienta|cuidador|cuidadora
nutricionista|sociólogo|socióloga|antropólogo|antropóloga|politólogo|politóloga|orientador|orientadora|subdirector|subdirectora|catedrático|catedrática
economista|periodista|maestro|maestra|vendedor|vendedora|ayudante|monitora
engenheiro|engenheira|desenvolvedor|desenvolvedora|diretor|diretora|coordenador|coordenadora|assistente|estagiário
estagiária|assessor|assessora|chefe|pesquisador|pesquisadora|professora|secretário|secretária|advogado|advogada|tradutor
tradutora|educador|educadora|gestor|gestora|facilitador|facilitadora|psicóloga|técnico|técnica|delegado|delegada|
agrônomo|motorista|programador|programadora|designer|enfermeiro|enfermeira|encarregado|encarregada|voluntário|voluntária|jornalista|bolsista|supervisora|presidente|repórter|editor|editora|estagiário|estagiária|auxiliar|atendente|vendedor|vendedora|recepcionista|mediador|mediadora
bibliotecário|bibliotecária|contador|contadora|economista|nutricionista|arquiteto|arquiteta|geógrafo|geógrafa|sociólogo|socióloga|eletricista|mecânico
cozinheiro|cozinheira|caixa|operador|operadora|fiscal|inspetor|inspetora|tesoureiro|tesoureira|investigador|investigadora|docente|formador|formadora""")
"""Words of which a job's title mostly holds one."""

ORGANISATIONS: Final = words_of("""programa|consorcio|consortium|corporación|plataforma|plateforme|alliance|alianza|aliança|forum|foro|inc|ltd|limited|llc|llp|plc|gmbh|ag|sarl|corp|corporation|company|co|group|groupe|grupo|bank
banque|banco|university|université|universidad|universidade|college|collège|institute|institut|instituto|school|ministry
ministère|ministerio|ministério|department|agency|agence|agencia|agência|foundation|fondation|fundación|fundação
organization|organisation|organización|organização|ngo|ong|un|unicef|undp|unhcr|unesco|unfpa|who|ilo|iom|fao|wfp|ocha
committee|comité|centre|center|centro|hospital|hôpital|clinic|clinique|laboratory|laboratoire|lab|labs|technologies
solutions|systems|services|international|association|asociación|associação|council|commission|union|embassy|ambassade
embajada|partners|society|société|sociedad|sociedade|empresa|entreprise|holding|airlines|media|studio|studios|startup
consulting|software|telecom|industries|enterprises|ventures|cooperative|coopérative|cooperativa|mission|programme|fund
fonds|fondo|secretariat|municipality|mairie|gobierno|government|secretaría|prefeitura|federation|fédération|network
réseau|observatory|trust|church|court|parliament|assembly|authority|bureau|institution|academy|académie|academia""")
"""Words of which an employer's name often holds one."""

SCHOOLS: Final = words_of("""university|université|universidad|universidade|universität|università|college|collège|institute
institut|instituto|school|école|escuela|escola|faculty|faculté|facultad|faculdade|academy|académie|academia|polytechnic
polytechnique|politécnica|politécnico|lycée|conservatory|conservatoire|seminary|campus|mit|eth|lse|ucla|esade|insead|hec
kaist|iit|colegio|colégio|liceo|centro|center|centre|uc|ucl|suny|cuny|unam|usp|epfl|caltech|berkeley|oxford
harvard|stanford|cambridge|sorbonne|ena|enap|cégep|cegep|gymnasium|gimnasio|kantonsschule|hochschule|fachhochschule|universiteit|uniwersytet
|board|univerzita|univerzitet|egyetem|yliopisto|universitet|universitetet|høgskole|sixth|iae|iep|ies|politecnico|politechnika|akademia|akademie|sma|smk|madrasa""")
"""Words of which the name of a place of study mostly holds one."""
SECONDARY_SCHOOLS: Final = words_of("""secondary school|high school|senior secondary|lycée|instituto de secundaria|escola secundária
colégio secundário|preparatoria|sixth form|kantonsschule|sma negeri|liceo|gymnasium|collège d enseignement|bachillerato|class xii|class 12|12th grade|grade 12""")

NAME_LABELS: Final = words_of("""name|full name|name and surname|name & surname|name surname|surname and name|surname, name|name of staff|name of expert|name of consultant|first names / surnames|surnames / first names|given name / family name|candidate name|applicant name|nom|nom complet|nom et prénom|nom et prénoms
nom prénom|prénom et nom|author|applicant|candidate|nom et prénom s|nom et prénom(s)|name in full|names|prénoms et nom|nom prénoms|nombre|nombre completo|nombre y apellidos|nombres y apellidos|nome|nome completo""")
GIVEN_LABELS: Final = words_of(
    "first name|given name|given names|first names|forename|forenames|prénom|prénoms|prénom s|nombres|primeiro nome"
)
FAMILY_LABELS: Final = words_of(
    "primer apellido|first surname|last name|family name|surname|surnames|nom de famille|apellidos|apellido|sobrenome|apelido|apelidos"
)
GIVEN_WORDS: Final = words_of(
    "first|given|forename|forenames|prénom|prénoms|prenom|nombre|nombres|nome|nomes|próprio"
)
FAMILY_WORDS: Final = words_of(
    "last|family|surname|surnames|nom|noms|apellido|apellidos|sobrenome|apelido|apelidos"
)
NAME_WORDS: Final = (
    GIVEN_WORDS
    | FAMILY_WORDS
    | words_of("s|and|et|y|e|de|of|the|full|complete|completo|in|candidate|applicant|name|names")
)
"""Words that labels of the whole name are made of."""
NATIONALITY_LABELS: Final = words_of("""nationality|nationalities|citizenship|nationalité|nationalités|nacionalidad
nacionalidade|nacionalidades|present nationality|nationality ies|citizenships|nationality at present|nationality ies at present
nationality now|nationality ies now|current nationality|nationality present""")
RESIDENCE_LABELS: Final = words_of("""residence|country of residence|country|location|address|adresse|pays|pays de résidence
dirección|residencia|país|país de residencia|ubicación|endereço|residência|localização|home address|current address
permanent address|domicile|lieu de résidence|based in""")
PHONE_LABELS: Final = words_of("""phone|telephone|contact|contacts|telf|tel|mobile|cell|cell phone|phone number|mobile phone|whatsapp|téléphone|tél
portable|gsm|mob|hp|ph|cel|telephone mobile|tel mobile|tel fixe|movil|tel no|mobile no|tel / whatsapp|phone / whatsapp|teléfono|móvil|celular|telefone|telemóvel|telemovel|contact number|telephone number|contact no|phone no""")
MOTHER_TONGUES: Final = words_of(
    "mother tongue|mother tongues|mother tongue s|native language|native languages|langue maternelle|langues maternelles"
    "|lengua materna|língua materna|primeira língua|primera lengua|first language|idioma materno|lengua nativa|mother tongue(s)"
)
BIRTH_LABELS: Final = words_of("""date of birth|birth date|birthdate|dob|d o b|d.o.b|born|born on|date and place of birth|place and date of birth
date de naissance|né le|née le|né e le|fecha de nacimiento|lugar y fecha de nacimiento|fecha y lugar de nacimiento|nacimiento|data de nascimento
nascimento|data e local de nascimento|date / place of birth|date of birth dd mm yyyy|date of birth dd/mm/yyyy|birthday|naissance""")
JOB_LABELS: Final = {
    **dict.fromkeys(
        words_of("""employer|company|organization|organisation|name of employer|name and address of employer|employeur
entreprise|empleador|empresa|empregador|organismo|organización|organização|name of company|employer name|institution
entidad|entidade|entité|organisme|structure|institución|instituição|instituto"""),
        "employer",
    ),
    **dict.fromkeys(
        words_of("""title|position|job title|position held|occupation or position held|role|designation|title of post
functional title|exact title of your post|poste|poste occupé|fonction|intitulé du poste|cargo|puesto|función|função
post title|occupation"""),
        "title",
    ),
    **dict.fromkeys(
        words_of("""dates|date|period|duration|dates of employment|période|durée|fechas|fecha|período|periodo|data|datas
duração|from to|dates from to|employment period|dates of service"""),
        "dates",
    ),
    **dict.fromkeys(words_of("from|start|start date|date from|du|de|début|desde|inicio|início|started"), "start"),
    **dict.fromkeys(words_of("to|until|end|end date|date to|au|à|fin|hasta|até|fim|ended"), "end"),
    **dict.fromkeys(
        words_of("""percent|percentage|workload|per cent of full time|percentage of full time|time|working time
temps de travail|taux d'activité|dedicación|jornada|carga horária|percentage employment"""),
        "share",
    ),
}  # fmt: skip
"""Labels of forms, where every fact of a job stands on a line of its own."""

NOT_A_NAME: Final = words_of("""formato|único|formulario|formulaire|ficha|fiche|dossier|candidature|postulación|inscripción|persona|natural|curriculum|vitae|resume|cv|résumé|currículo|curriculo|hoja|vida|last|updated|page|confidential
profile|portfolio|application|form|personal|history|email|phone|address|linkedin|github|website|summary|objective|fresher
sample|template|welcome|lebenslauf|europass|contact|street|avenue|road
date|birth|nationality|citizenship|gender|objectif|perfil|skills|summary|top|objetivo|datos|personales|personal|details""")
PROGRAMMING: Final = words_of("""python|java|c++|c#|javascript|typescript|sql|php|ruby|perl|golang|rust|kotlin|swift|matlab|html|css
bash|scala|html5|css3|react|node.js|vba|c/c++""")
"""Of a list of languages with one of these, none is spoken."""
EXPECTED: Final = words_of("""expected|anticipated|in progress|ongoing|present|current|en cours|prévu|en curso|previsto|em curso
em andamento|pursuing|candidate|cursando|actualidad|to be completed|attendu|actual""")
STUDY_LABELS: Final = words_of("""institution|name of institution|school|university|college|degree|degree obtained|diploma|qualification
field of study|field|major|main course of study|degrees and academic distinctions obtained|degrees obtained|title of qualification awarded|name place and country|
name and type of organisation providing education and training|course of study|course|certificate obtained|subject
établissement|diplôme|diplôme obtenu|spécialité|domaine|institución|título|titulo obtenido|carrera|área|instituição|curso
título obtido|area of study|program|programme|universitarios|secundarios|estudios universitarios|estudios secundarios|estudios de posgrado
posgrado|postgrado|pregrado|estudios de pregrado|estudios superiores|universitaire|secondaire|supérieur|graduate|undergraduate|university studies""")
LEVEL_LABELS: Final = {
    **dict.fromkeys(
        words_of(
            "universitarios|universitaria|estudios universitarios|formación universitaria|pregrado|estudios de pregrado"
        ),
        DegreeLevel.BACHELOR,
    ),
    **dict.fromkeys(
        words_of("secundarios|secundaria|estudios secundarios|bachillerato|ensino médio|ensino secundário"),
        DegreeLevel.SECONDARY,
    ),
}
"""Labels that say the level of the degree behind them, where its own wording does not."""
FIELD_LABELS: Final = words_of("""main course of study|field of study|field|major|course of study|subject|area of study
specialisation|specialization|spécialité|domaine|domaine d'études|filière|carrera|área de estudio|área de estudos|especialidad
especialidade|principal subjects|discipline|main subjects""")
FOUR_SKILLS: Final = {
    **dict.fromkeys(
        words_of("read|reading|lu|lire|lecture|lectura|leitura|lee|ler|leer|lê|compréhension écrite"),
        "reading",
    ),
    **dict.fromkeys(
        words_of(
            "write|writing|written|écrit|écrire|écriture|escritura|escrita|escribe|escrever|escribir|escreve|production écrite"
        ),
        "writing",
    ),
    **dict.fromkeys(
        words_of(
            "speak|speaking|spoken|oral|parlé|parler|expression orale|habla|fala|falar|hablar|conversation"
        ),
        "speaking",
    ),
    **dict.fromkeys(
        words_of(
            "understand|understanding|listening|comprendre|compréhension|compreender|comprender|compreende|comprende|escucha|comprensión|compreensão|audition"
        ),
        "understanding",
    ),
}
"""Headings of a table of language skills to the skill."""
NO_LANGUAGES: Final = words_of("""yes|fair|good|basic|level|native|fluent|none|sign|language|languages|other|english level|mother|ler|bom|boa|fraco|fraca|razoável|bon|bonne|bien|bueno|buena|malo|moyen|moyenne|faible|regular|excellent|excelente
ruby|julia|swift|dart|lisp|scratch|basic level|kotlin|logo|ada|pascal|fortran|cobol|haskell|erlang|elixir""")
"""Names of small languages that in a CV are mostly words of something else."""
ABBREVIATED: Final = (
    *("Inc.", "Ltd.", "Co.", "Corp.", "S.A.", "Jr.", "St.", "e.V.", "Lda.", "Ltda.", "S.L.", "S.A.R.L."),
    *("Pvt.", "N.V.", "B.V.", "Cía.", "Bros.", "Assn.", "S.A.U.", "S.L.U.", "S.A.C.", "S.A.S.", "S.R.L."),
    *("E.I.R.L.", "S.p.A.", "S.C.", "C.A.", "A.C.", "E.P.", "E.S.P.", "Cia.", "U.P.", "I.P."),
)
"""How names of companies end that end with a stop."""
