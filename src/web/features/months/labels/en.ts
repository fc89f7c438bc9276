/** Labels of the page where a month is entered, checked and closed. */
export const en = {
  period: 'Month',
  earlier: 'Earlier month',
  later: 'Later month',
  state_open: 'Open',
  state_due: (v: { date: string; days: number }) =>
    v.days > 0
      ? `Open, due ${v.date}, overdue by ${v.days === 1 ? '1 day' : `${v.days} days`}`
      : `Open, due ${v.date}`,
  state_closed: (v: { date: string; who: string }) => `Closed ${v.date}, ${v.who}`,
  state_reopened: (v: { date: string; who: string }) => `Open again since ${v.date}, ${v.who}`,
  lead: (v: {
    missing: number;
    drafts: number;
    unanswered: number;
    proposals: number;
    doubts: number;
    causes: number;
  }) => {
    const parts = [
      v.missing === 0
        ? undefined
        : `${v.missing} ${v.missing === 1 ? 'figure is' : 'figures are'} missing`,
      v.drafts === 0
        ? undefined
        : `${v.drafts} ${v.drafts === 1 ? 'draft waits' : 'drafts wait'} for acceptance`,
      v.unanswered === 0
        ? undefined
        : `${v.unanswered} ${v.unanswered === 1 ? 'request is' : 'requests are'} not answered`,
      v.proposals === 0
        ? undefined
        : `${v.proposals} ${v.proposals === 1 ? 'proposal waits' : 'proposals wait'}`,
      v.doubts === 0 ? undefined : `${v.doubts} ${v.doubts === 1 ? 'doubt is' : 'doubts are'} open`,
      v.causes === 0
        ? undefined
        : `${v.causes} ${v.causes === 1 ? 'target' : 'targets'} behind plan without a cause`,
    ].filter((part) => part !== undefined);
    return parts.length === 0
      ? 'Nothing is open. The month can be closed.'
      : `${parts.join('; ')}. The month can be closed at any time; what is open will be noted.`;
  },
  lead_unknown: 'What is open is not known yet.',
  lead_closed: (v: { changed: number }) =>
    v.changed === 0
      ? 'The month is closed and has not changed since.'
      : `The month is closed. ${v.changed === 1 ? '1 figure was' : `${v.changed} figures were`} revised since it was first closed.`,
  lead_reopened: (v: { changed: number }) =>
    `${v.changed === 1 ? '1 figure was' : `${v.changed} figures were`} revised since the month was first closed.`,
  example_leaves:
    'You are looking at example figures. When you save your own figures, the example figures are removed; the two are never added. The targets stay until you name your zone or import its register. “Undo” brings all back.',
  fictional_leaves:
    'You are looking at the fictional Example Zone. Its figures are never mixed with your own: the first save starts your own zone.',
  viewer_none: 'No month is closed yet. Only managers and admins enter values and close the month.',
  viewer_closed: (v: { month: string; date: string; who: string; others: number }) =>
    `${v.month} was closed on ${v.date} by ${v.who}${v.others === 0 ? '' : v.others === 1 ? ', as was 1 other month' : `, as were ${v.others} other months`}. Only managers close the month.`,
  strip: 'Parts of the month',
  part_missing: 'Not reported',
  part_proposals: 'Proposals',
  part_values: 'Values',
  part_doubts: 'Doubts',
  part_causes: 'Cause and next step',
  part_achievements: 'Achievements',
  part_close: 'Close',
  of: (v: { n: number; all: number }) => `${v.n} of ${v.all}`,
  open_n: (v: { n: number }) => (v.n === 0 ? 'none open' : `${v.n} open`),
  written: 'written',
  not_written: 'not written',
  any_time: 'at any time',
  closed: 'closed',
  // values
  no_indicators: 'No indicator has values of a month yet.',
  set_indicators: 'Set indicators and targets',
  values_hint: 'Type them one by one, or',
  import_file: 'import a month file',
  indicator: 'Indicator',
  year_before: 'Same month last year',
  month_before: 'Last month',
  this_month: 'This month',
  year_on_year: 'Year on year',
  source: 'Source',
  source_of: (v: { name: string }) => `${v.name}: source`,
  source_hint: 'Words or file name',
  target_of_year: 'Target',
  value_month: (v: { month: string }) => `as of ${v.month}`,
  reached: (v: { share: string }) => `${v.share} reached`,
  at_month_end: 'at the end of the month',
  year_to_date: 'year to date',
  month_alone: 'the month alone',
  since_start: 'since the start',
  none_before: '–',
  january:
    'January is not reported on its own: statistics give January and February together, in February’s year to date.',
  no_figure: 'No figure this month',
  no_figure_because: (v: { name: string }) => `${v.name}: no figure because`,
  has_figure: 'Enter a figure',
  draft_by: (v: { who: string; date: string }) => `Draft by ${v.who}, ${v.date}, in no figure yet`,
  earlier_values: (v: { values: string }) => `Before: ${v.values}`,
  wrong_not_a_number: 'Not a number. Use a point for decimals: 3.25 or 1,234.5.',
  wrong_not_whole: 'A count is a whole number.',
  wrong_negative: 'This cannot be less than zero.',
  wrong_too_fine: 'Finer than the smallest coin. Leave out the last digits.',
  wrong_too_long: 'Too many digits: at most 18 before the point and 10 after it.',
  wrong_other_unit: 'Not the unit of this field. Write the number alone, in the unit of the field.',
  jump: (v: { value: string; times: string | undefined; last: string; up: boolean }) =>
    v.times === undefined
      ? `${v.value} is many times ${v.up ? 'larger' : 'smaller'} than ${v.last}. Is the unit right?`
      : `${v.value} is ${v.times} times ${v.up ? 'larger' : 'smaller'} than ${v.last}. Is there a zero too ${v.up ? 'many' : 'few'}?`,
  fell: (v: { last: string; month: string }) =>
    `A year to date does not fall within a year: ${v.month} was ${v.last}.`,
  change_to: (v: { value: string }) => `Change to ${v.value}`,
  sure: (v: { value: string }) => `${v.value} is right`,
  confirmed: 'Confirmed',
  theirs: (v: { value: string }) => `Another person saved ${v.value} meanwhile.`,
  keep_mine: 'Keep mine',
  take_theirs: 'Take theirs',
  change_reason: 'Reason for the change of a closed month',
  reason_needed: 'The month is closed: say why its figures change.',
  save: 'Save',
  save_own: 'Save as own figures',
  save_draft: 'Save as draft',
  saving: 'Saving',
  asks: 'Please check the marked figures first.',
  nothing: 'Nothing was typed or changed.',
  unsaved: 'Not saved yet. What you typed stays in this browser.',
  unsaved_title: (v: { when: string }) =>
    `Typed here on ${v.when} and not saved. It is in no figure yet.`,
  unsaved_changed: (v: { n: number }) =>
    v.n === 0
      ? 'Nothing changed meanwhile.'
      : v.n === 1
        ? '1 stored figure changed meanwhile.'
        : `${v.n} stored figures changed meanwhile.`,
  unsaved_yours: 'Typed',
  unsaved_was: 'Stored then',
  unsaved_now: 'Stored now',
  unsaved_take: 'Put into the form',
  discard: 'Discard changes',
  saved: (v: { time: string; n: number }) => `Saved ${v.time}: ${v.n} changed`,
  saved_draft: (v: { time: string }) => `Draft saved ${v.time}`,
  undo: 'Undo',
  undone: 'Undone',
  keys: 'Tab goes from number to number, Shift Tab to the field before, Enter saves, Esc restores',
  // doubts
  doubts_hint: 'They block nothing; what is open is noted in the report.',
  no_doubts: 'No facts disagree.',
  rows_n: (v: { n: number }) => (v.n === 1 ? '1 row' : `${v.n} rows`),
  more_rows: (v: { n: number }) => `and ${v.n} more`,
  dismiss: 'Dismiss with a reason',
  dismiss_name: 'Your name',
  dismiss_reason: 'Why these rows are right',
  dismiss_save: 'Dismiss',
  dismissed_by: (v: { who: string; date: string; reason: string }) =>
    `Dismissed by ${v.who}, ${v.date}: ${v.reason}`,
  fill_in: 'Fill this in.',
  // causes
  causes_hint: 'One sentence per target behind plan',
  no_target: 'No target is set.',
  none_behind: 'No target is behind plan.',
  no_other_behind: 'No other target is behind plan.',
  none_judged: (v: { names: string }) => `Without a verdict: ${v.names}.`,
  note_hint:
    'Everyone who can sign in can read it on the overview and in print. It is never in shared links or copies of the page.',
  other_targets: 'Other targets',
  cause_of: (v: { name: string }) => `${v.name}: cause`,
  cause: 'Cause',
  next_step: 'Next step',
  owner: 'Owner',
  due: 'Due',
  optional: (v: { label: string }) => `${v.label} (optional)`,
  achievements_hint: 'Printed apart from issues in the report',
  notes_saved: (v: { time: string }) => `Saved ${v.time}`,
  notes_conflict: (v: { who: string; text: string }) =>
    `${v.who} wrote meanwhile: “${v.text}”. Save again to replace it.`,
  // close
  close_month: (v: { month: string }) => `Close ${v.month}`,
  close_intro:
    'After closing, the overview, the report and shared links use these figures. A later change needs a reason and is marked as revised.',
  will_note: (v: { points: string }) => `Will be noted as open: ${v.points}.`,
  save_first: (v: { n: number }) =>
    `${v.n === 1 ? '1 typed value is' : `${v.n} typed values are`} not saved. Save or discard ${v.n === 1 ? 'it' : 'them'} under Values, then close the month.`,
  save_notes_first: (v: { parts: string }) =>
    `Typed and not saved: ${v.parts}. Save it there, then close the month.`,
  note_nothing: 'Nothing will be noted as open.',
  point_missing: (v: { n: number }) => `${v.n} without a figure`,
  point_draft: (v: { n: number }) => `${v.n} ${v.n === 1 ? 'draft' : 'drafts'}`,
  point_jump: (v: { n: number }) => `${v.n} about ten times the last value`,
  point_doubt: (v: { n: number }) => `${v.n} ${v.n === 1 ? 'doubt' : 'doubts'}`,
  point_cause: (v: { n: number }) =>
    `${v.n} ${v.n === 1 ? 'target' : 'targets'} behind plan without a cause`,
  point_overdue: (v: { n: number }) => `${v.n} overdue ${v.n === 1 ? 'project' : 'projects'}`,
  point_stale: (v: { n: number }) =>
    `${v.n} ${v.n === 1 ? 'project' : 'projects'} without an update`,
  close_note: 'Note',
  not_ended: 'The month has not ended yet. It can be closed after its last day.',
  needs_own: 'Only months of your own data can be closed: save a figure first.',
  preview: 'Preview the report',
  as_closed: 'Open the figures as closed',
  changed: 'Revised since the first closing',
  from_to: (v: { name: string; from: string; to: string }) => `${v.name}: ${v.from} → ${v.to}`,
  changed_why: (v: { who: string; date: string; reason: string | undefined }) =>
    `${v.who}, ${v.date}${v.reason === undefined ? '' : `: ${v.reason}`}`,
  no_value: 'no value',
  reopen: 'Reopen',
  reopen_reason: 'Reason for reopening',
  former_closings: 'Former closings',
  reopened_why: (v: { date: string; who: string; reason: string | undefined }) =>
    `Reopened ${v.date}, ${v.who}${v.reason === undefined ? '' : `: ${v.reason}`}`,
  note_not_stored: (v: { who: string; note: string }) =>
    `Your note is not stored, because ${v.who} closed the month first: “${v.note}”. Reopen the month to close it with your note.`,
  note_forget: 'Discard the note',
  printed_claim: (v: { month: string; behind: number; all: number }) =>
    v.all === 0
      ? v.month
      : `${v.month}: ${v.behind} of ${v.all} ${v.all === 1 ? 'target' : 'targets'} behind plan`,
  see_overview: 'See the overview',
  next: (v: { month: string }) => `Go to ${v.month}`,
  // checklist
  checklist_title: 'Checklist',
  checklist_items: (v: { name: string; done: number; total: number; day: string }) =>
    `${v.name}: ${v.done} of ${v.total} done by ${v.day}.`,
  checklist_hint: 'Give the day on which an item was done. The count follows from the days.',
  item_planned: (v: { day: string }) => `planned for ${v.day}`,
  item_overdue: (v: { days: number }) => `overdue by ${v.days === 1 ? '1 day' : `${v.days} days`}`,
  item_done: (v: { item: string }) => `Done on: ${v.item}`,
  checklist_intro: (v: { name: string }) => `${v.name}: how many items of the checklist are done?`,
  checklist_done: 'Done',
  checklist_total: 'Of',
  checklist_wrong: 'Done cannot be more than the items there are.',
  checklist_saved: 'The checklist is saved.',
};
