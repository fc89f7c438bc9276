import { editions } from '#server/db/read-scope.ts';
import type { Incoming } from '#server/http/call.ts';
import type { Host } from '#server/http/host.ts';
import type { FoundAnswer } from './answer-cache.ts';

/** The longest time in ms for which an answer from before a change may be sent. */
const longestMs = 2000;

/**
 * Tables whose changes other people may see a moment later. Rights, exclusions, closed months,
 * rates and settings are in other tables.
 */
const ofRecords: ReadonlySet<string> = new Set([
  'project_version',
  'project_facts',
  'project_history',
  'project_statement',
  'observation',
  'cause_note',
  'draft_value',
  'achievement',
  'issue',
  'decision',
  'judgement',
  'evidence',
  'value_evidence',
  editions,
]);

interface AgeQuery {
  readonly as_of?: string;
  readonly known_at?: string;
}

/**
 * Whether an answer from before a change may be sent while the next one is made. Only signed-in
 * people who did not make the change get it, for at most 2 s, and never for a closed month.
 * @returns the age in whole seconds; undefined if the answer may not be sent
 */
export async function findAllowedAge(
  host: Pick<Host, 'closedUntil'>,
  { principal, session, token, exported, query }: Incoming & { exported: boolean; query: unknown },
  answer: FoundAnswer | undefined,
): Promise<number | undefined> {
  const { changes = [] } = answer ?? {};
  if (session === undefined || token !== undefined || exported || changes.length === 0) return;
  const revisions = changes.flatMap((change) => change.revisions);
  const isPlain = changes.every(
    ({ tables }) => tables !== undefined && [...tables].every((table) => ofRecords.has(table)),
  );
  if (!isPlain || revisions.some(({ author }) => author === principal?.name)) return;
  const lastChange = Math.min(...revisions.map(({ recorded_at }) => Date.parse(recorded_at)));
  const age = Math.max(0, Date.now() - lastChange);
  const { as_of = '', known_at } = query as AgeQuery;
  if (!(age <= longestMs) || known_at !== undefined) return;
  const closingTime = await host.closedUntil();
  return closingTime !== undefined && as_of <= closingTime ? undefined : Math.round(age / 1000);
}
