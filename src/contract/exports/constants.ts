/** Documents of the whole register, by file name. */
export const documentFiles = [
  'report.pdf',
  'report.docx',
  'report.pptx',
  'workbook.xlsx',
  'pack.zip',
  'projects.csv',
  'observations.csv',
  'stage_events.csv',
] as const;
export type DocumentFile = (typeof documentFiles)[number];

export const chartFormats = [
  'json',
  'csv',
  'datapackage.json',
  'xlsx',
  'pptx',
  'svg',
  'png',
  'pdf',
] as const;
