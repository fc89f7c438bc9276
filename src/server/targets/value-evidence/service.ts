import { isProofOf, type ItemOfTarget, mostValueFiles } from '#domain/months/value-evidence.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Endpoints, QueryOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { withReason, writeRevision } from '#server/db/revision-log.ts';
import { addEvidenceBytes } from '#server/projects/evidence/store.ts';
import { sendStoredFile } from '#server/projects/evidence/send-file.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { checkFile } from '#server/projects/evidence/check-file.ts';
import { readZone } from '#server/zone/store.ts';
import { getNewestMonth } from '#server/targets/entry-reason.ts';
import { listValueEvidence, putValueEvidence } from './store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const origin = 'own';

/**
 * Requires that the own zone has an indicator, and the item of a checklist if one is named.
 * @throws HttpProblem if it does not
 */
async function requireSubject(
  trx: Trx,
  id: string,
  { target, item }: Partial<ItemOfTarget>,
): Promise<void> {
  const zone = await readZone(trx, origin);
  if (zone === undefined)
    throw problem(
      'conflict',
      'A file proves an own value. Start your own data first: import a register or enter a value.',
    );
  if (!zone.indicators.some((one) => one.id === id))
    throw problem('not_found', 'There is no such indicator. GET /api/v1/indicators lists them.');
  const items = zone.targets.find(
    (one) => targetKey(one) === target && one.indicator === id,
  )?.items;
  if (item !== undefined && !items?.some((one) => one.id === item))
    throw problem('not_found', 'The checklist of this target has no such item.');
}

/**
 * Requires that a file may be added.
 * @throws HttpProblem if it is already stored, or at the limit
 */
function requirePlace(present: readonly ValueEvidence[], sha256: string): void {
  const same = present.find((one) => one.sha256 === sha256);
  if (same !== undefined)
    throw problem('conflict', `This file is stored here already as ${same.file}.`, {
      errors: [{ path: 'file', value: same.file, message: 'is stored here already' }],
    });
  if (present.length >= mostValueFiles)
    throw problem(
      'conflict',
      `At most ${mostValueFiles} files are stored here: withdraw one first.`,
    );
}

interface ProofSubject extends Partial<ItemOfTarget> {
  readonly indicator: string;
  readonly period: Month;
}

/** Lists the files of a value, or of an item in any month, without withdrawn ones. */
export const listPresentFiles = async (
  source: Source,
  { indicator, period, ...item }: ProofSubject,
): Promise<ValueEvidence[]> =>
  (
    await listValueEvidence(source, {
      origin,
      indicator,
      ...compact({ period: item.item === undefined ? period : undefined }),
    })
  ).filter((one) => isProofOf(one, item) && one.withdrawn === undefined);

/** Requires a target with an item, and an item with a target. @throws HttpProblem without both */
function requireWholeItem({ target, item }: Partial<ItemOfTarget>): void {
  if ((target === undefined) === (item === undefined)) return;
  const path = target === undefined ? 'target' : 'item';
  throw problem('bad_request', `Give ${path}: an item of a checklist needs target and item.`, {
    errors: [{ path, message: 'is missing' }],
  });
}

interface NewValueEvidence extends ProofSubject {
  readonly note: string;
  readonly file: { readonly bytes: Uint8Array; readonly name: string };
  readonly author: string;
}

/**
 * Stores a file as proof of a value or of an item of a checklist, in one revision. The value may
 * follow later, since a file may exist before anyone enters the number.
 *
 * @throws HttpProblem for an unsupported type, an unknown indicator or item, a month that has not begun,
 * and a file that is stored already or is one too many
 */
export async function addValueFile(
  { db, clock }: Deps,
  { indicator, period, note, file, author, ...item }: NewValueEvidence,
) {
  requireWholeItem(item);
  if (period > getNewestMonth(await readZone(db, origin), clock()))
    throw problem('bad_request', 'Correct period: this month has not begun.', {
      errors: [{ path: 'period', value: period, message: 'has not begun' }],
    });
  const { type, bytes, sha256, content } = await checkFile(file);
  const recorded_at = clock().toISOString();
  const evidence: ValueEvidence = {
    id: crypto.randomUUID(),
    indicator,
    period,
    ...item,
    file: file.name,
    type,
    size: bytes.length,
    sha256,
    added_by: author,
    added_at: recorded_at,
    ...compact({ note: note === '' ? undefined : note }),
  };
  const { revision } = await writeRevision(
    db,
    {
      author,
      origin,
      recorded_at,
      kind: 'value_evidence',
      reason: withReason(`${indicator} ${period}`, note),
    },
    async (trx, newRevision) => {
      await requireSubject(trx, indicator, item);
      requirePlace(await listPresentFiles(trx, { indicator, period, ...item }), sha256);
      await addEvidenceBytes(trx, { sha256, size: bytes.length, content });
      await putValueEvidence(trx, newRevision, origin, evidence);
    },
  );
  return { evidence, revision };
}

/** Lists the files that prove values of the displayed zone, including withdrawn ones. */
export async function listValueFiles(
  { db }: Pick<AppDeps, 'db'>,
  { known_at, ...filter }: QueryOf<Endpoints['listValueEvidence']>,
): Promise<readonly ValueEvidence[]> {
  const zone = await readZoneSnapshot({ db }, known_at);
  const { knownRevision } = zone;
  return listValueEvidence(db, { origin: zone.origin, knownRevision, ...filter });
}

/** Finds a file of an indicator. @throws HttpProblem if it is unknown */
async function requireValueFile(
  source: Source,
  of: Required<Pick<Parameters<typeof listValueEvidence>[1], 'origin' | 'indicator' | 'id'>>,
): Promise<ValueEvidence> {
  const [evidence] = await listValueEvidence(source, of);
  if (evidence === undefined)
    throw problem('not_found', 'This indicator has no file with this id.');
  return evidence;
}

/**
 * Sends the bytes of a file that proves a value.
 *
 * @throws HttpProblem if it is unknown or withdrawn
 * @throws Error if its bytes were altered
 */
export async function sendValueFile({ db }: Pick<AppDeps, 'db'>, indicator: string, id: string) {
  const zone = await readZoneSnapshot({ db });
  const of = { origin: zone.origin, indicator, id };
  const { file: name, type, sha256, withdrawn } = await requireValueFile(db, of);
  if (withdrawn !== undefined)
    throw problem('not_found', 'This file was withdrawn. It can no longer be downloaded.');
  return sendStoredFile(db, { name, type, sha256 });
}

interface Withdrawal {
  readonly indicator: string;
  readonly id: string;
  readonly author: string;
  readonly reason: string;
}

/**
 * Withdraws a file in one revision. The file, its hash and its history stay.
 * @throws HttpProblem if the file is unknown or withdrawn already
 */
export async function withdrawValueFile(
  { db, clock }: Deps,
  { indicator, id, author, reason }: Withdrawal,
) {
  const recorded_at = clock().toISOString();
  const { period } = await requireValueFile(db.read, { origin, indicator, id });
  const { revision, result } = await writeRevision(
    db,
    {
      author,
      origin,
      recorded_at,
      kind: 'value_evidence',
      reason: withReason(`${indicator} ${period}`, reason),
    },
    async (trx, newRevision) => {
      const now = await requireValueFile(trx, { origin, indicator, id });
      if (now.withdrawn !== undefined)
        throw problem('conflict', 'This file was withdrawn already. Nothing was changed.');
      const evidence = { ...now, withdrawn: { by: author, at: recorded_at, reason } };
      await putValueEvidence(trx, newRevision, origin, evidence);
      return evidence;
    },
  );
  return { evidence: result, revision };
}
