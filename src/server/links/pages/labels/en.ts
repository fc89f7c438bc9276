/** Texts of the preview of a link in a messenger. */
export const preview = {
  of: (zone: string) => `Progress of ${zone}, to read without an account.`,
  open: 'Open the whole address, with the part after #.',
};
