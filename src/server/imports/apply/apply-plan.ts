import { compact } from '#domain/values/compact.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import { sameWords } from '#domain/labels/index.ts';
import { addIndustries } from '#domain/zone/industries.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem } from '#server/core/problem.ts';
import { loadProjects, usualBulk } from '#server/db/bulk-load.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { listCodes } from '#server/projects/history/history-store.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { putEdition } from '#server/projects/history/statement-store.ts';
import { removeOrigin } from '#server/zone/origin-store.ts';
import { putImportColumns } from '#server/projects/register/import-source-store.ts';
import { changesRecipe, putImportRecipe } from '#server/imports/recipe-store.ts';
import { currentRevision, startRevision, withReason } from '#server/db/revision-log.ts';
import { refreshStatistics } from '#server/db/statistics.ts';
import { chooseOrigin, readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { leaveSamples, listSamplesToLeave } from '#server/zone/leave-sample-store.ts';
import { makeNewZone } from '#server/zone/new-zone.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';
import { requireReasonForClosedMonths } from '#server/zone/closing/closed-month-guard-store.ts';
import { writeZone } from '#server/zone/store.ts';
import type {
  ImportPlan,
  OpenPlan,
  PlannedProject,
  ProfileChange,
} from '#server/imports/import-plan.ts';
import { findMeanwhile, type Meanwhile } from '#server/imports/apply/meanwhile-store.ts';
import { overlap } from '#server/imports/apply/overlap.ts';
import { TextSet } from '#server/imports/packing/text-set.ts';
import { pickLastingAnswers } from '#server/imports/context/recipes.ts';

/** Makes the zone of an import. Nothing of an earlier zone stays. */
const makeZone = (
  { name, base_currency, industries, as_of }: ProfileChange & { kind: 'new_zone' },
  { indicators: created }: ImportPlan,
): ZoneProfile => {
  // an import with an open question is refused before
  if (base_currency === undefined) throw new Error('a new zone needs a currency');
  const zone = makeNewZone({
    base_currency,
    industries,
    ...compact({ as_of, name: name === undefined ? undefined : sameWords(name) }),
  });
  // new indicators have the currency of the file
  return { ...zone, indicators: created };
};

async function applyProfile(trx: Trx, revision: number, plan: ImportPlan): Promise<void> {
  const { profile } = plan;
  if (profile.kind === 'new_zone') {
    const chosenOrigin = await readChosenOrigin(trx);
    // another zone replaces all rows; an undo restores them
    if (chosenOrigin !== null && (chosenOrigin === 'own' || plan.keep_sample !== true))
      await removeOrigin(trx, revision, chosenOrigin);
    await writeZone(trx, revision, makeZone(profile, plan));
    await chooseOrigin(trx, revision, 'own');
    return;
  }
  const own = await ensureOwnZone(trx, revision, {
    keep_sample: plan.keep_sample === true,
    is_same_zone: profile.kind === 'copy_as_own',
  });
  if (own === undefined) throw noZoneYet();
  const zone =
    profile.kind === 'keep' && profile.leaves_sample !== undefined
      ? await leaveSamples(trx, own, {
          ...profile.leaves_sample,
          samples: await listSamplesToLeave(trx, own),
          as_of: plan.facts.as_of ?? own.data_date,
        })
      : own;
  const asOf = plan.facts.as_of;
  const day =
    asOf !== undefined && (profile.kind === 'copy_as_own' || asOf > zone.data_date)
      ? asOf
      : zone.data_date;
  await writeZone(trx, revision, {
    ...zone,
    industries: addIndustries(zone.industries, profile.industries),
    indicators: [
      ...zone.indicators,
      ...plan.indicators.filter(({ id }) => !zone.indicators.some((one) => one.id === id)),
    ],
    data_date: day,
  });
  await chooseOrigin(trx, revision, 'own');
}

export interface ApplyOptions {
  readonly author?: string;
  readonly recorded_at?: string;
  /** Receives the number of projects stored so far. Nothing is committed before all are stored. */
  readonly onStored?: (count: number) => void;
  /** Aborts the import, which then stores nothing. */
  readonly signal?: AbortSignal;
  /** The reason for changes of values of closed months, which require one. */
  readonly reason?: string;
  /** The last call before the commit. */
  readonly onDone?: (trx: Trx, commit: ImportCommit) => Promise<void>;
}

/** Stores projects of a plan. Their codes are in no other piece of it. */
async function storePiece(
  trx: Trx,
  revision: number,
  piece: readonly PlannedProject[],
  { plan: { facts }, isKnown }: Pick<OpenPlan, 'plan'> & { isKnown?: (code: string) => boolean },
): Promise<void> {
  const planned = new Map(piece.map((one) => [one.record.code, one]));
  const { file, sheet, as_of } = facts;
  await putProjects(
    trx,
    revision,
    piece.map(({ record }) => record),
    {
      ...compact({ as_of, is_known: isKnown }),
      statements_of: (code) => {
        const one = planned.get(code);
        return one && [one.statement, ...(one.absence === undefined ? [] : [one.absence])];
      },
      imported_from: (code) => {
        const from = planned.get(code)?.source;
        return from && { file, row: from.row, revision, texts: from.texts, ...compact({ sheet }) };
      },
    },
  );
}

/** Lists all codes of the register, so that an import of many projects reads none that is unknown. */
async function readKnownCodes(trx: Trx): Promise<(code: string) => boolean> {
  const codes = new TextSet(await listCodes(trx, 'own'));
  return (code) => codes.has(code);
}

/** Stores the projects, values and profile of a plan under a started revision. */
async function storeRegister(
  trx: Trx,
  revision: number,
  { plan, pieces }: Pick<OpenPlan, 'plan' | 'pieces'>,
  options: Pick<ApplyOptions, 'onStored' | 'signal' | 'reason'>,
): Promise<void> {
  const as_of = plan.facts.as_of;
  await applyProfile(trx, revision, plan);
  await putImportColumns(trx, revision, plan.columns);
  let storedCount = 0;
  // the list of a large register takes seconds, in which nobody else can write
  const isKnown = plan.projects < usualBulk ? undefined : await readKnownCodes(trx);
  await loadProjects(trx, plan.projects, () =>
    overlap(pieces(), async (piece) => {
      options.signal?.throwIfAborted();
      await storePiece(trx, revision, piece, { plan, ...compact({ isKnown }) });
      storedCount += piece.length;
      options.onStored?.(storedCount);
    }),
  );
  if (plan.facts.kind === 'projects' && as_of !== undefined)
    await putEdition(trx, revision, {
      day: as_of,
      shape: plan.shape,
      ...compact({ facts: plan.edition }),
    });
  if (storedCount !== plan.projects)
    throw new Error(`the plan has ${plan.projects} projects and gave ${storedCount}`);
  await putObservations(
    trx,
    revision,
    plan.observations.map(({ revision: _, earlier: __, ...entry }) => entry),
  );
  await requireReasonForClosedMonths(trx, revision, options.reason);
}

const mostNamed = 10;
/** Rejects an import after a change of what it depends on. @throws HttpProblem that names it */
function rejectChanges(meanwhile: Meanwhile): void {
  if (meanwhile.kind === 'independent') return;
  const codes = meanwhile.kind === 'projects' ? meanwhile.codes : [];
  const subject =
    codes.length === 0
      ? 'The register has'
      : `${codes.slice(0, mostNamed).join(', ')}${codes.length > mostNamed ? ' and others' : ''} of this file have`;
  throw problem(
    'import_register_changed',
    `${subject} changed since the preview: nothing was stored. Check a new preview and commit again.`,
  );
}

/**
 * Stores a plan as one revision, all or nothing. The answers must be those with which the plan was
 * made.
 * @returns the commit; without changes it has the current revision
 * @throws HttpProblem `import_register_changed` if what it depends on has changed since the preview
 */
export async function applyPlan(
  db: Db,
  { plan, pieces, names }: Pick<OpenPlan, 'plan' | 'pieces' | 'names'>,
  options: ApplyOptions = {},
): Promise<ImportCommit> {
  const as_of = plan.facts.as_of;
  const commit = (revision: number): ImportCommit => ({
    revision,
    rows: plan.facts.rows,
    ...compact({ as_of }),
  });
  const idle =
    plan.projects === 0 && plan.observations.length === 0 && plan.profile.kind === 'keep';
  const result = await db.write(async (trx) => {
    rejectChanges(await findMeanwhile(trx, { plan, ...compact({ names }) }));
    const recipe = {
      shape: plan.shape,
      file: plan.facts.file,
      columns: plan.headers,
      answers: pickLastingAnswers(plan.answers),
    };
    const isNewRecipe = await changesRecipe(trx, plan.shape, recipe.answers);
    if (idle && !isNewRecipe) {
      const current = await currentRevision(trx);
      await options.onDone?.(trx, commit(current));
      return commit(current);
    }
    const revision = await startRevision(trx, {
      author: options.author ?? 'import',
      kind: idle ? 'import_recipe' : 'import',
      reason: withReason(plan.facts.file, options.reason),
      ...compact({
        origin: idle ? undefined : 'own',
        as_of: idle ? undefined : as_of,
        recorded_at: options.recorded_at,
      }),
    });
    if (isNewRecipe) await putImportRecipe(trx, revision, recipe);
    if (!idle) await storeRegister(trx, revision, { plan, pieces }, options);
    await options.onDone?.(trx, commit(revision));
    return commit(revision);
  });
  if (!idle) await refreshStatistics(db, plan.projects + plan.observations.length);
  return result;
}
