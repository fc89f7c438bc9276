import { compact } from '#domain/values/compact.ts';
import { ownZoneName } from '#domain/zone/own-zone-name.ts';
import type { Text } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import { addIndustries } from '#domain/zone/industries.ts';
import { gatesAbroad } from '#domain/projects/gate.ts';
import { isInChina, type ZoneProfile } from '#domain/zone/zone.ts';

export interface NewZoneOptions {
  /** The name. If omitted, the zone is called "our zone". */
  readonly name?: Text;
  /** The short name. If omitted, it equals the name. */
  readonly short_name?: Text;
  readonly base_currency: string;
  /** The time zone. If omitted, days end in UTC. */
  readonly time_zone?: string;
  readonly industries?: readonly string[];
  readonly as_of?: IsoDate;
}

/**
 * Makes an own zone without targets and phases, and without data of the sample. Only a zone in
 * China begins with the deadlines of Chinese law.
 */
export const makeNewZone = ({
  name = ownZoneName,
  short_name = name,
  base_currency,
  industries = [],
  as_of,
  time_zone,
}: NewZoneOptions): ZoneProfile => ({
  origin: 'own',
  name,
  short_name,
  fictional: false,
  base_currency,
  ...compact({ time_zone, gates: isInChina({ base_currency }) ? undefined : gatesAbroad }),
  function_zones: [],
  industries: addIndustries([], industries),
  phases: [],
  indicators: [],
  targets: [],
  checkpoints: [],
  plan_path: 'straight',
  stage_mapping: defaultStageMapping,
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  partners: [],
  published: [],
  sources: [],
  data_date: as_of ?? '',
  data_status: 'reported',
});
