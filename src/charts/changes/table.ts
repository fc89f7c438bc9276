import { type ChartTable, makeIds, type NumberColumn, statusIds } from '#charts/kit/table.ts';
import type { BridgeGroup } from '#domain/changes/bridge.ts';
import { heldBackTerm, noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import { dataStatusTerms, projectName } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { changesChartLabels } from './labels/index.ts';
import { bridgeCurrency } from './series.ts';
import { hasHappened, type StepPart, splitStep, stepLabel } from './steps.ts';

/** One row: a part of a step in one currency. Counts are in the first row of the part. */
interface Entry extends StepPart {
  readonly group: BridgeGroup['group'];
  readonly currency: string;
  /** Omitted where it is withheld. */
  readonly minor?: string | undefined;
  readonly isFirst: boolean;
  /** The status of the amount, or why there is none. */
  readonly status: DataStatus | 'no_amount' | 'not_shown';
}

function listParts(
  part: StepPart,
  group: BridgeGroup['group'],
  overview: Overview,
): readonly Entry[] {
  const { projects, is_unknown, undisclosed, amounts, held_back = [] } = part.step;
  const { drawnCurrency } = bridgeCurrency(overview);
  // projects without any amount: the sum is missing; no projects: the sum is 0
  const isMissing =
    is_unknown === true || (amounts.length === 0 && projects > 0 && undisclosed !== 0);
  const sums =
    amounts.length === 0 && held_back.length === 0
      ? [{ currency: drawnCurrency, minor: '0' }]
      : amounts;
  const withheld = held_back.map((currency) => ({ currency, minor: undefined }));
  return [...sums, ...withheld].map(({ currency, minor }, index) => ({
    ...part,
    group,
    currency,
    minor: isMissing ? undefined : minor,
    isFirst: index === 0,
    status:
      minor === undefined ? 'not_shown' : isMissing ? 'no_amount' : overview.strip.data_status,
  }));
}

const listEntries = (overview: Overview): readonly Entry[] =>
  (overview.bridge?.groups ?? []).flatMap(({ group, steps }) =>
    steps
      .filter(hasHappened)
      .flatMap((step) => splitStep(step, group, overview))
      .flatMap((part) => listParts(part, group, overview)),
  );

const statusText = (status: Entry['status'], language: Language): string => {
  if (status === 'not_shown') return heldBackTerm[language];
  return (status === 'no_amount' ? noAmountTerm : dataStatusTerms[status])[language];
};

function entryRow(entry: Entry, language: Language): readonly (string | null)[] {
  const { group, step, move, currency, minor, isFirst, status } = entry;
  const count = (value: number): string | null =>
    isFirst && step.is_unknown !== true ? String(value) : null;
  return [
    changesChartLabels[language].groups[group],
    stepLabel(step.kind, group, language),
    move === undefined ? null : projectName(move, language),
    count(step.projects),
    count(step.count),
    count(step.undisclosed),
    minor === undefined ? null : toMajor(fromWire({ currency, minor })),
    currency,
    statusText(status, language),
  ];
}

const count = (id: string, label: string): NumberColumn => ({
  id,
  label,
  kind: 'number',
  measure: 'bridge_projects',
  digits: 0,
});

/**
 * Makes one row for each currency of each step that happened. Projects without an amount are
 * counted beside it, never as zero.
 */
export function changesTable(overview: Overview, language: Language): ChartTable {
  const { columns } = changesChartLabels[language];
  const entries = listEntries(overview);
  return {
    columns: [
      { id: 'project_group', label: columns.group, kind: 'text' },
      { id: 'step', label: columns.step, kind: 'text' },
      { id: 'name', label: columns.project, kind: 'text' },
      count('projects', columns.projects),
      count('count', columns.count),
      { ...count('undisclosed', columns.undisclosed), measure: 'bridge_investment' },
      {
        id: 'total_investment',
        label: columns.amount,
        kind: 'number',
        measure: 'bridge_investment',
      },
      { id: 'total_investment_currency', label: columns.currency, kind: 'text' },
      { id: 'data_status', label: columns.status, kind: 'text' },
    ],
    rows: entries.map((entry) => entryRow(entry, language)),
    row_of: entries.map(({ group, step }) => ({
      ...compact({ from: overview.bridge?.from }),
      group,
      step: step.kind,
    })),
    ids: {
      project_group: [makeIds('project_group', entries, ({ group }) => group)],
      step: [makeIds('step', entries, ({ step }) => step.kind)],
      name: [makeIds('code', entries, ({ move }) => move?.code)],
      data_status: statusIds(entries, ({ status }) => status),
    },
  };
}
