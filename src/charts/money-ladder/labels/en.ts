/** Labels of the money ladder. Functions take formatted texts and only order them. */
export const en = {
  /** Short names of the rungs, above the columns. */
  rungs: {
    total_investment: 'Planned',
    contracted_amount: 'Contracted',
    paid_in: 'Paid in',
    fai_done_total: 'Completed',
  },
  by: 'By',
  title: (by: string) => `Planned, contracted, paid in and completed by ${by}`,
  titleNone: 'Money ladder: no project on this day',
  titleUndisclosed: 'Money ladder: no project states an amount',
  half: 'half',
  contracted: (share: string) => `${share} of planned investment is contracted`,
  paidIn: (share: string) => `${share} of planned investment is paid in`,
  andPaidIn: (claim: string, share: string) => `${claim}, ${share} is paid in`,
  andCompleted: (claim: string, share: string) => `${claim}, ${share} is completed`,
  subtitle: (by: string, unit: string) =>
    `By ${by}, ${unit}. The same money four times, never added. Bold: completed exceeds paid in`,
  known: (rung: string, count: string, all: string) => `${rung} ${count} of ${all}`,
  knownFor: (parts: string) => `Projects with an amount: ${parts}`,
  /** Two rungs of the same projects. */
  pair: (has: string, of: string, count: string, share: string, parts: string) =>
    `${has} against ${of.toLowerCase()}, ${count === '1' ? '1 project that states' : `${count} projects that state`} both: ${share}${parts === '' ? '' : `; ${parts}`}`,
  over: (count: string, amount: string) => `above in ${count} by ${amount}`,
  short: (count: string, amount: string) => `below in ${count} by ${amount}`,
  columns: {
    projects: 'Projects',
    unit: 'Unit',
    known: (rung: string) => `${rung}: projects with an amount`,
    paidOfContracted: 'Paid in ÷ contracted, same projects',
    doneOfPlanned: 'Completed ÷ planned, same projects',
    over: 'Projects with completed above paid in',
    codes: 'Project IDs',
  },
};
