// Seen to fail: with the secret instead of its hash stored, each secret is found at rest;
// with a checksum of '' a changed letter is accepted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkSecret } from '#server/links/link-secret.ts';
import type { LinkApi } from '../../setup/api/links.ts';
import { random } from '../setup/random.ts';

/** Bytes of the random part of a secret. */
const bytesOf = (secret: string): Uint8Array =>
  Uint8Array.from(atob(secret.slice(4, 47).replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
/** Six standard deviations over the mean of chi-square with 255 degrees of freedom. */
const mostChiSquare = 255 + 6 * Math.sqrt(2 * 255);

/**
 * Secrets are random in each of their bytes, never equal, and the checksum detects a mistyped one.
 */
export async function tokenFaults(count: number, seed: number): Promise<readonly string[]> {
  const faults: string[] = [];
  const next = random(seed);
  const secrets = new Set<string>();
  const counts = Array.from({ length: 32 }, () => new Array<number>(256).fill(0));
  for (let i = 0; i < count; i += 1) {
    const secret = await linkSecret.make();
    secrets.add(secret);
    bytesOf(secret).forEach((byte, at) => {
      const row = counts[at];
      if (row !== undefined) row[byte] = (row[byte] ?? 0) + 1;
    });
    if (!(await linkSecret.fits(secret))) faults.push('a secret is not taken for one');
    const at = 4 + Math.floor(next() * (secret.length - 4));
    const other = secret[at] === 'A' ? 'B' : 'A';
    const swapped = secret.replace(/[a-z]/gi, (c) =>
      c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
    );
    for (const wrong of [
      secret.slice(0, at) + other + secret.slice(at + 1),
      secret.slice(0, 26),
      `hws_${swapped.slice(4)}`,
    ])
      if (await linkSecret.fits(wrong)) faults.push(`${wrong} passes the checksum of ${secret}`);
  }
  if (secrets.size !== count) faults.push(`${count - secrets.size} secrets came twice`);
  counts.forEach((row, at) => {
    const chi = row.reduce((sum, n) => sum + (n - count / 256) ** 2 / (count / 256), 0);
    if (chi > mostChiSquare) faults.push(`byte ${at} is not random: chi-square ${chi.toFixed(0)}`);
  });
  return faults;
}

/**
 * Makes and opens links, with an Idempotency-Key too, and looks for each secret and cookie in all
 * stored data.
 */
export async function restFaults(
  links: LinkApi,
  count: number,
  atRest: () => Promise<string>,
): Promise<readonly string[]> {
  const secrets: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const link = await links.make({ name: `link ${i}` });
    const again = await links.send('POST', '/api/v1/links', {
      body: {
        name: 'again',
        view: link.link.view,
        profile: link.link.profile,
        frozen: true,
        language: 'ja',
        exports: 'data',
      },
      headers: { 'idempotency-key': `key-${i}` },
    });
    const { secret } = (await again.json()) as { secret: string };
    secrets.push(link.secret, secret, (await links.reader(link))['cookie']?.split('=')[1] ?? '');
  }
  const rest = await atRest();
  return secrets
    .filter((one) => one === '' || rest.includes(one.replace(/^hws_/, '')))
    .map((one) => `${one.slice(0, 8)}… is found at rest`);
}

/** Every byte of a folder as text. */
export const folderText = async (folder: string): Promise<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
