// R-26 and R-27: harmful files, in random sizes: node tests/reliability/imports/files.ts [--count
// 150] [--seed N]
import { strToU8, zipSync } from 'fflate';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { freshStore } from '../../import/import-context.ts';
import { book, sheetData } from '../../import/zip.ts';
import { random } from '../setup/random.ts';

type HostileFile = readonly [bytes: Uint8Array, keys: RegExp];
type Next = () => number;
const whole = (next: Next, from: number, to: number): number =>
  from + Math.floor(next() * (to - from));
const register = sheetData([
  ['项目编号', '项目名称'],
  ['A1', '甲'],
]);
const doctype = (inside: string, text = '&a;'): Uint8Array =>
  book({
    sheets: { a: register },
    strings: `<?xml version="1.0"?><!DOCTYPE sst ${inside}><sst><si><t>${text}</t></si></sst>`,
  });

/** F8-02 in full: one text of 300 MB in a file of 300 kB, packed once. */
let longest: Uint8Array | undefined;
function longestText(): Uint8Array {
  if (longest !== undefined) return longest;
  const tail = strToU8('</t></is></c></row></sheetData></worksheet>');
  const sheet = new Uint8Array(300_000_000).fill(0x78);
  sheet.set(strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'));
  sheet.set(tail, sheet.length - tail.length);
  longest = book({ sheets: { a: '' }, more: { 'xl/worksheets/sheet1.xml': sheet } });
  return longest;
}

/**
 * Each kind of harm with the refusals that answer it. Sizes are real: declared sizes are never
 * trusted.
 */
const kinds: Readonly<Record<string, (next: Next) => HostileFile>> = {
  'equal rows': (next) => [
    book({
      sheets: {
        a: `<sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(whole(next, 200_001, 600_000))}</sheetData>`,
      },
    }),
    /^too_many_rows$/,
  ],
  'one text node': (next) => [
    book({
      sheets: {
        a: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(whole(next, 300_000, 30_000_000))}</t></is></c></row></sheetData>`,
      },
    }),
    /^(?:xml_run_too_long|cell_too_long)$/,
  ],
  'one text of 300 MB': () => [longestText(), /^(?:xml_run_too_long|cell_too_long)$/],
  'a cell far away': (next) => {
    const ref = [
      'XFD1048576',
      'ZZZZZZ999999999',
      `AAA${whole(next, 1, 9)}`,
      `A${whole(next, 200_001, 1_048_576)}`,
    ][whole(next, 0, 4)] as string;
    const row = ref.replace(/\D/g, '');
    return [
      book({
        sheets: { a: `<sheetData><row r="${row}"><c r="${ref}"><v>1</v></c></row></sheetData>` },
      }),
      /^(?:too_many_rows|too_many_columns|bad_reference)$/,
    ];
  },
  'a wide merge': (next) => [
    book({
      sheets: {
        a: `${register}<mergeCells><mergeCell ref="A1:XFD${whole(next, 5000, 1_000_000)}"/></mergeCells>`,
      },
    }),
    /^merge_too_large$/,
  ],
  'many entries': (next) => [
    zipSync(
      Object.fromEntries(
        Array.from({ length: whole(next, 201, 20_000) }, (_, i) => [`../${i}`, new Uint8Array(0)]),
      ),
      { level: 0 },
    ),
    /^zip_too_many_entries$/,
  ],
  'many shared strings': (next) => [
    book({
      sheets: { a: register },
      strings: '<si><t>x</t></si>'.repeat(whole(next, 3_000_001, 3_300_000)),
    }),
    /^too_many_cells$/,
  ],
  'a cut': (next) => {
    const good = book({ sheets: { a: register } });
    return [
      good.subarray(0, good.length - whole(next, 23, good.length - 4)),
      /^(?:zip_cut|zip_damaged|encoding_\w+|no_header|no_rows|empty_file)$/,
    ];
  },
  'nested entities': (next) => {
    const depth = whole(next, 2, 9);
    const list = Array.from(
      { length: depth },
      (_, i) =>
        `<!ENTITY ${'abcdefghi'[i]} "${i === 0 ? 'lol' : `&${'abcdefghi'[i - 1]};`.repeat(10)}">`,
    );
    return [doctype(`[${list.join('')}]`, `&${'abcdefghi'[depth - 1]};`), /^xml_doctype$/];
  },
  'an external entity': (next) => [
    doctype(
      `[<!ENTITY a SYSTEM "${['file:///etc/passwd', 'http://127.0.0.1:1/x', 'file:///dev/random'][whole(next, 0, 3)]}">]`,
    ),
    /^xml_doctype$/,
  ],
  'a long entity': (next) => [
    doctype(`[<!ENTITY a "${'x'.repeat(whole(next, 1000, 200_000))}">]`, '&a;'.repeat(1000)),
    /^xml_doctype$/,
  ],
  'character references': (next) => [
    book({
      sheets: { a: register },
      strings: `<si><t>${'&#65;'.repeat(whole(next, 60_000, 1_000_000))}</t></si>`,
    }),
    /^xml_run_too_long$/,
  ],
  'deep nesting': (next) => [
    book({ sheets: { a: '<a>'.repeat(whole(next, 65, 100_000)) } }),
    /^(?:xml_too_deep|xml_broken)$/,
  ],
  'a comment without end': (next) => [
    book({
      sheets: { a: register },
      strings: `<!--${'<a'.repeat(whole(next, 200_000, 1_000_000))}--><si/>`,
    }),
    /^xml_run_too_long$/,
  ],
  'paths for names': () => [
    book({
      sheets: { a: register },
      more: { '../../x': strToU8('x'), '..\\..\\y': strToU8('y'), '/etc/x': strToU8('z') },
    }),
    /^read$/,
  ],
};

export interface FileCount {
  readonly done: number;
  readonly wrong: string[];
}
/** Processor time, which a busy machine does not change. */
const slowestMs = 2000;

/**
 * Counts the files that got the expected refusal, and lists the others; also the longest answer and
 * its cost.
 */
export async function importFilesTest(count: number, seed: number): Promise<FileCount> {
  const next = random(seed);
  const importer = createImporter(inProcess);
  const names = Object.keys(kinds);
  const wrong: string[] = [];
  let slowest = 0;
  let heap = 0;
  for (let i = 0; i < count; i += 1) {
    const kind = names[i % names.length] as string;
    const [bytes, keys] = (kinds[kind] as (next: Next) => HostileFile)(next);
    const before = process.memoryUsage();
    const start = process.cpuUsage();
    const outcome = await importer.plan(bytes, '../../etc/passwd', {}, freshStore).then(
      () => 'read',
      (error: unknown) => (error instanceof ImportFailure ? error.key : String(error)),
    );
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    slowest = Math.max(slowest, ms);
    heap = Math.max(heap, process.memoryUsage().heapUsed - before.heapUsed);
    if (!keys.test(outcome)) wrong.push(`case ${i}, ${kind}: ${outcome}`);
    if (ms > slowestMs) wrong.push(`case ${i}, ${kind}: ${Math.round(ms)} ms`);
  }
  console.log(
    `harmful files, seed ${seed}: ${count - wrong.length} of ${count} refused, the slowest in ${Math.round(slowest)} ms of the processor, at most ${Math.round(heap / 1e6)} MB of heap more`,
  );
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
  return { done: count, wrong };
}
