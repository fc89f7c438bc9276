// Seen to fail: with `secret` instead of its hash in addSecret each secret is found at rest;
// without the check of `expires_at` in isLive an ended link opens; without countOpening the flood
// is not stopped.
import type { RequestApi } from '../../setup/api/requests.ts';
import { browser } from '../../setup/api/links.ts';

/**
 * Opens and answers requests, then looks for each secret and cookie in all stored data and answers.
 */
export async function keptFaults(
  api: RequestApi,
  count: number,
  atRest: () => Promise<string>,
): Promise<readonly string[]> {
  const secrets: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const request = await api.ask({ unit: `unit ${i}` });
    const { cookie = '' } = await api.company(request);
    const again = await api.manage(
      'POST',
      `/api/v1/requests/${request.request.id}/reminder`,
      {},
      {
        'idempotency-key': `reminder-${i}`,
      },
    );
    const { secret } = (await again.json()) as { secret: string };
    secrets.push(request.secret.slice(4), secret.slice(4), cookie.split('=')[1] ?? '');
    await api.post(`hwr_${request.secret.slice(4, -1)}x`);
  }
  const answers = await Promise.all(
    ['/api/v1/requests', '/api/v1/proposals', '/api/v1/audit', '/api/v1/revisions'].map(
      async (path) => (await api.manage('GET', path)).text(),
    ),
  );
  const texts = [await atRest(), ...answers, JSON.stringify(api.log)].join('\n');
  return secrets
    .filter((one) => one === '' || texts.includes(one))
    .map((one) => `${one.slice(0, 8)}… is found`);
}

const day = 24 * 60 * 60 * 1000;

/** Old secrets and cookies: of an ended and of a cancelled request, and those before a reminder. */
export async function replayFaults(api: RequestApi): Promise<readonly string[]> {
  const faults: string[] = [];
  const request = await api.ask({}, { expires_at: '2021-05-14' });
  const cancelled = await api.ask({ unit: 'another' });
  const [cookie, other] = [await api.company(request), await api.company(cancelled)];
  let newest = request.secret;
  for (let i = 0; i < 6; i += 1) {
    api.pass(1000);
    const path = `/api/v1/requests/${request.request.id}/reminder`;
    newest = ((await (await api.manage('POST', path, {})).json()) as { secret: string }).secret;
  }
  const fresh = await (await api.post(newest)).text();
  if (!fresh.includes('"open"')) faults.push(`the newest secret: ${fresh}`);
  const stale = await api.post(request.secret);
  if (stale.status !== 404) faults.push(`a secret before five reminders: ${stale.status}`);
  const path = `/api/v1/requests/${cancelled.request.id}`;
  const etag = (await api.manage('GET', path)).headers.get('etag') ?? '';
  await api.manage('PATCH', path, { state: 'cancelled' }, { 'if-match': etag });
  const ended = await (await api.post(cancelled.secret)).text();
  if (!ended.includes('"ended"')) faults.push(`a cancelled request opens: ${ended}`);
  const after = await api.send('GET', `/api/v1/open-requests/${cancelled.request.id}`, {
    headers: other,
  });
  if (after.status !== 401) faults.push(`the cookie of a cancelled request: ${after.status}`);
  api.pass(5 * day);
  const over = await (await api.post(newest)).text();
  if (!over.includes('"ended"')) faults.push(`an ended request opens: ${over}`);
  const late = await api.answer(request.request.id, cookie, [{ key: 'x', value: '1' }]);
  if (late.status !== 401) faults.push(`the cookie of an ended request: ${late.status}`);
  return faults;
}

/** Wrong secrets get the same answer, whatever exists, and a flood of them is stopped. */
export async function floodFaults(api: RequestApi): Promise<readonly string[]> {
  const faults: string[] = [];
  const { secret } = await api.ask();
  const wrong = ['', 'x', secret.slice(0, -1), `${secret}x`, secret.replace('hwr_', 'hws_')];
  const bodies = new Set<string>();
  for (const one of wrong) {
    const response = await api.post(one);
    const text = (await response.text()).replace(/"reference":"[^"]*"/, '');
    bodies.add(`${response.status} ${text}`);
  }
  if (bodies.size !== 1) faults.push(`wrong secrets differ: ${[...bodies].join(' | ')}`);
  const env = { ip: '198.51.100.7' };
  const statuses: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const options = { body: { secret: `hwr_${i}` }, headers: browser, env };
    statuses.push((await api.send('POST', '/api/v1/open-requests/open', options)).status);
  }
  if (!statuses.slice(0, 30).every((status) => status === 404)) faults.push('the first are slowed');
  if (!statuses.slice(30).every((status) => status === 429)) faults.push('the flood is admitted');
  return faults;
}

/** Answers that arrive too fast are stopped, per request and not for others. */
export async function answerFloodFaults(api: RequestApi): Promise<readonly string[]> {
  const [one, two] = [await api.ask(), await api.ask({ unit: 'another' })];
  const [first, second] = [await api.company(one), await api.company(two)];
  const statuses: number[] = [];
  for (let i = 0; i < 35; i += 1)
    statuses.push(
      (
        await api.answer(one.request.id, first, [
          { key: 'project A-1 jobs_actual', value: String(87 + i) },
        ])
      ).status,
    );
  const other = await api.answer(two.request.id, second, [
    { key: 'project A-1 jobs_actual', value: '87' },
  ]);
  return [
    ...(statuses.at(-1) === 429 ? [] : ['35 answers in a minute are admitted']),
    ...(other.status === 200 ? [] : [`another request was answered ${other.status}`]),
  ];
}
