// Nothing here is run: these checks need no container runtime.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const has = (program: string): boolean => existsSync(program);

describe('the container image', () => {
  const dockerfile = read('deploy/Dockerfile').replaceAll('\\\n', ' ');
  const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const ignoreNames = new Set(
    read('.dockerignore')
      .split('\n')
      .map((line) => line.replace(/^!/, '')),
  );

  test('has instructions only, and the last stage runs as another user than root', () => {
    for (const line of lines)
      expect(line).toMatch(
        /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|STOPSIGNAL|ENTRYPOINT|CMD) /,
      );
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
    expect(last.indexOf('USER node')).toBeGreaterThan(0);
    expect(last.indexOf('USER node')).toBeLessThan(
      last.findIndex((line) => line.startsWith('ENTRYPOINT')),
    );
  });
  test('has existing files only, all sent to the build', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied)
      expect([path, existsSync(join(root, path)), ignoreNames.has(path)]).toEqual([
        path,
        true,
        true,
      ]);
  });
  test('copies the files that the server needs from the first stage, and has a health check', () => {
    const names = lines.flatMap((line) => /^COPY --from=build \S+\/(\S+) /.exec(line)?.[1] ?? []);
    expect(names.toSorted()).toEqual(['dist', 'node_modules', 'package.json']);
    expect(dockerfile).toContain(`127.0.0.1:4280${endpoints.health.path}'`);
    expect(read('package.json')).toContain('"node": ">=24"');
    expect(dockerfile).toContain('FROM node:24-slim');
  });
});

test('the image keeps the weights of fonts that files use', () => {
  const weights = read('src/server/exports/fonts/fonts.ts').matchAll(/\$\{name\}(_\w+\.ttf)/g);
  const names = [...weights].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(read('deploy/Dockerfile')).toContain(`! -name '*${name}'`);
});

test('compose has a read-only file system, no capabilities, a health check and no password', () => {
  const compose = read('deploy/compose.yaml');
  for (const line of [
    'read_only: true',
    'no-new-privileges:true',
    'condition: service_healthy',
    'dockerfile: deploy/Dockerfile',
    'pg_isready',
  ])
    expect(compose).toContain(line);
  for (const name of ['HEADWAY_KEY', 'HEADWAY_ADDRESS'])
    expect(compose).toContain(`${name}: \${${name}:?}`);
  expect(compose).not.toMatch(/PASSWORD: [^$\s]/);
  expect(compose).toMatch(/cap_drop:\n {6}- ALL/);
});

test.skipIf(!has('/usr/bin/systemd-analyze'))('systemd accepts the unit', () => {
  const unit = read('deploy/headway.service');
  expect(unit).toContain('dist/server/main.js serve');
  // only the program of the other computer is missing
  const { output } = tryRun('/usr/bin/systemd-analyze', [
    'verify',
    join(root, 'deploy/headway.service'),
  ]);
  expect(
    output
      .split('\n')
      .filter((line) => line !== '' && !/not executable|Command .* is not/.test(line)),
  ).toEqual([]);
});

function tryRun(program: string, args: readonly string[]): { readonly output: string } {
  try {
    return { output: execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    return {
      output: error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error),
    };
  }
}
