import type { RegisterView } from './register-view.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** The declaration that a list is complete from a day before its first edition. */
export interface CompleteFrom {
  readonly date: IsoDate;
  readonly reason: string;
}

/**
 * Whether a day is before the first day of which the register knows its projects. Nothing can be
 * counted then.
 */
export const isBeforeRegister = (day: IsoDate, first_known_day: IsoDate | undefined): boolean =>
  first_known_day !== undefined && day < first_known_day;

/**
 * Whether nothing is known of the projects of a day, not even that there is none: nobody has
 * entered one, or the day is before the first known day.
 */
export const isRegisterUnknown = (
  day: IsoDate,
  first_known_day: IsoDate | undefined,
  projects_total: number,
): boolean =>
  first_known_day === undefined ? projects_total === 0 : isBeforeRegister(day, first_known_day);

/**
 * The first known day: that of the first edition or entry, or a declared earlier day. Undefined
 * without a register.
 */
export const firstKnownDay = (
  first: IsoDate | undefined,
  declared: CompleteFrom | undefined,
): IsoDate | undefined =>
  declared !== undefined && (first === undefined || declared.date < first) ? declared.date : first;

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

/**
 * Removes what is not known of a register: everything where nobody has entered a project and before
 * the first known day, and changes since a day before it.
 */
export function knownRegister(
  register: RegisterView,
  {
    as_of,
    compare,
    first_known_day,
    filtered_of = register.total,
  }: {
    readonly as_of: IsoDate;
    readonly compare?: IsoDate;
    readonly first_known_day?: IsoDate;
    readonly filtered_of?: number;
  },
): RegisterView {
  if (isRegisterUnknown(as_of, first_known_day, filtered_of)) return nothingKnown(register);
  if (compare === undefined || !isBeforeRegister(compare, first_known_day)) return register;
  const { before: _, ...now } = register;
  return { ...now, changes: { items: [], total: 0 } };
}

/**
 * Whether the projects of a day can be compared with no other day: the compared day is before the
 * first known day, or, where none is chosen, every earlier day is.
 */
export const isIncomparable = (
  as_of: IsoDate,
  compare: IsoDate | undefined,
  first_known_day: IsoDate,
): boolean =>
  compare === undefined ? as_of <= first_known_day : isBeforeRegister(compare, first_known_day);
