import { sha256 } from '#server/db/hash-chain/sha256.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { AuditDetail } from '#server/db/schema/account-tables.ts';
import { canonicalJson } from '#server/core/canonical-json.ts';

/**
 * An event of the audit. Omit `id` of an actor without an account, as in local mode and on the
 * command line.
 */
export interface AuditEntry {
  readonly at: string;
  readonly actor: { readonly id?: string; readonly name: string };
  readonly kind: string;
  /** The object of the event in readable words: a name, a file, a link. */
  readonly object?: string;
  readonly detail?: AuditDetail;
}
/** The hash before the first event. */
const firstHash = '0'.repeat(64);

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor: string;
  readonly kind: string;
  readonly object: string | null;
  readonly detail_json: AuditDetail;
}
function hashAfter(
  before: string,
  { seq, at, actor_id, actor, kind, object, detail_json }: Row,
): string {
  const event = canonicalJson({ seq, at, actor_id, actor, kind, object, detail: detail_json });
  const hash = sha256();
  hash.update(`${before}\n${event}\n`);
  return hash.hex();
}

/** Appends an event to the audit, which is a hash chain separate from that of the register. */
export async function recordEvent(
  trx: Trx,
  { at, actor, kind, object, detail = {} }: AuditEntry,
): Promise<void> {
  const last = await trx
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row: Row = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor_id: actor.id ?? null,
    actor: actor.name,
    kind,
    object: object ?? null,
    detail_json: detail,
  };
  const hash = hashAfter(last?.hash ?? firstHash, row);
  await trx
    .insertInto('audit_event')
    .values({ ...row, detail_json: JSON.stringify(detail), hash })
    .execute();
}

/**
 * Reads the head of the audit chain. A copy of it elsewhere later proves that no earlier event was
 * altered or removed.
 * @returns 64 hexadecimal digits
 */
export async function readAuditHead(source: Source): Promise<string> {
  const last = await getReader(source)
    .selectFrom('audit_event')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.hash ?? firstHash;
}

/**
 * The result of a verification. `event` is the first wrong or missing event. If no event has the
 * anchor, the end of the chain was removed or rewritten.
 */
export type AuditReport =
  | { readonly whole: true; readonly events: number; readonly head: string }
  | { readonly whole: false; readonly reason: 'altered' | 'anchor'; readonly event: number };

const eventsAtOnce = 1000;

/**
 * Verifies the whole audit chain.
 * @param anchor - an earlier head of the chain
 */
export async function verifyAudit(source: Source, anchor?: string): Promise<AuditReport> {
  let head = firstHash;
  let last = 0;
  let hasAnchor = anchor === undefined || anchor === firstHash;
  while (true) {
    const rows = await getReader(source)
      .selectFrom('audit_event')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(eventsAtOnce)
      .execute();
    for (const { hash, ...row } of rows) {
      if (row.seq !== last + 1 || hashAfter(head, row) !== hash)
        return { whole: false, reason: 'altered', event: last + 1 };
      head = hash;
      last = row.seq;
      hasAnchor ||= hash === anchor;
    }
    if (rows.length < eventsAtOnce) break;
  }
  const under = await getReader(source)
    .selectFrom('audit_event')
    .select('seq')
    .where('seq', '<', 1)
    .limit(1)
    .executeTakeFirst();
  if (under !== undefined) return { whole: false, reason: 'altered', event: under.seq };
  return hasAnchor
    ? { whole: true, events: last, head }
    : { whole: false, reason: 'anchor', event: last };
}
