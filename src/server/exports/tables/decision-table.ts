import { decisionOverdueDays, decisionSubjects } from '#domain/work/decision.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { projectFieldTerms, sameWords } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { NamedDecision } from '#server/work/decision-service.ts';
import { fileColumn as column, type ReadyTable } from './table.ts';
import { registerTableLabels as w } from './labels/index.ts';

/** Makes the table of decisions on projects and targets. Open decisions come first. */
export const decisionTable = (
  decisions: readonly NamedDecision[],
  as_of: IsoDate,
  language: Language,
): ReadyTable => ({
  id: 'decisions',
  title: w.decisions,
  columns: [
    column('subject', w.decision_on, 'text', { values: decisionSubjects }),
    column('about', w.about),
    column('decision', w.decision),
    column('decided_on', w.decided_on, 'date'),
    column('owner', projectFieldTerms['owner'] ?? sameWords('owner')),
    column('due', w.due, 'date'),
    column('done_on', w.done_on, 'date'),
    column('overdue_days', w.overdue_days, 'number'),
    column('subject_id', w.id),
    column('register_as_of', w.as_of, 'date'),
  ],
  rows: decisions.map((one) => [
    one.subject,
    one.about[language],
    one.text,
    one.decided_on,
    one.owner ?? null,
    one.due ?? null,
    one.done_on ?? null,
    String(decisionOverdueDays(one, as_of) ?? 0),
    one.subject_id,
    as_of,
  ]),
});
