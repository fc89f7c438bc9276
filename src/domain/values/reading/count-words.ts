/** Words for jobs as a unit, in the languages of registers. */
export const jobUnit =
  /^(?:人|人数|名|명|persons?|people|jobs|workers|employees|puestos?(?: de trabajo)?|empleos?|plazas|emplois?|postes?|salariés|postos?(?: de trabalho)?|empregos?|vagas|posti(?: di lavoro)?|addetti|arbeitsplätze|beschäftigte|miejsca? pracy|osób|pracovních míst|locuri de muncă|рабочих мест|раб\. мест|чел\.?|человек|робочих місць|осіб|kişi|istihdam|orang|tenaga kerja|lao động|người|việc làm|คน|ตำแหน่ง|وظيفة|فرصة عمل|عامل)$/iu;
/** Words for companies as a unit. */
export const companyUnit =
  /^(?:家|户|戸|社|개사|companies|firms|enterprises|empresas?|entreprises?|sociétés|imprese|aziende|unternehmen|firm|firmy|firem|spółek|firme|предприятий|компаний|підприємств|şirket|firma|perusahaan|doanh nghiệp|บริษัท|شركة)$/iu;
