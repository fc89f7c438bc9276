import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Trx } from '#server/db/db.ts';
import { removeOrigin } from './origin-store.ts';
import { chooseOrigin, chosenOrigin } from './chosen-origin-store.ts';
import { readZone, writeZone } from './store.ts';

/** An own zone based on the fictional one: its measures stay, its targets and facts do not. */
const begunFrom = (profile: ZoneProfile): ZoneProfile => {
  const { standing: _s, theme: _t, area_km2: _a, phase_note: _p, ...rest } = profile;
  const name = { 'zh-CN': '本园区', ja: '自分の地区', en: 'Our zone' };
  return {
    ...rest,
    name,
    short_name: name,
    targets: [],
    checkpoints: [],
    phases: [],
    partners: [],
    published: [],
    sources: [],
    function_zones: [],
  };
};

/** The status of an own target must not rest on invented checkpoints. */
const withoutInvented = (profile: ZoneProfile): ZoneProfile =>
  profile.checkpoints.some((c) => c.data_status === 'illustrative')
    ? { ...profile, checkpoints: [], plan_path: 'straight' }
    : profile;

export interface OwnZoneOptions {
  /** Keeps the example in the store to be chosen again; own data is displayed anyway. */
  readonly keep_sample?: boolean;
}

/**
 * Makes the own zone for the first own value or register. From the sample its facts and targets
 * stay, its invented checkpoints
 * go and the plan is straight; from the fictional zone only what is measured stays. The example is
 * removed unless it is kept;
 * undoing the revision restores it.
 */
export async function ownZone(
  trx: Trx,
  revision: number,
  options: OwnZoneOptions = {},
): Promise<ZoneProfile | undefined> {
  const shown = await chosenOrigin(trx);
  const own = await readZone(trx, 'own');
  if (own !== undefined) {
    await chooseOrigin(trx, revision, 'own');
    return own;
  }
  const profile = shown === null ? undefined : await readZone(trx, shown);
  if (shown === null || profile === undefined) return undefined;
  const { complete_from: _, ...begun } = profile.fictional
    ? begunFrom(profile)
    : withoutInvented(profile);
  const next: ZoneProfile = {
    ...begun,
    origin: 'own',
    fictional: false,
    data_status: 'reported',
  };
  await writeZone(trx, revision, next);
  if (options.keep_sample !== true) await removeOrigin(trx, revision, shown);
  await chooseOrigin(trx, revision, 'own');
  return next;
}
