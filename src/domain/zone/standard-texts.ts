import type { Text } from '#domain/values/language.ts';
import type { ZoneProfile } from './zone.ts';
import { sameWords, words, type Terms } from '#domain/values/term.ts';

/**
 * Sources and reasons that Headway itself writes into records, by the code that is stored. Earlier
 * versions stored the words in the language of the day.
 */
const standardTexts = {
  'headway:zone_named': words('初始设置时填写名称', '初期設定で名称を入力', 'Name given at set-up'),
  'headway:targets_set_up': words(
    '初始设置时填写目标',
    '初期設定で目標を入力',
    'Targets given at set-up',
  ),
  'headway:set_up': words('初始设置时填写', '初期設定で入力', 'Entered at set-up'),
  'headway:no_source': words('本区填报', '自地区で入力', 'Entered by the zone'),
  'headway:target_first': words('首次设定', '新規設定', 'First entry'),
  'headway:target_edited': words('编辑目标', '目標を編集', 'Target edited'),
  'headway:indicator_edited': words('编辑指标', '指標を編集', 'Indicator edited'),
} as const satisfies Terms;
export type StandardText = keyof typeof standardTexts;

const correctedPattern =
  /^(?:headway:set_up (.+)|初始设置时填写，(.+)更正|初期設定で入力、(.+)訂正|Entered at set-up, corrected (.+))$/;

/** The code of a source that was entered at set-up and corrected there at a time of day, as 14:05. */
export const correctedAtSetUp = (time: string): string => `headway:set_up ${time}`;

/**
 * The code of a source or reason that Headway wrote, from its code or its words in any language;
 * any other text as it is.
 */
export function toStandardCode(text: string): string {
  const time = correctedPattern
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (time !== undefined) return correctedAtSetUp(time);
  const entry = Object.entries(standardTexts).find(([, of]) => Object.values(of).includes(text));
  return entry?.[0] ?? text;
}

/** A stored source or reason in each language; what a person wrote is the same in all. */
export function recordText(record: string): Text {
  const code = toStandardCode(record);
  const time = correctedPattern.exec(code)?.[1];
  if (time !== undefined)
    return words(
      `初始设置时填写，${time}更正`,
      `初期設定で入力、${time}訂正`,
      `Entered at set-up, corrected ${time}`,
    );
  return Object.hasOwn(standardTexts, code)
    ? standardTexts[code as StandardText]
    : sameWords(record);
}

/** Whether Headway itself wrote a source or reason, so that nobody published it. */
export const isStandardText = (text: string): boolean =>
  toStandardCode(text).startsWith('headway:');

/**
 * The title of a source of the zone by its id, or the text itself when it is no id. Without a source
 * it says that the zone entered the value.
 */
export const sourceTitle = (profile: Pick<ZoneProfile, 'sources'>, id: string): Text =>
  profile.sources.find((source) => source.id === id)?.title ??
  recordText(id === '' ? ('headway:no_source' satisfies StandardText) : id);
