import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Db } from '#server/db/db.ts';
import type { KnownRegister } from './import-plan.ts';
import { storedProjects } from '#server/imports/apply/stored-projects.ts';
import { recipeAnswers } from './recipe-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { listEditions } from '#server/projects/history/statement-store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listSamplesToLeave } from '#server/zone/leave-sample-store.ts';
import { listOrigins, readZone } from '#server/zone/store.ts';

/**
 * Reads the state with which an import is compared: the own register as last stored, and the
 * vocabulary of the displayed zone.
 */
export async function readKnownRegister(db: Db, today: IsoDate): Promise<KnownRegister> {
  const revision = await currentRevision(db);
  const own = await readZone(db, 'own', revision);
  const chosenOrigin = (await readChosenOrigin(db, revision)) ?? 'own';
  const profile = own ?? (await readZone(db, chosenOrigin, revision));
  return {
    revision,
    has_own: own !== undefined,
    is_empty: profile === undefined,
    has_sample: (await listOrigins(db, revision)).some((origin) => origin !== 'own'),
    today,
    samples_to_leave: (await listSamplesToLeave(db, own)).map(({ name, short_name }) => ({
      name,
      short_name,
    })),
    industries: profile?.industries ?? [],
    function_zones: profile?.function_zones ?? [],
    indicators: profile?.indicators ?? [],
    ...compact({
      base_currency: profile?.base_currency,
      stage_mapping: profile?.stage_mapping,
      zone_name: profile?.short_name,
      zone_full_name: profile?.name,
      stage_words: profile?.stage_words,
    }),
    remembered: await recipeAnswers(db),
    ...(await listEditions(db, revision)),
    projects: storedProjects(db, revision),
    observations: await listObservations(db, { origin: 'own', knownRevision: revision }),
  };
}
