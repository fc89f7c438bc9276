import { readFileSync } from 'node:fs';
import type { ImportAnswers } from '#contract/imports.ts';
import { sampleData } from '#server/samples/qingdao.ts';
import { createImporter, inProcess } from '#server/importing/index.ts';
import type { ImportPlan, KnownRegister } from '#server/importing/plan.ts';

const { profile } = sampleData();
/** A store that shows the sample and has nothing of its own. */
export const freshStore: KnownRegister = {
  revision: 1,
  has_own: false,
  today: '2021-05-01',
  industries: profile.industries,
  function_zones: profile.function_zones,
  indicators: profile.indicators,
  records: [],
  observations: [],
};
/** The store after a plan was applied, as far as the importer sees it. */
export const storeAfter = (plan: ImportPlan, known: KnownRegister = freshStore): KnownRegister => {
  const records = new Map([...known.records, ...plan.records].map((r) => [r.code, r]));
  const observations = new Map([...known.observations, ...plan.observations].map((o) => [`${o.indicator} ${o.period}`, o]));
  return {
    ...known,
    revision: known.revision + 1,
    has_own: true,
    records: [...records.values()],
    observations: [...observations.values()],
  };
};
const importer = createImporter(inProcess);
export const planOf = (
  bytes: Uint8Array | string,
  file = 'register.csv',
  answers: ImportAnswers = {},
  known: KnownRegister = freshStore,
): Promise<ImportPlan> =>
  importer.preview(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, file, answers, known, { language: 'en' });
export const bytesOf = (path: string | URL): Uint8Array => new Uint8Array(readFileSync(path));
/** Sum of a measure in one currency, in minor units. */
export const sumOf = (plan: ImportPlan, measure = 'total_investment'): string | undefined =>
  plan.preview.sums.find((s) => s.measure === measure)?.minor;
export const questionIds = (plan: ImportPlan): string[] => plan.preview.questions.map((q) => q.id);

export const minorsOf = (plan: ImportPlan): (string | undefined)[] =>
  plan.records.map((r) => r.facts.amounts.total_investment?.money?.minor);
export const csvOf = (rows: readonly string[][]): string =>
  rows.map((r) => r.map((c) => (/[",\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')).join('\n');
