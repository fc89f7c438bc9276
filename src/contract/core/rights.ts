/** Who may do what, from the least to the most; each role may what the one before it may. */
export const roles = ['viewer', 'analyst', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody may do; the web shows what the session's rights name.
 * `view_notes`: notes, contacts and amounts that were not disclosed. `own_account`: has an account with a password of their own.
 * `set_up`: may make the first account, while there is none.
 */
export const rights = [
  'view',
  'view_notes',
  'export_data',
  'edit',
  'import',
  'set_targets',
  'share_own',
  'share_all',
  'read_audit',
  'manage_people',
  'own_account',
  'set_up',
] as const;
export type Right = (typeof rights)[number];

/** How somebody was let in: at this computer, by the one-time key, by an account, by a token. */
export const modes = ['local', 'key', 'account', 'token'] as const;
export type Mode = (typeof modes)[number];
