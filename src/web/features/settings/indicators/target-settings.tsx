import { zoneTimeZone } from '#web/i18n/zone-time.ts';
import { useRef, useState } from 'react';
import { addRatios } from '#domain/targets/derived/ratio.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isJudged } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { findTargetOf, readPeriodKey } from '#domain/zone/period-key.ts';
import { listTargetLog } from '#domain/zone/target-log.ts';
import { useOverview, useSession } from '#web/data/queries.ts';
import type { SectionProps } from '#web/features/settings/section.ts';
import { useZoneVersions } from '#web/features/targets/queries.ts';
import { useManyObservations } from '#web/data/observations/use-many-observations.ts';
import { SavedNotice } from '#web/features/targets/saved-notice.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { AddDrawer } from './drawer/add-drawer.tsx';
import { Drawer } from './drawer/drawer.tsx';
import { ImportTargets } from './importing/import-targets.tsx';
import { IndicatorList, listRows } from './indicator-list.tsx';
import { indicatorLabels } from './labels/index.ts';
import { ValueFileHistory } from '#web/features/targets/value-files/value-file-history.tsx';
import { TargetHistory } from './target-history.tsx';
import { useIsSavingZone } from './use-save-zone.ts';
import * as indicatorStyles from './indicators.module.css';
import { useShortcuts } from '#web/data/shortcuts.ts';

const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('a[data-row]'),
];
const step = (by: 1 | -1) => (): void => {
  const all = rows();
  const at = all.findIndex((row) => row.matches(':focus'));
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
};

/** J and K move from row to row, N adds one. Enter opens the row like any link. */
const useRowKeys = (onNew: () => void): void => useShortcuts({ j: step(1), k: step(-1), n: onNew });

/** The indicators of the zone with their targets: list, history, and a drawer to set them. */
export function TargetSettings(props: SectionProps) {
  const overview = useOverview();
  return (
    <QueryView query={overview} lines={8}>
      {(loadedOverview) => <Indicators {...props} overview={loadedOverview} />}
    </QueryView>
  );
}

type PageProps = SectionProps & { readonly overview: Overview };
type NewIndicator = 'template' | 'blank';

/** The number of saves since the last Add; each save has its own notice. */
function useSaves() {
  const [saves, setSaves] = useState(0);
  return {
    notice: saves === 0 ? null : <SavedNotice key={saves} />,
    count: () => setSaves((before) => before + 1),
    forget: () => setSaves(0),
  };
}

/**
 * The drawer of the indicator in the address, or of a new one; null where none is open. An address
 * with a period alone opens an indicator without a target, or else the templates.
 */
function useDrawer({ profile, mayChange, overview }: PageProps, onSaved: () => void) {
  const { view, change } = useViewState();
  const [adding, setAdding] = useState<NewIndicator>();
  const offersAny = view.indicator === undefined && view.period !== undefined;
  const indicator = offersAny
    ? findWithoutTarget(profile)
    : profile.indicators.find(({ id }) => id === view.indicator);
  const from = adding ?? (offersAny && indicator === undefined ? 'template' : undefined);
  const year = overview.as_of.slice(0, 4);
  const close = () => {
    setAdding(undefined);
    change({ indicator: undefined, period: undefined });
  };
  const openAdded = (id: string) => {
    setAdding(undefined);
    onSaved();
    change({ indicator: id, period: year });
  };
  const content =
    from !== undefined ? (
      <AddDrawer key={from} profile={profile} from={from} onSaved={openAdded} onClose={close} />
    ) : indicator !== undefined ? (
      <IndicatorDrawer
        key={indicator.id}
        {...{ profile, overview, indicator, onSaved }}
        period={view.period ?? year}
        onClose={close}
      />
    ) : null;
  return { drawer: mayChange ? content : null, indicator, open: setAdding };
}

