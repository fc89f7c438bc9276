/** Labels about loading data. */
export const en = {
  stale: (v: { time: string }) =>
    `No connection. Showing the data of ${v.time}; updates by itself once it is back.`,
  stale_before:
    'No connection. Showing the data loaded earlier; updates by itself once it is back.',
  again: 'Try now',
};
