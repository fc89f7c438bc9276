// Reads our files with Python, as an analyst does. Without python3 these tests do not run, and
// report it.
import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { MadeToken } from '#contract/accounts/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { firstAdmin, plainPasswords } from '../../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../../setup/api/api.ts';
import { engines } from '../../../setup/api/stores.ts';

const run = promisify(execFile);
const version = (): string | undefined => {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
};
const hasPython = version() !== undefined;
/** The first of some programs that runs a line without an error. */
const findProgram = (programs: readonly string[], flag: '-c' | '-e', line: string) =>
  programs.find((program) => {
    try {
      execFileSync(program, [flag, line], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
const pandasAt = findProgram(['python3', '/usr/bin/python3'], '-c', 'import pandas');
const rscript = findProgram(['Rscript'], '-e', 'invisible()');
if (pandasAt === undefined) console.warn('NOT RUN: the snippet for pandas: it is not installed');
if (rscript === undefined) console.warn('NOT RUN: the snippet for R: it is not installed');
console.warn(
  'NOT RUN: the code of the snippets for Power Query and Google Sheets; their requests are',
);
if (!hasPython) console.warn('NOT RUN: figures and snippets in Python: there is no python3 here');

interface Figures {
  readonly groups: Readonly<
    Record<
      'established' | 'pipeline',
      {
        readonly count: number;
        readonly sums: Readonly<Record<string, string>>;
        readonly stages: Readonly<Record<string, number>>;
      }
    >
  >;
  readonly industries: Readonly<Record<string, string>>;
  readonly targets: Readonly<
    Record<string, { readonly plan: number; readonly now?: string; readonly completion?: number }>
  >;
}
const script = join(import.meta.dirname, '../../../fixtures/figures.py');

const handbook = readFileSync(join(import.meta.dirname, '../../../../docs/operations.md'), 'utf8');
/** A snippet of a language in the handbook's part on data in other tools. */
function snippet(language: string, nth = 0): string {
  const part = handbook.slice(handbook.indexOf('## Data in other tools'));
  const all = part.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'));
  const code = [...all][nth]?.[1];
  if (code === undefined) throw new Error(`no snippet in ${language}`);
  return code;
}

describe.each(engines)('Python on $name', (engine) => {
  let api: TestApi;
  let folder: string | undefined;
  afterEach(async () => {
    api.app.close();
    await api.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  const unpack = async (query: string): Promise<string> => {
    const reply = await api.send('GET', `/api/v1/documents/pack.zip?${query}`);
    expect(reply.status).toBe(200);
    folder = mkdtempSync(join(tmpdir(), 'headway-pack-'));
    const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  };

  test.skipIf(!hasPython).each([
    ['sample', '2021-04-16', 'en'],
    ['example_zone', '2024-06-30', 'zh-CN'],
    ['example_zone', '2022-12-31', 'ja'],
  ])(
    'recomputes the figures of %s on %s from the CSV files alone',
    async (sample, day, lang) => {
      api = await openApi(engine);
      await api.send('POST', '/api/v1/samples', { body: { sample } });
      const pack = await unpack(`as_of=${day}&lang=${lang}`);
      const { stdout } = await run('python3', [script, pack], { timeout: 60_000 });
      const figures = JSON.parse(stdout) as Figures;
      const overview = await api.get<Overview>(`/api/v1/overview?as_of=${day}`);
      for (const { group, rows, amounts } of overview.strip.groups) {
        if (group !== 'established' && group !== 'pipeline') continue;
        const own = figures.groups[group];
        expect([group, own.count]).toEqual([
          group,
          rows.reduce((sum, { count }) => sum + count, 0),
        ]);
        expect(own.sums).toEqual(
          Object.fromEntries(amounts.map((money) => [money.currency, toMajor(fromWire(money))])),
        );
        expect(own.stages).toEqual(
          Object.fromEntries(
            rows.filter(({ count }) => count > 0).map(({ stage, count }) => [stage, count]),
          ),
        );
      }
      for (const row of overview.targets) {
        const own = figures.targets[row.id ?? row.indicator];
        if (own === undefined) continue;
        // the file has 12 digits of the share
        const plan = row.plan?.value ?? Number.NaN;
        expect((own.plan - plan) / Math.max(1, Math.abs(plan))).toBeCloseTo(0, 9);
        if (own.now === undefined) continue;
        expect([row.indicator, own.now]).toEqual([row.indicator, row.now?.value]);
        expect(own.completion).toBeCloseTo(row.completion ?? Number.NaN, 9);
      }
      expect(Object.keys(figures.targets).length).toBeGreaterThan(1);
      const chart = await api.get<{ rows: Readonly<Record<string, string | null>>[] }>(
        `/api/v1/charts/breakdown.json?measure=total_investment&by=industry&as_of=${day}&lang=en`,
      );
      const totals = chart.rows.flatMap(({ level, group, unit, value }) =>
        level === 'group' && value !== null && value !== '0'
          ? [[`${group} ${unit}`, value] as const]
          : [],
      );
      expect(totals.length).toBeGreaterThan(2);
      const own = Object.entries(figures.industries).filter(([, value]) => value !== '0');
      expect(Object.fromEntries(own)).toMatchObject(Object.fromEntries(totals));
    },
    120_000,
  );

  test.for([
    ['python', snippet('python'), hasPython ? 'python3' : undefined, '-c'],
    ['pandas', snippet('python', 1), pandasAt, '-c'],
    ['R', snippet('r'), rscript, '-e'],
  ] as const)(
    'the %s snippet of the handbook reads the data by address with a token in a header',
    async ([tool, code, program, flag], { skip }) => {
      if (program === undefined) return skip(`NOT RUN: ${tool} is not on this machine`);
      api = await openApi(engine, { passwords: plainPasswords });
      const ada = await firstAdmin(api);
      const token = await ada.json<MadeToken>('POST', '/api/v1/tokens', {
        name: tool,
        role: 'analyst',
        exports_only: true,
      });
      const server = createServer((request, answer) => {
        const headers = Object.entries(request.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as [string, string]],
        );
        void api.app
          .fetch(new Request(`http://localhost${request.url}`, { headers }), { ip: '127.0.0.1' })
          .then(async (reply) => {
            answer.writeHead(reply.status, Object.fromEntries(reply.headers));
            answer.end(Buffer.from(await reply.arrayBuffer()));
          });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      try {
        const { stdout, stderr } = await run(program, [flag, code], {
          env: {
            ...process.env,
            // seen to fail: a nightly job without a language read one row of names in Chinese in R
            LC_ALL: 'C',
            HEADWAY_AT: `http://localhost:${port}`,
            HEADWAY_TOKEN: token.secret,
          },
          timeout: 60_000,
        });
        expect(stderr).toBe('');
        expect(stdout.trim()).toMatch(/^30 CNY \d{10}(\.00)?$/);
      } finally {
        server.close();
      }
    },
  );
});

describe.each(engines.slice(0, 1))('the requests of the other snippets on $name', (engine) => {
  let api: TestApi;
  afterEach(async () => {
    api.app.close();
    await api.close();
  });
  const tokenOf = async (): Promise<string> => {
    api = await openApi(engine, { passwords: plainPasswords });
    const ada = await firstAdmin(api);
    const token = await ada.json<MadeToken>('POST', '/api/v1/tokens', {
      name: 'tools',
      role: 'analyst',
      exports_only: true,
    });
    return token.secret;
  };
  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
    const reply = await api.app.fetch(new Request(`http://localhost${path}`, { headers }), {});
    await reply.body?.cancel();
    return reply.status;
  };

  /** What the programs send beside the address. They follow no sign-in page, and read gzip. */
  const programs = {
    powerquery: {
      'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
      'accept-encoding': 'gzip, deflate',
    },
    sheets: {
      'user-agent':
        'Mozilla/5.0 (compatible; GoogleDocs; apps-spreadsheets; +http://docs.google.com)',
      'accept-encoding': 'gzip, deflate, br',
    },
    r: { 'user-agent': 'R (4.2.2 x86_64-pc-linux-gnu x86_64 linux-gnu)', accept: '*/*' },
  } as const;
  /** Reads an address as a program does: as CSV with rows, without a redirect. @returns the headings */
  const readHeadings = async (
    path: string,
    headers: Record<string, string>,
  ): Promise<readonly string[]> => {
    const reply = await api.app.fetch(new Request(`http://localhost${path}`, { headers }), {});
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const isPacked = reply.headers.get('content-encoding') === 'gzip';
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.status).toBe(200);
    const [head = '', ...rows] = strFromU8(isPacked ? gunzipSync(bytes) : bytes).split('\r\n');
    expect(rows.length).toBeGreaterThan(3);
    return head.split(',');
  };

  test('R and Power Query request an address that accepts their header', async () => {
    const secret = await tokenOf();
    const r = /"(\/api\/v1\/[^"]+)"/.exec(snippet('r'))?.[1] ?? '';
    expect(snippet('r')).toContain('Authorization = paste("Bearer"');
    const m = snippet('powerquery');
    const path = /RelativePath = "([^"]+)"/.exec(m)?.[1];
    const query = /Query = \[([a-z]+) = "([^"]+)"\]/.exec(m);
    expect(m).toContain('Headers = [Authorization = "Bearer " & Token]');
    for (const [address, sent] of [
      [r, programs.r],
      [`/${path}?${query?.[1]}=${query?.[2]}`, programs.powerquery],
    ] as const) {
      const authorization = `Bearer ${secret}`;
      expect([address, await status(address, { ...sent, authorization })]).toEqual([address, 200]);
      expect([address, await status(address, sent)]).toEqual([address, 401]);
    }
    const file = `/${path}?${query?.[1]}=${query?.[2]}`;
    const authorization = `Bearer ${secret}`;
    expect(await readHeadings(file, { ...programs.powerquery, authorization })).toContain('code');
  });

  test('Google Sheets requests an address with the token', async () => {
    const secret = await tokenOf();
    const address = /=IMPORTDATA\("https:\/\/[^/]+(\/[^"]+)"\)/.exec(handbook)?.[1] ?? '';
    const headings = await readHeadings(address.replace('hwx_…', secret), programs.sheets);
    expect(headings).toContain('target_id');
    expect(await status(address, programs.sheets)).toBe(401);
  });
});
