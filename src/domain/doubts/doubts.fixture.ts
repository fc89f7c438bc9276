import type { DoubtInput, DoubtProject, FoundDoubt } from './doubt.ts';
import { findDoubts } from './find-doubts.ts';

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
/** The input of the rules with the projects that they read. */
export interface DoubtRegister extends DoubtInput {
  readonly projects: readonly DoubtProject[];
}
/** Finds the doubts of a register in pieces of some projects. */
export function findDoubtsOf(
  { projects, ...input }: DoubtRegister,
  atOnce = 1000,
): Promise<FoundDoubt[]> {
  const register = projects.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return findDoubts(input, {
    async *readAll() {
      for (let from = 0; from < register.length; from += atOnce)
        yield register.slice(from, from + atOnce);
    },
    read: async (codes) => register.filter(({ code }) => codes.includes(code)),
    pause: async () => undefined,
  });
}

/** Makes the input of the rules from projects and what a test sets. */
export const makeDoubtInput = (
  projects: readonly DoubtProject[],
  fields: Partial<DoubtInput> = {},
): DoubtRegister => ({
  as_of: '2026-10-31',
  month: '2026-10',
  projects,
  indicators: [],
  observations: [],
  targets: [],
  rows: [],
  ...fields,
});
