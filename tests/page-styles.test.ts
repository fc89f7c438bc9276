import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type StyleRule, pickStyles } from '#web/app/page-styles.ts';

// the build is not part of the types
const { listRules } = (await import('../scripts/client/style-rules.mjs' as string)) as {
  listRules: (css: string) => readonly StyleRule[];
};
const pick = (css: string, classes: string): string =>
  pickStyles({ file: '', rules: listRules(css) }, `<p class="${classes}">x</p>`);

test.each([
  ['a rule without a class', 'p{a:b}', '', true],
  ['a class of the page', '.x{a:b}', 'y x', true],
  ['a class that the page lacks', '.x{a:b}', 'y', false],
  ['a part of the name of a class', '.x{a:b}', 'x-1', false],
  ['all classes of a selector', '.x .y>.z{a:b}', 'x z y', true],
  ['some classes of a selector', '.x .y>.z{a:b}', 'x z', false],
  ['one selector of several', '.x,.y{a:b}', 'y', true],
  ['a selector without a class beside one', '.x,p{a:b}', '', true],
  ['a class that must be absent', '.x:not(.y){a:b}', 'x', true],
  ['a choice of classes', ':is(.x,.y:not(.z)) p{a:b}', '', true],
  ['the steps of a movement', '@keyframes x{to{a:b}}', '', true],
  ['a medium with a rule of the page', '@media print{.x{a:b}}', 'x', true],
  ['a medium without one', '@media print{.x{a:b}}', 'y', false],
  ['a container in a medium', '@media print{@container (width>9px){.x{a:b}}}', 'x', true],
] as const)('%s', (_case, css, classes, isThere) => {
  expect(pick(css, classes)).toBe(isThere ? css : '');
});

test('the rules keep their order', () => {
  const css = '.x{a:1}p{a:2}@media print{.x{a:3}}.y{a:4}.x{a:5}';
  expect(pick(css, 'x')).toBe('.x{a:1}p{a:2}@media print{.x{a:3}}.x{a:5}');
});

test('a page with every class has the whole stylesheet', () => {
  const css = globSync('src/web/**/*.css')
    .map((file) => readFileSync(file, 'utf8').replace(/@import[^;]*;/g, ''))
    .join('\n');
  const classes = [...css.matchAll(/\.([\w-]+)/g)].map(([, name]) => name).join(' ');
  const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|[\s;]/g, '');
  expect(bare(pick(css, classes))).toBe(bare(css));
});
