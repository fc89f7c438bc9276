const times = (n: number) =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${n.toLocaleString('en')} times`;

/** Labels of the dialog that makes a shared link. */
export const share = {
  title: 'Share this page',
  lead_overview: (v: { date: string }) =>
    `The overview as of ${v.date}, as a link that opens without an account and shows nothing else.`,
  lead_pipeline: (v: { date: string }) =>
    `The pipeline as of ${v.date}: projects by stage, days in stage and moves, as a link that opens without an account and shows nothing else. Stalled projects are not in it.`,
  lead_changes: (v: { date: string; from: string }) =>
    `What changed from ${v.from} to ${v.date}, as a link that opens without an account and shows nothing else. Amounts stay in their own currency.`,
  lead_projects: (v: { date: string }) =>
    `The projects as of ${v.date} with the filters that are set, as a link that opens without an account and shows nothing else: totals by stage and industry, and by name those that may be named.`,
  without_rates:
    'In the link amounts stay in their own currencies: nothing is converted, so that no hidden amount can be worked out from a sum.',
  without_search:
    'The words that you searched for are not part of the link: they could name a project.',
  lead_other: 'This page cannot be shared by itself. The link shows the overview.',
  name: 'Who is it for?',
  name_hint: 'For your list only; readers do not see it.',
  what: 'What may they see?',
  totals: 'Totals only',
  names: 'With names',
  full: 'With names and amounts',
  totals_is:
    'No projects. The link leaves out amounts of fewer than three investors, amounts in which one could be estimated within 15%, and amounts that would disclose one.',
  names_is: 'Registered projects by name, with stage and dates. Amounts as in totals.',
  full_is: 'Registered projects by name with their amounts.',
  never:
    'Never in a link: investors, contacts, causes, actions, and notes on projects and targets, except a ticked column.',
  one_link:
    'One link does not give these amounts away. Two links, with other filters, days or pages, can be compared and subtracted: give each reader one link.',
  full_registered:
    'These amounts are shown however small they are. Of projects before registration, one link shows no amount of fewer than three investors.',
  full_all: 'Every amount is shown by project. None is hidden.',
  more: 'Choose in detail',
  sections: 'Parts',
  headline: 'Large figures',
  targets: 'Targets',
  revisions: 'Earlier values of corrected months',
  phases: 'Phases',
  strip: 'Projects by stage',
  changes: 'What changed',
  established: 'Established projects',
  milestones: 'Their dates',
  industries: 'Industries of projects',
  amounts: 'Amounts of projects',
  unregistered: 'Names before registration too',
  unregistered_hint: 'A project’s name may give away its investor.',
  without: 'Leave out projects',
  without_hint:
    'Codes, with commas between: A01, B04. They are in no list, count or sum; a published total still counts them.',
  without_unknown: (v: { codes: string }) => `No project has the code ${v.codes}.`,
  moves: 'Frozen or live?',
  frozen: 'Frozen',
  live: 'Live',
  frozen_is: (v: { date: string }) => `The figures are fixed at ${v.date} and will not change.`,
  live_is:
    'Follows the data. A reader who notes totals sees by how much they change when a project changes.',
  until: 'Valid until',
  exports: 'May they download?',
  none: 'Nothing',
  pictures: 'Pictures',
  data: 'Pictures and data',
  language: 'Language',
  password: 'Password (optional)',
  password_hint: 'At least 8 characters. Send it by another channel than the link.',
  heading: 'Heading (optional)',
  list_data: 'The list as CSV and Excel',
  fix_language: 'Keep this language, whatever the reader’s browser prefers',
  picture: 'Show a picture of these totals in previews of messengers',
  picture_is:
    'Everyone with the part of the address before the # then sees the picture, without the key. The picture ends with the link; messengers may keep a copy.',
  publish: 'Show the heading in previews of messengers',
  note: 'Note to the reader (optional)',
  make: 'Make the link',
  making: 'Making the link',
  preview: 'Preview',
  back: 'Back',
  preview_of: 'Preview',
  made: 'Link made',
  made_text: (v: { name: string; date: string }) =>
    `For ${v.name}, valid to ${v.date}. Copy it now: it is shown only once.`,
  only_here: (v: { host: string }) =>
    `This link starts with the address of this computer (${v.host}). Nobody elsewhere can open it. Set HEADWAY_ADDRESS, or open Headway by the address that others use, and make the link there.`,
  address: 'Link',
  copy: 'Copy the link',
  copied: 'Copied',
  copy_failed: 'Could not copy. Select the link and copy it by hand.',
  wall: 'Address for a screen on a wall',
  wall_text:
    'One screen of 1920 × 1080 without controls. It updates by itself and turns to the next chart every 30 seconds; add &turn=60 before the # for another time.',
  cut: (v: { page: string }) =>
    `Keep the part after #: it is the key. Where a mail program cuts it off, the reader can paste it at ${v.page}.`,
  qr: 'QR code of the link',
  password_apart: 'Send the password by another channel.',
  all_links: 'All links',
  another: 'Make another',
  place: 'Where is it shown?',
  place_page: 'A page of its own',
  place_figure: (v: { figure: string }) => `${v.figure}, in another website`,
  sites: 'Websites that may show it',
  sites_hint:
    'For example https://zone.example.org; several with commas between. No other site can show it.',
  code: 'Code for the website',
  copy_code: 'Copy the code',
  code_width: 'Width on the page',
  code_any: 'As wide as its place; the height adjusts itself',
  code_fixed: (v: { width: number }) => `${v.width.toLocaleString('en')} px, without a script`,
  measuring: 'Measuring the height of the figure…',
  code_text:
    'Everyone who sees the figure can also read its key, so all visitors of these sites see what the link shows. The code that adjusts itself has a small script of this Headway. It reads nothing of the page and only sets the height of the frame. Where a site allows no scripts, choose a width.',
  only_admins: 'Only admins share pages of this zone. Ask one of them to make the link.',
  only_managers:
    'Only managers and admins share pages of this zone. Ask one of them to make the link.',
  rule_live: 'This zone does not allow live links.',
  rule_data: 'This zone does not allow files of data in links.',
  password_needed: 'Password',
  rule_password:
    'This zone requires a password for every link: at least 8 characters, sent by another channel.',
  rule_days: (v: { n: number }) =>
    v.n === 1
      ? 'In this zone a link is valid for at most 1 day.'
      : `In this zone a link is valid for at most ${v.n} days.`,
  demo_title: 'Share this page of the demo',
  demo_text:
    'This demo has no server, so its links hold the view in their address: page, day, comparison, filters, measure and language. Whoever opens one sees this demo, in their own browser, with its sample data. Entries that you made here are not in it.',
};

