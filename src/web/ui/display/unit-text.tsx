import { Fragment } from 'react';
import { unitLabel } from '#domain/values/format.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';

/**
 * A text with values in one or several units. In Chinese and Japanese a line may end before the
 * name of a unit, but not within one of its words: 9万亿 | 蒙古图格里克.
 */
export function UnitText({
  text,
  units,
}: {
  readonly text: string;
  readonly units: readonly (string | undefined)[];
}) {
  const language = useLanguage();
  if (language === 'en') return text;
  const names = units.flatMap((unit) => (unit === undefined ? [] : unitLabel(unit, language)));
  const name = names.find((one) => one.length > 1 && text.includes(one));
  if (name === undefined) return text;
  const rest = units.filter((unit) => unit === undefined || unitLabel(unit, language) !== name);
  return text.split(name).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
    <Fragment key={at}>
      {at === 0 ? null : (
        <>
          <wbr />
          <span className={textStyles.amounts}>{name}</span>
        </>
      )}
      <UnitText text={part} units={rest} />
    </Fragment>
  ));
}
