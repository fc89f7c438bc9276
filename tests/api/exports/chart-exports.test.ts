import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import type { Drawing, DrawRequest } from '#server/core/deps.ts';
import type { PdfSource } from '#server/core/pdf-info.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

/** The requests to the drawer; it answers with a small empty picture. */
const requests: DrawRequest[] = [];
let pages: PdfSource = [];
/** Drawn characters without a font. */
let missing: readonly string[] = [];
const drawing: Drawing = {
  svg: async (request) => {
    requests.push(request);
    return { content: '<svg xmlns="http://www.w3.org/2000/svg"/>', missing };
  },
  png: async (request) => {
    requests.push(request);
    return { content: new Uint8Array([0x89, 0x50]), missing };
  },
  pdf: async (drawings) => {
    pages = drawings;
    return { content: new TextEncoder().encode('%PDF-'), missing };
  },
};
let api: TestApi;
beforeAll(async () => {
  api = await openApi(undefined, {
    drawing,
    config: { loopback: true, hosts: [], version: 'test', address: 'https://progress.example.org' },
  });
});
afterAll(() => api.close());

const get = (path: string, role?: 'viewer' | 'analyst'): Promise<Response> =>
  api.send(
    'GET',
    `/api/v1/charts/${path}`,
    role === undefined
      ? {}
      : { env: { principal: { id: role, name: role, mode: 'account', role } } },
  );
const problemOf = async (
  path: string,
): Promise<{ status: number; code: string; detail: string }> => {
  const response = await get(path);
  return {
    ...((await response.json()) as { code: string; detail: string }),
    status: response.status,
  };
};

