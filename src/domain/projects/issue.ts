import { daysBetween, type IsoDate } from '#domain/values/date.ts';

export const severities = ['low', 'medium', 'high', 'blocking'] as const;
export type Severity = (typeof severities)[number];

/** An issue of a project: open until it has a closing day and an outcome. */
export interface Issue {
  readonly id: string;
  readonly text: string;
  readonly severity: Severity;
  readonly owner?: string;
  readonly since: IsoDate;
  readonly due?: IsoDate;
  readonly closed_on?: IsoDate;
  readonly outcome?: string;
  /** The revision of its present content; a change must send it. */
  readonly revision: number;
}
export type IssueContent = Omit<Issue, 'id' | 'revision'>;
export const issueFields = [
  'text',
  'severity',
  'owner',
  'since',
  'due',
  'closed_on',
  'outcome',
] as const satisfies readonly (keyof IssueContent)[];
export type IssueField = (typeof issueFields)[number];
/** New values by field; null removes a value, for example to reopen an issue. */
export type IssueChanges = { readonly [F in keyof IssueContent]?: IssueContent[F] | null };

export interface IssueFault {
  readonly field: IssueField;
  readonly rule: 'not_come' | 'before_since' | 'no_outcome' | 'not_closed';
}

/**
 * Lists the rules that an issue breaks: it began or was closed later than today, is due or was
 * closed before it began, or has a closing day without an outcome or the reverse.
 */
export function issueFaults(
  { since, due, closed_on, outcome }: IssueContent,
  today: IsoDate,
): IssueFault[] {
  const faults: IssueFault[] = [];
  if (since > today) faults.push({ field: 'since', rule: 'not_come' });
  if (due !== undefined && due < since) faults.push({ field: 'due', rule: 'before_since' });
  if (closed_on !== undefined && closed_on > today)
    faults.push({ field: 'closed_on', rule: 'not_come' });
  if (closed_on !== undefined && closed_on < since)
    faults.push({ field: 'closed_on', rule: 'before_since' });
  if (closed_on !== undefined && (outcome ?? '').trim() === '')
    faults.push({ field: 'outcome', rule: 'no_outcome' });
  if (closed_on === undefined && outcome !== undefined)
    faults.push({ field: 'outcome', rule: 'not_closed' });
  return faults;
}

/** Applies changes to an issue. */
export function changeIssue(issue: IssueContent, changes: IssueChanges): IssueContent {
  const next: Record<string, unknown> = {};
  for (const field of issueFields) {
    const value = changes[field] === undefined ? issue[field] : changes[field];
    if (value !== null && value !== undefined) next[field] = value;
  }
  return next as unknown as IssueContent;
}

/**
 * Makes an issue as of a day; it is open until the day on which it was closed.
 * @returns undefined before it began
 */
export function issueOn(issue: Issue, day: IsoDate): Issue | undefined {
  if (issue.since > day) return undefined;
  if (issue.closed_on === undefined || issue.closed_on <= day) return issue;
  const { closed_on: _later, outcome: _result, ...open } = issue;
  return open;
}

/** Counts the days past the due day of an issue. @returns undefined if it is not overdue */
export const issueOverdueDays = ({ due, closed_on }: Issue, day: IsoDate): number | undefined =>
  due === undefined || closed_on !== undefined || due >= day ? undefined : daysBetween(due, day);

/** Sorts issues: open ones first, then by severity, then by due day. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const rank = ({ closed_on, severity, due = '9999', since }: Issue): string =>
    `${closed_on === undefined ? 0 : 1} ${9 - severities.indexOf(severity)} ${due} ${since}`;
  return issues.toSorted((a, b) =>
    rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.id < b.id ? -1 : 1,
  );
}
