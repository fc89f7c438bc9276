import type { analysisParameters } from '#contract/analysis/query.ts';
import type { projectFilterFields } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
import { createApp } from '#server/app/app.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { createDocuments } from '#server/exports/pack/write-document.ts';
import { openNodeTools } from '#server/exports/workers/archive-tools.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { localManager } from '#server/accounts/sessions/one-time-key.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { currentRevision, revisionAt } from '#server/db/revision-log.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';
import { exitCode } from './exit-code.ts';
import { FileError, fileFor, saveResponse } from './write-file.ts';
import { addDays, isIsoDate } from '#domain/values/date.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** The message that describes the values of `--since`. */
const sinceHint =
  'Write --since as the number of a revision, as a day (2026-11-27) or as a moment (2026-11-27T02:00Z).';

/**
 * Finds the last revision that is not new. `since` is that revision itself, or the day or moment
 * from which revisions are new. A day starts in the zone's time zone.
 * @returns undefined for any other text
 */
async function findSince(db: Db, since: string): Promise<number | undefined> {
  if (/^\d{1,15}$/.test(since)) return Number(since);
  if (!isIsoDate(since) && !isMoment(since)) return undefined;
  return revisionAt(
    db,
    isIsoDate(since) ? addDays(since, -1) : new Date(since).toISOString(),
    await readTimeZone(db),
  );
}

/** The revisions after `--since`. */
interface RecordedSince {
  readonly since: number;
  readonly revision: number;
  readonly changed: boolean;
}
/** Reads whether anything was recorded after `--since`. @returns undefined for an invalid value */
async function readSince(db: Db, since: string): Promise<RecordedSince | undefined> {
  const [from, revision] = [await findSince(db, since), await currentRevision(db)];
  return from === undefined ? undefined : { since: from, revision, changed: revision > from };
}

type Option = string | undefined;
export interface ExportOptions {
  readonly 'as-of'?: Option;
  readonly 'known-at'?: Option;
  readonly compare?: Option;
  readonly quarter?: Option;
  readonly period?: Option;
  readonly lang?: Option;
  readonly out?: Option;
  readonly form?: Option;
  readonly theme?: Option;
  readonly size?: Option;
  readonly scale?: Option;
  readonly measure?: Option;
  readonly range?: Option;
  readonly title?: Option;
  readonly plan?: Option;
  readonly currency?: Option;
  readonly csv?: Option;
  readonly stage?: Option;
  readonly status?: Option;
  readonly industry?: Option;
  readonly zone?: Option;
  readonly unit?: Option;
  readonly by?: Option;
  readonly stack?: Option;
  readonly event?: Option;
  readonly zoom?: Option;
  readonly versus?: Option;
  readonly scenario?: Option;
  readonly owner?: Option;
  readonly country?: Option;
  readonly prefecture?: Option;
  readonly investor?: Option;
  readonly channel?: Option;
  readonly agreement?: Option;
  readonly column?: Option;
  readonly 'chart-form'?: Option;
  readonly 'chart-currency'?: Option;
  readonly search?: Option;
  readonly since?: Option;
  readonly json?: boolean | undefined;
}

const documents: Readonly<Record<string, string>> = {
  workbook: 'xlsx',
  pack: 'zip',
  projects: 'csv',
  observations: 'csv',
  stage_events: 'csv',
  report: 'pdf',
};
const ofAll = {
  'as-of': 'as_of',
  'known-at': 'known_at',
  compare: 'compare',
  lang: 'lang',
  plan: 'plan',
  currency: 'cur',
} as const;
const ofCharts = {
  theme: 'theme',
  size: 'size',
  scale: 'scale',
  measure: 'measure',
  range: 'range',
  title: 'title',
  csv: 'csv',
} as const;
/** The option for each filter of projects. A filter without one does not compile. */
const filters: Readonly<Record<(typeof projectFilterFields)[number], keyof ExportOptions>> = {
  stage: 'stage',
  status: 'status',
  industry: 'industry',
  zone: 'zone',
  owner: 'owner',
  unit: 'unit',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  channel: 'channel',
  agreement: 'agreement',
  column: 'column',
};
/**
 * The option for each parameter of an analysis chart, as the address of its page and the API have
 * it. A parameter without one does not compile.
 */
