import type { OwnedCounts } from '#contract/work/schemas.ts';

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
