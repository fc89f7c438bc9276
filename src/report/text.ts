import type { Language } from '#domain/values/language.ts';
import { en } from './text-en.ts';
import { ja } from './text-ja.ts';
import { zh } from './text-zh.ts';

/** Words of the report. Functions take ready texts and only order them. */
export interface ReportWords {
  readonly title: Readonly<Record<'month' | 'quarter' | 'day', (period: string) => string>>;
  readonly subtitle: (zone: string, day: string) => string;
  readonly compared: (day: string) => string;
  readonly headings: Readonly<
    Record<
      'statement' | 'ledger' | 'changes' | 'problems' | 'next' | 'figures' | 'definitions' | 'log',
      string
    >
  >;
  readonly headline: (established: string, amount: string, pipeline: string) => string;
  readonly headlineNoAmount: (established: string, pipeline: string) => string;
  readonly headlineClasses: (items: readonly (readonly [name: string, value: string])[]) => string;
  readonly headlineBefore: (day: string, established: string, pipeline: string) => string;
  readonly headlineSource: (source: string, day: string) => string;
  readonly headlineSourceDated: (source: string) => string;
  readonly noHeadline: string;
  readonly phase: (name: string, month: number, months: number) => string;
  readonly value: (name: string, day: string, value: string) => string;
  readonly plan: (plan: string, verdict: string) => string;
  readonly target: (target: string, share: string) => string;
  readonly targetOnly: (target: string) => string;
  readonly noValue: (name: string, why: string, target: string) => string;
  readonly checklist: (name: string, done: number, total: number) => string;
  readonly noChecklist: (name: string, wording: string) => string;
  readonly forecast: (low: string, high: string, when: string) => string;
  readonly pace: (needed: string, now: string) => string;
  readonly notComparable: string;
  readonly unchanged: (established: string, pipeline: string) => string;
  /** How many a group has where the other has changed; `before` is what it had. */
  readonly became: Readonly<
    Record<'established' | 'pipeline', (before: string, now: string) => string>
  >;
  readonly noChanges: string;
  readonly noCompare: string;
  readonly moves: string;
  readonly moveColumns: readonly [string, string, string, string, string];
  readonly targetsChanged: string;
  readonly targetColumns: readonly [string, string, string, string, string];
  readonly targetRemoved: string;
  readonly indicators: string;
  /** In place of a difference: the value of the start still is the last one. */
  readonly carried: string;
  readonly indicatorColumns: readonly [string, string, string, string];
  readonly more: (count: string) => string;
  readonly cause: (name: string, text: string, author: string, day: string) => string;
  readonly noCause: (name: string) => string;
  readonly action: (project: string, about: string, reasons: readonly string[]) => string;
  readonly undisclosed: (projects: string) => string;
  readonly issues: string;
  readonly issueColumns: readonly [string, string, string, string, string];
  readonly noProblems: string;
  readonly milestones: string;
  readonly milestoneColumns: readonly [string, string, string, string];
  readonly slippage: (days: string) => string;
  readonly earlier: (days: string) => string;
  readonly phaseNext: (name: string, day: string) => string;
  readonly deadline: (name: string, day: string, left: string) => string;
  readonly noNext: (day: string) => string;
  readonly issueDue: (project: string, text: string, day: string) => string;
  readonly definitionColumns: readonly [string, string, string];
  readonly mapping: (group: string, stages: string) => string;
  readonly planRule: Readonly<Record<'straight' | 'checkpoints', string>>;
  readonly verdictRule: (ahead: string, on: string, slightly: string) => string;
  readonly rounding: string;
  readonly missing: string;
  readonly sources: string;
  readonly sourceColumns: readonly [string, string, string];
  readonly status: string;
  readonly statuses: string;
  readonly logColumns: readonly [string, string, string, string];
  readonly noLog: string;
  readonly known: (revision: number, day: string) => string;
  /** What a slide has no room for, and the next ones have. */
  readonly columnsNext: (count: number) => string;
  readonly rowsNext: (count: number) => string;
  readonly page: (number: number, of: number) => string;
  readonly list: string;
  readonly stop: string;
}
export const reportWords: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zh, ja, en };
