import type { Origin } from '#domain/values/data-status.ts';
import type {
  BlockedGate,
  DeclaredStatus,
  Judgements,
  ProjectStatus,
} from '#domain/work/judgement.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

const gatePrefix = 'gate.';
export const statusTopic = 'status';
/** Makes the topic under which judgements of a gate are stored. */
export const gateTopic = (gate: string): string => `${gatePrefix}${gate}`;

interface ProjectKey {
  readonly origin: Origin;
  readonly code: string;
  readonly knownRevision?: number;
}

/** Reads the judgements about a project: its declared status and its blocked gates. */
export async function readJudgements(
  source: Source,
  { origin, code, knownRevision }: ProjectKey,
): Promise<Judgements> {
  const rows = await getReader(source)
    .selectFrom('judgement')
    .select(['topic', 'judgement_json'])
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('topic')
    .execute();
  const status = rows.find(({ topic }) => topic === statusTopic)?.judgement_json ?? undefined;
  const gates = rows.flatMap(({ topic, judgement_json }): BlockedGate[] =>
    topic.startsWith(gatePrefix) && judgement_json !== null
      ? [
          {
            ...(judgement_json as Omit<BlockedGate, 'gate'>),
            gate: topic.slice(gatePrefix.length),
          },
        ]
      : [],
  );
  return { ...(status === undefined ? {} : { status: status as DeclaredStatus }), blocked: gates };
}

/** Lists the declared statuses of an origin's projects, by code. */
export async function listDeclaredStatuses(
  source: Source,
  { origin, knownRevision }: Omit<ProjectKey, 'code'>,
): Promise<ProjectStatus[]> {
  const rows = await getReader(source)
    .selectFrom('judgement')
    .select(['code', 'judgement_json'])
    .where('origin', '=', origin)
    .where('topic', '=', statusTopic)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code, judgement_json }) =>
    judgement_json === null ? [] : [{ ...(judgement_json as DeclaredStatus), code }],
  );
}

/** Stores a judgement from this revision on. Null ends it. Former versions stay. */
export async function putJudgement(
  trx: Trx,
  revision: number,
  { origin, code }: ProjectKey,
  topic: string,
  judgement: DeclaredStatus | Omit<BlockedGate, 'gate'> | null,
): Promise<void> {
  await trx
    .updateTable('judgement')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('topic', '=', topic)
    .where('revision_to', '=', open)
    .execute();
  await trx
    .insertInto('judgement')
    .values({
      origin,
      code,
      topic,
      judgement_json: JSON.stringify(judgement),
      ...addedBy(revision),
    })
    .execute();
}
