import { createDay, createMonthEnd, type ParsedDate } from './calendar-day.ts';

/**
 * Names of months without accents, January first: English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Scandinavian, Polish, Czech, Turkish, Indonesian, Russian, Arabic, Thai.
 */
const names: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen ledna leden ocak января январь يناير มกราคม มค',
  'february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego luty unora unor subat февраля февраль فبراير กุมภาพันธ์ กพ',
  'march mar marz mars marzo marco maart marca marzec brezna brezen mart maret марта март مارس มีนาคม มีค',
  'april apr avril avr abril abr aprile kwietnia kwiecien dubna duben nisan апреля апрель أبريل เมษายน เมย',
  'may mai mayo maggio mag maio mei maj maja kvetna kveten mayis мая май مايو พฤษภาคม พค',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cervna cerven haziran июня июнь يونيو มิถุนายน มิย',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec cervence cervenec temmuz июля июль يوليو กรกฎาคม กค',
  'august aug agu aout agosto ago augustus augusti sierpnia sierpien srpna srpen agustos agustus августа август أغسطس สิงหาคม สค',
  'september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien zari eylul сентября сентябрь سبتمبر กันยายน กย',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik rijna rijen ekim октября октябрь أكتوبر ตุลาคม ตค',
  'november nov novembre noviembre novembro listopada listopad kasim ноября ноябрь نوفمبر พฤศจิกายน พย',
  'december dec dezember dez des decembre diciembre dic dicembre dezembro grudnia grudzien prosince prosinec aralik desember декабря декабрь ديسمبر ธันวาคม ธค',
];
const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, i) => list.split(' ').map((name) => [name, i + 1] as const)),
);
/** Converts a word to lower case without diacritics. */
export const stripWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ı', 'i');
/** Languages of registers whose months of the CLDR count, besides the names above. */
const registerLanguages =
  'ar bg bs ca cs da de el en es et fi fr he hi hr hu id it lt lv mk ms nb nl pl pt ro ru sk sl sq sr sr-Latn sv sw tr uk'.split(
    ' ',
  );

/** The forms of months beside a year and beside a day, which some languages decline. */
const forms = [
  { month: 'long', year: 'numeric' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const;

/** Lists the names of months of a language in the CLDR, without accents. */
function listMonthsOf(language: string): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const options of forms) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      timeZone: 'UTC',
      ...options,
    });
    for (let at = 1; at <= 12; at += 1) {
      const parts = format.formatToParts(Date.UTC(2026, at - 1, 15));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      const key = stripWord(name.replace(/\.$/, ''));
      if (/^[\p{L}\p{M}]{3,}$/u.test(key)) out.set(key, at);
    }
  }
  return out;
}
let namesByLanguage: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
/** Lists the names of months without accents by language. */
export const listMonthsByLanguage = (): ReadonlyMap<string, ReadonlyMap<string, number>> =>
  (namesByLanguage ??= new Map(
    registerLanguages.map((language) => [language, listMonthsOf(language)]),
  ));

/** Lists the names of months in the CLDR. A name of two months is left out. */
function listMonths(): ReadonlyMap<string, number> {
  const out = new Map<string, number | undefined>();
  for (const names of listMonthsByLanguage().values())
    for (const [name, at] of names)
      out.set(name, out.has(name) && out.get(name) !== at ? undefined : at);
  return new Map([...out].flatMap(([name, at]) => (at === undefined ? [] : [[name, at]])));
}

let namedMonths: ReadonlyMap<string, number> | undefined;

function findMonth(word: string): number | undefined {
  const key = stripWord(word);
  const month = months.get(key);
  if (month !== undefined || key === '') return month;
  namedMonths ??= listMonths();
  return namedMonths.get(key);
}

/** Whether a word is the name of a month in a language of registers. */
export const isMonthName = (word: string): boolean => findMonth(word) !== undefined;

/** abr-30 and 30-abr: a month with two digits, which may be its day or a year. */
function findShortDate(text: string): ParsedDate | undefined {
  const short =
    /^(?:([\p{L}\p{M}]{3,12})\.?[\s/-]*'?\d{2}|\d{1,2}[\s/-]*([\p{L}\p{M}]{3,12})\.?)$/u.exec(text);
  return short !== null && findMonth(short[1] ?? short[2] ?? '') !== undefined
    ? { kind: 'fault', fault: 'no_year' }
    : undefined;
}

/**
 * Parses a day or month with a named month: 10 March 2025, 10. März 2025, 10 de marzo de 2025,
 * March 10, 2025, mars 2025. Dec-27 may be of 2027, or the 27th of December.
 * @returns undefined for any other text
 */
export function parseNamedMonth(text: string): ParsedDate | undefined {
  const plain = text
    // มี.ค. is มีนาคม
    .replace(/([\u0e01-\u0e4e]+)\.([\u0e01-\u0e2e])\.?/g, '$1$2')
    .replace(/\b(?:de|del|of)\b/gi, ' ')
    .replace(/(?<=\d)\s*(?:г\.?|года?|р\.?|року|r\.?|roku|godine|године)$/i, '');
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|o(?=\s))?[\s./-]*([\p{L}\p{M}]{2,12})\.?[\s,./-]*(\d{4})$/u.exec(
      plain,
    );
  const monthFirst =
    /^([\p{L}\p{M}]{2,12})\.?[\s/-]*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?,?\s*(\d{4})$/u.exec(plain);
  const m = findMonth(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (m === undefined) return findShortDate(plain);
  if (dayFirst) return createDay(Number(dayFirst[3]), m, Number(dayFirst[1]));
  return monthFirst?.[2] === undefined
    ? createMonthEnd(Number(monthFirst?.[3]), m)
    : createDay(Number(monthFirst[3]), m, Number(monthFirst[2]));
}
