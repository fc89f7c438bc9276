/** Labels of office charts, besides those of the drawings. */
export const en = {
  now: 'Now',
  gained: 'Stock or increase',
  moved: 'Moved or revised',
  lost: 'Lost',
  median: 'Median',
  today: 'Today',
  delay: 'Later than first planned',
  cohort: 'Cohort',
};
