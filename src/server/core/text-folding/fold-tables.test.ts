import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('scripts/fold-tables.mjs gives the stored tables byte for byte', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/fold-tables.mjs', '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
