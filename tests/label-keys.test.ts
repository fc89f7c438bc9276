import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findUnusedKeys } from './setup/rules/label-uses.ts';

const root = join(import.meta.dirname, '..');

// Seen to fail: the page of targets had 21 labels of a settings form that had moved elsewhere.
test('code uses every label', () => {
  const configs = ['mocks', 'src/server', 'src/web'].map((path) =>
    join(root, path, 'tsconfig.json'),
  );
  expect(findUnusedKeys(root, configs)).toEqual([]);
});

const files: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2024',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      types: [],
    },
    include: ['.'],
  }),
  'labels/en.ts': `export const page = {
    title: 'Page',
    by_hand: 'A literal',
    state_open: 'Open',
    state_closed: 'Closed',
    state_lost: 'A state that no type has',
    first: 'A choice',
    second: 'Another one',
    heads: { name: 'Name', day: 'Day' },
    ages: { fresh: 'Fresh', old: 'Old', lost: 'An age that no type has' },
    colour: 'A label of another page, whose word stands here too',
  };
  export const list = { title: 'List', name: 'Name' };`,
  'labels/index.ts': `import * as en from './en.ts';
  import { type Bundle } from '${root}/src/domain/labels/bundle.ts';
  export const pageLabels: Bundle<typeof en.page> =
    { 'zh-CN': en.page, ja: en.page, en: en.page };
  export const listLabels: Bundle<typeof en.list> =
    { 'zh-CN': en.list, ja: en.list, en: en.list };`,
  'page.ts': `import { makeTranslate, type Translate } from '${root}/src/domain/labels/bundle.ts';
  import { listLabels, pageLabels } from './labels/index.ts';
  type T = Translate<(typeof pageLabels)['en']>;
  const colour = 'red';
  const write = (t: T, isFirst: boolean, state: 'open' | 'closed'): string =>
    t('by_hand') + t(isFirst ? 'first' : 'second') + t(\`state_\${state}\`) + colour;
  const writeAge = (ages: Readonly<Record<'fresh' | 'old', string>>): string => ages.fresh;
  const { heads } = pageLabels.en;
  export const text = write(makeTranslate(pageLabels, 'en'), true, 'open') + heads.name +
    writeAge(pageLabels.en.ages) + makeTranslate(listLabels, 'en')('title');`,
};

test('the check finds labels that only look used, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'labels'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  expect(findUnusedKeys(folder, [join(folder, 'tsconfig.json')])).toEqual([
    'labels/en.ts: page.title',
    'labels/en.ts: page.state_lost',
    'labels/en.ts: page.heads.day',
    'labels/en.ts: page.ages.lost',
    'labels/en.ts: page.colour',
    'labels/en.ts: list.name',
  ]);
});
