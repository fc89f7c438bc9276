import { en as shell } from '#web/i18n/labels/en.ts';

/** Labels of the choice of any day, and of its moment of knowledge. */
export const day = {
  any_day: 'Any day',
  as_of: 'As of',
  known_at: 'As the records stood on (optional)',
  known_hint: 'Leaves out what was recorded after the end of that day in the zone’s time.',
  show: 'Show',
};

/** Labels of the panels that open over a page, with those of the frame. */
export const panels = {
  ...shell,
  real_title: 'What is real on this page',
  real_reported: 'Published figures',
  real_targets: 'Targets',
  real_invented: 'Invented',
  real_invented_text:
    'Everything marked Example: the amounts, stages and dates of single projects, and companies, output and jobs to date. They show what the page does. Do not quote them.',
  real_fictional_text: 'The whole zone is invented. No figure of it is a record of anything.',
  your_own: 'Your own figures',
  your_own_text:
    'Import a project register, or enter one month’s figures. The first import removes the example rows; it can be undone.',
  switch_example_zone: 'Show the fictional Example Zone',
  switch_sample: 'Show the example of a real zone',
  remove_sample: 'Remove the example data',
  shortcuts_off: 'Single-key shortcuts',
  key_palette: 'Ctrl K, ⌘K',
  key_palette_what: 'Go to a page, a project, a figure, a day',
  key_pages: 'G, then O, P, L, M, Z or I',
  key_pages_what: 'Overview, Projects, Pipeline, Month, Zone, Import',
  key_days: '[ and ]',
  key_days_what: 'Earlier and later day',
  key_measure: '1–9',
  key_measure_what: 'Row of the targets',
  key_table: 'T',
  key_table_what: 'Chart or table of the figure in focus',
  key_share: 'S',
  key_share_what: 'Share this page',
  key_search: '/',
  key_search_what: 'Search projects',
  key_board: 'On the board: M, then 1–7; Z',
  key_board_what: 'Move a card to a stage; undo the move',
  key_month: 'In a month: [ and ]; A, X, Shift A',
  key_month_what: 'Earlier and later month; accept the row, tick it, accept all without a doubt',
  key_wall: 'On the wall display: ← →, Page Up, Page Down; Home, End; Space; Esc',
  key_wall_what: 'Previous and next chart; first and last; stop and continue; leave',
  key_help: '?',
  key_help_what: 'This list',
};
