import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Decision, DecisionContent, DecisionSubject } from '#domain/work/decision.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

export interface DecisionScope {
  readonly origin: Origin;
  /** The revision to read at. Omit it for the present. */
  readonly knownRevision?: number;
  readonly subject?: DecisionSubject;
  readonly subject_id?: string;
  readonly id?: string;
  /** Whether only open decisions are listed. */
  readonly isOpen?: boolean;
  /** The day by which listed decisions were made. */
  readonly by?: IsoDate;
  readonly limit?: number;
}

const selectRows = (reader: Reader, { origin, knownRevision }: DecisionScope) =>
  reader
    .selectFrom('decision')
    .selectAll()
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision));
type DecisionRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

const toDecision = (row: DecisionRow): Decision => ({
  id: row.id,
  subject: row.subject,
  subject_id: row.subject_id,
  text: row.decision_text,
  ...compact({ owner: row.owner ?? undefined }),
  decided_on: row.decided_on,
  ...compact({ due: row.due ?? undefined, done_on: row.done_on ?? undefined }),
  revision: row.revision_from,
});

/** Lists decisions. Open ones come first, the earliest due first. */
export async function listDecisions(source: Source, scope: DecisionScope): Promise<Decision[]> {
  const { subject, subject_id, id, isOpen, by, limit = 500 } = scope;
  let rows = selectRows(getReader(source), scope);
  if (subject !== undefined) rows = rows.where('subject', '=', subject);
  if (subject_id !== undefined) rows = rows.where('subject_id', '=', subject_id);
  if (id !== undefined) rows = rows.where('id', '=', id);
  if (by !== undefined) rows = rows.where('decided_on', '<=', by);
  if (isOpen === true)
    rows = rows.where((eb) =>
      eb.or([eb('done_on', 'is', null), ...(by === undefined ? [] : [eb('done_on', '>', by)])]),
    );
  const decisions = await rows
    .orderBy('done_on', (order) => order.desc().nullsFirst())
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute();
  return decisions.map(toDecision);
}

/** Stores a decision from this revision on. Former versions stay. */
export async function putDecision(
  trx: Trx,
  revision: number,
  {
    origin,
    id,
    subject,
    subject_id,
  }: Required<Pick<DecisionScope, 'origin' | 'id' | 'subject' | 'subject_id'>>,
  content: DecisionContent,
): Promise<Decision> {
  await trx
    .updateTable('decision')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('id', '=', id)
    .where('revision_to', '=', open)
    .execute();
  const { text, owner = null, decided_on, due = null, done_on = null } = content;
  await trx
    .insertInto('decision')
    .values({
      origin,
      id,
      subject,
      subject_id,
      owner,
      decided_on,
      due,
      done_on,
      decision_text: text,
      ...addedBy(revision),
    })
    .execute();
  return { ...content, id, subject, subject_id, revision };
}
