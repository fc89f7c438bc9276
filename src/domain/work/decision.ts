import { daysBetween, type IsoDate } from '#domain/values/date.ts';

/** The subject of a decision or a declared status: a project by its code, a target by its key. */
export const decisionSubjects = ['project', 'target'] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];

/** A decision on a project or a target, with its owner and due day. It is open until it is done. */
export interface Decision {
  readonly id: string;
  readonly subject: DecisionSubject;
  readonly subject_id: string;
  readonly text: string;
  readonly owner?: string;
  readonly decided_on: IsoDate;
  readonly due?: IsoDate;
  readonly done_on?: IsoDate;
  /** The revision of its present content; a change must send it. */
  readonly revision: number;
}
export type DecisionContent = Omit<Decision, 'id' | 'revision' | 'subject' | 'subject_id'>;
export const decisionFields = [
  'text',
  'owner',
  'decided_on',
  'due',
  'done_on',
] as const satisfies readonly (keyof DecisionContent)[];
/** New values by field; null removes a value, for example to reopen a decision. */
export type DecisionChanges = {
  readonly [F in keyof DecisionContent]?: DecisionContent[F] | null;
};

export interface DecisionFault {
  readonly field: (typeof decisionFields)[number];
  readonly rule: 'not_come' | 'before_decided';
}

/**
 * Lists the rules that a decision breaks: it was made or done after today, or is due or was done
 * before it was made.
 */
export function decisionFaults(
  { decided_on, due, done_on }: DecisionContent,
  today: IsoDate,
): DecisionFault[] {
  const faults: DecisionFault[] = [];
  if (decided_on > today) faults.push({ field: 'decided_on', rule: 'not_come' });
  if (due !== undefined && due < decided_on) faults.push({ field: 'due', rule: 'before_decided' });
  if (done_on !== undefined && done_on > today) faults.push({ field: 'done_on', rule: 'not_come' });
  if (done_on !== undefined && done_on < decided_on)
    faults.push({ field: 'done_on', rule: 'before_decided' });
  return faults;
}

/** Applies changes to a decision. */
export function changeDecision(
  decision: DecisionContent,
  changes: DecisionChanges,
): DecisionContent {
  const next: Record<string, unknown> = {};
  for (const field of decisionFields) {
    const value = changes[field] === undefined ? decision[field] : changes[field];
    if (value !== null && value !== undefined) next[field] = value;
  }
  return next as unknown as DecisionContent;
}

/**
 * Makes a decision as of a day; it is open until the day on which it was done.
 * @returns undefined before it was made
 */
export function decisionOn<D extends DecisionContent>(
  decision: D,
  day: IsoDate,
): D | Omit<D, 'done_on'> | undefined {
  if (decision.decided_on > day) return undefined;
  if (decision.done_on === undefined || decision.done_on <= day) return decision;
  const { done_on: _later, ...open } = decision;
  return open;
}

/** Counts the days past the due day of a decision. @returns undefined if it is not overdue */
export const decisionOverdueDays = (
  { due, done_on }: Pick<DecisionContent, 'due' | 'done_on'>,
  day: IsoDate,
): number | undefined =>
  due === undefined || done_on !== undefined || due >= day ? undefined : daysBetween(due, day);

/**
 * Sorts decisions: open ones first, the earliest due first; then done ones, the last done first.
 */
export function sortDecisions<D extends DecisionContent & { readonly id: string }>(
  decisions: readonly D[],
): D[] {
  const open = decisions.filter(({ done_on }) => done_on === undefined);
  const finishedDecisions = decisions.filter(({ done_on }) => done_on !== undefined);
  const by = (key: (one: D) => string) => (a: D, b: D) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
  return [
    ...open.toSorted(by(({ due = '9999', decided_on, id }) => `${due} ${decided_on} ${id}`)),
    ...finishedDecisions.toSorted(by(({ done_on = '', id }) => `${done_on} ${id}`)).toReversed(),
  ];
}
