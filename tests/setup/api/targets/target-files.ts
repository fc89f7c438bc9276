import { expect } from 'vitest';
import type { TargetPreview } from '#contract/imports/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { TestApi } from '../api.ts';

/** Changes the zone with the entity tag that it has now. */
export async function patchZone(api: TestApi, body: object): Promise<Response> {
  const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
  const headers = { 'if-match': etag };
  return api.send('PATCH', '/api/v1/zone', { body: { reason: 'r', ...body }, headers });
}

/** Sends a file of targets. */
export function sendTargets(
  api: TestApi,
  content: BlobPart,
  name = 'targets.csv',
): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([content], name));
  return api.send('POST', '/api/v1/target-imports?lang=en', { body: form });
}

/** Sends a file of targets and reads its preview, which keeps its schema. */
export async function previewTargetFile(api: TestApi, content: BlobPart): Promise<TargetPreview> {
  const response = await sendTargets(api, content);
  const reply = (await response.json()) as TargetPreview;
  expect([
    response.status,
    response.status === 200 ? [] : reply,
    schemas.previewTargets.reply.safeParse(reply).error?.issues ?? [],
  ]).toEqual([200, [], []]);
  return reply;
}
