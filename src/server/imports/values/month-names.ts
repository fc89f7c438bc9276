import { createDay, createMonthEnd, type ParsedDate } from './calendar-day.ts';

/**
 * Names of months without accents, January first: English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Scandinavian, Polish, Czech, Turkish, Indonesian, Russian, Arabic, Thai.
 */
const names: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen ledna leden ocak января январь يناير มกราคม',
  'february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego luty unora unor subat февраля февраль فبراير กุมภาพันธ์',
  'march mar marz mars marzo marco maart marca marzec brezna brezen mart maret марта март مارس มีนาคม',
  'april apr avril avr abril abr aprile kwietnia kwiecien dubna duben nisan апреля апрель أبريل เมษายน',
  'may mai mayo maggio mag maio mei maj maja kvetna kveten mayis мая май مايو พฤษภาคม',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cervna cerven haziran июня июнь يونيو มิถุนายน',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec cervence cervenec temmuz июля июль يوليو กรกฎาคม',
  'august aug agu aout agosto ago augustus augusti sierpnia sierpien srpna srpen agustos agustus августа август أغسطس สิงหาคม',
  'september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien zari eylul сентября сентябрь سبتمبر กันยายน',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik rijna rijen ekim октября октябрь أكتوبر ตุลาคม',
  'november nov novembre noviembre novembro listopada listopad kasim ноября ноябрь نوفمبر พฤศจิกายน',
  'december dec dezember dez des decembre diciembre dic dicembre dezembro grudnia grudzien prosince prosinec aralik desember декабря декабрь ديسمبر ธันวาคม',
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
const findMonth = (word: string): number | undefined => months.get(stripWord(word));

/**
 * Parses a day or month with a named month: 10 March 2025, 10. März 2025, 10 de marzo de 2025,
 * March 10, 2025, mars 2025.
 * @returns undefined for any other text
 */
export function parseNamedMonth(text: string): ParsedDate | undefined {
  const plain = text
    .replace(/\b(?:de|del|of)\b/gi, ' ')
    .replace(/\s*(?:г\.?|года?|r\.?|roku)$/i, '');
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|o(?=\s))?[\s./-]*([\p{L}\p{M}]{3,12})\.?[\s,./-]*(\d{4})$/u.exec(
      plain,
    );
  const monthFirst =
    /^([\p{L}\p{M}]{3,12})\.?[\s/-]*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?,?\s*(\d{4})$/u.exec(plain);
  const m = findMonth(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (m === undefined) return undefined;
  if (dayFirst) return createDay(Number(dayFirst[3]), m, Number(dayFirst[1]));
  return monthFirst?.[2] === undefined
    ? createMonthEnd(Number(monthFirst?.[3]), m)
    : createDay(Number(monthFirst[3]), m, Number(monthFirst[2]));
}
