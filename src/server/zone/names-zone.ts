import type { Text } from '#domain/values/language.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether one of the texts has one of the names of a zone, in any language. */
export function namesZone(names: readonly (Text | undefined)[], texts: readonly string[]): boolean {
  const text = fold(texts.join('\n'));
  return names
    .flatMap((name) => Object.values(name ?? {}))
    .some((name) => name.length >= 2 && text.includes(fold(name)));
}