const ofAnalysis: Readonly<Record<(typeof analysisParameters)[number], keyof ExportOptions>> = {
  ...filters,
  by: 'by',
  stack: 'stack',
  event: 'event',
  period: 'period',
  form: 'chart-form',
  zoom: 'zoom',
  currency: 'chart-currency',
  versus: 'versus',
  scenario: 'scenario',
};
const ofDocuments = { period: 'period', quarter: 'period', csv: 'csv', search: 'q' } as const;

/** The parameters of a request, each with the option that sets it. */
function* listParameters(isChart: boolean): Generator<readonly [name: string, option: string]> {
  const own = [ofAll, isChart ? ofCharts : ofDocuments];
  for (const [option, name] of own.flatMap((names) => Object.entries(names))) yield [name, option];
  yield* Object.entries(isChart ? ofAnalysis : filters);
}

/** Finds the API address for the words of the command. @returns undefined for unknown words */
function addressFor(words: readonly string[], options: ExportOptions): string | undefined {
  const [what = '', id, ...more] = words;
  if (more.length > 0) return undefined;
  const query = new URLSearchParams();
  const isChart = what === 'chart';
  for (const [name, option] of listParameters(isChart)) {
    const value = options[option as keyof ExportOptions];
    if (typeof value === 'string') query.set(name, value);
  }
  if (isChart)
    return id === undefined
      ? undefined
      : `/api/v1/charts/${encodeURIComponent(id)}.${options.form ?? 'svg'}?${query.toString()}`;
  const form = documents[what];
  return form === undefined || id !== undefined
    ? undefined
    : `/api/v1/documents/${what}.${options.form ?? form}?${query.toString()}`;
}

/** Checks `--since`. @returns the exit code if there is nothing to write */
async function checkSince(
  db: Db,
  since: string,
  json: boolean | undefined,
): Promise<number | undefined> {
  const lastExport = await readSince(db, since);
  if (lastExport === undefined) {
    console.error(sinceHint);
    return exitCode.wrongUse;
  }
  if (lastExport.changed) return undefined;
  console.log(
    json
      ? JSON.stringify(lastExport)
      : `Nothing changed since revision ${lastExport.since}; no file was written.`,
  );
  return exitCode.unchanged;
}

async function run(
  db: Db,
  settings: Settings,
  address: string,
  options: ExportOptions,
): Promise<number> {
  if ((await currentRevision(db)) === 0) await fillSample(db, 'sample');
  if (options.since !== undefined) {
    const endedEarly = await checkSince(db, options.since, options.json);
    if (endedEarly !== undefined) return endedEarly;
  }
  const drawing = createDrawing();
  const { loopback, hosts, address: reached } = settings;
  const app = createApp({
    db,
    importer: createImporter(inProcess),
    clock: () => new Date(),
    config: { loopback, hosts, version, ...compact({ address: reached }) },
    drawing,
    documents: createDocuments(db, () => openNodeTools(settings.data)),
  });
  try {
    // read before the file, so that revisions made meanwhile are new to the next job
    const revision = await currentRevision(db);
    const response = await app.fetch(new Request(`http://localhost${address}`), {
      principal: localManager,
    });
    if (response.status !== 200) {
      const problem = (await response.json()) as {
        readonly title: string;
        readonly detail: string;
      };
      console.error(options.json ? JSON.stringify(problem) : problem.detail);
      return response.status === 400 || response.status === 404
        ? exitCode.wrongUse
        : exitCode.failed;
    }
    const file = fileFor(options.out, response);
    const savedFile = await saveResponse(response, file);
    console.log(options.json ? JSON.stringify({ file, ...savedFile, revision }) : file);
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    console.error(error.message);
    return exitCode.failed;
  } finally {
    app.close();
    await drawing.close();
  }
}

/**
 * Writes a chart or a document of the register into a file. A server may run at the same time.
 * @returns the exit code
 * @throws the error of the store if it cannot be opened
 */
export async function exportFile(
  settings: Settings,
  words: readonly string[],
  options: ExportOptions,
): Promise<number> {
  const address = addressFor(words, options);
  if (address === undefined) {
    console.error(
      `Name what to export: ${Object.keys(documents).join(', ')}, or chart and its id. See --help.`,
    );
    return exitCode.wrongUse;
  }
  const db = await openDatabase({ url: settings.database });
  try {
    return await run(db, settings, address, options);
  } finally {
    await db.close();
  }
}
