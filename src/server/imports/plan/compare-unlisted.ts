import type { IsoDate } from '#domain/values/date.ts';
import type { PackedProjects } from '#server/imports/context/packed-projects.ts';
import type { Duplicates } from '#server/imports/edition/duplicates.ts';
import type { MissingProjects } from '#server/imports/edition/missing-projects.ts';
import { readNames, readRecords } from '#server/imports/edition/read-records.ts';
import type { KnownProjects, KnownState } from '#server/imports/import-plan.ts';
import type { TextSet } from '#server/imports/packing/text-set.ts';
import type { RegisterTallies } from './register-totals.ts';

export interface UnlistedInput {
  readonly register: KnownProjects;
  readonly day: IsoDate;
  readonly missing: MissingProjects;
  readonly duplicates: Duplicates;
  readonly tallies: RegisterTallies;
  /** Receives the projects that the file ends. */
  readonly projects: PackedProjects;
  /** The codes on which the plan depends. Receives those of the projects that the file ends. */
  readonly named: TextSet;
}

/** As a share of the register, so few projects are read one by one rather than from sums. */
const fewShare = 20;

/** Reads each project. It plans the end of those that the file ends. */
async function readEach(codes: readonly string[], input: UnlistedInput): Promise<void> {
  const { register, missing, tallies, duplicates, projects, named } = input;
  for await (const project of readRecords(register, codes)) {
    const absent = missing.planAbsence(project);
    if (absent !== undefined) {
      projects.add(absent);
      named.add(project.code);
    }
    tallies.before.add(project);
    tallies.after.add(absent?.record ?? project);
    duplicates.addKnown(project.code, project.facts);
  }
}

/** Reads sums of the register without the projects of the file, and names in place of projects. */
async function readSums(
  codes: readonly string[],
  state: KnownState,
  input: UnlistedInput,
): Promise<void> {
  const { register, day, missing, tallies, duplicates, named } = input;
  const { before, after, listed, unlisted, later } = tallies;
  for (const sum of await state.sums(day)) unlisted.addSum(sum);
  unlisted.addTally(listed, -1);
  before.addTally(unlisted);
  after.addTally(unlisted);
  if (missing.isNewest) {
    const laterCodes = (await state.stated(day)).filter((code) => !named.has(code));
    for await (const project of readRecords(register, laterCodes)) later.add(project);
    unlisted.addTally(later, -1);
    await missing.countUnlisted(unlisted, readRecords(register, codes));
  }
  for await (const { code, ...facts } of readNames(register, codes))
    duplicates.addKnown(code, facts);
}

/**
 * Adds the known projects that the file does not list to the totals before and after the import,
 * plans the end of those that the file ends, and looks for projects of the file among them. If they
 * are many and the file ends none, only their sums and names are read.
 * @param knownCodes - all codes of the register, in its order
 */
export async function compareUnlisted(knownCodes: TextSet, input: UnlistedInput): Promise<void> {
  const codes = [...knownCodes].filter((code) => !input.named.has(code));
  const isSum = codes.length * fewShare >= knownCodes.size && !input.missing.endsProjects;
  const state = isSum ? input.register.state : undefined;
  await (state === undefined ? readEach(codes, input) : readSums(codes, state, input));
}
