/** Texts of the README of a data pack. */
export const readme = {
  title: 'Data pack',
  what: 'What this is',
  files: 'Files',
  cite: 'How to cite',
  citation: (zone: string, day: string, revision: string) =>
    `${zone}: Headway data pack, data as of ${day}, revision ${revision}`,
  cite_note:
    'Name the day of the data and the revision. Say of forecasts, estimates and provisional values that they are such.',
  read: 'How to read it',
  read_note:
    'CSV files are UTF-8 with field ids in the first line and no comment lines; values are exact, dates are ISO 8601, an empty field is a missing value. Types, units and definitions of the fields stand in datapackage.json. They are for programs: a spreadsheet may run text that starts with =, +, - or @ as a formula, so open the workbook to look at the data. It holds the same with typed cells and number formats, and its text never runs.',
  definitions: 'Definitions',
  sources: 'Sources',
  again: 'Import it again',
  again_note:
    'projects.csv and observations.csv can be imported again on the Import page and leave unchanged. stage_events.csv has the whole history of stages, for reading only.',
  not_made: (title: string) =>
    `${title} (could not be made and is not in this pack; the data are complete)`,
};
