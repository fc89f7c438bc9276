import { recordText } from '#domain/zone/standard-texts.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { authorWords, zoneFieldNames } from '#domain/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useZoneVersions } from '#web/features/targets/queries.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import * as historyStyles from './section-history.module.css';
import { compareWithUsualGates } from './gate-history.ts';
import { type ChangeLine, describeChanges } from './change-words.ts';

/** Whether a person gave the reason. Otherwise it lists the changed fields. */
const isGiven = (reason: string): boolean => zoneFieldNames(reason, 'zh-CN') === reason;

function Line({ line: { kind, name, parts } }: { readonly line: ChangeLine }) {
  const t = useLabels(zoneFormLabels);
  return (
    <li>
      {kind === 'changed' ? name === '' ? null : <b>{name}</b> : <b>{t(kind, { name })}</b>}
      {parts.map(({ word, from, to }) => (
        <span key={word}>
          {name === '' && word === parts[0]?.word ? '' : ' · '}
          {word}{' '}
          {from === undefined ? null : (
            <>
              <s>{from}</s> →{' '}
            </>
          )}
          {to ?? t('taken_back')}
        </span>
      ))}
    </li>
  );
}

/** The versions of the zone that changed a section: author, time, reason, and the former values. */
export function SectionHistory({
  profile,
  isOf,
}: {
  readonly profile: ZoneProfile;
  /** Whether a path, as `partners.bank.name`, belongs to the section. */
  readonly isOf: (path: string) => boolean;
}) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const versions = useZoneVersions();
  return (
    <section className={historyStyles.history}>
      <h3>{t('history')}</h3>
      <QueryView query={versions} lines={3}>
        {({ items }) => {
          const visible = compareWithUsualGates(items, profile).flatMap((version) => {
            const lines = describeChanges(
              version.changes.filter(({ path }) => isOf(path)),
              profile,
              language,
            );
            return lines.length === 0 ? [] : [{ version, lines }];
          });
          if (visible.length === 0) return <p>{t('history_none')}</p>;
          return (
            <ol>
              {visible.map(({ version, lines }) => (
                <li key={version.revision}>
                  <small>
                    {formatDate(zoneDay(version.recorded_at), language, 'long')} ·{' '}
                    {authorWords(version.author, language)}
                    {isGiven(version.reason) ? ` · ${recordText(version.reason)[language]}` : null}
                  </small>
                  <ul>
                    {lines.map((line) => (
                      <Line key={JSON.stringify(line)} line={line} />
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          );
        }}
      </QueryView>
    </section>
  );
}

/** Makes the test whether a path belongs to one of some fields of the zone. */
export const ofFields =
  (...fields: readonly string[]) =>
  (path: string): boolean =>
    fields.includes(path.split('.')[0] ?? '');
