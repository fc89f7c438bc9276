import type { ZoneProfile } from '#domain/zone/zone.ts';
import { ownZoneName } from '#domain/zone/own-zone-name.ts';
import type { Trx } from '#server/db/db.ts';
import { removeOrigin } from './origin-store.ts';
import { chooseOrigin, readChosenOrigin } from './chosen-origin-store.ts';
import { makeNewZone, type NewZoneOptions } from './new-zone.ts';
import { readZone, writeZone } from './store.ts';

/** Removes the published facts about the zone of an example, which are true of no other zone. */
const copyWithoutFacts = (profile: ZoneProfile): ZoneProfile => {
  const { standing: _s, theme: _t, area_km2: _a, ...rest } = profile;
  return { ...rest, partners: [], published: [] };
};

/**
 * Copies only the indicators, since targets, phases and function zones of the fictional zone are
 * invented.
 */
const copyIndicators = ({
  phase_note: _n,
  complete_from: _c,
  ...profile
}: ZoneProfile): ZoneProfile => ({
  ...profile,
  targets: [],
  checkpoints: [],
  phases: [],
  sources: [],
  function_zones: [],
});

/** Removes example checkpoints, since the verdict of an own target must not depend on them. */
const removeExampleCheckpoints = (profile: ZoneProfile): ZoneProfile =>
  profile.checkpoints.some((c) => c.data_status === 'illustrative')
    ? { ...profile, checkpoints: [], plan_path: 'straight' }
    : profile;

const copyProfile = (profile: ZoneProfile, isSameZone: boolean): ZoneProfile => {
  if (profile.fictional) return copyWithoutFacts(copyIndicators(profile));
  const { complete_from: _, ...copied } = removeExampleCheckpoints(profile);
  return isSameZone ? copied : copyWithoutFacts(copied);
};

export interface OwnZoneOptions {
  /**
   * Whether the example stays in the store, so that it can be chosen again. Own data is displayed
   * in either case.
   */
  readonly keep_sample?: boolean;
  /**
   * Whether a person said that the register belongs to the example's zone, whose published facts
   * then stay.
   */
  readonly is_same_zone?: boolean;
}

/**
 * Returns the own zone. Creates it for the first own value or register. A new zone has no name yet,
 * and no published facts of an example's zone unless it is that zone. From the sample it keeps the
 * targets, but drops the invented checkpoints and uses a straight plan. From the fictional zone it
 * keeps the indicators only. The example is removed unless `keep_sample` is set. An undo of the
 * revision restores it.
 * @returns undefined if there is no zone to start from
 */
export async function ensureOwnZone(
  trx: Trx,
  revision: number,
  options: OwnZoneOptions = {},
): Promise<ZoneProfile | undefined> {
  const chosenOrigin = await readChosenOrigin(trx);
  const own = await readZone(trx, 'own');
  if (own !== undefined) {
    await chooseOrigin(trx, revision, 'own');
    return own;
  }
  const profile = chosenOrigin === null ? undefined : await readZone(trx, chosenOrigin);
  if (chosenOrigin === null || profile === undefined) return undefined;
  const next: ZoneProfile = {
    ...copyProfile(profile, options.is_same_zone === true),
    // the example's name belongs to another zone; a person will name this one
    name: ownZoneName,
    short_name: ownZoneName,
    origin: 'own',
    fictional: false,
    data_status: 'reported',
  };
  await writeZone(trx, revision, next);
  if (options.keep_sample !== true) await removeOrigin(trx, revision, chosenOrigin);
  await chooseOrigin(trx, revision, 'own');
  return next;
}

/**
 * Creates the own zone and displays it. An example stays in the store.
 * @returns undefined if there is already an own zone
 */
export async function createOwnZone(
  trx: Trx,
  revision: number,
  options: NewZoneOptions,
): Promise<ZoneProfile | undefined> {
  if ((await readZone(trx, 'own')) !== undefined) return undefined;
  const zone = makeNewZone(options);
  await writeZone(trx, revision, zone);
  await chooseOrigin(trx, revision, 'own');
  return zone;
}
