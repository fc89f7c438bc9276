import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Evidence } from '#domain/projects/evidence.ts';

import { verifyFiles } from '#server/projects/evidence/verify-file-store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
const pdf = (text = 'contract') => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);
/** A chunk of a PNG, with a checksum of zero. */
const chunk = (name: string, data: Uint8Array): Uint8Array =>
  new Uint8Array([
    0,
    0,
    data.length >> 8,
    data.length & 255,
    ...Buffer.from(name),
    ...data,
    0,
    0,
    0,
    0,
  ]);
const png = (...chunks: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunks.flatMap((one) => [...one]),
  ]);
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
  const readEvidence = async (response: Response) =>
    ((await response.json()) as { evidence: Evidence }).evidence;

  test('altered bytes are detected and not sent', async () => {
    const { id, sha256 } = await readEvidence(await add(pdf()));
    expect(await verifyFiles(api.db)).toEqual({ whole: true, files: 1 });
    await api.db.write((trx) =>
      trx
        .updateTable('evidence_file')
        .set({ content: btoa('%PDF-1.7 other') } as never)
        .execute(),
    );
    expect(await verifyFiles(api.db)).toEqual({
      whole: false,
      reason: 'altered',
      sha256,
      files: 1,
    });
    expect((await api.send('GET', `${url}/${id}/file`)).status).toBe(500);
    await api.db.write((trx) =>
      trx
        .updateTable('evidence_file')
        .set({ content: 'no base64 at all' } as never)
        .execute(),
    );
    expect(await verifyFiles(api.db)).toMatchObject({ whole: false, reason: 'altered' });
  });

  test('accepts only files whose content and extension match', async () => {
    const cut = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
    const site = png(chunk('IHDR', new Uint8Array(13)), chunk('IEND', new Uint8Array()));
    const refusals: (readonly [Uint8Array, string])[] = [
      [new Uint8Array(), 'empty.pdf'],
      [site, 'sheet.xlsx'],
      [cut, 'cut.png'],
      [new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2]), 'cut.jpg'],
      [pdf(), 'run.exe'],
      [pdf(), 'noending'],
      [new TextEncoder().encode('%PDF-1.7 cut'), 'cut.pdf'],
      [new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), 'page.txt'],
      [new TextEncoder().encode('  <svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing.txt'],
      [new Uint8Array([0x4d, 0x5a, 0x90, 0]), 'tool.txt'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old.doc'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'cut.docx'],
    ];
    // F9-05 F9-06 F9-08: drawings with scripts or outside addresses, and a picture of a kind that
    // is not accepted
    const svg = (inside: string): Uint8Array =>
      new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
    for (const inside of [
      '<script>alert(1)</script>',
      '<image href="http://127.0.0.1:1/"/>',
      '<foreignObject><p/></foreignObject>',
    ])
      refusals.push([svg(inside), 'logo.svg'], [svg(inside), 'logo.png']);
    refusals.push([
      new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0xff, 0xff, 0xff, 0xff]),
      'logo.gif',
    ]);
    for (const [bytes, name] of refusals) {
      const response = await add(bytes, name);
      expect([name, response.status]).toEqual([name, 422]);
      expect(((await response.json()) as Problem).errors?.[0]?.path).toBe('file');
    }
    expect(await list()).toEqual([]);
    expect((await add(site, 'site.PNG')).status).toBe(201);
    expect((await add(new TextEncoder().encode('会议纪要'), 'minutes.txt')).status).toBe(201);
  });

  test('F9-07 F9-09 F9-10 a picture is never decoded: one of 50,000 pixels, with a wrong checksum or with a page inside is downloaded unchanged', async () => {
    const size = new Uint8Array([0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50, 8, 2, 0, 0, 0]);
    const page = new TextEncoder().encode('Comment\0<html><script>alert(1)</script></html>');
    const bytes = png(chunk('IHDR', size), chunk('IDAT', page), chunk('IEND', new Uint8Array()));
    const evidence = await readEvidence(await add(bytes, 'site.png'));
    const file = await api.send('GET', `${url}/${evidence.id}/file`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect([file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([
      'image/png',
      'nosniff',
    ]);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });
});
