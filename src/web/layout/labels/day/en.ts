/** Words of the choice of any day, and of when it is looked at from. */
export const en = {
  any_day: 'Any day',
  as_of: 'As of',
  known_at: 'As the records stood on (optional)',
  known_hint: 'Leaves out what was recorded after the end of that day in UTC.',
  show: 'Show',
};
