import type { DoubtInput, DoubtProject } from './doubt.ts';

/** Makes a project that no rule finds. */
export const makeDoubtProject = (
  code: string,
  fields: Partial<DoubtProject> = {},
): DoubtProject => ({
  code,
  name: `${code} unlike ${code}`,
  stage: 'construction',
  status: 'active',
  stated: '2026-10-31',
  amounts: {},
  milestones: [],
  ...fields,
});
/** Makes the input of the rules from projects and what a test sets. */
export const makeDoubtInput = (
  projects: readonly DoubtProject[],
  fields: Partial<DoubtInput> = {},
): DoubtInput => ({
  as_of: '2026-10-31',
  month: '2026-10',
  projects,
  industries: [],
  indicators: [],
  observations: [],
  targets: [],
  rows: [],
  ...fields,
});
