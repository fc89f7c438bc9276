/** Labels of links to a chart and to the outlook: dialog, list and page. */
export const en = {
  lead_charts: (v: { name: string; date: string }) =>
    `The chart “${v.name}” as of ${v.date} with the options chosen here, as a link that opens without an account and shows nothing else.`,
  lead_outlook: (v: { date: string }) =>
    `The outlook as of ${v.date}, as a link that opens without an account and shows nothing else. Owners are not in it.`,
  with_scenario: 'The scenario is part of the link and is marked as one.',
  with_versus: 'The comparison is part of the link.',
  view_charts: (v: { name: string }) => `Chart: ${v.name}`,
  view_outlook: 'Outlook',
  chart_removed: 'its saved chart was removed',
  on: (v: { name: string; date: string }) => `${v.name}, ${v.date}`,
  chart: 'Chart',
  outlook: 'Outlook',
  withheld: 'This chart is not shown.',
  refused: 'This can’t be shared with these choices.',
  owner: 'Owners of projects are in no link. Choose other groups and filters.',
  investor: 'Investors are in no link. Choose other groups and filters.',
  channel: 'A link never shows where projects came from. Choose another group.',
  column: 'A link shows a column of the register only if its sender allows it.',
  shows_columns: 'Show the column of the register to readers',
  words: 'Show the note and the texts of the saved chart to readers',
  industry: 'The link leaves out the industries of projects.',
  dates: 'The link leaves out the dates of projects.',
  targets: 'The link leaves out the targets.',
  amounts: 'The link shows no amounts. Choose the number of projects.',
  single_amounts:
    'Its sums would disclose amounts of single projects. It needs the names and amounts of all projects, with none left out; or choose the number of projects.',
  scenario:
    'The difference between this scenario and the base would disclose amounts of single projects. It needs the names and amounts of all projects; without the scenario the outlook can be shared.',
  few: 'Each of its amounts has too few investors. Choose other groups, or the number of projects.',
  gone: 'The chart no longer has an option that was chosen.',
  redistribution: 'It uses data that may not be redistributed.',
  removed: 'The saved chart of this link was removed. Ask the sender for another link.',
  removed_since:
    'The saved chart of this link has since been removed. The figures are those of the day when the link was frozen.',
  no_single:
    'Chances and single projects are not shown: they would disclose amounts that the link hides.',
};
