import type { Origin } from '#domain/values/data-status.ts';
import type {
  BlockedGate,
  DeclaredStatus,
  Judgements,
  ListedStatus,
} from '#domain/work/judgement.ts';
import type { DecisionSubject } from '#domain/work/decision.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

const gatePrefix = 'gate.';
/** The topics under which declared statuses are stored. */
export const statusTopics: Readonly<Record<DecisionSubject, string>> = {
  project: 'status',
  target: 'target',
};
/** Makes the topic under which judgements of a gate are stored. */
export const gateTopic = (gate: string): string => `${gatePrefix}${gate}`;

/** A project by its code, or a target by its key. */
export interface SubjectKey {
  readonly origin: Origin;
  readonly code: string;
  readonly knownRevision?: number;
}

/** Reads the judgements about a project: its declared status and its blocked gates. */
export async function readJudgements(
  source: Source,
  { origin, code, knownRevision }: SubjectKey,
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
  const status =
    rows.find(({ topic }) => topic === statusTopics.project)?.judgement_json ?? undefined;
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

const selectStatuses = (
  source: Source,
  { origin, knownRevision }: Omit<SubjectKey, 'code'>,
  subject: DecisionSubject,
) =>
  getReader(source)
    .selectFrom('judgement')
    .select(['code', 'judgement_json'])
    .where('origin', '=', origin)
    .where('topic', '=', statusTopics[subject])
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision));

/** Reads the declared status of a project or a target. @returns undefined if there is none */
export async function readDeclaredStatus(
  source: Source,
  { code, ...scope }: SubjectKey,
  subject: DecisionSubject,
): Promise<DeclaredStatus | undefined> {
  const row = await selectStatuses(source, scope, subject)
    .where('code', '=', code)
    .executeTakeFirst();
  return (row?.judgement_json ?? undefined) as DeclaredStatus | undefined;
}

/** Lists the declared statuses of an origin's projects or targets, by code. */
export async function listDeclaredStatuses(
  source: Source,
  scope: Omit<SubjectKey, 'code'>,
  subject: DecisionSubject,
): Promise<ListedStatus[]> {
  const rows = await selectStatuses(source, scope, subject).orderBy('code').execute();
  return rows.flatMap(({ code, judgement_json }) =>
    judgement_json === null ? [] : [{ ...(judgement_json as DeclaredStatus), code }],
  );
}

/** Stores a judgement from this revision on. Null ends it. Former versions stay. */
export async function putJudgement(
  trx: Trx,
  revision: number,
  { origin, code }: SubjectKey,
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
