/** Labels of the fields for a day or a month. */
export const en = {
  open: 'Choose in a calendar',
  calendar: 'Calendar',
  earlier: 'Earlier',
  later: 'Later',
  unreadable: (v: { date: string }) => `This is not a date. Write it as ${v.date}.`,
  no_such_day: 'There is no such date. Check day and month.',
  two_ways: (v: { date: string }) =>
    `Day and month can be read in two ways. Write the month by name, as ${v.date}.`,
  too_early: (v: { date: string }) => `Choose ${v.date} or later.`,
  too_late: (v: { date: string }) => `Choose ${v.date} or earlier.`,
};
