import type { RegisterView } from './register-view.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { isCountUnknown } from './unknown-count.ts';

/** The declaration that a list is complete from a day before its first edition. */
export interface CompleteFrom {
  readonly date: IsoDate;
  readonly reason: string;
}

/**
 * Whether the register knows the projects of a day. Otherwise a count is unknown; it is not zero.
 *
 * @param first_known_day - undefined where nobody has entered a project
 */
export const areProjectsKnown = (day: IsoDate, first_known_day: IsoDate | undefined): boolean =>
  first_known_day !== undefined && day >= first_known_day;

/** The answer in place of figures of projects, for a day whose projects are unknown. */
export interface UnknownProjects {
  readonly as_of: IsoDate;
  readonly projects: 'unknown';
  readonly first_known_day?: IsoDate;
}

/** Makes that answer. */
export const makeUnknownProjects = (
  as_of: IsoDate,
  first_known_day: IsoDate | undefined,
): UnknownProjects => ({
  as_of,
  projects: 'unknown',
  ...compact({ first_known_day }),
});

/** Picks the figures of an answer. @returns undefined if the projects of its day are unknown */
export const pickKnown = <T extends object>(answer: T | UnknownProjects): T | undefined =>
  'projects' in answer && answer.projects === 'unknown' ? undefined : (answer as T);

/**
 * Finds the first known day: that of the first edition or entry, or a declared earlier day.
 * @returns undefined without a register: a declaration about a list that is not there makes nothing
 * known
 */
export const firstKnownDay = (
  first: IsoDate | undefined,
  declaration: CompleteFrom | undefined,
): IsoDate | undefined =>
  first !== undefined && declaration !== undefined && declaration.date < first
    ? declaration.date
    : first;

/** The empty register of an unknown day. */
const nothingKnown = (register: RegisterView): RegisterView => ({
  rows: [],
  excluded: 0,
  total: 0,
  data_status: register.data_status,
  changes: { items: [], total: 0 },
  actions: { rows: [], total: 0, overdue: 0, stale: 0, unrated: [], not_judged: 0, undated: 0 },
  undisclosed: { count: 0, projects: [] },
  established: [],
});

const addCounts = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

/**
 * Removes the unknown data of a register: all data if there are no projects or before the first
 * known day, and changes if nobody knows the projects of one of the two days.
 */
export function knownRegister(
  register: RegisterView,
  {
    as_of,
    compare,
    first_known_day,
  }: {
    readonly as_of: IsoDate;
    readonly compare?: IsoDate;
    readonly first_known_day?: IsoDate;
  },
): RegisterView {
  if (!areProjectsKnown(as_of, first_known_day)) return nothingKnown(register);
  const { before = [], undated_before, ...now } = register;
  const isKnown =
    areProjectsKnown(compare ?? as_of, first_known_day) &&
    !isCountUnknown(addCounts(before), undated_before) &&
    !isCountUnknown(addCounts(register.rows), register.undated);
  if (compare === undefined || isKnown) return register;
  return { ...now, changes: { items: [], total: 0 } };
}

/**
 * Whether a view without changes could not be compared: a day is chosen, or every earlier day is
 * before the first known day. Otherwise nobody chose a day.
 */
export const isIncomparable = (
  as_of: IsoDate,
  compare: IsoDate | undefined,
  first_known_day: IsoDate,
): boolean => compare !== undefined || as_of <= first_known_day;