/** Labels of the page of shared links. */
export const linkList = {
  lead: 'All links to this zone, and who may still open them. An ended link cannot be restored.',
  lead_own:
    'The links that you made, and who may still open them. An ended link cannot be restored.',
  none: 'No links yet. Make one with “Share” (key S); it is listed here.',
  caption: 'Shared links',
  col_name: 'For',
  col_scope: 'Shows',
  col_state: 'State',
  col_until: 'Valid to',
  col_opened: 'Opened',
  col_owner: 'By',
  col_actions: 'Change',
  view_projects: 'Projects',
  view_pipeline: 'Pipeline',
  view_changes: 'What changed',
  view_overview: 'Overview',
  frozen_at: (v: { date: string }) => `Frozen at ${v.date}`,
  live: 'Live',
  live_at: (v: { date: string }) => `Live, day ${v.date}`,
  totals: 'totals',
  names: 'with names',
  full: 'with names and amounts',
  without: (v: { n: number }) =>
    v.n === 1 ? '1 project left out' : `${v.n.toLocaleString('en')} projects left out`,
  password: 'password',
  exports_none: 'no downloads',
  exports_pictures: 'pictures',
  exports_data: 'pictures and data',
  sites: (v: { origins: string }) => `inside ${v.origins}`,
  list: ', ',
  state_live: 'Open',
  state_paused: 'Paused',
  state_ended: 'Ended',
  state_expired: 'Expired',
  paused_owner: 'Its owner may no longer share',
  by_on: (v: { who: string; date: string }) => `${v.who}, ${v.date}`,
  never_opened: 'Not yet',
  opened_times: (v: { n: number }) => times(v.n),
  opened_last: (v: { date: string }) => `last on ${v.date}`,
  opened_bots: (v: { n: number }) => `and ${times(v.n)} by software`,
  files_downloaded: (v: { n: number; date: string }) =>
    `${v.n === 1 ? '1 file' : `${v.n.toLocaleString('en')} files`} downloaded, last on ${v.date}`,
  warned_total: 'all listed projects',
  warned_amount: (v: { what: string; currency: string; n: number; date: string }) =>
    `${v.what}, ${v.n === 1 ? '1 project' : `${v.n.toLocaleString('en')} projects`}, ${v.currency}, ${v.date}`,
  warned_list: '; ',
  warned_moves: (v: { amounts: string }) =>
    `This link is live and shows sums. A reader who notes them sees each change, and so the amount of a single project. Sums: ${v.amounts}.`,
  warned_together: (v: { amounts: string; n: number }) =>
    `With ${v.n === 1 ? 'another open link' : `${v.n.toLocaleString('en')} other open links`} to the same reader, amounts that each link hides can be worked out or estimated within 15%: ${v.amounts}. End one of the links.`,
  pause: 'Pause',
  resume: 'Resume',
  end: 'End',
  renew: 'Renew',
  renew_title: (v: { name: string }) => `Renew the link for ${v.name}`,
  renew_text: 'The address stays the same.',
  replace: 'Replace',
  replace_title: (v: { name: string }) => `Replace the link for ${v.name}?`,
  replace_text:
    'A new link with the same settings is made, and this one stops at once, also for everyone who has it open now.',
  replaced: 'The new link is shown only now: copy it.',
  end_title: (v: { name: string }) => `End the link for ${v.name}?`,
  end_text: 'It stops at once, also for everyone who has it open now, and cannot be restored.',
  until: 'Valid until',
  save: 'Save',
  keep: 'Keep it',
  end_all: 'End all links',
  end_own: 'End all of mine',
  end_all_title: (v: { n: number }) =>
    v.n === 1 ? 'End 1 link?' : `End ${v.n.toLocaleString('en')} links?`,
  ended: (v: { n: number }) =>
    v.n === 1 ? '1 link has ended.' : `${v.n.toLocaleString('en')} links have ended.`,
  changed: (v: { name: string; state: string }) => `${v.name}: ${v.state}`,
  local_owner: 'This computer',
  against_rules: (v: { rules: string }) => `Made before the zone’s rules: ${v.rules}`,
  rule_longest_days: 'is valid too long',
  rule_password_required: 'has no password',
  rule_downloads_forbidden: 'data was allowed and is now refused',
  rule_live_forbidden: 'is live',
  rule_sharer: 'its owner may no longer share',
  show_ended: 'Show ended links',
};
