import { formatDate } from '#domain/values/date-format.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import { MenuButton, MenuTitle } from '#web/ui/overlays/menu.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as dayStyles from './day.module.css';

interface CompareProps {
  readonly days: readonly IsoDate[];
  readonly day: IsoDate;
  /** The compared day that the server found. Omitted when there is none. */
  readonly compared: IsoDate | undefined;
  /** The comparison in the address: `prev`, `yoy`, `none` or a day. */
  readonly selected: string;
  readonly onChange: (compare: string) => void;
}

/** The menu items that choose the comparison. */
export function CompareItems({ days, day, compared, selected, onChange }: CompareProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const earlier = days.filter((other) => other < day).toReversed();
  const words =
    earlier.length === 0
      ? []
      : ([
          ['prev', t('compare_prev')],
          ['yoy', t('compare_yoy')],
          ['none', t('compare_none')],
        ] as const);
  return (
    <>
      <MenuTitle>{t(earlier.length === 0 ? 'compare_first' : 'compare')}</MenuTitle>
      {words.map(([value, label]) => (
        <MenuButton
          key={value}
          label={label}
          checked={selected === value}
          hint={
            selected === value && compared !== undefined && value !== 'none'
              ? formatDate(compared, language, 'short')
              : undefined
          }
          onClick={() => onChange(value)}
        />
      ))}
      {earlier.length === 0 ? null : <hr />}
      <div className={dayStyles.days}>
        {earlier.map((other) => (
          <MenuButton
            key={other}
            label={formatDate(other, language)}
            checked={selected === other}
            onClick={() => onChange(other)}
          />
        ))}
      </div>
    </>
  );
}

/** Chooses the compared day. */
export function ComparePicker(props: CompareProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  return (
    <Popover
      label={t('compare')}
      trigger={(button) => (
        <button {...button} type="button" className={controlsStyles.button}>
          {props.compared === undefined
            ? t('compare_none')
            : t('versus', {
                date: formatDate(props.compared, language, language === 'en' ? 'short' : 'long'),
              })}
          <Icon name="down" />
        </button>
      )}
    >
      {(close) => (
        <CompareItems
          {...props}
          onChange={(value) => {
            props.onChange(value);
            close();
          }}
        />
      )}
    </Popover>
  );
}
