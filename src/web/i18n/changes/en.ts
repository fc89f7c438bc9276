import type { MoveKind } from '#domain/moves.ts';

const many = (n: string, one: string, more: string): string => (n === '1' ? `1 ${one}` : `${n} ${more}`);
const ways: Readonly<Record<MoveKind, string>> = {
  new: 'New',
  gone: 'No longer in the register',
  advanced: 'Advanced',
  moved_back: 'Moved back',
  stage: 'Stage mapped otherwise',
  status: 'Status changed',
  revised: 'Amount revised',
};

/** Words of the page that shows the difference between two days. */
export const en = {
  days: 'Two days',
  from: 'From',
  to: 'To',
  known_from: 'First day as known on',
  known_at: 'Second day as known on',
  known_hint: 'Empty: as known now. A day means its end in UTC.',
  show: 'Show',
  wrong_days: 'The first day must not be after the second.',
  summary: (v: { advanced: string; moved_back: string; added: string; left: string }) =>
    `${v.advanced} advanced, ${v.moved_back} moved back, ${v.added} new, ${v.left} on hold, ended or resumed.`,
  unchanged: (v: { established: string; pipeline: string }) => `${v.established} established and ${v.pipeline} in the pipeline, unchanged.`,
  became: (v: { before: string; established: string; pipeline_before: string; pipeline: string }) =>
    `Established ${v.before} → ${v.established}, pipeline ${v.pipeline_before} → ${v.pipeline}.`,
  bridge: 'Bridge',
  moves: (v: { n: string }) => `Moves: ${many(v.n, 'project', 'projects')}`,
  no_moves: 'No project moved between these days.',
  cut: (v: { shown: string; all: string }) => `The newest ${v.shown} of ${v.all} are listed.`,
  project: 'Project',
  what: 'Change',
  before: 'Before',
  after: 'After',
  date: 'Day',
  date_unknown: 'not given',
  amount_missing: 'amount not disclosed',
  regression: 'Moved back in between',
  way: (v: { kind: MoveKind }) => ways[v.kind],
  between: (v: { from: string; to: string }) => `${v.from} → ${v.to}`,
  indicators: 'Indicators',
  indicator: 'Indicator',
  difference: 'Change',
  revised: 'Revised since',
  revised_to: (v: { value: string }) => `now ${v.value}`,
  revised_from: (v: { value: string; date: string }) => `was ${v.value} until it was corrected, first recorded ${v.date}`,
  not_revised: 'no',
  no_value: 'no value',
  at: (v: { value: string; date: string }) => `${v.value}, ${v.date}`,
};
