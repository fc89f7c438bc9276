import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { mostValueFileBytes } from '#domain/months/value-evidence.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { compact } from '#domain/values/compact.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { verifyFiles } from '#server/projects/evidence/verify-file-store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { maker, openLinks } from '../../setup/api/links.ts';
import { openRequests } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

const pdf = (text = 'bulletin') => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);
const files = '/api/v1/indicators/companies/evidence';

describe.each(engines)('files that prove values on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    await enter('105');
  });
  afterEach(() => api.close());
  const enter = (value: string | null, reason?: string) =>
    api.send('POST', '/api/v1/indicators/companies/observations', {
      body: {
        period: '2021-04',
        value,
        confirm: true,
        ...compact({ reason }),
      },
    });
  const add = (
    bytes: Uint8Array,
    name = 'bulletin.pdf',
    path = `${files}?period=2021-04`,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const form = new FormData();
    form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
    return api.send('POST', path, { body: form, headers });
  };
  const readEvidence = async (response: Response) => {
    const json = (await response.json()) as { evidence: ValueEvidence; revision: number };
    expect(schemas.addValueEvidence.reply.safeParse(json).success).toBe(true);
    return json;
  };
  const list = async (query = '?period=2021-04') => {
    const json = await api.get<{ items: ValueEvidence[] }>(`/api/v1/value-evidence${query}`);
    expect(schemas.listValueEvidence.reply.safeParse(json).success).toBe(true);
    return json.items;
  };
  const undo = (revision: number) =>
    api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });

  test('a file is stored with its value and downloaded byte for byte, never shown', async () => {
    const bytes = pdf();
    const note = encodeURIComponent('page 3');
    await readEvidence(
      await add(bytes, '../x/统计 公报.pdf', `${files}?period=2021-04&note=${note}`),
    );
    const [evidence] = await list();
    expect(evidence).toMatchObject({
      indicator: 'companies',
      period: '2021-04',
      file: '统计 公报.pdf',
      type: 'pdf',
      note: 'page 3',
      added_by: 'local',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const file = await api.send('GET', `${files}/${evidence?.id}/file`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('cache-control')).toContain('no-store');
    expect(await list('?indicator=companies')).toHaveLength(1);
    expect(await list('?indicator=jobs')).toEqual([]);
    expect(await list('?period=2021-03')).toEqual([]);
  });

  test('a file stays when its value is removed, and follows the undo of its addition', async () => {
    const { revision } = await readEvidence(await add(pdf()));
    await enter(null);
    expect(await list()).toHaveLength(1);
    const { revision: by } = (await (await undo(revision)).json()) as { revision: number };
    expect(await list()).toEqual([]);
    expect((await undo(by)).status).toBe(200);
    expect(await list()).toHaveLength(1);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
    expect(await verifyFiles(api.db)).toEqual({ whole: true, files: 1 });
  });

  test('a withdrawn file stays listed with its reason and cannot be downloaded', async () => {
    const { id } = (await readEvidence(await add(pdf()))).evidence;
    const withdraw = (reason: string) =>
      api.send('POST', `${files}/${id}/withdrawal`, { body: { reason } });
    expect((await withdraw('  ')).status).toBe(400);
    expect((await withdraw('wrong month')).status).toBe(200);
    expect(await list()).toMatchObject([{ id, withdrawn: { by: 'local', reason: 'wrong month' } }]);
    expect((await api.send('GET', `${files}/${id}/file`)).status).toBe(404);
    expect((await withdraw('again')).status).toBe(409);
    expect((await add(pdf())).status).toBe(201);
    expect(await verifyFiles(api.db)).toEqual({ whole: true, files: 1 });
  });

  test('altered or missing bytes are reported', async () => {
    await readEvidence(await add(pdf()));
    await api.db.write((trx) =>
      trx
        .updateTable('evidence_file')
        .set({ content: 'AAAA' } as never)
        .execute(),
    );
    expect(await verifyFiles(api.db)).toMatchObject({ whole: false, reason: 'altered' });
    const [evidence] = await list();
    expect((await api.send('GET', `${files}/${evidence?.id}/file`)).status).toBe(500);
  });

  test('bad files, months and indicators are refused in words, and nothing is stored', async () => {
    const readProblem = async (pending: Promise<Response>) => {
      const response = await pending;
      const { errors, code } = (await response.json()) as Problem;
      return [response.status, errors?.[0]?.path ?? code];
    };
    expect(await readProblem(add(new Uint8Array()))).toEqual([422, 'file']);
    expect(await readProblem(add(new TextEncoder().encode('<script>'), 'page.html'))).toEqual([
      422,
      'file',
    ]);
    expect(await readProblem(add(new TextEncoder().encode('MZ\0\0\0'), 'bulletin.pdf'))).toEqual([
      422,
      'file',
    ]);
    expect(await readProblem(add(pdf(), 'bulletin.png'))).toEqual([422, 'file']);
    const length = { 'content-length': String(mostValueFileBytes + 8192) };
    expect(await readProblem(add(pdf(), 'a.pdf', undefined, length))).toEqual([413, 'too_large']);
    const at = (path: string) => readProblem(add(pdf(), 'a.pdf', path));
    expect(await at(files)).toEqual([400, 'period']);
    expect(await at(`${files}?period=2021-13`)).toEqual([400, 'period']);
    expect(await at(`${files}?period=2099-01`)).toEqual([400, 'period']);
    expect(await at(`${files}?period=2021-04&note=${'x'.repeat(501)}`)).toEqual([400, 'note']);
    expect(await at('/api/v1/indicators/none/evidence?period=2021-04')).toEqual([404, 'not_found']);
    expect(await readProblem(api.send('GET', `${files}/${crypto.randomUUID()}/file`))).toEqual([
      404,
      'not_found',
    ]);
    expect(await list('')).toEqual([]);
    expect(await verifyFiles(api.db)).toEqual({ whole: true, files: 0 });
  });

  test('a value has at most five files, and each once', async () => {
    for (let n = 0; n < 5; n += 1) expect((await add(pdf(`${n}`))).status).toBe(201);
    expect((await add(pdf('0'))).status).toBe(409);
    expect((await add(pdf('6'))).status).toBe(409);
    expect(await list()).toHaveLength(5);
    expect((await add(pdf('0'), 'a.pdf', `${files}?period=2021-03`)).status).toBe(201);
  });

  test('an item of a checklist has files of its own, in any month', async () => {
    const reply = await api.send('GET', '/api/v1/zone');
    const { targets } = (await reply.json()) as ZoneProfile;
    const [checklist] = targets.filter(({ comparator }) => comparator === 'qualitative');
    if (checklist === undefined) throw new Error('no checklist');
    const items = ['road', 'power'].map((id) => ({ id, name: { en: id } }));
    const changed = targets.map((one) => (one === checklist ? { ...one, items } : one));
    const headers = { 'if-match': reply.headers.get('etag') ?? '' };
    const body = { targets: changed };
    expect((await api.send('PATCH', '/api/v1/zone', { body, headers })).status).toBe(200);
    const target = targetKey(checklist);
    const path = `/api/v1/indicators/${checklist.indicator}/evidence?period=2021-04`;
    const prove = (item: string, text = 'road', of = target) =>
      add(pdf(text), `${text}.pdf`, `${path}&target=${of}&item=${item}`);
    const { evidence, revision } = await readEvidence(await prove('road'));
    expect(evidence).toMatchObject({ target, item: 'road', indicator: checklist.indicator });
    const filePath = `/api/v1/indicators/${checklist.indicator}/evidence/${evidence.id}/file`;
    expect(await (await api.send('GET', filePath)).text()).toBe(
      new TextDecoder().decode(pdf('road')),
    );
    for (let n = 1; n < 5; n += 1) expect((await prove('road', `${n}`)).status).toBe(201);
    expect((await prove('road', 'sixth')).status).toBe(409);
    const later = path.replace('2021-04', '2021-05');
    const again = await add(pdf('1'), '1.pdf', `${later}&target=${target}&item=road`);
    expect(again.status).toBe(409);
    expect((await prove('power')).status).toBe(201);
    expect((await add(pdf('road'), 'value.pdf', path)).status).toBe(201);
    expect((await prove('rail')).status).toBe(404);
    expect((await prove('road', 'x', 'jobs')).status).toBe(404);
    expect((await add(pdf('x'), 'x.pdf', `${path}&item=road`)).status).toBe(400);
    expect((await add(pdf('x'), 'x.pdf', `${path}&target=${target}`)).status).toBe(400);
    const names = async () =>
      (await list(`?indicator=${checklist.indicator}`)).map(({ item, file }) => [item, file]);
    expect(await names()).toContainEqual(['power', 'road.pdf']);
    expect(await names()).toContainEqual([undefined, 'value.pdf']);
    const reversal = (await (await undo(revision)).json()) as { revision: number };
    expect(await names()).not.toContainEqual(['road', 'road.pdf']);
    expect((await undo(reversal.revision)).status).toBe(200);
    expect(await names()).toContainEqual(['road', 'road.pdf']);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
    expect(await verifyFiles(api.db)).toEqual({ whole: true, files: 5 });
  });

  test('example data takes no file', async () => {
    const example = await openApi(engine);
    try {
      const form = new FormData();
      form.append('file', new File([pdf()], 'a.pdf'));
      const path = `${files}?period=2021-04`;
      expect((await example.send('POST', path, { body: form })).status).toBe(409);
    } finally {
      await example.close();
    }
  });

  test('a closed month takes a file without a change of its figures', async () => {
    expect((await api.send('POST', '/api/v1/periods/2021-04/close', { body: {} })).status).toBe(
      201,
    );
    expect((await add(pdf())).status).toBe(201);
    const { closed } = await api.get<{ closed: { changed: unknown[] } }>('/api/v1/periods/2021-04');
    expect(closed.changed).toEqual([]);
  });

  test('the files of an accepted answer become the proof of its value', async () => {
    const requests = await openRequests(engine);
    try {
      const request = await requests.ask({ cells: [{ indicator: 'companies' }] });
      const company = await requests.company(request);
      const form = new FormData();
      form.append('file', new File([pdf('answer')], 'answer.pdf'));
      const { id } = request.request;
      const response = await requests.send('POST', `/api/v1/open-requests/${id}/files`, {
        body: form,
        headers: company,
      });
      expect(response.status).toBe(201);
      await requests.answer(id, company, [
        { key: 'indicator companies', value: '107', confirm: true, note: 'counted' },
      ]);
      const [proposal] = await requests.proposals();
      const items = () => requests.get<{ items: ValueEvidence[] }>('/api/v1/value-evidence');
      expect((await items()).items).toEqual([]);
      const ids = [proposal?.id];
      const accepted = await requests.manage('POST', '/api/v1/proposals/accept', { ids });
      expect(accepted.status).toBe(200);
      expect((await items()).items).toMatchObject([
        {
          indicator: 'companies',
          period: '2021-04',
          file: 'answer.pdf',
          added_by: request.request.unit,
        },
      ]);
    } finally {
      await requests.close();
    }
  });

  test('an analyst reads a file; no link and no viewer reads it or its name', async () => {
    const links = await openLinks(engine);
    try {
      const body = { period: '2021-04', value: '105', confirm: true };
      await links.send('POST', '/api/v1/indicators/companies/observations', { body, env: maker });
      const form = new FormData();
      form.append('file', new File([pdf()], 'SECRET-FILE.pdf'));
      const response = await links.send('POST', `${files}?period=2021-04`, {
        body: form,
        env: maker,
      });
      expect(response.status).toBe(201);
      const link = await links.make({ profile: redactionProfiles.full, exports: 'data' });
      const read = await links.read(link.link.id, await links.reader(link));
      expect([read.status, (await read.text()).includes('SECRET-FILE')]).toEqual([200, false]);
      const { evidence } = (await response.json()) as { evidence: ValueEvidence };
      const readAs = async (role: 'analyst' | 'viewer') => {
        const env = { principal: { id: 'p', name: 'P', mode: 'account', role } } as const;
        return (await links.send('GET', `${files}/${evidence.id}/file`, { env })).status;
      };
      expect([await readAs('analyst'), await readAs('viewer')]).toEqual([200, 403]);
      const viewer = {
        principal: { id: 'v', name: 'V', mode: 'account', role: 'viewer' },
      } as const;
      for (const path of ['/api/v1/value-evidence', `${files}/${crypto.randomUUID()}/file`])
        expect((await links.send('GET', path, { env: viewer })).status).toBe(403);
    } finally {
      await links.close();
    }
  });
});
