import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Evidence } from '#domain/projects/evidence.ts';
import { addDays } from '#domain/values/date.ts';
import type { Board } from '#contract/work/schemas.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { origin, openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const pdf = (text = 'contract') => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);
const url = '/api/v1/projects/A-1/evidence';
const address = `${url}?of=stage&which=signed&date=2021-04-01`;

describe.each(engines)('evidence on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const body = {
      code: 'A-1',
      stage: 'signed',
      valid_from: '2021-04-01',
      facts: { name: 'Heat pumps', 'milestones.start.plan': '2021-09-01' },
    };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const add = (
    bytes: Uint8Array,
    name = 'contract.pdf',
    path = address,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const form = new FormData();
    form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
    return api.send('POST', path, { body: form, headers });
  };
  const list = async (query = '') =>
    (await api.get<{ items: readonly Evidence[] }>(`${url}${query}`)).items;
  const withdraw = (id: string, body: unknown) =>
    api.send('POST', `${url}/${id}/withdrawal`, { body });
  const readEvidence = async (response: Response) =>
    ((await response.json()) as { evidence: Evidence }).evidence;

  test('a file is stored with hash, size and type and downloaded byte for byte, never shown', async () => {
    const bytes = pdf();
    const response = await add(
      bytes,
      '../../etc/项目 合同.pdf',
      `${address}&note=${encodeURIComponent('双方签字')}`,
    );
    const json = (await response.json()) as object;
    expect([response.status, schemas.addEvidence.reply.safeParse(json).success]).toEqual([
      201,
      true,
    ]);
    const [evidence] = await list();
    expect(evidence).toMatchObject({
      of: 'stage',
      which: 'signed',
      date: '2021-04-01',
      file: '项目 合同.pdf',
      type: 'pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      note: '双方签字',
      added_by: 'local',
      added_at: '2021-05-10T08:00:00.000Z',
    });
    const file = await api.send('GET', `${url}/${evidence?.id}/file`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename=.*filename\*=UTF-8''%E9%A1%B9/,
    );
    expect(file.headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    );
    expect([file.headers.get('x-content-type-options'), file.headers.get('content-type')]).toEqual([
      'nosniff',
      'application/pdf',
    ]);
    expect(file.headers.get('cache-control')).toContain('no-store');
  });

  test('a file is in the history and the hash chain, and its addition can be undone and redone', async () => {
    const { sha256 } = await readEvidence(await add(pdf()));
    const history = () =>
      api.get<{ items: readonly ProjectVersion[] }>('/api/v1/projects/A-1/history');
    const [newest] = (await history()).items;
    expect(newest).toMatchObject({
      kind: 'evidence',
      author: 'local',
      changes: [
        { field: 'evidence.stage.signed', to: `contract.pdf · SHA-256 ${sha256.slice(0, 16)}…` },
      ],
    });
    expect(
      (await api.send('POST', `/api/v1/revisions/${newest?.revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect([await list(), (await list('?known_at=2021-05-10')).length]).toEqual([[], 0]);
    const undo = (await history()).items[0];
    expect(undo).toMatchObject({ kind: 'undo', changes: [{ field: 'evidence.stage.signed' }] });
    await api.send('POST', `/api/v1/revisions/${undo?.revision}/undo`, { body: {} });
    expect(await list()).toHaveLength(1);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
    await api.db.write((trx) =>
      trx
        .updateTable('evidence')
        .set({ sha256: 'f'.repeat(64) } as never)
        .where('code', '=', 'none')
        .execute(),
    );
    await api.db.write((trx) =>
      trx
        .updateTable('evidence')
        .set({ file_name: 'other.pdf' } as never)
        .execute(),
    );
    expect(await verifyChain(api.db)).toMatchObject({ whole: false, reason: 'altered' });
  });

  test('a withdrawn file stays listed with its reason and cannot be downloaded', async () => {
    const { id } = await readEvidence(await add(pdf()));
    expect((await withdraw(id, {})).status).toBe(400);
    expect((await withdraw(id, { reason: '  ' })).status).toBe(400);
    expect((await withdraw(id, { reason: 'wrong version' })).status).toBe(200);
    expect(await list()).toMatchObject([
      { id, withdrawn: { by: 'local', reason: 'wrong version' } },
    ]);
    expect((await api.send('GET', `${url}/${id}/file`)).status).toBe(404);
    expect((await withdraw(id, { reason: 'again' })).status).toBe(409);
    expect((await api.send('DELETE', `${url}/${id}`)).status).toBe(404);
    expect(await api.db.read.selectFrom('evidence_file').select('size').execute()).toHaveLength(1);
    const history = await api.get<{ items: readonly ProjectVersion[] }>(
      '/api/v1/projects/A-1/history',
    );
    expect(history.items[0]?.changes).toEqual([
      { field: 'withdrawn.stage.signed', to: 'contract.pdf · wrong version' },
    ]);
  });

  test('a file proves one stage or milestone of the project, once', async () => {
    const elsewhere = [
      `${url}?of=stage&which=signed&date=2021-04-02`,
      `${url}?of=stage&which=signed`,
      `${url}?of=stage&which=operation&date=2021-04-01`,
      `${url}?of=milestone&which=operation`,
      `${url}?of=milestone&which=start&date=2021-04-01`,
      `${url}?of=stage&which=__proto__`,
    ];
    for (const path of elsewhere)
      expect([path, (await add(pdf(), 'a.pdf', path)).status]).toEqual([path, 422]);
    expect((await add(pdf(), 'a.pdf', `${url}?of=milestone&which=start`)).status).toBe(201);
    expect((await add(pdf())).status).toBe(201);
    expect((await add(pdf(), 'again.pdf')).status).toBe(409);
    expect((await add(pdf(), 'a.pdf', `${url}?of=milestone&which=start&path=x`)).status).toBe(400);
    expect((await list('?as_of=2021-03-31')).map(({ of }) => of)).toEqual(['milestone']);
    expect(
      (await add(pdf(), 'a.pdf', '/api/v1/projects/none/evidence?of=stage&which=lead')).status,
    ).toBe(404);
  });

  test('the size is checked while uploading; other sites, viewers and unknown ids are rejected', async () => {
    const head = new TextEncoder().encode(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n',
    );
    const large = new Uint8Array(20 * 1024 * 1024 + 8192);
    large.set(head);
    const headers = { origin, 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (
        await api.app.fetch(
          new Request(`${origin}${address}`, { method: 'POST', body: large, headers }),
        )
      ).status,
    ).toBe(413);
    expect((await add(pdf(), 'a.pdf', address, { origin: 'http://evil.example' })).status).toBe(
      403,
    );
    expect((await api.send('POST', address, { body: { file: 'x' } })).status).toBe(415);
    const { id } = await readEvidence(await add(pdf()));
    const viewer = { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } } as const;
    for (const path of [url, `${url}/${id}/file`])
      expect((await api.send('GET', path, { env: viewer })).status).toBe(403);
    expect((await api.send('GET', `${url}/not-an-id/file`)).status).toBe(400);
    expect((await api.send('GET', `${url}/00000000-0000-4000-8000-000000000000/file`)).status).toBe(
      404,
    );
    expect(
      (
        await api.send('GET', `${url}/${id}/file`, {
          headers: { 'sec-fetch-site': 'cross-site', origin },
        })
      ).status,
    ).toBe(403);
  });

  test.each([
    // 08:00 on 10 May in UTC: still the day before, the same day, and the same day
    ['Etc/GMT+12', '2021-05-09'],
    ['UTC', '2021-05-10'],
    ['Asia/Tokyo', '2021-05-10'],
  ])('in %s, a file added in that moment is an event of %s', async (time_zone, day) => {
    const tag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const headers = { 'if-match': tag };
    await api.send('PATCH', '/api/v1/zone', { body: { time_zone }, headers });
    const body = { code: 'B-1', stage: 'signed', valid_from: '2020-01-01', facts: { name: 'B' } };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    await add(
      pdf(),
      'minutes.pdf',
      '/api/v1/projects/B-1/evidence?of=stage&which=signed&date=2020-01-01',
    );
    const isStalled = async (as_of: string) =>
      (await api.get<Pipeline>(`/api/v1/pipeline?as_of=${as_of}`)).actions?.items.some(
        ({ code, reasons }) => code === 'B-1' && reasons.some(({ kind }) => kind === 'stalled'),
      );
    expect([await isStalled(addDays(day, -1)), await isStalled(day)]).toEqual([true, false]);
    const stalledCards = async (as_of: string) =>
      (await api.get<Board>(`/api/v1/board?as_of=${as_of}`)).columns.flatMap(({ cards }) =>
        cards.flatMap(({ code, stalled }) => (stalled === undefined ? [] : [code])),
      );
    expect([await stalledCards(addDays(day, -1)), await stalledCards(day)]).toEqual([['B-1'], []]);
  });

  test('a new file is an event: the project is not stalled from that day on', async () => {
    const stalled = async (as_of: string) =>
      (await api.get<Pipeline>(`/api/v1/pipeline?as_of=${as_of}`)).actions?.items.flatMap(
        ({ code, reasons }) =>
          reasons.flatMap((one) => (one.kind === 'stalled' ? [[code, one.since]] : [])),
      );
    expect(await stalled('2021-10-15')).toEqual([['A-1', '2021-04-01']]);
    const { id } = await readEvidence(await add(pdf()));
    expect(await stalled('2021-10-15')).toEqual([]);
    expect(await stalled('2021-11-15')).toEqual([['A-1', '2021-05-10']]);
    await withdraw(id, { reason: 'wrong version' });
    expect(await stalled('2021-10-15')).toEqual([['A-1', '2021-04-01']]);
  });

  test('an example project accepts no files', async () => {
    const sample = await openApi(engine);
    const form = new FormData();
    form.append('file', new File([pdf()], 'a.pdf'));
    const response = await sample.send(
      'POST',
      '/api/v1/projects/A05/evidence?of=milestone&which=start',
      { body: form },
    );
    expect(response.status).toBe(409);
    await sample.close();
  });
});
