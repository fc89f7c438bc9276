import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageModules } from '#web/app/page-modules.ts';

const routes = readFileSync(join(import.meta.dirname, '../../../src/web/app/routes.ts'), 'utf8');
const { overview: _, ...others } = pageModules;

test.each(Object.entries(others))(
  'the module of the page %s is the one its route loads',
  (id, module) => {
    const load = new RegExp(`  ${id}: async \\(\\) =>\\s*\\(await import\\('([^']+)'`).exec(
      routes,
    )?.[1];
    expect(load?.replace('#web', 'src/web')).toBe(module);
  },
);
