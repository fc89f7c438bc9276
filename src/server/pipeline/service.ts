import { compact } from '#domain/values/compact.ts';
import { makePipeline, type Pipeline } from '#domain/projects/pipeline.ts';
import type { AppDeps } from '#server/core/deps.ts';
import {
  readZoneSnapshot,
  resolveAsOf,
  resolveComparedDay,
} from '#server/zone/zone-snapshot-service.ts';
import { readWithin, type RegisterFilterWords } from '#server/projects/register/read-filters.ts';
import { pipelineRows } from './store.ts';

/** The day, the time of knowledge and the compared day. */
export interface PipelineQuery extends RegisterFilterWords {
  readonly as_of?: string | undefined;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
}

/**
 * Reads the pipeline of a day: its stages, the days in them, moves and stalled projects.
 * @throws HttpProblem without a zone at that moment, or if the compared day is not before `as_of`
 */
export async function readPipeline(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  query: PipelineQuery,
): Promise<Pipeline> {
  const snapshot = await readZoneSnapshot(deps, query.known_at);
  const { knownRevision, origin, profile, days, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  const compare = resolveComparedDay(query.compare ?? 'prev', as_of, days);
  const comparison = compact({ compare });
  const rows = await pipelineRows(
    deps.db,
    { origin, as_of, knownRevision, ...compact({ within: readWithin(query, as_of) }) },
    { currency: profile.base_currency, ...comparison },
  );
  return makePipeline({
    origin,
    revision: knownRevision,
    as_of,
    ...comparison,
    ...compact({ first_known_day }),
    mapping: profile.stage_mapping,
    currency: profile.base_currency,
    rows,
  });
}
