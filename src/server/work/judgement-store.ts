import type { Origin } from '#domain/values/data-status.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  type BlockedGate,
  type DeclaredStatus,
  findJudgementOfDay,
  type ListedStatus,
} from '#domain/work/judgement.ts';
import type { Judgements } from '#contract/work/judgement-schemas.ts';
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

interface JudgementScope {
  readonly origin: Origin;
  readonly knownRevision?: number | undefined;
  /** The day of the page. Omit it for the last judgements. */
  readonly as_of?: IsoDate | undefined;
}
/** A project by its code, or a target by its key. */
export interface SubjectKey extends JudgementScope {
  readonly code: string;
}

type JudgementContent = DeclaredStatus | Omit<BlockedGate, 'gate'>;
interface SubjectJudgement {
  readonly code: string;
  readonly topic: string;
  readonly judgement: JudgementContent;
}

/** Selects all versions of judgements that are known, the last first for each code and topic. */
const selectVersions = (source: Source, { origin, knownRevision }: JudgementScope) =>
  getReader(source)
    .selectFrom('judgement')
    .select(['code', 'topic', 'judgement_json', 'made_by', 'revision_from', 'revision_to'])
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .orderBy('code')
    .orderBy('topic')
    .orderBy('revision_from', 'desc');

/** Reads the judgements of the day of the page, by code and topic. */
async function readOfDay(
  query: ReturnType<typeof selectVersions>,
  { knownRevision, as_of }: JudgementScope,
): Promise<SubjectJudgement[]> {
  const rows = await query.execute();
  const subjects = Map.groupBy(rows, ({ code, topic }) => `${topic} ${code}`);
  return [...subjects.values()].flatMap((versions) => {
    const [last] = versions;
    if (last === undefined || last.revision_to <= knownAt(knownRevision)) return [];
    const judgement = findJudgementOfDay<JudgementContent>(
      versions.map(({ judgement_json, ...row }) => ({ ...row, judgement: judgement_json })),
      as_of,
    );
    return judgement === undefined ? [] : [{ code: last.code, topic: last.topic, judgement }];
  });
}

/** Reads the judgements about a project: its declared status and its blocked gates. */
export async function readJudgements(
  source: Source,
  { code, ...scope }: SubjectKey,
): Promise<Judgements> {
  const rows = await readOfDay(selectVersions(source, scope).where('code', '=', code), scope);
  const status = rows.find(({ topic }) => topic === statusTopics.project)?.judgement;
  const blocked = rows.flatMap(({ topic, judgement }): BlockedGate[] =>
    topic.startsWith(gatePrefix)
      ? [{ ...(judgement as Omit<BlockedGate, 'gate'>), gate: topic.slice(gatePrefix.length) }]
      : [],
  );
  return { ...compact({ status: status as DeclaredStatus | undefined }), blocked };
}

/** Reads the declared status of a project or a target. @returns undefined if there is none */
export async function readDeclaredStatus(
  source: Source,
  { code, ...scope }: SubjectKey,
  subject: DecisionSubject,
): Promise<DeclaredStatus | undefined> {
  const statuses = selectVersions(source, scope).where('topic', '=', statusTopics[subject]);
  const [row] = await readOfDay(statuses.where('code', '=', code), scope);
  return row?.judgement as DeclaredStatus | undefined;
}

/** Lists the declared statuses of an origin's projects or targets, by code. */
export async function listDeclaredStatuses(
  source: Source,
  scope: JudgementScope,
  subject: DecisionSubject,
): Promise<ListedStatus[]> {
  const statuses = selectVersions(source, scope).where('topic', '=', statusTopics[subject]);
  const rows = await readOfDay(statuses, scope);
  return rows.map(({ code, judgement }) => ({ ...(judgement as DeclaredStatus), code }));
}

/** Stores a judgement from this revision on. Null ends it. Former versions stay. */
export async function putJudgement(
  trx: Trx,
  revision: number,
  { origin, code }: SubjectKey,
  topic: string,
  judgement: JudgementContent | null,
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