function Indicators(props: PageProps) {
  const { profile, mayChange, overview } = props;
  const t = useLabels(indicatorLabels);
  const saves = useSaves();
  const importing = useImporting();
  const canRead = useSession().data?.may.includes('view_notes') === true;
  const { drawer, indicator, open } = useDrawer(props, saves.count);
  const add = (from: NewIndicator) => {
    saves.forget();
    open(from);
  };
  useRowKeys(() => mayChange && add('blank'));
  return (
    <div className={drawer === null ? undefined : indicatorStyles.withDrawer}>
      <div className={indicatorStyles.main}>
        <Summary profile={profile} overview={overview} />
        {mayChange ? (
          <div className={indicatorStyles.buttons}>
            <Button primary={drawer === null} onClick={() => add('blank')}>
              {t('add_indicator')}
            </Button>
            <Button onClick={() => add('template')}>{t('from_template')}</Button>
            <Button ref={importing.button} onClick={importing.open}>
              {t('import_targets')}
            </Button>
          </div>
        ) : (
          <Notice>{t('viewer')}</Notice>
        )}
        {drawer === null ? saves.notice : null}
        {importing.isOpen && mayChange ? (
          <ImportTargets
            profile={profile}
            onSaved={() => {
              importing.close();
              saves.count();
            }}
            onClose={() => {
              importing.button.current?.focus();
              importing.close();
            }}
          />
        ) : null}
        <IndicatorList {...{ profile, overview, mayChange }} selectedId={indicator?.id} />
        <p className={indicatorStyles.quiet}>{t('reached_note')}</p>
        {indicator === undefined || !canRead ? null : (
          <>
            <History profile={profile} indicator={indicator} />
            <ValueFileHistory indicator={indicator.id} />
          </>
        )}
      </div>
      {drawer === null ? null : (
        <div>
          {saves.notice}
          {drawer}
        </div>
      )}
    </div>
  );
}

/** Whether targets are imported, and the button that begins it, which has the focus after Cancel. */
function useImporting() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return { isOpen, button, open: () => setOpen(true), close: () => setOpen(false) };
}

/** Finds the indicator that an address with a period alone offers a target for. */
const findWithoutTarget = ({ indicators, targets }: SectionProps['profile']) =>
  indicators.find(
    ({ id, kind }) => kind !== 'qualitative' && !targets.some((target) => target.indicator === id),
  );

/** The numbers of indicators, of indicators with a target, and of those behind plan. */
function Summary({
  profile,
  overview,
}: Pick<SectionProps, 'profile'> & { readonly overview: Overview }) {
  const t = useLabels(indicatorLabels);
  const rows = listRows(profile, overview);
  if (rows.length === 0) return <p>{t('no_indicators')}</p>;
  const targets = rows.filter(({ annual, final, other }) => annual ?? final ?? other);
  const verdicts = targets.filter(({ row }) => row !== undefined && isJudged(row.verdict)).length;
  const behind = rows.filter(
    ({ row }) => row?.verdict === 'behind' || row?.verdict === 'slightly_behind',
  ).length;
  return (
    <p className={indicatorStyles.lead} data-listed>
      {t('summary', {
        n: rows.length,
        with: targets.length,
        verdicts,
        behind,
      })}
    </p>
  );
}

function History({
  profile,
  indicator,
}: Pick<SectionProps, 'profile'> & {
  readonly indicator: SectionProps['profile']['indicators'][number];
}) {
  const versions = useZoneVersions();
  return (
    <QueryView query={versions} lines={3}>
      {({ items }) => (
        <TargetHistory
          profile={profile}
          indicator={indicator}
          log={listTargetLog(indicator.id, items, profile.targets, zoneTimeZone())}
        />
      )}
    </QueryView>
  );
}

/** The drawer of an indicator with its values, those of a computed ratio included. */
function IndicatorDrawer(
  props: Omit<Parameters<typeof Drawer>[0], 'observations' | 'splitVersion'>,
) {
  const { profile, indicator, period } = props;
  const usedIds = [
    indicator.id,
    ...(indicator.ratio === undefined
      ? []
      : [indicator.ratio.numerator, indicator.ratio.denominator]),
  ];
  // the change may remove the indicator, whose values then cannot be read
  const queries = useManyObservations(usedIds, useIsSavingZone());
  const versions = useZoneVersions().data?.items ?? [];
  const observations = addRatios(
    profile.indicators,
    queries.flatMap(({ data }) => data?.items ?? []),
  );
  const target = findTargetOf(profile.targets, indicator.id, readPeriodKey(period, profile.phases));
  const splitVersion =
    target === undefined
      ? undefined
      : listTargetLog(indicator.id, versions, profile.targets, zoneTimeZone()).find(
          ({ splits }) => splits[targetKey(target)] !== undefined,
        )?.splits[targetKey(target)];
  return (
    <Drawer
      {...props}
      observations={observations}
      splitVersion={target?.split === undefined ? undefined : (splitVersion ?? 1)}
    />
  );
}
