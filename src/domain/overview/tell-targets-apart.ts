import { formatDate } from '#domain/values/format.ts';
import { languages, type Language, type Text } from '#domain/values/language.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';

const addYear: Readonly<Record<Language, (name: string, year: string) => string>> = {
  'zh-CN': (name, year) => `${name}（${year}年目标）`,
  ja: (name, year) => `${name}（${year}年目標）`,
  en: (name, year) => `${name} by ${year}`,
};
const addDay: Readonly<Record<Language, (name: string, day: string) => string>> = {
  'zh-CN': (name, day) => `${name}（${day}目标）`,
  ja: (name, day) => `${name}（${day}目標）`,
  en: (name, day) => `${name} by ${day}`,
};
const addTarget: Readonly<Record<Language, (name: string, target: string) => string>> = {
  'zh-CN': (name, target) => `${name}（${target}）`,
  ja: (name, target) => `${name}（${target}）`,
  en: (name, target) => `${name}: ${target}`,
};

const rename = ({ name }: TargetRow, write: (name: string, language: Language) => string): Text =>
  Object.fromEntries(
    languages.map((language) => [language, write(name[language], language)]),
  ) as unknown as Text;

/** Names a final target by what differs from the other ones: year, day, or the number to reach. */
function nameFinal(row: TargetRow, finals: readonly TargetRow[]): Text {
  const year = row.deadline.slice(0, 4);
  if (finals.every(({ deadline }) => !deadline.startsWith(year)))
    return rename(row, (name, language) => addYear[language](name, year));
  if (finals.every(({ deadline }) => deadline !== row.deadline))
    return rename(row, (name, language) =>
      addDay[language](name, formatDate(row.deadline, language, 'long')),
    );
  const { comparator, target, unit } = row;
  if (target === undefined) return row.name;
  return rename(row, (name, language) =>
    addTarget[language](
      addYear[language](name, year),
      formatTarget(comparator, target, unit, language),
    ),
  );
}

/**
 * Names targets of one indicator apart. A target of a period has that period in its name; a final
 * one has its year where its indicator has another target, since both stand in one table or chart.
 */
export const tellTargetsApart = (rows: readonly TargetRow[]): TargetRow[] =>
  rows.map((row) => {
    const others = rows.filter((one) => one !== row && one.indicator === row.indicator);
    if (others.length === 0 || row.period !== undefined) return row;
    return {
      ...row,
      name: nameFinal(
        row,
        others.filter(({ period }) => period === undefined),
      ),
    };
  });
