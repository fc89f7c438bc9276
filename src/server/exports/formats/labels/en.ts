/** Labels of a workbook outside its rows. */
export const sheet = {
  data: 'Data',
  projects: 'Projects',
  pivot_rows: 'Rows for pivot tables',
  definitions: 'Definitions and sources',
  columns: 'Column',
  unit: 'Unit',
  formula: 'How it is computed',
  asOf: 'As of',
  source: 'Source',
  status: 'Data status',
  missing:
    'An empty cell is a missing value, with its reason in the status column; zero is a value.',
  exact:
    'A cell holds the number in the unit of its heading or its unit column, not rounded. Sums and references take that number.',
  filter: 'Scope',
  made: 'Made',
  view: 'The same on a page',
  no_rows: 'There are no rows on this day.',
  data_sheet: 'This sheet is for programs and for importing again; only this title prints.',
};

/** Headings of ids that are not those of the column of labels after them. */
export const ids = {
  basis: 'Basis',
  first_month: 'First month',
  in_words: 'in words',
  level: 'Kind of row',
  months_after: 'Months after',
  refusal: 'Reason for no forecast',
  verdict_milestone: 'Milestone',
};