describe('a chart by its address', () => {
  it('has its media type and a descriptive file name in each format', async () => {
    const types = {
      json: 'application/json; charset=utf-8',
      csv: 'text/csv; charset=utf-8',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      svg: 'image/svg+xml; charset=utf-8',
      png: 'image/png',
      pdf: 'application/pdf',
    };
    for (const [format, type] of Object.entries(types)) {
      const response = await get(`pipeline.${format}?lang=ja`);
      expect(response.status, format).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('content-disposition')).toContain(
        `pipeline_2021-04-16_ja_ILLUSTRATIVE.${format}`,
      );
    }
    expect(pages).toHaveLength(1);
  });

  it('rejects unknown sizes and scales and names the allowed ones', async () => {
    for (const size of ['1234', '99999x99999', 'huge', '-1']) {
      const refusal = await problemOf(`targets.png?size=${size}`);
      expect(refusal.status).toBe(400);
      for (const name of ['wide', 'half_a4', 'tall', 'a4']) expect(refusal.detail).toContain(name);
    }
    for (const scale of ['0', '4', '1e9', '2.5']) {
      const refusal = await problemOf(`targets.png?scale=${scale}`);
      expect(refusal.status).toBe(400);
      for (const name of ['1', '2', '3']) expect(refusal.detail).toContain(name);
    }
    expect(await problemOf('targets.png?dpi=300')).toMatchObject({
      status: 400,
      code: 'unknown_parameter',
    });
  });

  it('rejects parameters that the format does not take', async () => {
    for (const path of [
      'targets.csv?size=wide',
      'targets.pdf?size=tall',
      'targets.svg?scale=2',
      'targets.xlsx?theme=dark',
      'targets.json?csv=excel',
    ])
      expect((await problemOf(path)).detail, path).toMatch(/^Leave out (size|scale|theme|csv)/);
  });

  it('passes size, scale, theme, language, options and stamp to the drawer', async () => {
    requests.length = 0;
    await get(
      'progress.png?size=tall&scale=3&theme=dark&lang=zh-CN&measure=jobs&range=to_target&plan=straight&as_of=2021-04-16',
    );
    expect(requests[0]).toMatchObject({
      chart: 'progress',
      size: 'tall',
      scale: 3,
      theme: 'dark',
      language: 'zh-CN',
      options: { measure: 'jobs', range: 'to_target' },
    });
    const stamp = requests[0]?.stamp;
    expect(stamp).toMatchObject({ revision: 1, plan: 'straight', definitions: { version: 1 } });
    const link = new URL(stamp?.link ?? '');
    expect(link.origin).toBe('https://progress.example.org');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      as_of: '2021-04-16',
      known_at: stamp?.made_at,
      plan: 'straight',
      m: 'jobs',
      range: 'to_target',
      lang: 'zh-CN',
    });
    await get('progress.svg');
    expect(requests.at(-1)).toMatchObject({ fonts: true });
  });

  it('states its provenance in JSON, with the time of the revision and not of the request', async () => {
    const file = (await (await get('targets.json?lang=en')).json()) as ChartFile;
    const [revision] = (
      await api.get<{ items: { id: number; recorded_at: string }[] }>('/api/v1/revisions')
    ).items;
    expect(file).toMatchObject({
      chart: 'targets',
      revision: revision?.id,
      made_at: revision?.recorded_at,
      illustrative: true,
      language: 'en',
    });
    expect(file.link).toContain('as_of=2021-04-16');
    expect(file.rows.length).toBeGreaterThan(0);
  });

  it('has the same bytes each time, as workbook, slides and tables', async () => {
    for (const format of ['json', 'csv', 'xlsx', 'pptx']) {
      // parameters in another order are another address, so that no stored answer is compared with
      // itself
      const [one, two] = await Promise.all([
        get(`changes.${format}?lang=ja&as_of=2021-04-16`),
        get(`changes.${format}?as_of=2021-04-16&lang=ja`),
      ]);
      expect(
        Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer())),
        format,
      ).toBe(true);
    }
  });

  it('has the same rows in each format', async () => {
    const { rows, columns } = (await (
      await get('progress.json?range=to_target&lang=en')
    ).json()) as ChartFile;
    const csv = (await (await get('progress.csv?range=to_target&lang=en')).text())
      .trim()
      .split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
    const book = unzipSync(
      new Uint8Array(await (await get('progress.pptx?range=to_target&lang=en')).arrayBuffer()),
    )['ppt/embeddings/workbook1.xlsx'];
    const sheet = strFromU8(
      unzipSync(book ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet.match(/<row /g)).toHaveLength(rows.length + 1);
    // columns of ids are in data files only
    const value = columns
      .filter(({ in_data }) => in_data !== true)
      .findIndex(({ id }) => id === 'value');
    rows.forEach((row, index) => {
      const cell = new RegExp(
        `<c r="${String.fromCharCode(65 + value)}${index + 2}"[^>]*><v>([^<]*)</v>`,
      ).exec(sheet)?.[1];
      expect(cell ?? null).toBe(row['value']);
    });
  });

  it('a viewer gets pictures and an analyst also data, even from the response cache of another user', async () => {
    for (const format of ['svg', 'png', 'pdf'])
      expect((await get(`targets.${format}`, 'viewer')).status).toBe(200);
    for (const format of ['json', 'csv', 'xlsx', 'pptx']) {
      expect((await get(`targets.${format}`, 'analyst')).status).toBe(200);
      expect((await get(`targets.${format}`, 'viewer')).status).toBe(403);
    }
  });

  it('lists missing characters in a header, fifty at most, also for a cached response', async () => {
    const header = async (format: string): Promise<string | null> => {
      const response = await get(`pipeline.${format}?lang=zh-CN&as_of=2021-04-15`);
      expect(response.status).toBe(200);
      return response.headers.get('headway-missing-characters');
    };
    missing = ['\u0e01', '\u{13000}'];
    for (const format of ['svg', 'png', 'pdf', 'svg'])
      expect(await header(format)).toBe('U+0E01 U+13000');
    for (const format of ['csv', 'json', 'xlsx', 'pptx']) expect(await header(format)).toBeNull();
    missing = Array.from({ length: 80 }, (_, index) => String.fromCodePoint(0xe001 + index));
    expect(
      (await get('pipeline.svg?lang=zh-CN')).headers.get('headway-missing-characters')?.split(' '),
    ).toHaveLength(50);
    missing = [];
    expect(
      (await get('pipeline.svg?lang=ja&as_of=2021-04-15')).headers.get(
        'headway-missing-characters',
      ),
    ).toBeNull();
  });

  it('a picture has a content security policy that allows no scripts and no requests', async () => {
    const policy = (await get('targets.svg')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toMatch(/script-src|connect-src|img-src/);
    expect((await get('targets.png')).headers.get('content-security-policy')).toContain(
      "script-src 'self'",
    );
  });
});
