/** Words about data that is fetched. */
export const en = {
  stale: (v: { time: string }) => `No new answer from Headway. Showing what was loaded at ${v.time}.`,
  stale_before: 'No new answer from Headway. Showing what was loaded before.',
  again: 'Try now',
};
