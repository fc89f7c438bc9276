import { actionAmountText, shortReasonText } from '#domain/labels/projects/action.ts';
import { projectName } from '#domain/labels/index.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Action } from '#domain/projects/actions.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { reportLabels } from '#report/labels/index.ts';
import { foldColumn } from './limited-tables.ts';
import { actionSentences } from './problems.ts';

/** More projects than this are a table of the first ones, and the number of the others. */
const mostSentences = 5;
/** The rows of the table, on paper and elsewhere. */
const rowLimits = { short: 3, full: 10 } as const;

/**
 * Counts the projects that need action but have no row in the full table.
 * @returns 0 if all of them have one
 */
export const countUnlistedActions = ({ actions }: Overview): number =>
  Math.max(0, (actions?.total ?? 0) - rowLimits.full);

/** The projects that need action, as sentences and a table. */
interface ActionSummary {
  readonly sentences: readonly string[];
  readonly blocks: readonly ReportBlock[];
}

/**
 * Writes how many projects need action, before the table of the first ones. On a slide the table has
 * the rows that fit, so only paper states their number.
 */
function writeCount(
  total: number,
  rows: number,
  extent: ReportExtent,
  language: ReportInput['language'],
): string {
  const t = reportLabels[language];
  const count = (n: number): string => formatCount(n, language);
  if (total <= rows) return t.actionsNeeded(count(total));
  return extent === 'full'
    ? t.firstActionsNeeded(count(total))
    : t.moreActionsNeeded(count(total), count(rows), count(total - rows));
}

/**
 * Writes a sentence for each of a few projects that need action. Of many it writes how many there
 * are, and makes a table of the first ones with reason, first day and owner.
 */
export function summariseActions(input: ReportInput, extent: ReportExtent): ActionSummary {
  const { overview, issues, language } = input;
  const { items = [], total = 0 } = overview.actions ?? {};
  if (total <= mostSentences) return { sentences: actionSentences(input), blocks: [] };
  const t = reportLabels[language];
  const rows = items.slice(0, rowLimits[extent]);
  // a reader who may not see issues does not see owners either
  const hasOwners = issues !== undefined || rows.some(({ owner }) => owner !== undefined);
  const units = pageUnits(overview);
  const cells = (action: Action): readonly string[] => [
    projectName(action, language),
    actionAmountText(action, language, units),
    action.reasons.map((reason) => shortReasonText(reason, language)).join(t.reasonsJoin),
    formatDate(action.reasons[0]?.since ?? overview.as_of, language, 'short'),
    ...(hasOwners ? [action.owner ?? t.unassigned] : []),
  ];
  const labels = hasOwners ? t.actionColumns : t.actionColumns.slice(0, -1);
  const whole = {
    columns: labels.map((label, at) => ({ label, right: at === 1 })),
    rows: rows.map(cells),
  };
  // owners that are all unknown are in the caption
  const { table, note } = hasOwners && extent === 'short' ? foldColumn(whole) : { table: whole };
  const owner = note === undefined ? '' : `${labels.at(-1)}${kitLabels[language].colon}${note}`;
  return {
    sentences: [writeCount(total, rows.length, extent, language)],
    blocks: [
      {
        kind: 'table',
        caption: t.actionsTable + (owner === '' ? '' : kitLabels[language].brackets(owner)),
        table,
      },
    ],
  };
}
