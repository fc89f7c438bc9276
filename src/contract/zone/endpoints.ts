import type { ZoneChange } from '#domain/zone/zone-changes.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

/** Fields of the zone to change, and why; without a reason the names of the fields stand for it. */
export type ZoneEdit = ZoneChanges & { readonly reason?: string };

/** One version of the zone, with what it changed of the one before; the first changed nothing. */
export interface ZoneVersion {
  readonly revision: number;
  readonly recorded_at: string;
  readonly author: string;
  readonly reason: string;
  readonly changes: readonly ZoneChange[];
}

export const zoneEndpoints = {
  zone: endpoint<{ known_at?: string }, never, ZoneProfile>({
    id: 'zone',
    method: 'GET',
    path: '/api/v1/zone',
  }),
  updateZone: endpoint<None, ZoneEdit, ZoneProfile>({
    id: 'updateZone',
    method: 'PATCH',
    path: '/api/v1/zone',
  }),
  zoneVersions: endpoint<None, never, { items: readonly ZoneVersion[] }>({
    id: 'zoneVersions',
    method: 'GET',
    path: '/api/v1/zone/versions',
  }),
} as const;
