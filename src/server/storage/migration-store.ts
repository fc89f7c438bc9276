import { sql } from 'kysely';
import type { Engine, Reader, Trx } from '#server/db/db.ts';
import { sealRevisions } from '#server/db/hash-chain/seal.ts';
import { adoptTimeZone } from './time-zone-store.ts';
import { adoptImportMemory } from './import-memory-store.ts';
import { ensureEpoch } from '#server/db/epoch.ts';
import { completeUndo } from '#server/db/pending-undo.ts';
import { refold } from './refold-store.ts';
import { fillSearchPieces } from '#server/projects/search/search-piece-store.ts';
import { foundation } from '#server/db/migrations/register/0001-foundation.ts';
import { hashChain } from '#server/db/migrations/register/0002-hash-chain.ts';
import { imports } from '#server/db/migrations/imports/0003-imports.ts';
import { periodClose } from '#server/db/migrations/register/0004-period-close.ts';
import { idempotencyAndRates } from '#server/db/migrations/register/0005-idempotency-and-rates.ts';
import { evidenceAndIssues } from '#server/db/migrations/evidence/0006-evidence-and-issues.ts';
import { sharedLinks } from '#server/db/migrations/links/0007-shared-links.ts';
import { importedFiles } from '#server/db/migrations/imports/0008-imported-files.ts';
import { accounts } from '#server/db/migrations/accounts/0009-accounts.ts';
import { tokensAndSingleSignOn } from '#server/db/migrations/accounts/0010-tokens-and-single-sign-on.ts';
import { secondFactor } from '#server/db/migrations/accounts/0011-second-factor.ts';
import { organisationSignOut } from '#server/db/migrations/accounts/0012-organisation-sign-out.ts';
import { knownVersions } from '#server/db/migrations/register/0013-known-versions.ts';
import { foldVersion } from '#server/db/migrations/register/0014-fold-version.ts';
import { storeEpoch } from '#server/db/migrations/register/0015-store-epoch.ts';
import { invitedIdentity } from '#server/db/migrations/accounts/0016-invited-identity.ts';
import { statements } from '#server/db/migrations/register/0017-statements.ts';
import { endedTokens } from '#server/db/migrations/accounts/0018-ended-tokens.ts';
import { derivedDays } from '#server/db/migrations/register/0019-derived-days.ts';
import { linkDownloads } from '#server/db/migrations/links/0020-link-downloads.ts';
import { importRecipes } from '#server/db/migrations/imports/0021-import-recipes.ts';
import { frozenFigures } from '#server/db/migrations/links/0022-frozen-figures.ts';
import { pendingUndos } from '#server/db/migrations/0023-pending-undos.ts';
import { owners } from '#server/db/migrations/register/0024-owners.ts';
import { workingMonth } from '#server/db/migrations/register/0025-working-month.ts';
import { requests } from '#server/db/migrations/requests/0026-requests.ts';
import { reminders } from '#server/db/migrations/reminders/0027-reminders.ts';
import { decisions } from '#server/db/migrations/register/0028-decisions.ts';
import { judgements } from '#server/db/migrations/register/0029-judgements.ts';
import { annotations } from '#server/db/migrations/charts/0035-annotations.ts';
import { linkPreviews } from '#server/db/migrations/links/0036-link-previews.ts';
import { savedCharts } from '#server/db/migrations/charts/0030-saved-charts.ts';
import { requestMoves } from '#server/db/migrations/requests/0031-request-moves.ts';
import { valueEvidence } from '#server/db/migrations/evidence/0032-value-evidence.ts';
import { exportTokens } from '#server/db/migrations/accounts/0037-export-tokens.ts';
import { zoneTimeZone } from '#server/db/migrations/reminders/0033-zone-time-zone.ts';
import { digestReport } from '#server/db/migrations/reminders/0042-digest-report.ts';
import { reportDeliveries } from '#server/db/migrations/reports/0041-report-deliveries.ts';
import { logos } from '#server/db/migrations/reports/0040-logos.ts';
import { extensions } from '#server/db/migrations/register/0043-extensions.ts';
import { checklistFiles } from '#server/db/migrations/evidence/0046-checklist-files.ts';
import { scanIndexes } from '#server/db/migrations/register/0044-scan-indexes.ts';
import { dayIndexes } from '#server/db/migrations/register/0047-day-indexes.ts';
import { rangeIndexes } from '#server/db/migrations/register/0048-range-indexes.ts';
import { rowsOfChangedPeriods } from '#server/db/migrations/0049-rows-of-changed-periods.ts';
import { searchPieces } from '#server/db/migrations/register/0045-search-pieces.ts';
import { foreignCapital } from '#server/db/migrations/register/0038-foreign-capital.ts';
import { names } from '#server/db/migrations/register/0034-names.ts';
import { attempts } from '#server/db/migrations/accounts/0039-attempts.ts';
import { columnTypes, type ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The migrations in order. The position of each one, from 1, is its schema number. A released
 * migration never changes.
 */
const migrations: readonly ((types: ColumnTypes) => readonly string[])[] = [
  foundation,
  hashChain,
  imports,
  periodClose,
  idempotencyAndRates,
  evidenceAndIssues,
  sharedLinks,
  importedFiles,
  accounts,
  tokensAndSingleSignOn,
  secondFactor,
  organisationSignOut,
  knownVersions,
  foldVersion,
  storeEpoch,
  invitedIdentity,
  statements,
  endedTokens,
  derivedDays,
  linkDownloads,
  importRecipes,
  frozenFigures,
  pendingUndos,
  owners,
  workingMonth,
  requests,
  reminders,
  decisions,
  judgements,
  savedCharts,
  requestMoves,
  valueEvidence,
  zoneTimeZone,
  names,
  annotations,
  linkPreviews,
  exportTokens,
  foreignCapital,
  attempts,
  logos,
  reportDeliveries,
  digestReport,
  extensions,
  scanIndexes,
  searchPieces,
  checklistFiles,
  dayIndexes,
  rangeIndexes,
  rowsOfChangedPeriods,
];

/** The schema number of a store that is up to date. */
export const schemaVersion = migrations.length;

/** Reads the schema number of a store. @returns 0 if no migration has run */
export async function readSchema(reader: Reader): Promise<number> {
  const { rows } = await sql<{
    version: number | bigint | null;
  }>`select max(version) as version from schema_version`.execute(reader);
  return Number(rows[0]?.version ?? 0);
}

async function createVersionTable(trx: Trx, { integer, strict }: ColumnTypes): Promise<void> {
  await sql
    .raw(`create table if not exists schema_version (version ${integer} primary key) ${strict}`)
    .execute(trx);
}
/** Runs the migrations after one schema up to another. */
async function runMigrations(
  trx: Trx,
  types: ColumnTypes,
  from: number,
  to: number,
): Promise<void> {
  for (const [i, migration] of migrations.slice(0, to).entries()) {
    if (i < from) continue;
    if (migration === zoneTimeZone) await adoptTimeZone(trx);
    for (const statement of migration(types)) await sql.raw(statement).execute(trx);
    await sql`insert into schema_version (version) values (${i + 1})`.execute(trx);
  }
}

/** Creates the tables of a former schema in an empty store. */
export async function createFormerTables(trx: Trx, engine: Engine, schema: number): Promise<void> {
  await createVersionTable(trx, columnTypes[engine]);
  await runMigrations(trx, columnTypes[engine], 0, schema);
}

/**
 * Updates the tables in the writer's transaction, so that of two processes that start at once, the
 * second finds them ready.
 * @throws Error if the schema of the store is newer than this version
 */
export async function migrate(trx: Trx, engine: Engine): Promise<void> {
  const types = columnTypes[engine];
  await createVersionTable(trx, types);
  const version = await readSchema(trx);
  if (version > schemaVersion) {
    throw new Error(
      `This store was written by a newer Headway (schema ${version}; this one knows ${schemaVersion}). Start the newer version.`,
    );
  }
  // a migration changes tables, some of which are views while an undo is pending
  if (version > migrations.indexOf(pendingUndos)) await completeUndo(trx);
  await runMigrations(trx, types, version, schemaVersion);
  // revisions from before the chain join it unchanged
  if (version < migrations.indexOf(hashChain) + 1) await sealRevisions(trx, { id: 0, hash: null });
  if (version < migrations.indexOf(importRecipes) + 1) await adoptImportMemory(trx);
  await refold(trx, engine);
  if (version < migrations.indexOf(searchPieces) + 1) await fillSearchPieces(trx);
  await ensureEpoch(trx);
}
