import { expect, test } from 'vitest';
import { previewLines } from '#server/cli/import-preview-lines.ts';
import { planOf } from '../import-context.ts';

// seen to fail: the command line cut names after 120 characters
test('doubts on the command line state a name of 300 characters whole', async () => {
  // the first letter of Аlfa is Cyrillic
  const name = `Аlfa ${'northern works '.repeat(19)}`.padEnd(300, 'q');
  const { preview } = await planOf(`Code,Name,Stage\nA,${name},Signed\n`, 'r.csv');
  expect(name).toHaveLength(300);
  expect(preview.problems.map(({ kind }) => kind)).toContain('mixed_alphabets');
  expect(previewLines(preview, 'en').join('\n')).toContain(`${name}:`);
});
