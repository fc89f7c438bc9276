/** Words of signing in with the organisation. */
export const en = {
  sign_in_with: (v: { name: string }) =>
    `Sign in with ${v.name === '' ? 'your organisation' : v.name}`,
  or_password: 'Or with a password of this Headway',
  why_no_account:
    'Your organisation knows you, but there is no account for you here, or it is disabled. Ask an admin of this Headway to invite you by your verified e-mail address, or by the subject (sub) that your organisation has for you.',
  why_cancelled: 'You were not signed in at your organisation. Try again when you wish.',
  why_over: 'This attempt took longer than ten minutes, or was finished already. Start again.',
  why_unavailable:
    'Your organisation’s sign-in does not answer just now. Try again in a few minutes; if you have a password here, use it meanwhile.',
  why_refused:
    'What your organisation’s sign-in answered could not be verified, so nobody was signed in. Try again; if it happens again, tell an admin.',
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
    `From the first sign-in with the organisation under ${v.login}, until ${v.time}, the organisation takes the place of the password. Until then the password goes on.`,
  sign_out_there: 'Sign out of the organisation too',
  back_to_password: 'Link for a password instead of the organisation',
  step_there: 'by the organisation',
  own: 'You sign in with the organisation. There is no password of yours here; change it there.',
};
