"""CVs in four languages, and which of their sentences a person would quote for a criterion.

The wording and the persons are invented. A label names the beginning of the sentence to quote; several where
each would do; none where the CV says nothing about the criterion. They were labelled before measuring.
"""

from __future__ import annotations

from typing import Final

NOTICE: Final = (
    "The post deals with Internally Displaced Persons (IDPs), Water, Sanitation and Hygiene (WASH), "
    "Mental Health and Psychosocial Support (MHPSS), Monitoring and Evaluation (M&E), Cash-Based "
    "Interventions (CBI), Enterprise Resource Planning (ERP) and Countering Trafficking in Persons (CTIP)."
)

CVS: Final = {
    "ada": """Profile: field coordinator with nine years in dry countries.
Coordinated shelter distribution for 4,000 families after the floods.
Supervised the drilling of boreholes and trained hygiene promoters in WASH committees.
Wrote monthly reports to donors and drafted two grant proposals that were funded.
Managed a budget of USD 1.2 million and reconciled accounts every quarter.
Led a team of fourteen national staff, among them three engineers.
I enjoy hiking, choir singing and old maps.""",
    "ben": """Software developer turned data analyst.
Built dashboards in Power BI for the statistics office and cleaned household survey data.
Wrote SQL queries and Python scripts to merge registration records of refugees.
Administered the Enterprise Resource Planning system and trained users in procurement modules.
Maintained servers and backups for a small hospital.
Certificate in project management, 2019.
Volunteer goalkeeper coach on weekends.""",
    "chantal": """Juriste de formation, spécialisée en droit d'asile.
Conseillère juridique auprès de demandeurs d'asile pendant quatre ans.
Responsable de la gestion des ressources humaines d'une équipe de vingt personnes.
Formation des policiers à la lutte contre la traite des personnes.
Rédaction de rapports d'activité et de notes de synthèse pour les bailleurs de fonds.
Suivi et évaluation de trois projets de cohésion sociale.
Membre d'une chorale.""",
    "davi": """Gestor de projetos com experiência em migração laboral.
Coordenação de formações para autoridades de fronteira em Cabo Verde.
Elaboração de propostas de financiamento e relatórios para doadores.
Apoio psicossocial a vítimas de tráfico de pessoas.
Gestão de compras e logística de três armazéns.
Aulas de guitarra aos sábados.""",
    "elena": """Trabajadora social con enfoque en niñez migrante.
Acompañamiento de niñas y niños no acompañados en albergues de la frontera.
Coordinación con autoridades locales y organizaciones de la sociedad civil.
Elaboración de informes mensuales y sistematización de buenas prácticas.
Facilitación de talleres sobre violencia de género.
Administración de bases de datos de beneficiarios.
Me gusta el ciclismo.""",
    "farid": """Chauffeur et logisticien.
Entretien d'une flotte de douze véhicules et suivi du carburant.
Organisation de convois et dédouanement de marchandises au port.
Inventaire annuel de l'entrepôt et commande de pièces détachées.
Notions de mécanique et premiers secours.""",
    "grace": """Nurse and public health officer.
Ran vaccination campaigns in camps for internally displaced persons.
Set up a referral pathway for survivors of gender-based violence.
Provided psychological first aid and supervised MHPSS counsellors.
Trained community health workers in surveillance of cholera.
Prepared medical supplies and controlled the cold chain.
Published an article on malaria in children.""",
    "hugo": """Comunicador social y periodista.
Redacción de comunicados de prensa y gestión de redes sociales.
Producción de vídeos sobre retorno voluntario asistido.
Diseño de campañas de información contra la trata de personas.
Relaciones con medios y organización de ruedas de prensa.
Fotografía documental.""",
    "ines": """Economista.
Análise de dados de inquéritos às famílias e modelos de regressão.
Monitoria e avaliação de programas de transferência monetária.
Gestão orçamental e auditoria de contas de três projetos.
Redação de artigos sobre remessas de emigrantes.
Ensino universitário de estatística.""",
    "jonas": """Immigration officer.
Examined visa applications and checked travel documents for forgery.
Designed standard operating procedures on integrated border management.
Negotiated a readmission agreement with two ministries.
Delivered training on fraud detection to airline staff.
Carried out interviews of trafficking victims together with the police.
Plays chess.""",
}

