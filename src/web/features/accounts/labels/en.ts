import type { OwnedCounts } from '#domain/work/owned.ts';

/** Labels of signing in, of invitations and of one's own account. */
export const account = {
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
  name_hint: 'Your changes are recorded under it.',
  name_taken: 'This name is in use. Choose another one.',
  new_password: 'New password',
  new_password_hint: (v: { least: number }) =>
    `At least ${v.least} characters. Four or five words that do not belong together are good.`,
  too_short: (v: { least: number }) => `This has fewer than ${v.least} characters.`,
  too_long: 'This is too long.',
  common:
    'This is too easy to guess: common words, your name, years and rows of keys count little.',
  listed:
    'This password is on lists of leaked passwords, which attackers try first. Choose one that nobody else has.',
  wrong_current: 'This is not your present password.',
  create: 'Create the account',
  set_password: 'Set the password',
  set_up: 'Add people',
  set_up_text:
    'At present everyone who uses this computer is the manager. Once you create the first account, everyone signs in, on this computer too. The first account is an admin and can invite others.',
  set_up_key_text:
    'You opened the one-time link. Create the first account: it is an admin and can invite others. The link then stops working.',
  no_accounts: 'There are no accounts here: everyone who uses this computer is the manager.',
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
  no_access: (v: { role: string }) => `You need at least the ${v.role} role for this page.`,
  no_access_text: 'Ask an admin of this Headway if you should have it.',
};

/** Labels of two-step sign-in: signing in, one's own account, and people. */
export const secondFactor = {
  second_step: 'Two-step sign-in',
  second_step_text:
    'Add a second factor that only you have. A stolen password alone then signs nobody in.',
  ask: 'One more step',
  ask_totp: 'Open your authenticator app and type the code that it shows for Headway.',
  ask_no_totp: 'Type one of your recovery codes.',
  code: 'Code',
  code_either: 'Code of the app, or a recovery code',
  code_recovery: 'Recovery code',
  code_hint: 'Six digits, new every 30 seconds.',
  wrong_code: 'This code is wrong or was used already. Wait for the next one.',
  too_often:
    'Too many tries. Wait a quarter of an hour, or use a browser that you signed in with before.',
  lost: 'Lost the device and the recovery codes? An admin of this Headway can remove your two-step sign-in.',
  late: 'This took too long.',
  late_text: 'For your safety, start over with the password.',
  begin_again: 'Start over',
  go_on: 'Continue',
  missing: 'Set up two-step sign-in',
  missing_role: 'Your role requires two-step sign-in. Setting it up takes a minute or two, once.',
  missing_short_password: 'Your password is too short on its own. Set up two-step sign-in as well.',
  scan: 'Scan this with an authenticator app, or type the secret into it.',
  qr: 'QR code with the secret',
  secret: 'Secret',
  then_code: 'Then type the six digits that the app shows.',
  app: 'Authenticator app',
  app_off: 'Not set up.',
  app_since: (v: { time: string }) => `On since ${v.time}.`,
  set_up_app: 'Set up an app',
  turn_on: 'Turn on',
  turn_off: 'Turn off',
  turned_off: 'The app is turned off.',
  cancel: 'Cancel',
  off_role: 'Your role requires two-step sign-in: add another method before you remove this one.',
  off_short_password: 'Without two-step sign-in your password is too short. Change it first.',
  codes: 'Recovery codes',
  codes_left: (v: { left: number }) =>
    `${v.left} of 10 left. Each signs you in once without the device.`,
  codes_text:
    'Each signs you in once without your device. Keep them somewhere else. They are shown only once.',
  copy: 'Copy',
  copied: 'Copied',
  copy_failed: 'Could not copy. Select them and copy them by hand.',
  download: 'Save as a file',
  kept: 'I have kept them',
  renew: 'New recovery codes',
  renew_text: 'The old ones no longer work.',
  compulsory_you: 'Compulsory for your role.',
  passkey: 'Passkeys',
  passkeys_text:
    'Your device keeps the key and unlocks it by fingerprint, face or PIN. A passkey signs you in after the password, or instead of it.',
  passkeys_elsewhere:
    'Browsers support passkeys only under a host name, over https or on localhost. Open Headway that way to add one.',
  passkey_name: 'Name of the passkey',
  passkey_name_hint: 'Such as “Work laptop”, so that you recognise it.',
  passkey_add: 'Add a passkey',
  passkey_host: 'Works under',
  passkey_made: 'Made',
  passkey_used: 'Last used',
  passkey_never: 'not yet',
  passkey_remove: 'Remove',
  passkey_remove_text: (v: { name: string }) =>
    `Remove “${v.name}”? It will no longer work. Delete it on the device too.`,
  passkey_removed: 'The passkey is removed.',
  passkey_use: 'Use a passkey',
  passkey_sign_in: 'Sign in with a passkey',
  passkey_instead: 'Set up a passkey instead',
  app_instead: 'Set up an app instead',
  passkey_refused: 'This passkey was not accepted. Try again, or use another method.',
  passkey_other_host: 'None of your passkeys works under this host name. Use another method.',
  passkey_cancelled: 'That was cancelled, or took too long. Try again.',
  passkey_known: 'This device already has a passkey of your account.',
  passkey_failed: 'The device could not do this. Try again, or use another one.',
  reset: 'Remove two-step sign-in',
  reset_done: (v: { name: string }) =>
    `Two-step sign-in of ${v.name} is removed; they are signed out everywhere and can set up a new one.`,
  has: 'on',
  has_not: 'not set up',
  compulsory: 'Compulsory two-step sign-in',
  compulsory_text:
    'People with one of these roles and no two-step sign-in are signed out at once and set it up at the next sign-in before anything else.',
  reason: 'Reason',
  reason_hint: 'Recorded in the audit log.',
  save: 'Save',
  saved: 'Saved.',
  own_first:
    'Set up your own two-step sign-in first, on your account: your role would need it at once.',
};

