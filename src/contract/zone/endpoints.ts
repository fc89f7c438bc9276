import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { zoneSchemas } from './schemas.ts';

export const zoneEndpoints = defineEndpoints<typeof zoneSchemas>({
  zone: { method: 'GET', path: '/api/v1/zone' },
  createZone: { method: 'POST', path: '/api/v1/zone', creates: true },
  updateZone: { method: 'PATCH', path: '/api/v1/zone' },
  addLogo: { method: 'POST', path: '/api/v1/zone/logos', creates: true },
  logo: { method: 'GET', path: '/api/v1/zone/logos/:hash' },
  zoneVersions: { method: 'GET', path: '/api/v1/zone/versions' },
});
