import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
const sources = [
  'src',
  'public',
  'scripts',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.base.json',
];

/** Tests beside the source are no part of the product, and compiling them takes most of the time. */
const testFile = /\.(test|fixture)\.tsx?$/;

/** A line in a file of `src/charts`, before the first place of `before`. */
interface AddedLine {
  readonly file: string;
  readonly before: string;
  readonly line: string;
}
interface AddedChart {
  readonly folder: string;
  readonly definition: string;
  /** The file that puts a chart of the page of charts together. */
  readonly analysis?: string;
  /** All that changes outside the folder. */
  readonly lines: readonly [AddedLine, AddedLine];
}
const ofOverview: AddedChart = {
  folder: 'added',
  definition: 'definition.ts',
  lines: [
    {
      file: 'registry.ts',
      before: 'import ',
      line: "import { addition } from '#charts/added/definition.ts';\n",
    },
    { file: 'registry.ts', before: 'targets, progress,', line: 'added: addition, ' },
  ],
};
const ofAnalysis: AddedChart = {
  folder: 'added-analysis',
  definition: 'analysis-definition.ts',
  analysis: "export { addedAnalysis as chart } from './definition.ts';\n",
  lines: [
    {
      file: 'labels/analysis-names.ts',
      before: '  outlook:',
      line: "  added_analysis: { 'zh-CN': '各产业项目', ja: '産業別の案件', en: 'Projects by industry' },\n",
    },
    {
      file: 'analysis-charts.ts',
      before: 'export ',
      line: "export { chart as added_analysis } from '#charts/added-analysis/analysis-chart.ts';\n",
    },
  ],
};
const additions = [ofOverview, ofAnalysis];

/** Adds the folder of a chart to the copy, and its two lines. */
function addChart(copy: string, { folder, definition, analysis, lines }: AddedChart): void {
  const charts = join(copy, 'src/charts');
  mkdirSync(join(charts, folder));
  for (const [from, to] of [
    [definition, 'definition.ts'],
    ['View.tsx', 'View.tsx'],
    ['bars.ts', 'bars.ts'],
  ] as const)
    cpSync(join(root, 'tests/fixtures/new-chart', from), join(charts, folder, to));
  if (analysis !== undefined) writeFileSync(join(charts, folder, 'analysis-chart.ts'), analysis);
  for (const { file, before, line } of lines) {
    const path = join(charts, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} has no place for the line of a chart.`);
    writeFileSync(path, text.replace(before, line + before));
  }
}

/** A copy of the source with one more chart of the overview and one more of the page of charts. */
export interface ChartCopy {
  readonly folder: string;
  /** Makes the product of the copy. */
  build(): Promise<unknown>;
  /** Compiles parts of the copy, with all that they import. @returns one line for each error */
  compile(...parts: readonly string[]): Promise<string>;
  /** Changes the text of both definitions. */
  changeDefinitions(change: (text: string) => string): void;
}

/**
 * Copies the source to a temporary folder and adds a chart of each kind. Results of an earlier type
 * check come along: they are found by the hashes of files, so only what the charts change is
 * checked again.
 */
export function copyWithCharts(): ChartCopy {
  const folder = mkdtempSync(join(tmpdir(), 'headway-chart-'));
  for (const name of [...sources, '.cache/tsc/src'])
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(folder, name), {
        recursive: true,
        preserveTimestamps: true,
        filter: (path) => !testFile.test(path),
      });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const chart of additions) addChart(folder, chart);
  const paths = additions.map((chart) => join(folder, 'src/charts', chart.folder, 'definition.ts'));
  const texts = paths.map((path) => readFileSync(path, 'utf8'));
  return {
    folder,
    build: () => run(process.execPath, ['scripts/build.mjs', '--now'], { cwd: folder }),
    compile: (...parts) =>
      run(join(root, 'node_modules/.bin/tsc'), ['-b', '--checkers', '1', ...parts], {
        cwd: folder,
        env: { ...process.env, GOGC: '400' },
      }).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      ),
    changeDefinitions: (change) =>
      paths.forEach((path, index) => {
        writeFileSync(path, change(texts[index] ?? ''));
      }),
  };
}