PAIRS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("ada", "Experience in water, sanitation and hygiene programmes", ("Supervised the drilling",)),
    ("ada", "Knowledge of WASH", ("Supervised the drilling",)),
    ("ada", "Proven experience in budget management", ("Managed a budget",)),
    ("ada", "Drafting proposals and donor reporting", ("Wrote monthly reports",)),
    ("ada", "Experience in coordinating shelter activities", ("Coordinated shelter",)),
    ("ada", "Ability to lead teams", ("Led a team",)),
    ("ada", "Experience with customs clearance and fleet management", ()),
    ("ada", "Knowledge of asylum law", ()),
    ("ben", "Knowledge of ERP systems", ("Administered the Enterprise",)),
    ("ben", "Experience in enterprise resource planning", ("Administered the Enterprise",)),
    ("ben", "Proficiency in SQL and Python", ("Wrote SQL",)),
    ("ben", "Experience in analysing survey data", ("Built dashboards",)),
    ("ben", "Experience in the registration of refugees", ("Wrote SQL",)),
    ("ben", "Certification in project management", ("Certificate in project",)),
    ("ben", "Experience in procurement training", ("Administered the Enterprise",)),
    ("ben", "Experience in psychosocial counselling", ()),
    ("ben", "Experience in border management", ()),
    ("chantal", "Expérience en droit d'asile", ("Juriste de formation", "Conseillère juridique")),
    ("chantal", "Conseil juridique aux demandeurs d'asile", ("Conseillère juridique",)),
    ("chantal", "Gestion des ressources humaines", ("Responsable de la gestion",)),
    ("chantal", "Lutte contre la traite des êtres humains", ("Formation des policiers",)),
    ("chantal", "Former la police", ("Formation des policiers",)),
    ("chantal", "Expérience en suivi et évaluation de projets", ("Suivi et évaluation",)),
    ("chantal", "Rédiger des rapports pour les bailleurs", ("Rédaction de rapports",)),
    ("chantal", "Entretien de véhicules", ()),
    ("chantal", "Connaissance des bases de données", ()),
    ("davi", "Experiência em gestão de projetos", ("Gestor de projetos",)),
    ("davi", "Formação de autoridades fronteiriças", ("Coordenação de formações",)),
    ("davi", "Elaborar propostas de financiamento", ("Elaboração de propostas",)),
    ("davi", "Experiência com vítimas de tráfico", ("Apoio psicossocial",)),
    ("davi", "Conhecimentos de logística e compras", ("Gestão de compras",)),
    ("davi", "Experiência em auditoria de contas", ()),
    ("davi", "Produção de vídeos", ()),
    ("elena", "Experiencia con niños no acompañados", ("Acompañamiento",)),
    ("elena", "Trabajo con la sociedad civil y autoridades locales", ("Coordinación con",)),
    ("elena", "Elaborar informes", ("Elaboración de informes",)),
    ("elena", "Facilitar talleres de genero", ("Facilitación de talleres",)),
    ("elena", "Manejo de bases de datos", ("Administración de bases",)),
    ("elena", "Experiencia en ruedas de prensa", ()),
    ("elena", "Gestión de compras y almacenes", ()),
    ("farid", "Gestion d'une flotte de véhicules", ("Entretien d'une flotte",)),
    ("farid", "Dédouaner des marchandises", ("Organisation de convois",)),
    ("farid", "Expérience des inventaires d'entrepôts", ("Inventaire annuel",)),
    ("farid", "Connaissances en mécanique", ("Notions de mécanique",)),
    ("farid", "Droit d'asile et protection internationale", ()),
    ("farid", "Organisation de campagnes de vaccination", ()),
    ("grace", "Work with IDPs", ("Ran vaccination",)),
    ("grace", "Experience with internally displaced persons", ("Ran vaccination",)),
    ("grace", "Mental health and psychosocial support experience", ("Provided psychological",)),
    ("grace", "Knowledge of gender-based violence referral", ("Set up a referral",)),
    ("grace", "Training of community workers", ("Trained community",)),
    ("grace", "Managing vaccination campaigns", ("Ran vaccination",)),
    ("grace", "Experience in disease surveillance, including cholera", ("Trained community",)),
    ("grace", "Experience in press relations", ()),
    ("grace", "Knowledge of procurement and ERP", ()),
    ("hugo", "Gestionar redes sociales", ("Redacción de comunicados",)),
    ("hugo", "Redactar comunicados de prensa", ("Redacción de comunicados",)),
    ("hugo", "Conocimiento del retorno voluntario asistido", ("Producción de vídeos",)),
    ("hugo", "Campañas contra la trata", ("Diseño de campañas",)),
    ("hugo", "Organizar ruedas de prensa", ("Relaciones con medios",)),
    ("hugo", "Análisis de encuestas de hogares", ()),
    ("hugo", "Gestión de almacenes", ()),
    ("ines", "Analisar dados de inquéritos", ("Análise de dados",)),
    ("ines", "Experiência em monitoria e avaliação", ("Monitoria e avaliação",)),
    ("ines", "Programas de transferências monetárias", ("Monitoria e avaliação",)),
    ("ines", "Gestão de orçamentos", ("Gestão orçamental",)),
    ("ines", "Ensinar estatística", ("Ensino universitário",)),
    ("ines", "Apoio a vítimas de violência", ()),
    ("jonas", "Experience in integrated border management (IBM)", ("Designed standard",)),
    ("jonas", "Drafting of standard operating procedures (SOPs)", ("Designed standard",)),
    ("jonas", "Knowledge of IBM and SOPs", ("Designed standard",)),
    ("jonas", "Experience in examining visas and travel documents", ("Examined visa",)),
    ("jonas", "Interviewing victims of trafficking", ("Carried out interviews",)),
    ("jonas", "Detection of document fraud", ("Delivered training", "Examined visa")),
    ("jonas", "Negotiation of agreements with ministries", ("Negotiated a readmission",)),
    ("jonas", "Experience in monitoring and evaluation", ()),
    ("jonas", "Cash-based interventions", ()),
)
