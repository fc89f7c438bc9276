/** Labels of a figure inside another site. */
export const en = {
  gone: 'This figure is no longer shown here.',
  failed: 'The figure could not be loaded.',
  retry: 'Try again',
  opening: 'Loading the figure',
  foot: (v: { zone: string; date: string }) => `${v.zone} · data to ${v.date} · Headway`,
};
