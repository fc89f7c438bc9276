import { type Edition, type Row, type Stage, stageOrder } from '../figures/register.ts';

export const stageColumns: Readonly<Record<Stage, string>> = {
  lead: 'First contact',
  negotiation: 'Negotiation date',
  signed: 'Signing date',
  registered: 'Registration date',
  construction: 'Actual start',
  operation: 'Operation date',
  full_capacity: 'Full capacity reached',
};
export const stageWords: Readonly<Record<Stage, string>> = {
  lead: 'Qualified lead',
  negotiation: 'In negotiation',
  signed: 'Signed',
  registered: 'Registered and filed',
  construction: 'Under construction',
  operation: 'In operation',
  full_capacity: 'At design capacity',
};
export const statusWords: Readonly<Record<Row['status'], string>> = {
  active: 'Active',
  on_hold: 'On hold',
  withdrawn: 'Withdrawn by investor',
  lost: 'Lost to another location',
  rejected: 'Declined by the zone',
  terminated: 'Agreement terminated',
  closed: 'Closed',
  unlisted: '',
};
const minorDigits: Readonly<Record<string, number>> = { CNY: 2, USD: 2, JPY: 0 };

export function majorText(minor: bigint, currency: string): string {
  const digits = minorDigits[currency] ?? 2;
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An edition as a CSV file with the headers and words of the English field terms. */
export function editionCsv({ rows }: Edition): string {
  const header = [
    'Project ID',
    'Project name',
    'Industry',
    'Stage',
    ...stageOrder.map((stage) => stageColumns[stage]),
  ];
  const lines = rows.map((row) =>
    [
      row.code,
      `Project ${row.code}`,
      row.industry,
      stageWords[row.stage],
      ...stageOrder.map((stage) => row.stageDates[stage] ?? ''),
      statusWords[row.status],
      row.statusDate ?? '',
      row.money === null ? 'not disclosed' : majorText(row.money.minor, row.money.currency),
      row.money?.currency ?? '',
    ].join(','),
  );
  const columns = [...header, 'Status', 'Status date', 'Total investment', 'Currency'];
  return [columns.join(','), ...lines].join('\n');
}
