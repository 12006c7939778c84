"""More CVs and criteria, labelled before the search was tried on them.

The criteria are worded as long as notices word them. Wording and persons are invented. At first sight 22 of
28 first passages were right, none wrong, and all of 12 silences; general mending of words made it 25.
"""

from __future__ import annotations

from typing import Final

CVS: Final = {
    "kira": """Senior supply officer with an engineer's diploma.
Negotiated long-term agreements with suppliers in nine countries.
Wrote tender documents and sat on evaluation committees for works contracts.
Cut the lead time of medical kits from ninety to forty days.
Kept the asset register of the mission and disposed of obsolete vehicles.
Coached two interns.
Swims and sings.""",
    "luis": """Abogado, experto en derecho internacional de los refugiados.
Asesoré a la comisión nacional en la determinación de la condición de refugiado.
Redacté dictámenes sobre apatridia y reunificación familiar.
Impartí cursos a jueces y fiscales.
Supervisé a seis abogados de una clínica jurídica.
Miembro del colegio de abogados desde 2009.""",
    "maud": """Responsable administrative et financière.
Élaboration et suivi de budgets annuels de trois millions d'euros.
Préparation des audits externes et mise en œuvre des recommandations.
Paie et contrats de quarante-cinq employés.
Déploiement d'un progiciel SAP dans quatre bureaux de pays.
Parcours de randonnée et photographie.""",
    "nuno": """Engenheiro civil com mestrado em gestão de água.
Projeto e fiscalização de pontes rurais e estradas.
Reabilitação de sistemas de abastecimento de água em zonas afetadas por cheias.
Concursos públicos e contratos com empreiteiros locais.
Formação de comités de gestão de pontos de água.
Toca viola.""",
    "oda": """Communications and advocacy specialist.
Placed opinion pieces in regional newspapers and briefed foreign correspondents.
Ran the organization's accounts on social media, doubling followers in a year.
Edited the annual report and a photo book on seasonal workers.
Organized donor visits to project sites.
Fluent public speaker; moderated panels on labour mobility.""",
    "pavel": """Statistician.
Designed the sample of a national displacement survey and wrote its methodology.
Trained enumerators to use tablets for mobile data collection.
Used R, Stata and GIS software for maps of flows.
Published mobility tracking matrix reports every two weeks.
Peer reviewer of two journals.""",
}

PAIRS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "kira",
        "Minimum of seven years of progressively responsible experience in procurement, supply and logistics",
        ("Senior supply",),
    ),
    (
        "kira",
        "Experience in preparing tender documents and evaluating bids is required",
        ("Wrote tender",),
    ),
    ("kira", "Experience in the management of assets and vehicles is an advantage", ("Kept the asset",)),
    ("kira", "Negotiation with suppliers and drawing up of long-term agreements", ("Negotiated long-term",)),
    ("kira", "Supervising and coaching staff", ("Coached two",)),
    ("kira", "Knowledge of asylum procedures and statelessness", ()),
    ("kira", "Experience in survey design and sampling", ()),
    ("luis", "Experiencia en determinación de la condición de refugiado (RSD)", ("Asesoré a la",)),
    ("luis", "Conocimiento del derecho internacional de los refugiados", ("Abogado, experto",)),
    ("luis", "Capacitación de jueces, fiscales y otros operadores de justicia", ("Impartí cursos",)),
    ("luis", "Experiencia supervisando equipos de abogados", ("Supervisé a seis",)),
    ("luis", "Se valorará experiencia en casos de apatridia", ("Redacté dictámenes",)),
    ("luis", "Conocimiento de sistemas de información geográfica", ()),
    ("luis", "Experiencia en abastecimiento de agua", ()),
    (
        "maud",
        "Au moins cinq ans d'expérience dans l'élaboration et le suivi budgétaires",
        ("Élaboration et",),
    ),
    ("maud", "Connaissance pratique de SAP ou d'un autre progiciel de gestion", ("Déploiement d'un",)),
    ("maud", "Expérience des audits", ("Préparation des audits",)),
    ("maud", "Gestion de la paie et des contrats du personnel", ("Paie et contrats",)),
    ("maud", "Animation de réseaux sociaux", ()),
    ("maud", "Expérience de la réinstallation des réfugiés", ()),
    ("nuno", "Experiência na fiscalização de obras rodoviárias e pontes", ("Projeto e fiscalização",)),
    ("nuno", "Reabilitar sistemas de água após cheias", ("Reabilitação de",)),
    ("nuno", "Gestão de contratos com empreiteiros", ("Concursos públicos",)),
    ("nuno", "Formar comités comunitários", ("Formação de comités",)),
    ("nuno", "Experiência em assessoria de imprensa", ()),
    ("nuno", "Conhecimento de amostragem estatística", ()),
    ("oda", "Proven track record in media relations, including with foreign press", ("Placed opinion",)),
    ("oda", "Managing social media accounts of an organization", ("Ran the organization",)),
    ("oda", "Experience in editing publications such as annual reports", ("Edited the annual",)),
    ("oda", "Experience in organizing visits of donors and officials", ("Organized donor",)),
    ("oda", "Knowledge of labour mobility and migration", ("moderated panels",)),
    ("oda", "Experience in payroll administration", ()),
    ("oda", "Bridge construction and road works supervision", ()),
    ("pavel", "Experience with the Displacement Tracking Matrix (DTM) or similar", ("Published mobility",)),
    ("pavel", "Proficiency in statistical software such as R, SPSS or Stata", ("Used R,",)),
    ("pavel", "Training of enumerators and mobile data collection", ("Trained enumerators",)),
    ("pavel", "Knowledge of GIS mapping", ("Used R,",)),
    ("pavel", "Experience in designing samples and survey methodology", ("Designed the sample",)),
    ("pavel", "Experience in contract negotiation with suppliers", ()),
    ("pavel", "Legal counselling of asylum seekers", ()),
)
