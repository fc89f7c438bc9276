// The bundle of the server, as npm start runs it. Seen to fail: without moveAddresses in
// scripts/server-build.mjs no thread is found.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';

const root = join(import.meta.dirname, '../../..');
// two levels below the root, as dist/server
const folder = join(root, '.cache/bundled-server');
let server: RunningServer;
beforeAll(async () => {
  const { buildServer } = (await import(join(root, 'scripts/server-build.mjs'))) as {
    buildServer(folder: string): Promise<void>;
  };
  await buildServer(folder);
  server = await startServer({ entry: join(folder, 'main.js') });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
const post = (path: string, body: BodyInit, type?: string): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { origin: server.url, ...(type === undefined ? {} : { 'content-type': type }) },
    body,
  });

test('contains no address of a source file', () => {
  const wrong = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .filter((name) =>
      /new URL\(["'](?:\.\.\/\.\.\/\.\.|[^"']*\.ts["'])/.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    );
  expect(wrong).toEqual([]);
});

/** Functions of charts, documents, reports, explanations, links, doubts, imports and undoing. */
const laterFunctions = [
  'answerChart',
  'listChartReads',
  'writePack',
  'makeReport',
  'readExplanation',
  'makePayload',
  'readDoubts',
  'planTargets',
  'applyPlan',
  'undoRevision',
];
/** Lists the functions above that the files declare. */
const listLater = (files: Iterable<string>): string[] => {
  const texts = [...files].map((name) => readFileSync(join(folder, name), 'utf8'));
  return laterFunctions.filter((name) =>
    texts.some((text) => new RegExp(`function ${name}\\(`).test(text)),
  );
};

test('starts without the code that only some requests need', () => {
  const files = new Set<string>();
  const load = (name: string): void => {
    if (files.has(name)) return;
    files.add(name);
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, path] of text.matchAll(/(?:^|[;}])import(?:[^"()]*from)?"\.\/([^"]+)"/gm))
      load(path ?? '');
  };
  load('main.js');
  const all = readdirSync(folder).filter((name) => name.endsWith('.js'));
  for (const name of all) if (/^serve-/.test(name)) load(name);
  expect(files.size).toBeGreaterThan(100);
  expect(listLater(all)).toEqual(laterFunctions);
  expect(listLater(files)).toEqual([]);
});

test('shares the first loading of code among requests that come together', async () => {
  const paths = [
    'charts',
    'charts/targets.json',
    'charts/breakdown.json?as_of=2026-01-01',
    'report',
  ];
  const answers = await Promise.all(
    [...paths, ...paths].map(async (path) => (await fetch(`${server.url}/api/v1/${path}`)).status),
  );
  expect(answers).toEqual(answers.map(() => 200));
});

test('answers, imports a file in its process and writes a workbook in its thread', async () => {
  const health = await fetch(`${server.url}/api/v1/health`);
  expect(await health.json()).toMatchObject({ status: 'ok', store: 'sqlite' });
  const file = new FormData();
  file.append('file', new Blob(['项目编号,项目名称,项目阶段\nA1,青岛机床,在谈\n']), 'register.csv');
  const preview = await post('/api/v1/imports', file);
  const { id } = (await preview.json()) as { id: string };
  const commit = await post(
    `/api/v1/imports/${id}/commit`,
    JSON.stringify({ answers: { file_kind: 'own_register' } }),
    'application/json',
  );
  expect([preview.ok, commit.ok]).toEqual([true, true]);
  expect((await fetch(`${server.url}/api/v1/projects/A1`)).status).toBe(200);
  const workbook = await fetch(`${server.url}/api/v1/documents/workbook.xlsx?lang=en`);
  const bytes = new Uint8Array(await workbook.arrayBuffer());
  expect([workbook.status, ...bytes.slice(0, 2)]).toEqual([200, 0x50, 0x4b]);
});
