import { characterTable } from './score.ts';

/** Encodings in which programs most often misread UTF-8 before they save it as UTF-8 again. */
export const mistakenEncodings = ['windows-1252', 'windows-1251', 'windows-1250'] as const;
export type MistakenEncoding = (typeof mistakenEncodings)[number];

/** Whether a text that was misread in this encoding can be recognised as UTF-8. */
export const isMistakenEncoding = (encoding: string): encoding is MistakenEncoding =>
  (mistakenEncodings as readonly string[]).includes(encoding);

const byteMaps = new Map<MistakenEncoding, ReadonlyMap<string, number>>();
function bytesIn(encoding: MistakenEncoding): ReadonlyMap<string, number> {
  const cachedMap = byteMaps.get(encoding);
  if (cachedMap) return cachedMap;
  const table = characterTable(encoding).map((char, byte) => [char, byte] as const);
  // ISO 8859-1 has control characters in place of some signs of windows-1252
  const controls = Array.from(
    { length: 32 },
    (_, i) => [String.fromCharCode(0x80 + i), 0x80 + i] as const,
  );
  const newMap = new Map(
    [...controls, ...table.filter(([char]) => char !== '\ufffd')].filter(([, byte]) => byte > 0x7f),
  );
  byteMaps.set(encoding, newMap);
  return newMap;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
function mendRun(run: string, bytes: ReadonlyMap<string, number>): string | undefined {
  const bytesOfRun = [...run].map((char) => bytes.get(char));
  if (bytesOfRun.some((byte) => byte === undefined)) return undefined;
  try {
    return utf8.decode(new Uint8Array(bytesOfRun as number[]));
  } catch {
    return undefined;
  }
}
const runs = /[^\u0000-\u007f]+/g;

/** Repairs a text whose UTF-8 characters were misread in another encoding. Other runs stay. */
export function mendText(text: string, encoding: MistakenEncoding): string {
  const bytes = bytesIn(encoding);
  return text.replace(runs, (run) => mendRun(run, bytes) ?? run);
}

/**
 * Whether a text read in an encoding has a run of at least two UTF-8 characters. Such a text comes
 * from another file.
 */
export function hasUtf8(text: string, encoding: MistakenEncoding): boolean {
  const bytes = bytesIn(encoding);
  return (text.match(runs) ?? []).some((run) => {
    const mendedText = run.length < 4 ? undefined : mendRun(run, bytes);
    return mendedText !== undefined && mendedText.length >= 2;
  });
}

/** Finds the encoding in which a text was misread. @returns undefined for a correct text */
export function findMistake(text: string): MistakenEncoding | undefined {
  const all = text.match(runs) ?? [];
  const mendedText = mistakenEncodings.map((encoding) => {
    const bytes = bytesIn(encoding);
    return { encoding, count: all.filter((run) => mendRun(run, bytes) !== undefined).length };
  });
  const likeliest = mendedText.reduce((most, one) => (one.count > most.count ? one : most));
  const { encoding, count } = likeliest;
  const share = count / Math.max(1, all.length);
  if (encoding === 'windows-1252' && count > 0 && (share > 0.5 || count >= 5)) return encoding;
  return count >= 2 && share > 0.5 ? encoding : undefined;
}
