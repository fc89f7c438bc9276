import type { Day } from '../days.ts';

export interface Milestone {
  readonly type: string;
  readonly baseline?: Day;
  readonly plan?: Day;
  readonly actual?: Day;
}
/** An amount, or why there is none. */
export interface Amount {
  readonly money?: { readonly minor: string; readonly currency: string };
  readonly missing?: string;
}
/** What a register says about a project beside its stage and status. */
export interface Facts {
  readonly industry?: string;
  readonly owner?: string;
  readonly source_channel?: string;
  readonly investor?: string;
  readonly country?: string;
  readonly prefecture?: string;
  readonly site_mode?: string;
  readonly agreement_type?: string;
  readonly next_step?: string;
  readonly uscc?: string;
  readonly national_code?: string;
  readonly land_mu?: number;
  readonly foreign_percent?: number;
  readonly jobs_plan?: number;
  readonly jobs_actual?: number;
  readonly last_update?: Day;
  readonly amounts: Readonly<Record<string, Amount | undefined>>;
  readonly milestones: readonly Milestone[];
}
/** The facts of each project as a list of a day states them; a sample has one list. */
export interface FactList {
  readonly day: Day;
  readonly facts: ReadonlyMap<string, Facts>;
}
/** The facts that hold on a day: of the last list up to it, else of the first that has the project. */
export function factsOn(lists: readonly FactList[], day: Day): ReadonlyMap<string, Facts> {
  const later = lists.filter((list) => list.day > day).toReversed();
  const upToDay = lists.filter((list) => list.day <= day);
  return new Map([...later, ...upToDay].flatMap(({ facts }) => [...facts]));
}
