import { table } from '../figures.ts';

/** The aims of a million projects, in the order of the table in docs/performance.md. */
const aims = {
  import: 'import in 4 minutes and 500 MB',
  again: 'the same file again in 2 minutes',
  disk: 'disk ≤ 3 KB a project',
  reads:
    'reads p99 ≤ 100 ms warm, ≤ 1 s after an edit, beside readers, edits and an import of 1,000 rows',
  visible: 'an edit visible in 1 s',
  past: 'past day and *What changed* ≤ 1 s',
  search: 'search ≤ 100 ms',
  list: 'list page 1 and page 10,000 ≤ 50 ms',
  memory: 'server ≤ 500 MB',
  csv: 'CSV of all projects < 60 s',
  files: 'XLSX to its limit of rows, pack',
  elements: '≤ 3,000 elements on a page',
} as const;
/** Aims of the same part that other programs measure. */
const elsewhere = [
  ['growth on one picture', '`npm run bench -- growth`'],
  ['early 503 under overload, usual again in 10 s', '`npm run hard -- R-61`'],
] as const;
/** The units with the digits after the point of numbers below 100. */
const units = { ms: 1, s: 1, MB: 0, KB: 2, '/s': 0, elements: 0 } as const;

export interface Figure {
  readonly aim: keyof typeof aims;
  readonly what: string;
  /** NaN of a figure that could not be measured. */
  readonly value: number;
  readonly unit: keyof typeof units;
  /** The largest of the measurements whose median is the value. */
  readonly most?: number;
  /** What the value, or the largest measurement, may be. Omitted where the aim names none. */
  readonly limit?: number;
  /** The figure of the peer in the same run. */
  readonly peer?: number;
  readonly note?: string;
  /** The word under which the last table joins several figures. */
  readonly group?: string;
  /** Whether the last table leaves it out. */
  readonly isDetail?: boolean;
}
/** The figures of one store. */
export interface StoreFigures {
  readonly store: string;
  readonly projects: number;
  readonly figures: Figure[];
}

/** The size for which the aims are. */
const million = 1_000_000;
const formatNumber = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const format = (value: number, unit: Figure['unit']): string =>
  `${formatNumber(value, value < 100 ? units[unit] : 0)} ${unit}`;
const isMet = ({ value, most = value, limit = Number.POSITIVE_INFINITY }: Figure): boolean =>
  most <= limit;

/** @returns whether the figure meets its aim, which only a large register can show */
function stateOf(figure: Figure, projects: number): string {
  if (Number.isNaN(figure.value)) return 'failed';
  if (figure.limit === undefined) return '–';
  if (projects < million) return `at ${projects.toLocaleString('en')} projects`;
  return isMet(figure) ? 'met' : 'not met';
}
const ratioOf = ({ value, peer }: Figure): string =>
  peer === undefined || Number.isNaN(value) ? '' : (value / peer).toFixed(2);

/** Prints figures of one part, and keeps them for the last table. A failed one fails the run. */
export function addFigures(all: StoreFigures, title: string, figures: readonly Figure[]): void {
  all.figures.push(...figures);
  if (figures.some(({ value }) => Number.isNaN(value))) process.exitCode = 1;
  table([
    [`${all.store}: ${title}`, 'figure', 'at most', 'aim', '× peer', 'state', ''],
    ...figures.map((figure) => {
      const { what, value, most, limit, unit, note = '' } = figure;
      return [
        what,
        Number.isNaN(value) ? '–' : format(value, unit),
        most === undefined ? '' : format(most, unit),
        limit === undefined ? '' : `≤ ${limit.toLocaleString('en')} ${unit}`,
        ratioOf(figure),
        stateOf(figure, all.projects),
        note,
      ];
    }),
  ]);
}

/** @returns the figures of a work, or one that failed with the reason */
export async function attempt(
  figure: Pick<Figure, 'aim' | 'what'>,
  work: () => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  try {
    return await work();
  } catch (error) {
    return [{ ...figure, value: Number.NaN, unit: 's', note: String(error).slice(0, 200) }];
  }
}

/** Joins figures of one name: `kept 1.2 to 4.0 ms`. */
function joinFigures(what: string, figures: readonly Figure[]): string {
  const [first] = figures;
  if (first === undefined || figures.some(({ value }) => Number.isNaN(value)))
    return `${what}: failed`;
  const values = figures.map(({ value }) => value);
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const range = figures.length > 1 ? `${formatNumber(least, units[first.unit])} to ` : '';
  const most = Math.max(...figures.map(({ most, value }) => most ?? value));
  const ratios = figures.map(ratioOf).filter(Boolean);
  const ratio = ratios.length === 1 ? `, ${ratios[0]} × its peer` : '';
  const tail = most > largest ? `, at most ${format(most, first.unit)}` : '';
  return `${what} ${range}${format(largest, first.unit)}${tail}${ratio}`;
}
function describe({ store, figures }: StoreFigures, aim: Figure['aim']): string {
  const ours = figures.filter((figure) => figure.aim === aim && figure.isDetail !== true);
  const groups = Map.groupBy(ours, ({ what, group }) => group ?? what);
  const texts = [...groups].map(([what, group]) => joinFigures(what, group));
  return texts.length === 0 ? '' : `${store}: ${texts.join('; ')}`;
}
/** @returns the state of an aim on all stores, with the figures that miss it */
function stateOfAim(stores: readonly StoreFigures[], aim: Figure['aim']): string {
  const faults = stores.flatMap(({ store, projects, figures }) =>
    figures.flatMap((figure) => {
      const state = figure.aim === aim ? stateOf(figure, projects) : '–';
      return state === 'not met' || state === 'failed' ? `${state}: ${store}, ${figure.what}` : [];
    }),
  );
  const sizes = new Set(
    stores.flatMap(({ projects }) => (projects < million ? projects.toLocaleString('en') : [])),
  );
  if (sizes.size > 0)
    return [`at ${[...sizes].join(' and ')} projects`, ...new Set(faults)].join('; ');
  const isJudged = stores.some(({ figures }) =>
    figures.some((figure) => figure.aim === aim && figure.limit !== undefined),
  );
  if (!isJudged && faults.length === 0) return '–';
  return faults.length === 0 ? 'met' : [...new Set(faults)].join('; ');
}

/** Prints all figures in the form of the first table of docs/performance.md. */
export function printAims(stores: readonly StoreFigures[]): void {
  console.log('\n| aim | figure | state |\n| --- | --- | --- |');
  for (const [aim, title] of Object.entries(aims) as [Figure['aim'], string][]) {
    const texts = stores.map((store) => describe(store, aim)).filter(Boolean);
    if (texts.length > 0)
      console.log(`| ${title} | ${texts.join('. ')} | ${stateOfAim(stores, aim)} |`);
  }
  for (const [title, program] of elsewhere) console.log(`| ${title} | ${program} | – |`);
}
