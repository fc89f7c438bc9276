/** Words of signing in, of invitations and of one's own account. */
export const en = {
  product: 'Headway',
  language: 'Language',
  viewer: 'Viewer',
  analyst: 'Analyst',
  manager: 'Manager',
  admin: 'Admin',
  viewer_may: 'can view figures and export images',
  analyst_may: 'can view everything, export data and share own links',
  manager_may: 'can enter months, import, edit projects and targets and view the audit log',
  admin_may: 'all of that, and can invite people',
  sign_in: 'Sign in',
  login: 'E-mail or sign-in name',
  password: 'Password',
  show_password: 'Show the password',
  wrong: 'The sign-in name and the password do not match.',
  too_often:
    'Too many tries. Wait a quarter of an hour, or use a browser that you signed in with before.',
  no_account: 'No account, or the password is lost? An admin of this Headway can send you a link.',
  join: 'Your account',
  join_zone: (v: { zone: string }) => `Zone: ${v.zone}`,
  join_text: (v: { login: string; role: string }) =>
    `You were invited as ${v.login}. Your role: ${v.role}`,
  reset: 'A new password',
  reset_text: (v: { name: string; login: string }) =>
    `For ${v.name}, sign-in name ${v.login}. You will be signed out everywhere else.`,
  join_over: 'This invitation was used or has ended',
  join_over_text:
    'Ask the admin who sent it for a new one. If you have an account already, sign in.',
  name: 'Your name',
  name_hint: 'Changes that you make bear it.',
  name_taken: 'This name is in use. Choose another one.',
  new_password: 'New password',
  new_password_hint: (v: { least: number }) =>
    `At least ${v.least} characters. Four or five words that do not belong together are good.`,
  too_short: (v: { least: number }) => `This has fewer than ${v.least} characters.`,
  too_long: 'This is too long.',
  common:
    'This is guessed too easily: common words, your name, years and rows of keys count little.',
  listed:
    'This password stands in lists of leaked passwords, which are tried first. Choose one that nobody else has.',
  wrong_current: 'This is not your present password.',
  create: 'Create the account',
  set_password: 'Set the password',
  set_up: 'Add people',
  set_up_text:
    'Now whoever uses this computer is the manager. Create the first account, and from then on everybody signs in, on this computer too. The first account is an admin and can invite others.',
  set_up_key_text:
    'You came by the one-time link. Create the first account: it is an admin and can invite others. The link stops working then.',
  no_accounts: 'There are no accounts here: whoever uses this computer is the manager.',
  your_name: 'Name',
  role_is: (v: { role: string; may: string }) => `${v.role}: ${v.may}.`,
  save: 'Save',
  saved: 'Saved.',
  change_password: 'Change the password',
  current_password: 'Present password',
  password_changed: (v: { ended: number }) =>
    v.ended === 0
      ? 'The password is changed.'
      : `The password is changed; ${v.ended.toLocaleString('en')} other ${v.ended === 1 ? 'session' : 'sessions'} ended.`,
  sessions: 'Where you are signed in',
  device: 'Browser',
  device_unknown: 'Not known',
  since: 'Since',
  last_used: 'Last used',
  this_one: 'this one',
  end: 'Sign out there',
  end_others: 'Sign out everywhere else',
  sign_out: 'Sign out',
  no_access: (v: { role: string }) => `You need the ${v.role} role for this page.`,
  no_access_text: 'Ask an admin of this Headway if you should have it.',
};
