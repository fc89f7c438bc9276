import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, allowScripts } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<
    Record<
      string,
      { readonly hasInstallScript?: boolean; readonly integrity?: string; readonly dev?: boolean }
    >
  >;
};
const [, product = '', development = ''] = read('docs/dependencies.md').split(/^## .*$/m);
const rowsOf = (section: string): readonly (readonly string[])[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    );

describe('docs/dependencies.md', () => {
  it.each([
    ['the product', product, dependencies],
    ['development', development, devDependencies],
  ])('lists every package of %s once, with its version', (_part, section, packages) => {
    expect(rowsOf(section).map(([name, version]) => [name, version])).toEqual(
      Object.entries(packages),
    );
  });

  it.each([...rowsOf(product), ...rowsOf(development)])(
    'gives the days of the releases, the licence and the use of %s',
    (...row) => {
      const [, , of = '', last = '', licence = '', use = ''] = row;
      expect(
        [of, last].every((day) => /^20\d\d-[01]\d-[0-3]\d$/.test(day)),
        `${of} ${last}`,
      ).toBe(true);
      expect(of <= last, `${of} ${last}`).toBe(true);
      expect(licence.length).toBeGreaterThan(2);
      expect(use).toMatch(/^.{5,}\.$/);
    },
  );

  it('lets no package run an install script but those that package.json names, and has a hash of each', () => {
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
    const scripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.replace('node_modules/', ''));
    expect(scripts.filter((name) => allowScripts[name] !== true)).toEqual([]);
    expect(
      installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path),
    ).toEqual([]);
  });
});
