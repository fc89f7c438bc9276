import type { Overview } from '#domain/overview/overview.ts';
import { median, quantile } from '../figures.ts';
import { readText, type Reads } from '../requests.ts';
import type { RunningServer } from '../../setup/processes/server.ts';
import { answers, builtFile, pages, type Register } from './addresses.ts';
import type { Figure } from './aims.ts';
import type { EditTimes } from './edits.ts';
import type { PartTimes } from './import-part.ts';
import { type Mode, readBeside } from './reader-modes.ts';
import { rareWords } from './register-rows.ts';

/** What the readers read besides `answers`, a page deep in the list and `pages`. */
const others = [
  '/api/v1/zone',
  '/api/v1/summary?by=stage',
  '/api/v1/analysis/breakdown?measure=total_investment&by=industry',
  `/api/v1/projects?limit=50&q=${encodeURIComponent(rareWords[0][0])}`,
];

const listFailures = (failures: readonly string[], none: string): string =>
  failures.length === 0 ? none : `FAILED: ${failures.length}, ${failures[0]}`;

function describeReads(name: string, reads: Reads, limit: number, peer: Reads): Figure[] {
  const { perSecond, p50, p99, slowest, failures } = reads;
  const base = { aim: 'reads', unit: 'ms' } as const;
  const note = listFailures(failures, 'no answer failed');
  return [
    { aim: 'reads', what: `${name}, answers`, value: perSecond, unit: '/s', peer: peer.perSecond },
    { ...base, what: `${name}, p50`, value: p50, peer: peer.p50, isDetail: true },
    {
      ...base,
      what: `${name}, p99`,
      value: failures.length === 0 ? p99 : Number.NaN,
      limit,
      peer: peer.p99,
      note,
    },
    { ...base, what: `${name}, longest`, value: slowest.ms, note: slowest.path },
  ];
}
function describeEdits(name: string, { edits, visible, failures }: EditTimes): Figure[] {
  const figure = (aim: 'reads' | 'visible', what: string, times: readonly number[]): Figure[] => [
    { aim, unit: 'ms', what: `${name}, ${what}, p50`, value: median(times), isDetail: true },
    {
      aim,
      unit: 'ms',
      what: `${name}, ${what}, p99`,
      value:
        failures.length === 0
          ? quantile(
              times.toSorted((a, b) => a - b),
              0.99,
            )
          : Number.NaN,
      limit: 1000,
      note: listFailures(failures, `${times.length} edits, none failed`),
    },
  ];
  return [...figure('reads', 'an edit', edits), ...figure('visible', 'on the overview', visible)];
}
function describePart(part: PartTimes | string): Figure {
  const base = { aim: 'reads', unit: 's', what: 'the import beside them' } as const;
  if (typeof part === 'string') return { ...base, value: Number.NaN, note: part.slice(0, 200) };
  const { rows, preview, answers: settling, commit } = part;
  const steps = `preview ${preview.toFixed(1)}, answers ${settling.toFixed(1)}, commit ${commit.toFixed(1)}`;
  return { ...base, value: preview + settling + commit, note: `${rows} rows stored; ${steps}` };
}
const describeMode = (
  name: string,
  { reads, edits, part, memory }: Mode,
  peer: Reads,
): Figure[] => [
  ...describeReads(name, reads, edits === undefined ? 100 : 1000, peer),
  ...(edits === undefined ? [] : describeEdits(name, edits)),
  ...(part === undefined ? [] : [describePart(part)]),
  { aim: 'memory', unit: 'MB', what: name, value: memory, limit: 500 },
];

/**
 * 20 readers of a server that has just started, after one reading of each address: alone, beside an
 * edit a second, and beside that and an import. Their peer is a built file of the same server.
 */
export async function measureReaders(
  server: RunningServer,
  { projects, deepPages }: Register,
): Promise<Figure[]> {
  const { url } = server;
  const paths = [
    ...Object.values(answers),
    ...deepPages.slice(0, 1),
    ...others,
    ...Object.values(pages),
  ];
  for (const path of paths) await readText(`${url}${path}`);
  const { reads: peer } = await readBeside(server, [builtFile]);
  const alone = await readBeside(server, paths);
  const beside = await readBeside(server, paths, { projects });
  // the day of the edits, which is today for the server
  const { as_of } = JSON.parse(await readText(`${url}${answers.overview}`)) as Overview;
  const importing = await readBeside(server, paths, { projects, importDay: as_of });
  return [
    ...describeMode('readers alone', alone, peer),
    ...describeMode('beside an edit a second', beside, peer),
    ...describeMode('beside edits and an import', importing, peer),
  ];
}
