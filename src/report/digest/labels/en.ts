/** Labels of digests. Functions take formatted texts and only order them. */
export const en = {
  subject: {
    weekly: (zone: string, from: string, to: string) => `${zone}: weekly digest, ${from} to ${to}`,
    monthly: (zone: string, from: string, to: string) =>
      `${zone}: monthly digest, ${from} to ${to}`,
  },
  /** The counts after the subject. */
  counts: (parts: readonly string[]) => ` (${parts.join(', ')})`,
  changed: (count: string) => `${count} changed`,
  toDo: (count: string) => `needs action: ${count.toLowerCase()}`,
  headings: {
    changes: 'What changed',
    problems: 'Needs action',
    declared: 'Declared status of targets',
    next: (day: string) => `Due by ${day}`,
  },
  numerals: ['1. ', '2. ', '3. ', '4. '],
  noDue: (day: string) => `Nothing is due by ${day}.`,
  /** `day` may say that the item is overdue. */
  checklistItem: (target: string, item: string, day: string, owner: string | undefined) =>
    `${target}: ${item}, planned for ${day}${owner === undefined ? '' : ` (${owner})`}.`,
  known: (day: string) => `Data as of ${day}.`,
  cells: (parts: readonly string[]) => parts.join('; '),
  cell: (label: string, value: string) => `${label}: ${value}`,
  head: (label: string) => `${label}: `,
  left: 'The rest is in Headway.',
  report: {
    attached: (month: string) => `Attached: the report of ${month}, which was closed.`,
    large: (month: string, size: string, most: string) =>
      `The report of ${month} is not attached: it is ${size}, above the limit of ${most} for mails. Export it in Headway.`,
    rest: (month: string, most: string) =>
      `The report of ${month} is not attached: with the others the mail would be above the limit of ${most}. Export it in Headway.`,
    failed: (month: string) =>
      `The report of ${month} could not be made and is not attached. Export it in Headway.`,
  },
  open: 'Open Headway',
  change: 'Change the digest or turn it off',
  why: 'You receive this because a digest was chosen in Headway. Change it or turn it off there, on your account page or, for a group, in the settings.',
  calendar: {
    name: (zone: string) => `${zone}: milestones and deadlines`,
    milestone: (project: string, milestone: string) => `${project}: ${milestone}`,
    target: (name: string) => `Deadline of the target: ${name}`,
    item: (target: string, item: string) => `Checklist item planned: ${target}, ${item}`,
    phase: (name: string) => `The phase “${name}” ends`,
    issue: (project: string, text: string) => `Issue due: ${project}, ${text}`,
    decision: (about: string, text: string) => `Decision due: ${about}, ${text}`,
    gate: (project: string, gate: string, who: string) => `${project}: ${gate}, next: ${who}`,
    legalGate: (project: string, gate: string, who: string) =>
      `${project}: ${gate} (legal deadline), next: ${who}`,
    month: (month: string) => `Enter and close the figures of ${month}`,
  },
};
