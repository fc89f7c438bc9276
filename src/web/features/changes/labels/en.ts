const many = (n: string, one: string, more: string): string =>
  n === '1' ? `1 ${one}` : `${n} ${more}`;
/** The number of projects of a group on two days; a dash for an unknown one. */
const change = (before: string, now: string): string => {
  if (before !== now) return `${before} → ${now}`;
  return now === '—' ? 'not known' : `${now}`;
};

/** Labels of the page that shows the difference between two days. */
export const en = {
  second_day: 'Choose a second day',
  second_day_hint: 'Both days are the same and as known now: there is nothing to compare.',
  days: 'Two days',
  from: 'From',
  to: 'To',
  known_from: 'First day: as the records stood on',
  known_at: 'Second day: as the records stood on',
  known_hint: 'Empty: present records. A day means its end in the zone’s time.',
  show: 'Show',
  wrong_days: 'The first day must not be after the second.',
  groups_unknown:
    'How many projects are established and in the pipeline is not known: some projects have no stage.',
  unchanged: (v: { established: string; pipeline: string }) =>
    `${v.established} established and ${v.pipeline} in the pipeline, unchanged.`,
  became: (v: { before: string; established: string; pipeline_before: string; pipeline: string }) =>
    `Established ${change(v.before, v.established)}, pipeline ${change(v.pipeline_before, v.pipeline)}.`,
  moves: (v: { n: string }) => `Moves: ${many(v.n, 'project', 'projects')}`,
  no_moves: 'No move is recorded between these days.',
  cut: (v: { shown: string; all: string }) => `The newest ${v.shown} of ${v.all} are listed.`,
  more: 'Show more',
  counted_once:
    'A project that changed in several ways is counted once, under the first one listed.',
  project: 'Project',
  what: 'Change',
  before: 'Before',
  after: 'After',
  date: 'Day',
  date_unknown: 'not given',
  amount_missing: 'no amount',
  regression: 'Moved back in between',
  between: (v: { from: string; to: string }) => `${v.from} → ${v.to}`,
  indicators: 'Indicators',
  indicator: 'Indicator',
  difference: 'Change',
  revised: 'Revised since',
  revised_to: (v: { value: string }) => `now ${v.value}`,
  revised_from: (v: { value: string; date: string }) =>
    `was ${v.value} until it was corrected, first recorded ${v.date}`,
  revised_closed: (v: { month: string; date: string; reason: string | undefined }) =>
    `${v.month} revised on ${v.date}, after it was closed${v.reason === undefined ? '' : `: ${v.reason}`}`,
  not_revised: 'no',
  targets: 'Targets that changed',
  target: 'Target',
  target_was: 'Was',
  target_is: 'Is',
  target_until: 'Changed on',
  target_source: 'Source',
  target_reason: 'Reason',
  target_removed: 'removed',
  no_value: 'no value',
  at: (v: { value: string; date: string }) => `${v.value}, ${v.date}`,
  show_as: 'Amounts of several currencies',
  show_own: 'each in its own currency',
  show_each_day: (v: { currency: string }) => `in ${v.currency}, each day at its rate`,
  show_closing_day: (v: { currency: string }) =>
    `in ${v.currency}, both days at the second day’s rate`,
  rates_missing: (v: { list: string }) => `Currencies not converted, a rate is missing: ${v.list}.`,
  rate_missing: (v: { currency: string; date: string }) => `${v.currency} on or before ${v.date}`,
  enter_rates: 'Enter rates',
  separator: '; ',
};
