import type { ProjectFacts } from '#domain/projects/project.ts';
import { foldText } from '#server/core/text-folding/fold-text.ts';
import { readings, secondReadings } from '#server/core/text-folding/pinyin.ts';

export type SearchedFacts = Pick<
  ProjectFacts,
  'name' | 'names' | 'investor' | 'investor_names' | 'company'
>;

/** Reads a table of readings: each syllable is followed by its characters. */
const readReadings = (text: string): Map<string, string> =>
  new Map(
    text.split(' ').flatMap((group) => {
      const syllable = /^[a-z]+/.exec(group)?.[0] ?? '';
      return [...group.slice(syllable.length)].map((c) => [c, syllable] as const);
    }),
  );
const first = readReadings(readings);
const second = readReadings(secondReadings);
const han = /[\u4e00-\u9fff]/;

/** The most characters whose readings are combined. It limits the length of the text. */
const maxVarying = 3;

/** Lists the readings of a character as people type them, the most frequent first. ü is v or u. */
function listReadings(c: string): readonly string[] | undefined {
  const main = first.get(c);
  if (main === undefined) return /[a-z\d]/.test(c) ? [c] : undefined;
  return [...new Set([main, second.get(c) ?? main.replace('v', 'u')])];
}
/** The readings of the characters that were read. */
const typedReadings = new Map<string, readonly string[] | undefined>();
function findReadings(c: string): readonly string[] | undefined {
  const entry = typedReadings.get(c);
  if (entry !== undefined || typedReadings.has(c)) return entry;
  const readings = listReadings(c);
  typedReadings.set(c, readings);
  return readings;
}

/**
 * Lists full pinyin and initials for each combination of readings. Empty for a text without Chinese
 * characters.
 */
function makePinyin(plainText: string): string[] {
  if (!han.test(plainText)) return [];
  let lines = [{ full: '', short: '' }];
  let varying = 0;
  for (const c of plainText) {
    const all = findReadings(c);
    if (all === undefined) continue;
    const letter = first.has(c);
    const initial = (reading: string): string => (letter ? reading.charAt(0) : reading);
    if (all.length > 1 && varying < maxVarying) {
      varying += 1;
      lines = lines.flatMap(({ full, short }) =>
        all.map((r) => ({ full: full + r, short: short + initial(r) })),
      );
      continue;
    }
    const [reading = ''] = all;
    for (const line of lines) {
      line.full += reading;
      line.short += initial(reading);
    }
  }
  return lines.flatMap(({ full, short }) => [full, short]);
}

/**
 * Makes the search text of a project: folded code and names in every language, and their pinyin.
 */
export function searchText(code: string, facts: SearchedFacts): string {
  const { name, names, investor, investor_names, company } = facts;
  const parts = [code, name, investor, company].concat(
    Object.values(names ?? {}),
    Object.values(investor_names ?? {}),
  );
  const plainText = parts.flatMap((part) =>
    part === undefined || part === '' ? [] : [foldText(part)],
  );
  return [...plainText, ...new Set(plainText.flatMap(makePinyin))].join('\n');
}
