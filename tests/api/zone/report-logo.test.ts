import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '#domain/report/report.ts';
import type { ReportLogo } from '#domain/zone/report/report-logo.ts';
import { verifyStore } from '#server/cli/verify.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { logoPng } from '../../setup/documents/logos.ts';
import { findPdfFaults } from '../../setup/documents/pdf-rules.ts';
import { readPdfObjects, ofType } from '../../setup/documents/pdf-objects.ts';

const drawing = createDrawing();
const logo = logoPng({ width: 120, height: 40, alpha: true });
const other = logoPng({ width: 60, height: 60 });
describe.each(engines)('the logo of reports on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, { drawing });
    const body = { code: 'A-1', stage: 'lead', facts: { name: 'Heat pumps' } };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());

  const upload = (bytes: Uint8Array<ArrayBuffer>, name = 'logo.png') => {
    const form = new FormData();
    form.append('file', new File([bytes], name));
    return api.send('POST', '/api/v1/zone/logos', { body: form });
  };
  const add = async (bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<ReportLogo> => {
    const reply = await upload(bytes, name);
    expect(reply.status, await reply.clone().text()).toBe(201);
    return (await reply.json()) as ReportLogo;
  };
  const patch = async (report: unknown) => {
    const headers = {
      'if-match': (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '',
    };
    return api.send('PATCH', '/api/v1/zone', { body: { report, reason: 'look' }, headers });
  };
  const read = async () =>
    (await api.get<{ report: Report }>('/api/v1/report?lang=en')).report.issued.logo;
  const file = async (name: string): Promise<Uint8Array> => {
    const reply = await api.send('GET', `/api/v1/documents/${name}?lang=en`);
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };

  test('is on the page and in each file with its own shape, and can be removed', async () => {
    const logoFile = await add(logo, 'emblem.png');
    expect(logoFile).toMatchObject({ file: 'emblem.png', type: 'png', width: 120, height: 40 });
    expect((await patch({ logo: logoFile })).status).toBe(200);
    expect(await read()).toMatchObject({
      sha256: logoFile.sha256,
      alt: expect.stringMatching(/^Logo of /),
    });
    const picture = await api.send('GET', `/api/v1/zone/logos/${logoFile.sha256}`);
    expect([picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
      'image/png',
      'private, max-age=31536000, immutable',
    ]);
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(logo);

    const deck = unzipSync(await file('report.pptx'));
    expect(deck['ppt/media/logo.png']).toEqual(logo);
    const [, cx, cy] =
      /<p:pic>.*<a:ext cx="(\d+)" cy="(\d+)"/.exec(
        strFromU8(deck['ppt/slideMasters/slideMaster1.xml'] ?? new Uint8Array()),
      ) ?? [];
    expect(Number(cx) / Number(cy)).toBeCloseTo(3, 3);
    const word = unzipSync(await file('report.docx'));
    const document = strFromU8(word['word/document.xml'] ?? new Uint8Array());
    const [, wide, tall] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? [];
    expect(Number(wide) / Number(tall)).toBeCloseTo(3, 1);
    expect(document.indexOf('<wp:extent')).toBeLessThan(document.indexOf('w:val="Title"'));
    const pdf = await file('report.pdf');
    const images = ofType(readPdfObjects(pdf), '/XObject');
    expect(images.map(({ entries }) => entries.get('Width'))).toContain(120);
    expect(findPdfFaults(pdf)).toEqual([]);

    expect((await patch(null)).status).toBe(200);
    expect(await read()).toBeUndefined();
    expect(unzipSync(await file('report.pptx'))['ppt/media/logo.png']).toBeUndefined();
  });

  test('keeps each former one in the history, and the check of the store finds altered bytes', async () => {
    const [first, second] = [await add(logo), await add(other, 'other.png')];
    expect((await patch({ logo: first })).status).toBe(200);
    expect((await patch({ logo: second })).status).toBe(200);
    expect((await read())?.sha256).toBe(second.sha256);
    const { items } = await api.get<{ items: { changes: readonly unknown[] }[] }>(
      '/api/v1/zone/versions',
    );
    expect(items[0]?.changes).toContainEqual({
      path: 'report.logo.sha256',
      from: first.sha256,
      to: second.sha256,
    });
    expect((await verifyStore(api.db)).files).toMatchObject({ whole: true, files: 2 });
    await api.db.write((trx) =>
      trx.deleteFrom('logo').where('sha256', '=', first.sha256).execute(),
    );
    expect((await verifyStore(api.db)).files).toMatchObject({ whole: false, reason: 'missing' });
  });

  test('must be an uploaded one', async () => {
    const logoFile = await add(logo);
    for (const wrong of [
      { ...logoFile, sha256: '0'.repeat(64) },
      { ...logoFile, width: 121 },
      { ...logoFile, type: 'jpeg' },
      { ...logoFile, sha256: 'x' },
    ]) {
      const reply = await patch({ logo: wrong });
      expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('logo')]);
    }
    expect((await api.send('GET', `/api/v1/zone/logos/${'0'.repeat(64)}`)).status).toBe(404);
  });

  test('is refused with the remedy where the bytes are no picture', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const reply = await upload(svg, 'logo.png');
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('as PNG')]);
  });

  test('is in no link, whatever is shared', async () => {
    const logoFile = await add(logo);
    await patch({ logo: logoFile });
    const overview = await (await api.send('GET', '/api/v1/overview')).text();
    expect(overview).not.toContain(logoFile.sha256);
  });
});
