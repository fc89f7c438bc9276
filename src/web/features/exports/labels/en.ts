import type { ReportSection } from '#domain/report/report.ts';

/** A name for each section; those of other ids are undefined. */
export type SectionNames = Readonly<Record<ReportSection['id'], string>> &
  Readonly<Record<string, string>>;
/** The sections of a report, by its headings. */
const sectionNames: SectionNames = {
  statement: 'Where the zone stands',
  ledger: 'Targets',
  outlook: 'Outlook',
  projects: 'Projects',
  achievements: 'Achievements',
  changes: 'Changes in the period',
  problems: 'Issues',
  next: 'Next steps',
  revised: 'Revised since',
  doubts: 'Doubts',
  figures: 'Figures and their data',
  definitions: 'Definitions, sources and data status',
  log: 'Change log',
};
const partNames: Readonly<Record<string, string>> = {
  changes: 'Changes in the period',
  about: 'What it shows and how to read it',
  indicators: 'Main indicators against target',
  register: 'Project register',
  progress: 'Progress of major projects',
  signed: 'Signed projects',
  issues: 'Issues',
  projects: 'Projects, every field typed',
  stage_events: 'Stage and status history',
  observations: 'Indicator series',
  corrections: 'Corrected values',
  target_parts: 'Parts of targets',
  outlook: 'Outlook',
  decisions: 'Decisions',
  targets: 'Targets',
  revisions: 'Change log',
  sources: 'Sources',
  codebook: 'Definitions and fields',
  readme: 'Read me: how to cite, how to read',
  workbook: 'The workbook',
  metadata: 'datapackage.json for programs',
  oc4ids: 'oc4ids.json: the projects as OC4IDS',
  report: 'The report as PDF, Word and slides',
};
const documentNames: Readonly<Record<string, string>> = {
  'report.pdf': 'Report, PDF',
  'report.docx': 'Report, Word',
  'report.pptx': 'Report, slides',
  'workbook.xlsx': 'Workbook',
  'pack.zip': 'Data pack',
  'projects.csv': 'Projects, CSV',
  'observations.csv': 'Indicator series, CSV',
  'stage_events.csv': 'Stage history, CSV',
};
const documentHints: Readonly<Record<string, string>> = {
  'report.pdf': 'A4, to print or pass on',
  'report.docx': 'headings, tables and pictures that Word can edit',
  'report.pptx': 'charts that PowerPoint and LibreOffice can edit',
  'workbook.xlsx': 'the usual layouts; every cell typed',
  'pack.zip': 'CSV for programs, workbook, report, metadata, how to cite',
  'projects.csv': 'every field; can be imported again',
  'observations.csv': 'every month; can be imported again',
  'stage_events.csv': 'what happened to each project, and when',
};
const projects = (n: number) => (n === 1 ? '1 project' : `${n.toLocaleString('en')} projects`);

export const documents = {
  intro: 'Whole documents of the register, exact and stamped with their day, status and revision.',
  document: 'Document',
  period: 'Period',
  of_day: (v: { day: string }) => `As of ${v.day}`,
  quarters: 'Quarters',
  months: 'Months',
  language: 'Language of the document',
  csv_form: 'Kind of CSV',
  csv_excel:
    'Safe to open in a spreadsheet: text that would run as a formula starts with an apostrophe. The import removes the apostrophe.',
  csv_programs:
    'Exact values under the ids of the fields. A spreadsheet may run text in it as a formula: open the CSV for Excel there instead. The data pack holds the same file with datapackage.json.',
  all: 'All',
  contains: 'It will contain',
  shows: (v: { day: string }) => `State on ${v.day}`,
  clause: ', ',
  stop: '; ',
  compared: (v: { day: string }) => `compared with ${v.day}`,
  projects: (v: { shown: string; all: string }) => `${v.shown} of ${v.all} projects`,
  all_projects: (v: { all: string }) => `all ${v.all} projects`,
  search: (v: { text: string }) => `Search: ${v.text}`,
  clear: 'Clear filters',
  none_left: 'No project matches this filter; choose another.',
  invented:
    'Contains invented values: every page and file says so, and its name ends in ILLUSTRATIVE.',
  download: 'Download',
  open_page: 'Open as a page',
  viewer: 'Data files are for analysts and managers. You can export the report.',
  name: (v: { file: string }) => documentNames[v.file] ?? v.file,
  hint: (v: { file: string }) => documentHints[v.file] ?? '',
  part: (v: { part: string }) => partNames[v.part] ?? v.part,
  section: (v: { part: string }) => sectionNames[v.part] ?? v.part,
  no_period: (v: { period: string }) => `There is no data in ${v.period}.`,
  last_day: 'Show the last day with data',
  no_steps:
    'No next step is entered, so the report has no such section. Enter steps with owner and day on this page:',
  no_steps_page: 'Month',
  print: 'Print or save as PDF',
  copy_sentence: 'Copy one sentence',
  copy_page: 'Copy as one page of text',
  copied: 'Copied',
  copy_failed: 'This browser did not allow copying. Select the text of the report and copy it.',
  back: 'Other documents',
};

/** Labels of the copy as a file, and of the page that makes it. */
export const copy = {
  what: (v: { date: string }) =>
    `One file with the overview as of ${v.date}, in Chinese, Japanese and English. It opens on any device, needs no network and contains no script.`,
  holds: 'Totals only: no project names, and no amount of fewer than three investors.',
  save: 'Save the copy',
  making: 'Making the copy',
  saved: (v: { name: string }) => `Saved as ${v.name}.`,
  no_pictures: 'The charts could not be drawn, so the copy holds the figures without them.',
  progress_of: (v: { date: string }) => `Progress as of ${v.date}`,
  made: (v: { date: string }) => `Read-only copy, made on ${v.date}`,
  illustrative:
    'Figures marked Example are invented to show what the page does. Do not quote them.',
  established: 'Established projects',
  investment: 'Investment in established projects',
  pipeline: 'Pipeline',
  targets: 'Targets',
  target: 'Target',
  now: 'Now',
  plan: 'Plan to date',
  verdict: 'Verdict',
  by: (v: { date: string }) => `by ${v.date}`,
  checklist: (v: { done: number; total: number; date: string }) =>
    `${v.done} of ${v.total} done, ${v.date}`,
  no_checklist: 'No checklist reported',
  stages: 'Projects by stage',
  stage: 'Stage',
  count: 'Projects',
  amount: 'Planned investment',
  held_back_note:
    'Amounts of fewer than three investors are not shown, nor sums in which one could be estimated within 15%, nor any from which such an amount could be worked out.',
  undisclosed: (v: { n: number }) => `${projects(v.n)} without an amount`,
  excluded: (v: { n: number }) => `${projects(v.n)} on hold or ended, not counted`,
  since: (v: { date: string }) => `Since ${v.date}`,
  since_text: (v: {
    n: number;
    before: string;
    now: string;
    pipelineBefore: string;
    pipelineNow: string;
  }) =>
    `${v.n === 1 ? '1 change' : `${v.n.toLocaleString('en')} changes`} of stage or status. Established: ${v.before} → ${v.now}. Pipeline: ${v.pipelineBefore} → ${v.pipelineNow}.`,
  method: 'How to read this',
  method_text:
    'Plan to date: baseline + (target − baseline) × planned share of the difference. Verdict: now ÷ plan to date. Investment is not output, and projects are not companies, so they are never compared. Two currencies are never added.',
  language: 'Language',
};
