import {
  changeSums,
  collectSums,
  type MeasureSums,
  type ProjectChange,
} from '#domain/outlook/sums/measure-sums.ts';
import type { ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Reader } from '#server/db/db.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { listForeign, measureProject, type OutlookFacts, readFacts } from './store.ts';

/** What the active projects of a register add to each measure, in sums. */
interface RegisterSums extends Readonly<Record<ProjectMeasure, MeasureSums>> {
  /** The number of projects with an output in each other currency. */
  readonly foreign: ForeignCounts;
}
type ForeignCounts = Readonly<Record<Currency, number>>;

interface SumScope extends ProjectScope {
  /** The currency of the zone. */
  readonly currency: Currency;
}

/** Sums what these projects add to each measure. */
export function sumFacts(projects: readonly OutlookFacts[], currency: Currency): RegisterSums {
  const [jobs, output] = [collectSums(), collectSums()];
  const foreign: Record<Currency, number> = {};
  for (const project of projects) {
    const adds = measureProject(project, currency);
    jobs.add(adds.jobs);
    output.add(adds.output);
    for (const other of listForeign(project, currency)) foreign[other] = (foreign[other] ?? 0) + 1;
  }
  return { jobs: jobs.finish(), output: output.finish(), foreign };
}

/** Replaces the counts of changed projects. */
function changeCounts(
  all: ForeignCounts,
  before: ForeignCounts,
  after: ForeignCounts,
): ForeignCounts {
  const currencies = [...new Set([all, after].flatMap((counts) => Object.keys(counts)))];
  return Object.fromEntries(
    currencies.flatMap((one) => {
      const count = (all[one] ?? 0) - (before[one] ?? 0) + (after[one] ?? 0);
      return count > 0 ? [[one, count]] : [];
    }),
  );
}

/** The memory in bytes of a group, and of a project in a list, roughly. */
const [groupBytes, projectBytes] = [120, 400];
const sizeOf = ({ amounts, days, largest, unknown }: MeasureSums): number =>
  (amounts.length + days.length) * groupBytes +
  (largest.projects.length + unknown.projects.length) * projectBytes;

const registerSums: ProjectSum<SumScope, RegisterSums> = {
  name: 'outlook_sums',
  read: async (reader, scope) => sumFacts(await readFacts(reader, scope), scope.currency),
  replace: (sums, { before, after, codes }) => {
    const change = (measure: ProjectMeasure): ProjectChange => ({
      before: before[measure],
      after: after[measure],
      codes,
    });
    const jobs = changeSums(sums.jobs, change('jobs'));
    const output = changeSums(sums.output, change('output'));
    if (jobs === undefined || output === undefined) return undefined;
    return { jobs, output, foreign: changeCounts(sums.foreign, before.foreign, after.foreign) };
  },
  sizeOf: ({ jobs, output }) => sizeOf(jobs) + sizeOf(output),
};

/** Reads what the active projects of a day add to each measure, in sums that changes update. */
export const readRegisterSums = (reader: Reader, scope: SumScope): Promise<RegisterSums> =>
  readSum(reader, scope, registerSums);
