import autocannon from 'autocannon';
import { startServer } from '../setup/processes/server.ts';
import { median, rounds, table } from './figures.ts';
import { benchPagePicture } from './page-picture.ts';

/** Milliseconds until one answer is read in full. */
async function time(url: string): Promise<number> {
  const from = performance.now();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - from;
}

/**
 * The delay for viewers while the server makes twenty PDFs of different days (aim: p99 under 250
 * ms).
 */
async function beside(url: string): Promise<void> {
  const options = { url: `${url}/api/v1/overview`, connections: 4, overallRate: 200 } as const;
  const alone = await autocannon({ ...options, amount: 400 });
  const from = performance.now();
  const ending = Promise.withResolvers<autocannon.Result>();
  const viewers = autocannon({ ...options, duration: 60 }, (error: unknown, result) =>
    error ? ending.reject(error) : ending.resolve(result),
  );
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      time(
        `${url}/api/v1/charts/progress.pdf?lang=ja&as_of=2021-${String(5 + (n % 6)).padStart(2, '0')}-${String(10 + n)}`,
      ),
    ),
  );
  const duration = performance.now() - from;
  viewers.stop();
  const { latency } = await ending.promise;
  table([
    ['viewers of the overview, 200 a second', 'p50 ms', 'p99 ms', 'most ms'],
    [
      'alone',
      ...[alone.latency.p50, alone.latency.p99, alone.latency.max].map((ms) => ms.toFixed(0)),
    ],
    [
      `beside 20 PDFs (${(duration / 1000).toFixed(1)} s)`,
      ...[latency.p50, latency.p99, latency.max].map((ms) => ms.toFixed(0)),
    ],
  ]);
}

/**
 * Time of each form of a figure, as a multiple of its JSON: the same rows without a drawing. Cold
 * is the first request; cached is the same address again. Each round uses its own day, so that
 * nothing is cached yet. Then the picture that the page downloads, and the delay for viewers beside
 * many of them.
 */
export async function benchExports(): Promise<void> {
  const server = await startServer();
  try {
    const charts = `${server.url}/api/v1/charts`;
    // Warm up: the drawing thread starts, loads its fonts and compiles its code.
    await time(`${charts}/targets.svg?lang=zh-CN`);
    await time(`${charts}/targets.pdf?lang=zh-CN`);
    const rows: (string | number)[][] = [['form', 'cold ms', '× JSON', 'kept ms', '× JSON kept']];
    let json = { cold: 1, kept: 1 };
    for (const [name, path] of Object.entries({
      JSON: 'progress.json?',
      CSV: 'progress.csv?',
      XLSX: 'progress.xlsx?',
      PPTX: 'progress.pptx?',
      SVG: 'progress.svg?',
      'PNG 1600 × 900': 'progress.png?',
      'PNG 4800 × 2700': 'progress.png?scale=3&',
      PDF: 'progress.pdf?',
    })) {
      const cold: number[] = [];
      const warm: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const url = `${charts}/${path}lang=zh-CN&as_of=2021-04-${String(16 + round).padStart(2, '0')}`;
        cold.push(await time(url));
        warm.push(await time(url));
      }
      const here = { cold: median(cold), kept: median(warm) };
      if (name === 'JSON') json = here;
      rows.push([
        name,
        here.cold.toFixed(1),
        (here.cold / json.cold).toFixed(1),
        here.kept.toFixed(1),
        (here.kept / json.kept).toFixed(1),
      ]);
    }
    table(rows);
    await benchPagePicture(server.url);
    await beside(server.url);
  } finally {
    await server.stop();
  }
}
