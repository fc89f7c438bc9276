import { compact } from '#domain/values/compact.ts';
import { formatCount, formatMoney } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { measureTerms, term } from '#domain/labels/index.ts';
import type { EditionFacts, StoredEdition } from '#server/projects/history/statement-store.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { AmountColumn } from '#server/imports/values/amount.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { normaliseHeader, splitHeader } from '#server/imports/headers/header-text.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import { hashFileShape } from '#server/imports/context/recipes.ts';
import type { PlannedImport, ImportContext } from '#server/imports/context/import-context.ts';

type EditionColumn = EditionFacts['columns'][number];
type EditionSum = EditionFacts['sums'][number];
/** A difference from the previous edition, as a sentence. */
type Difference = (language: Language) => string;

/** An edition with at least this many times the projects of the previous one has repeated rows. */
const manyTimes = 1.5;
/** Sums of planned amounts hardly change between editions; sums of completed amounts grow. */
const planned: ReadonlySet<string> = new Set([
  'total_investment',
  'contracted_amount',
  'output_plan',
]);

/** Summarises an edition: its day, projects, columns, units and sums. */
export const summariseEdition = (
  columns: readonly Column[],
  amounts: ReadonlyMap<number, AmountColumn>,
  sums: PlannedImport['facts']['sums'],
  projects: number,
): EditionFacts => ({
  projects,
  columns: columns
    .filter(({ key, how, empty }) => key !== '' && how !== 'ignored' && !empty)
    .map(({ index, key, field }) => {
      const { power, currency, unitText: unit } = amounts.get(index) ?? {};
      return {
        header: key,
        ...compact({ field, power, currency, unit }),
      };
    }),
  sums: sums.map(({ measure, currency, minor }) => ({ measure, currency, minor })),
});

/** Normalises the words of a header, without its unit, so that editions compare. */
export const normaliseColumnHeader = ({ header }: Pick<EditionColumn, 'header'>): string =>
  normaliseHeader(splitHeader(header).words);

/**
 * Finds the previous edition: the newest of the same shape, else the newest that shares at least
 * half of the columns.
 */
function findPreviousEdition(
  editions: readonly StoredEdition[],
  shape: string,
  day: IsoDate,
  now: EditionFacts,
): Required<StoredEdition> | undefined {
  const earlier = editions.filter(
    (one): one is Required<StoredEdition> => one.day <= day && one.facts !== undefined,
  );
  const words = new Set(now.columns.map(normaliseColumnHeader));
  return (
    earlier.findLast((one) => one.shape === shape) ??
    earlier.findLast(
      ({ facts }) =>
        facts.columns.filter((column) => words.has(normaliseColumnHeader(column))).length * 2 >=
        facts.columns.length,
    )
  );
}

const formatUnit = ({ power = 0, currency = '', unit }: EditionColumn): string =>
  unit ?? `${currency} ${formatCount(10 ** power, 'en')}`.trim();
const isOtherUnit = (a: EditionColumn, b: EditionColumn): boolean =>
  (a.power !== undefined && b.power !== undefined && a.power !== b.power) ||
  (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency);

function listColumnDifferences(before: EditionFacts, now: EditionFacts): Difference[] {
  return before.columns.flatMap((column): Difference[] => {
    const match = now.columns.find(
      (one) =>
        (column.field !== undefined && one.field === column.field) ||
        normaliseColumnHeader(one) === normaliseColumnHeader(column),
    );
    const { header } = column;
    if (match === undefined) return [(language) => formatMessage('e_column', language, { header })];
    if (!isOtherUnit(column, match)) return [];
    return [
      (language) =>
        formatMessage('e_unit', language, {
          header: match.header,
          before: formatUnit(column),
          now: formatUnit(match),
        }),
    ];
  });
}

/**
 * Whether a sum differs from the previous one by more than a tenth. For completed amounts, only a
 * fall or a doubling counts.
 */
function isOtherSum(measure: string, before: bigint, now: bigint): boolean {
  const difference = now - before;
  if (planned.has(measure) || difference < 0n)
    return (difference < 0n ? -difference : difference) * 10n > before;
  return difference > before;
}
function listSumDifferences(before: EditionFacts, now: EditionFacts): Difference[] {
  return before.sums.flatMap((sum: EditionSum): Difference[] => {
    const { measure, currency, minor } = sum;
    const match =
      now.sums.find((one) => one.measure === measure && one.currency === currency)?.minor ?? '0';
    if (BigInt(minor) <= 0n || !isOtherSum(measure, BigInt(minor), BigInt(match))) return [];
    const money = (value: string, language: Language): string =>
      formatMoney({ minor: value, currency }, language).text;
    return [
      (language) =>
        formatMessage('e_sum', language, {
          measure: term(measureTerms, measure, language),
          before: money(minor, language),
          now: money(match, language),
        }),
    ];
  });
}

/**
 * Asks for confirmation if an edition multiplies the projects of the previous one, lacks one of its
 * columns, has another unit, or changes a sum by more than a tenth. The question has no default, so
 * an unattended import stops.
 * @param isUnchanged - whether the register already holds every row, so that projects and sums are
 * those of the register
 */
export function askAboutEdition(
  context: ImportContext,
  day: IsoDate,
  now: EditionFacts,
  isUnchanged: boolean,
): void {
  const { questions, request } = context;
  const before = findPreviousEdition(
    request.register.editions ?? [],
    hashFileShape(context.header),
    day,
    now,
  );
  if (before === undefined) return;
  const { facts } = before;
  const rows: Difference[] =
    now.projects >= facts.projects * manyTimes && now.projects >= facts.projects + 2
      ? [
          (language) =>
            formatMessage('e_rows', language, {
              now: formatCount(now.projects, language),
              before: formatCount(facts.projects, language),
            }),
        ]
      : [];
  // another part of a register has other projects
  const isPart = readTextAnswer(request.answers, 'unlisted') === 'part';
  const differences = [
    ...listColumnDifferences(facts, now),
    ...(isPart || isUnchanged ? [] : [...rows, ...listSumDifferences(facts, now)]),
  ];
  if (differences.length === 0) return;
  questions.ask(
    'edition_change',
    'q_edition_change',
    [questions.choice('accept', 'c_accept_edition')],
    {
      values: { day: before.day },
      reasons: (language) => differences.map((say) => say(language)),
    },
  );
}
