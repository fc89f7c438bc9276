import { en as shell } from '#web/i18n/labels/en.ts';

/** Labels of the wall screen. */
export const en = {
  status: shell.status,
  data_to: shell.as_of,
  example_months: shell.example_months,
  reported_months: shell.reported_months,
  read_at: (v: { time: string }) => `Read at ${v.time}`,
  example_title: shell.example_title,
  example_text: shell.example_text,
  example_zone_title: shell.example_zone_title,
  example_zone_text: shell.example_zone_text,
  lost: (v: { since: string; time: string }) =>
    `Connection lost at ${v.since}. Showing data from ${v.time}.`,
  target: (v: { year: string; value: string }) => `Target ${v.year}: ${v.value}`,
  of_plan: (v: { share: string }) => `${v.share} of plan to date`,
  of_target: (v: { share: string }) => `${v.share} of target`,
  until: (v: { year: string }) => `to ${v.year}`,
  by_stage: 'Projects by stage',
  targets: 'Targets',
  stages: 'Projects',
  turn: (v: { n: number; of: number; name: string; next: string }) =>
    `${v.n} of ${v.of}: ${v.name}. Next: ${v.next}`,
  targets_of: (v: { n: number; of: number }) => `${v.n} of ${v.of} targets`,
  chart_of: (v: { n: number; of: number; claim: string }) => `${v.n} of ${v.of}: ${v.claim}`,
  stopped: 'Stopped; Space or a tap continues',
  rotating: 'The charts turn by themselves again',
  no_data: 'There is no data to show yet.',
};
