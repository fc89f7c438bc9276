/** Words of the dialog that makes a shared link. */
export const en = {
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
  lead_other: 'This page has no link of its own; what is shared is the overview.',
  name: 'Who is it for?',
  name_hint: 'For your list only; readers do not see it.',
  what: 'What may they see?',
  totals: 'Totals only',
  names: 'With names',
  full: 'With names and amounts',
  totals_is:
    'No project. Amounts of fewer than three investors, in which one could be estimated within 15 %, or that would give one away, are left out.',
  names_is: 'Registered projects by name, with stage and dates. Amounts as in totals.',
  full_is: 'Registered projects by name with their amounts.',
  never: 'Never in a link: investors, contacts, notes, causes and what needs action.',
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
    'Follows the data. Whoever writes totals down can see by how much they change when a project changes.',
  until: 'Valid until',
  exports: 'May they download?',
  none: 'Nothing',
  pictures: 'Pictures',
  data: 'Pictures and data',
  language: 'Language',
  password: 'Password (optional)',
  password_hint: 'At least 8 characters. Send it by another channel than the link.',
  heading: 'Heading (optional)',
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
    'Shows the same without controls and updates by itself. Add &turn=30 before the # to turn sheets every 30 seconds.',
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
  code_text:
    'Whoever sees the figure can also read the key in it, so everybody who visits those sites sees what the link shows. The frame is told its height by a message “headway-height”.',
  demo_title: 'Share this page of the demo',
  demo_text:
    'This demo has no server, so its links hold the view in their address: page, day, comparison, filters, measure and language. Whoever opens one sees this demo, in their own browser, with its sample data. Entries that you made here are not in it.',
};
