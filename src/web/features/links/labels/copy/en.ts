/** Labels of the copy of a shared page as one file. */
export const en = {
  copy: 'Copy of the page',
  made: (v: { date: string }) => `Read-only copy, made on ${v.date}`,
  saved: (v: { name: string }) => `Saved as ${v.name}.`,
};
