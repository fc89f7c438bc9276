import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseSealingKey, sealingKeyFile } from './sealing-key.ts';
import { createSecondFactorTools } from './node-second-factor.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tools = createSecondFactorTools(new Uint8Array(32).fill(1));

test('codes are those of RFC 6238, one period away at most', () => {
  // the secret and, of each code, the last six digits of its appendix B
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const stepAt = (seconds: number, code: string) =>
    tools.totpStep(secret, code, new Date(seconds * 1000));
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const) {
    const step = Math.floor(seconds / 30);
    expect([code, stepAt(seconds, code)]).toEqual([code, step]);
    expect([stepAt(seconds + 30, code), stepAt(seconds - 30, code)]).toEqual([step, step]);
    expect([stepAt(seconds + 60, code), stepAt(seconds - 60, code)]).toEqual([
      undefined,
      undefined,
    ]);
  }
  expect(new Set(Array.from({ length: 50 }, () => tools.newTotpSecret())).size).toBe(50);
  expect(tools.newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});

test('a sealed text is opened with its key and its purpose, completely or not at all', () => {
  const envelope = tools.seal('a secret', 'totp u1');
  expect(envelope).not.toBe(tools.seal('a secret', 'totp u1'));
  expect(tools.unseal(envelope, 'totp u1')).toBe('a secret');
  expect(tools.unseal(envelope, 'totp u2')).toBeUndefined();
  expect(
    createSecondFactorTools(new Uint8Array(32).fill(2)).unseal(envelope, 'totp u1'),
  ).toBeUndefined();
  for (const wrong of [
    '',
    'x',
    envelope.slice(0, -2),
    `${envelope.slice(0, 20)}A${envelope.slice(21)}`,
  ])
    expect(wrong === envelope ? undefined : tools.unseal(wrong, 'totp u1')).toBeUndefined();
});

test('the key is in a file that only its owner reads, is made once, and a broken one stops the start', () => {
  const data = join(folder, 'data');
  const first = sealingKeyFile(data);
  expect(first).toHaveLength(32);
  expect(sealingKeyFile(data)).toEqual(first);
  const path = join(data, 'second-step.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(parseSealingKey(readFileSync(path, 'utf8'))).toEqual(first);
  writeFileSync(path, 'half a k');
  expect(() => sealingKeyFile(data)).toThrow(/holds no key of 32 bytes/);
});

test('a key is written in base64 of either alphabet, and of 32 bytes', () => {
  const bytes = new Uint8Array(32).fill(251);
  for (const form of ['base64', 'base64url'] as const)
    expect(
      Buffer.from(parseSealingKey(`${Buffer.from(bytes).toString(form)}\n`) ?? []).equals(bytes),
    ).toBe(true);
  for (const text of ['', 'short', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}!`])
    expect(parseSealingKey(text)).toBeUndefined();
});
