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

/** Formats of a chart that hold its data. The other formats of charts are pictures. */
export const dataFormats = ['json', 'csv', 'datapackage.json', 'xlsx', 'pptx'] as const;
export const chartFormats = [...dataFormats, 'svg', 'png', 'pdf'] as const;
export type ChartFormat = (typeof chartFormats)[number];
