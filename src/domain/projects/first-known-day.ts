import type { RegisterView } from './register-view.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** What a manager says of a register whose list is complete from a day before its first edition. */
export interface CompleteFrom {
  readonly date: IsoDate;
  readonly reason: string;
}

/** Whether a day lies before the first day of which the register knows its projects: then nothing of it can be counted. */
export const isBeforeRegister = (day: IsoDate, first_known_day: IsoDate | undefined): boolean =>
  first_known_day !== undefined && day < first_known_day;

/** The first known day: that of the first edition or entry, or an earlier one that was declared. Undefined without a register. */
export const firstKnownDay = (
  first: IsoDate | undefined,
  declared: CompleteFrom | undefined,
): IsoDate | undefined =>
  declared !== undefined && (first === undefined || declared.date < first) ? declared.date : first;

/** A register on a day of which nothing is known: no count, no sum, no list. */
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

/** What of a register is known on a day, and of its changes since another: nothing before the first known day, and no change that began before it. */
export function knownRegister(
  register: RegisterView,
  {
    as_of,
    compare,
    first_known_day,
  }: { readonly as_of: IsoDate; readonly compare?: IsoDate; readonly first_known_day?: IsoDate },
): RegisterView {
  if (isBeforeRegister(as_of, first_known_day)) return nothingKnown(register);
  if (compare === undefined || !isBeforeRegister(compare, first_known_day)) return register;
  const { before: _, ...now } = register;
  return { ...now, changes: { items: [], total: 0 } };
}