/** Labels of signing in with the organisation. */
export const singleSignOn = {
  sign_in_with: (v: { name: string }) =>
    `Sign in with ${v.name === '' ? 'your organisation' : v.name}`,
  or_password: 'Or with a password of this Headway',
  why_no_account:
    'Your organisation knows you, but there is no account for you here, or it is disabled. Ask an admin of this Headway to invite you by your verified e-mail address, or by the subject (sub) that your organisation has for you.',
  why_cancelled: 'You were not signed in at your organisation. Try again when you wish.',
  why_over: 'This attempt took longer than ten minutes, or was finished already. Start again.',
  why_unavailable:
    'Your organisation’s sign-in does not respond at the moment. Try again in a few minutes; if you have a password here, use it meanwhile.',
  why_refused:
    'The response of your organisation’s sign-in could not be verified, so nobody was signed in. Try again; if it happens again, tell an admin.',
  why_too_often: 'Too many attempts came from this network. Wait a minute and try again.',
  way: 'Signs in',
  way_link: 'by a link and a password of their own',
  way_organisation: (v: { name: string }) => `with ${v.name === '' ? 'the organisation' : v.name}`,
  way_hint:
    'The first sign-in with this e-mail address, verified by the organisation, makes the account. Nothing is sent.',
  subject: 'Subject (sub) at the organisation',
  subject_hint:
    'Only if the organisation verifies no e-mail addresses. A user name is not enough: people may choose it.',
  address_needed: 'Enter an e-mail address, or the subject below',
  awaited: (v: { login: string; time: string }) =>
    `${v.login} can sign in with the organisation until ${v.time}. There is no link: tell them the address of this Headway.`,
  for_account: 'a new account, with the organisation',
  for_move: 'the organisation instead of a password',
  move: 'Sign in with the organisation',
  awaited_move: (v: { login: string; time: string }) =>
    `${v.login} can sign in with the organisation until ${v.time}. That sign-in replaces the password; until then the password works.`,
  sign_out_there: 'Sign out of the organisation too',
  back_to_password: 'Link for a password instead of the organisation',
  step_there: 'by the organisation',
  own: 'You sign in with the organisation. Your password is there, so change it there.',
};

/** Labels of the page of people. */
export const people = {
  people: 'People',
  name: 'Name',
  login: 'Sign-in name',
  role: 'Role',
  last_here: 'Last active',
  signed_in: (v: { time: string }) => `signed in, ${v.time}`,
  not_here: 'not signed in',
  disabled: 'disabled',
  you: 'you',
  role_of: (v: { name: string }) => `Role of ${v.name}`,
  actions: 'Actions',
  new_password: 'Link for a new password',
  end_sessions: 'Sign out everywhere',
  disable: 'Disable',
  enable: 'Enable',
  ended: (v: { name: string }) => `${v.name} is signed out everywhere.`,
  last_admin: 'This is the last admin. Make someone else an admin first.',
  invite: 'Invite someone',
  invite_login: 'E-mail or sign-in name',
  invite_do: 'Make an invitation',
  invite_taken: 'There is already an account with this name.',
  link_ready: (v: { login: string }) =>
    `The link for ${v.login}. Send it yourself: Headway sends no mail. It is shown only once and works only once.`,
  link_until: (v: { time: string }) => `Works until ${v.time}.`,
  link: 'Link',
  copy: 'Copy',
  copied: 'Copied',
  copy_failed: 'Could not copy. Select it and copy it by hand.',
  invitations: 'Open invitations',
  for_what: 'For',
  for_account: 'a new account',
  for_password: 'a new password',
  invited_by: 'From',
  until: 'Until',
  end: 'End',
  no_invitations: 'None.',
};

/** Labels of API tokens. */
export const tokens = {
  tokens: 'API tokens',
  tokens_text:
    'A token lets a script sign in as you, with the role that you give it. It has no access to people, passwords or other tokens. Signing out or a new password does not end it.',
  name: 'Name',
  name_hint:
    'What the script does, such as “nightly import”. Its changes are recorded under your name and this one.',
  name_taken: 'A token has this name. Choose another one.',
  role: 'Role',
  exports_only: 'Reads files of data only',
  exports_hint: 'It can be part of an address: ?export_token=… for Power Query or Sheets.',
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
  end_text: 'Scripts that use it stop working at once. It cannot be restored.',
  keep: 'Keep it',
  none: 'No token yet.',
  everybody: 'All API tokens',
};

/** Labels of handing everything that a person owns over to another. */
export const handOver = {
  title: 'Hand over',
  text: 'Projects, targets, indicators, next steps of the last note on each indicator, decisions, open issues and request links of one person go to another in one step. What is closed, and earlier notes, keep their owner.',
  from: 'From',
  to: 'To',
  nobody: 'Choose a person',
  reason: 'Reason (optional)',
  owned: (v: Readonly<Record<keyof OwnedCounts, string>>) =>
    `Projects ${v.projects}, targets ${v.targets}, indicators ${v.indicators}, next steps ${v.next_steps}, open issues ${v.issues}, open decisions ${v.decisions}, request links ${v.requests}`,
  send: 'Hand over',
  missing_from: 'Choose who hands over.',
  missing_to: 'Name the person who takes over.',
  same: 'Name another person.',
  done: (v: { from: string; to: string }) => `${v.to} now owns what ${v.from} owned.`,
  none: (v: { from: string }) => `${v.from} owns nothing. Nothing was changed.`,
  left: (v: { name: string }) => `${v.name} is disabled and still owns work. Hand it over below.`,
  undo: 'Undo',
  undone: 'Undone.',
};
