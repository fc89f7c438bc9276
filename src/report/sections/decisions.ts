import { decisionOverdueDays } from '#domain/work/decision.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { ReportBlock, ReportDecision, ReportInput } from '#domain/report/report.ts';
import { cutTable } from './limited-tables.ts';
import { reportLabels } from '#report/labels/index.ts';

const mostDecisions = 20;

/** The due day of a decision, and the days by which it is overdue. */
function dueText(decision: ReportDecision, day: IsoDate, language: Language): string {
  if (decision.due === undefined) return '—';
  const due = formatDate(decision.due, language, 'short');
  const days = decisionOverdueDays(decision, day);
  if (days === undefined) return due;
  return reportLabels[language].overdue(due, formatValue(days, 'days', language).text);
}

/** Makes the blocks of open decisions: subject, owner and due day. No table where all are done. */
export function decisionBlocks({
  decisions = [],
  overview: { as_of },
  language,
}: Pick<ReportInput, 'decisions' | 'overview' | 'language'>): readonly ReportBlock[] {
  const t = reportLabels[language];
  const open = decisions.filter(({ done_on }) => done_on === undefined);
  if (open.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t.decisions,
      table: cutTable(
        {
          columns: t.decisionColumns.map((label) => ({ label, right: false })),
          rows: open.map((one) => [
            one.about[language],
            one.text,
            one.owner ?? t.unassigned,
            dueText(one, as_of, language),
          ]),
        },
        mostDecisions,
        language,
      ),
    },
  ];
}
