/** In the order in which they are looked for: most browsers also bear the names of others. */
const browsers = [
  ['MicroMessenger', 'WeChat'],
  ['Line/', 'LINE'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
  ['curl', 'curl'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** Browser and system in a few words that their owner knows again, as `Firefox · Windows`; nothing that tells one computer from another. */
export function deviceWords(userAgent: string | null): string {
  const found = [browsers, systems].map(
    (list) => list.find(([mark]) => userAgent?.includes(mark))?.[1],
  );
  return found.filter((word) => word !== undefined).join(' · ');
}
