/** Words of the tokens of scripts. */
export const en = {
  tokens: 'API tokens',
  tokens_text:
    'A token lets a script sign in as you, with the role that you give it. It has no access to people, passwords or other tokens. Signing out or a new password does not end it.',
  name: 'Name',
  name_hint: 'What the script does, as “nightly import”. Its changes bear your name and this one.',
  name_taken: 'A token has this name. Choose another one.',
  role: 'Role',
  days: 'Valid for',
  day_count: (v: { n: number }) => `${v.n} days`,
  make: 'Make a token',
  ready: (v: { name: string; day: string }) =>
    `The token “${v.name}”. It is shown only once: keep it where only the script can read it. Works until ${v.day}.`,
  token: 'Token',
  owner: 'Owner',
  role_less: (v: { role: string }) => `acts as ${v.role}: no more than its owner may`,
  until: 'Until',
  expired: 'expired',
  used: 'Last used',
  never: 'never used',
  end: 'End',
  end_title: (v: { name: string }) => `End the token “${v.name}”?`,
  end_text: 'Scripts that use it are refused from this moment on. It cannot be restored.',
  keep: 'Keep it',
  none: 'No token yet.',
  everybody: 'All API tokens',
};
