/** Labels of the page where a month is entered. */
export const en = {
  intro: 'Type the figures of one month and save. Leave a field empty to leave it as it is.',
  all_months: 'All months in one table',
  period: 'Month',
  earlier: 'Earlier month',
  later: 'Later month',
  indicator: 'Indicator',
  before: (v: { month: string }) => `Before: ${v.month}`,
  none_before: 'No earlier value',
  stored: (v: { value: string }) =>
    `Stored: ${v.value}. A new value keeps this one in the history.`,
  stored_missing: (v: { reason: string }) => `Stored: ${v.reason}.`,
  history: (v: { values: string }) => `Earlier values: ${v.values}`,
  typed_as: (v: { value: string }) => `= ${v.value}`,
  at_month_end: 'State at the end of the month',
  year_to_date: (v: { from: string; to: string }) =>
    `Year to date: ${v.from} to ${v.to}, not the month alone`,
  month_alone: (v: { value: string }) => `In the month alone: ${v.value}`,
  since_start: 'Since the start, in total',
  january:
    'January is not reported on its own: statistics give January and February together, in February’s year to date. Leave it blank.',
  no_value: 'No value',
  no_value_because: (v: { name: string }) => `${v.name}: no value because`,
  has_value: 'Has a value',
  note: (v: { name: string }) => `${v.name}: cause and next step, one sentence`,
  note_hint:
    'Everyone who can sign in can read it on the overview and in print. It is never in shared links or copies of the page. At most 500 characters.',
  notes_title: 'Cause and next step',
  wrong_not_a_number: 'Not a number. Write 1234.5 or 1,234.5.',
  wrong_not_whole: 'A count is a whole number.',
  wrong_negative: 'This cannot be less than zero.',
  wrong_too_fine: 'Finer than the smallest coin. Leave out the last digits.',
  asks: 'Please check before saving',
  jump: (v: { times: string | undefined; last: string; month: string; up: boolean }) =>
    v.times === undefined
      ? `This is many times ${v.up ? 'larger' : 'smaller'} than ${v.last} of ${v.month}. Is the unit right?`
      : `This is about ${v.times} times ${v.up ? 'larger' : 'smaller'} than ${v.last} of ${v.month}. Is the unit right?`,
  server_jump: 'This differs from its neighbours by about ten times. Is the unit right?',
  fell: (v: { last: string; month: string }) =>
    `A year to date does not fall within a year: ${v.month} was ${v.last}.`,
  sure: (v: { name: string }) => `${v.name}: it is right, save it`,
  save: 'Save',
  save_own: 'Save as the zone’s own figures',
  saving: 'Saving',
  nothing: 'Nothing was typed or changed.',
  draft: 'Not saved yet. What you typed stays in this tab, also after a reload.',
  discard: 'Discard changes',
  example_leaves:
    'You are looking at example figures. Facts and targets stay; when you save your own figures, the example figures are removed; the two are never added. “Undo” on the import page brings them back.',
  fictional_leaves:
    'You are looking at the fictional Example Zone. Its figures are never mixed with your own: the first save starts your own zone.',
  viewer: 'Only managers can enter figures. You can read them on the overview.',
  saved: (v: { n: number; month: string }) =>
    `${v.n === 1 ? '1 figure' : `${v.n} figures`} saved for ${v.month}`,
  partly: 'Not everything was saved. What is not is still in the form.',
  changed_title: 'What changed in the targets',
  changed_none: 'Nothing changed in the targets.',
  changed_now: 'Now',
  changed_plan: 'Plan to date',
  changed_verdict: 'Verdict',
  changed_note: 'Note',
  to: (v: { from: string; to: string }) => `${v.from} → ${v.to}`,
  see: (v: { date: string }) => `See the overview as of ${v.date}`,
  next: (v: { month: string }) => `Enter ${v.month}`,
  checklist_title: 'Checklist',
  checklist_intro: (v: { name: string }) => `${v.name}: how many items of the checklist are done?`,
  checklist_done: 'Done',
  checklist_total: 'Of',
  checklist_wrong: 'Done cannot be more than the items there are.',
  checklist_saved: 'The checklist is saved.',
};
