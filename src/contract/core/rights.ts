/** From the least to the most. Each role has the rights of the one before it. */
export const roles = ['viewer', 'analyst', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a caller may do. The web shows only what the rights of the session allow. `view_notes`:
 * notes, contacts and undisclosed amounts. `own_account`: has an account with its own password.
 * `set_up`: may create the first account while there is none.
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

/**
 * How a caller was authenticated: at this computer, by the one-time key, by an account, by a token,
 * or by a token that reads files of data only.
 */
export const modes = ['local', 'key', 'account', 'token', 'export'] as const;
export type Mode = (typeof modes)[number];
