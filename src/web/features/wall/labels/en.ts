import { en as shell } from '#web/i18n/labels/en.ts';

/** Labels of the screen on a wall. */
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
  no_data: 'There is no data to show yet.',
};
