import { recordText } from '#domain/zone/standard-texts.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import { type Comparator, comparators, type Indicator, targetKey } from '#domain/zone/indicator.ts';
import type { LoggedChange, LoggedVersion } from '#domain/zone/target-log.ts';
import { namePeriod } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { writeItemName } from './draft/target-draft.ts';
import { comparatorKeys } from './drawer/fields.ts';
import { indicatorLabels } from './labels/index.ts';
import * as indicatorStyles from './indicators.module.css';

/** The changes of an indicator and its targets: author, time, reason and source. */
export function TargetHistory({
  profile,
  indicator,
  log,
}: {
  readonly profile: ZoneProfile;
  readonly indicator: Indicator;
  readonly log: readonly LoggedVersion[];
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  return (
    <section className={indicatorStyles.history}>
      <h3>
        {t('history')} <small>{indicator.name[language]}</small>
      </h3>
      {log.length === 0 ? (
        <p className={indicatorStyles.quiet}>{t('no_history')}</p>
      ) : (
        <DataTable
          caption={t('history')}
          rows={log}
          rowKey={({ revision }) => String(revision)}
          stacks="labelled"
          columns={[
            {
              id: 'day',
              label: t('day_by'),
              head: true,
              cell: ({ date, author }) => (
                <>
                  {formatDate(date, language, 'long')}
                  <small>{authorWords(author, language)}</small>
                </>
              ),
            },
            {
              id: 'change',
              label: t('change'),
              cell: ({ changes, splits }) =>
                changes.map((one) => (
                  <p key={`${one.target} ${one.field} ${one.item ?? one.name}`}>
                    <Change change={one} profile={profile} indicator={indicator} />
                    {one.field === 'part' &&
                    one.target !== undefined &&
                    splits[one.target] !== undefined ? (
                      <small>{t('split_version', { n: splits[one.target] ?? 1 })}</small>
                    ) : null}
                  </p>
                )),
            },
            {
              id: 'reason',
              label: t('reason_and_source'),
              cell: ({ reason, source }) => (
                <>
                  {changeWords({ kind: 'zone', reason }, language, [])}
                  {source === undefined ? null : (
                    <small>
                      {profile.sources.find(({ id }) => id === source)?.title[language] ??
                        recordText(source)[language]}
                    </small>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <p className={indicatorStyles.quiet}>{t('closed_keep')}</p>
    </section>
  );
}

function Change({
  change: { target, field, name, item, from, to },
  profile,
  indicator,
}: {
  readonly change: LoggedChange;
  readonly profile: ZoneProfile;
  readonly indicator: Indicator;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const storedTarget = profile.targets.find((one) => targetKey(one) === target);
  const storedItem = storedTarget?.items?.find(({ id }) => id === item);
  const itemName = storedItem === undefined ? (name ?? '') : writeItemName(storedItem, language);
  const period = storedTarget?.period;
  const year = /-(\d{4})(?:-q\d)?$/.exec(target ?? '')?.[1];
  const of =
    period === undefined ? (year ?? t('final')) : namePeriod(period, profile.phases, language);
  const title = {
    value: t('log_value', { period: of }),
    comparator: t('log_comparator', { period: of }),
    deadline: t('log_deadline', { period: of }),
    owner: t('log_owner', { period: of }),
    part: name ?? t('log_part', { period: of }),
    item: t('log_item', { period: of, name: itemName }),
    done: t('log_done', { period: of, name: itemName }),
    plan: t('log_plan', { period: of }),
    target: t('log_target', { period: of }),
    break: t('log_break'),
    indicator: t('log_indicator'),
  }[field];
  const text = (value: string): string => {
    if (field === 'value' || field === 'part') return formatInPower(value, indicator, language);
    if (field === 'comparator') return comparatorText(value, t);
    if (field === 'break') return formatMonth(value, language, 'long');
    return field === 'deadline' || field === 'done' ? formatDate(value, language, 'long') : value;
  };
  if (from === undefined && to === undefined) return title;
  return (
    <>
      {title} {from === undefined ? null : <s>{text(from)}</s>}{' '}
      {from === undefined || to === undefined ? null : '→ '}
      {to === undefined ? null : <b>{text(to)}</b>}
    </>
  );
}

function comparatorText(
  value: string,
  t: ReturnType<typeof useLabels<(typeof indicatorLabels)['en']>>,
): string {
  const comparator = comparators.find((one): one is Comparator => one === value);
  return comparator === undefined || comparator === 'qualitative'
    ? t('in_words')
    : t(`comparator_${comparatorKeys[comparator]}`);
}
