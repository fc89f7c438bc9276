/** Labels of the outlook. */
export const en = {
  lead: (v: { n: string }) =>
    `What is there, what ${v.n} projects on file still add, and what is missing even then.`,
  as_of: (v: { date: string }) => `Register and values as of ${v.date}.`,
  table: 'All targets',
  target: 'Target',
  answer: 'Will we make it?',
  now: 'Now',
  pace: 'Pace a month',
  ceiling: 'If everything on file lands',
  of_target: (v: { share: string }) => `${v.share} of the target`,
  met: 'Target met',
  missed: 'Target missed',
  on_pace: 'Yes, at this pace',
  short: (v: { by: string }) => `Not at this pace: ${v.by} short`,
  over: (v: { by: string }) => `Not at this pace: ${v.by} above`,
  beyond_register: 'No, not with what is on file',
  missing_even_then: (v: { by: string }) => `${v.by} missing even then`,
  within_register: (v: { by: string }) => `${v.by} missing: only if projects on file land in time`,
  unreported: 'Not reported',
  unknown: 'Cannot be said',
  needed: (v: { value: string }) => `${v.value} needed`,
  at_present: (v: { value: string }) => `${v.value} actual`,
  no_pace: 'No pace yet',
  sentence_copy: 'Copy sentence',
  copied: 'Copied',
  copy_failed: 'Not copied: select the sentence and copy it',
  example: 'Example: ',
  say_now: (v: { name: string; now: string; target: string }) =>
    `${v.name}: ${v.now} of ${v.target}.`,
  say_met: (v: { name: string; target: string; now: string }) =>
    `${v.name}: the target ${v.target} is met with ${v.now}.`,
  say_pace: (v: { value: string; date: string }) =>
    `At the pace of the last twelve months it will be ${v.value} by ${v.date}.`,
  say_pace_short: (v: { value: string; date: string; by: string }) =>
    `At the pace of the last twelve months it will be ${v.value} by ${v.date}, ${v.by} short.`,
  say_needed: (v: { needed: string; pace: string }) =>
    `${v.needed} a month are needed; ${v.pace} are gained.`,
  say_needed_total: (v: { needed: string; pace: string }) =>
    `The twelve-month total must rise by ${v.needed} a month; it rises by ${v.pace}.`,
  say_ceiling: (v: { n: string; ceiling: string; missing: string }) =>
    `The ${v.n} projects that state it would bring it to ${v.ceiling}, so ${v.missing} must come from elsewhere.`,
  say_enough: (v: { n: string; ceiling: string }) =>
    `The ${v.n} projects that state it would bring it to ${v.ceiling} if all land.`,
  say_unreported: (v: { name: string }) =>
    `${v.name}: no value is reported, so nothing can be said.`,
  say_unknown: (v: { name: string }) =>
    `${v.name}: it cannot be said whether the target will be met.`,
  bar: 'If everything on file lands',
  today: 'Today',
  step_established: 'Established',
  missing: 'Missing',
  floor: 'floor',
  signed: 'signed',
  top: 'ceiling',
  sum: (v: { value: string }) => `sum ${v.value}`,
  even_then: 'even then',
  dates: (v: { on_time: string; late: string; undated: string }) =>
    `Of what the register adds, ${v.on_time} reach full capacity by the deadline, ${v.late} later, and ${v.undated} have no date.`,
  unknown_projects: (v: { n: string; codes: string }) =>
    `${v.n} projects state no amount: ${v.codes}.`,
  overlap:
    'What is outside the register stays at today’s level. If today’s value already includes registered projects, more is missing.',
  fewest: 'Fewest projects that close the gap',
  fewest_closes: (v: { n: string; need: string }) =>
    `${v.n} projects close the ${v.need} that are missing today.`,
  fewest_none: (v: { n: string; total: string; need: string }) =>
    `None do: all ${v.n} together bring ${v.total} of the ${v.need} missing today.`,
  largest_first: 'Largest first',
  project: 'Project',
  adds: 'Still adds',
  stage: 'Stage',
  opens: 'Start of operation',
  full_capacity: 'Full capacity',
  owner: 'Owner',
  no_date: 'No date',
  not_entered: 'Not entered',
  more: (v: { n: string }) => `${v.n} more`,
  all: 'Together',
  pace_title: 'Needed and actual pace',
  needed_label: 'Needed',
  actual_label: 'Last 12 months',
  actual_label_year: 'This year so far',
  ratio: (v: { share: string }) => `${v.share} of what is needed.`,
  reached: (v: { month: string }) => `At this pace the target is reached in ${v.month}.`,
  not_reached: 'The target is not reached at this pace.',
  pace_unknown: 'No pace: at least four values within twelve months are needed.',
  pace_yearly: 'No pace yet: a yearly total needs twelve months of values.',
  pace_limit: 'An upper limit of a year needs no pace.',
  pace_basis_level: 'A month',
  pace_basis_twelve_months: 'Change of the twelve-month total, a month',
  pace_basis_year: 'Amount a month, this year',
  year_end: (v: { value: string }) => `By the forecast the year comes to ${v.value}.`,
  chance: 'Chance of at least what is missing',
  chance_value: (v: { n: string }) => `${v.n} in 100`,
  chance_under: 'under 1 in 100',
  chance_over: 'over 99 in 100',
  chance_need: (v: { need: string; total: string }) =>
    `Missing ${v.need}; what is on file still adds ${v.total}.`,
  likely: (v: { p50: string; p10: string; p90: string }) =>
    `Forecast by the deadline: ${v.p50} (10–90%: ${v.p10}–${v.p90}).`,
  likely_at_least: (v: { p50: string; p10: string; p90: string }) =>
    `Forecast by the deadline, at least: ${v.p50} (10–90%: ${v.p10}–${v.p90}).`,
  basis: 'Own history : default',
  basis_stage: (v: { stage: string; own: string; default: string }) =>
    `${v.stage} ${v.own} : ${v.default}`,
  basis_default: (v: { stages: string }) =>
    `${v.stages}: default rates, under 5 moves or 24 project-months.`,
  how: 'How it is computed',
  how_chance: (v: { ramp: string; shock: string }) =>
    `Each month a project moves on or leaves by the rates of its stage. From its start it reaches full capacity in ${v.ramp} months. One common shock of ${v.shock} on the log-odds moves all projects together.`,
  how_range:
    'Ceiling = today’s value + what each active project still adds (planned − already there). Largest first gives the smallest set.',
  refused_two_currencies:
    'Amounts of projects stand in more than one currency, so they have no sum. Jobs are not affected.',
  refused_no_projects: 'The register has no active project on this day.',
  refused_no_amounts:
    'No project on file states what it still adds, so no floor, ceiling or chance is known.',
  refused_no_value: 'No value is reported on this day.',
  refused_deadline_passed: 'The deadline has passed. What counts is the result.',
  refused_met: 'The target is met. Nothing is missing.',
  companies: 'No floor, ceiling, list or chance',
  companies_hint:
    'A project is not a company, and projects do not state this figure. Only the pace says where it goes.',
  no_targets: 'No target is set',
  no_targets_hint: 'Set a target to see whether it will be made.',
  record: 'How past forecasts did',
  set_target: 'Set a target',
};
/** Labels of the scenario beside the outlook. */
export const whatIf = {
  title: 'What if',
  delay: 'All that is not open yet is later by',
  months: (v: { n: string }) => `${v.n} months`,
  none: 'As is',
  leave_out: 'Leave out a project',
  leave_out_hint: 'Name or code',
  leave_out_do: 'Leave out',
  put_back: (v: { code: string }) => `Put ${v.code} back`,
  add: 'Add a project',
  add_stage: 'Stage',
  add_adds: (v: { unit: string }) => `Adds, ${v.unit}`,
  add_do: 'Add',
  add_wrong: 'Enter a number above 0 without separators.',
  take_away: (v: { what: string }) => `Take ${v.what} away`,
  added: (v: { stage: string; value: string }) => `${v.stage}, ${v.value}`,
  rate: 'Moving on, a month',
  shock: 'Common shock',
  ramp: 'Months to full capacity',
  pace: 'Pace taken from the last',
  scale: 'By the deadline, 10–90% and middle',
  scale_projects: 'What projects bring by the deadline, 10–90% and middle',
  base: 'Base',
  scenario: 'Scenario',
  range_is: (v: { middle: string; low: string; high: string }) =>
    `${v.middle} (${v.low}–${v.high})`,
  same: 'The middle stays the same.',
  share: (v: { share: string }) => `The middle is ${v.share} of the base.`,
  chance_is: (v: { before: string; after: string }) =>
    `Chance of at least what is missing: ${v.before}, in the scenario ${v.after}.`,
  ceiling_is: (v: { before: string; after: string }) =>
    `If everything lands: ${v.before}, in the scenario ${v.after}.`,
  reached: (v: { month: string }) => `At this pace the target is reached in ${v.month}.`,
  not_reached: 'The target is not reached at this pace.',
  pace_unknown: 'There are too few values for a pace of these months.',
  never: 'A scenario stays in the address, is marked on every export and is never a fact.',
  companies:
    'Projects do not state this figure, so only the months that the pace is taken from can change.',
  not_found: (v: { codes: string }) => `Not in the register on this day: ${v.codes}.`,
  unreadable: 'The scenario in this address cannot be read. The page shows the base.',
  reset: 'Reset',
  copy: 'Copy link',
  copied: 'Copied',
  copy_failed: 'Not copied: copy the address of the page',
  sensitivity: 'What moves it most',
  sensitivity_of: 'Change of the middle',
  bar_delay: 'All open 12 months later',
  bar_rate: 'Moving on −20% or +25%',
  bar_ramp: 'Ramp 36 or 12 months, not 24',
  bar_default_rates: 'Default rates only',
  bar_pace: 'Pace 20% lower or higher',
  bar_pace_9: 'Last 9 months, not 12',
  bar_pace_6: 'Last 6 months, not 12',
  largest: (v: { what: string; value: string; share: string }) =>
    `Largest: ${v.what}, ${v.value}; that is ${v.share} of what is missing.`,
  largest_alone: (v: { what: string; value: string }) => `Largest: ${v.what}, ${v.value}.`,
  only_range: 'The common shock moves the range, not the middle.',
};
