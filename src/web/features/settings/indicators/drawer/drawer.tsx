import { type KeyboardEvent, useState } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { type Indicator, type Observation, targetKey } from '#domain/zone/indicator.ts';
import { findTargetOf, readPeriodKey } from '#domain/zone/period-key.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { Decisions } from '#web/features/work/decisions.tsx';
import { TargetStatus } from '#web/features/work/target-status.tsx';
import { useOwners } from '#web/data/use-owners.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import type { DraftOf } from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { PeriodTabs } from './period-tabs.tsx';
import { RemoveIndicator, RemoveTarget } from './remove.tsx';
import { TargetForm } from './target-form.tsx';
import * as drawerStyles from './drawer.module.css';

interface DrawerProps {
  readonly profile: ZoneProfile;
  readonly overview: Overview;
  readonly indicator: Indicator;
  /** The key of the period in the address. */
  readonly period: string;
  readonly observations: readonly Observation[];
  readonly splitVersion: number | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The names of people who own something, proposed where a name is typed. */
export function OwnerNames({ profile }: { readonly profile: ZoneProfile }) {
  const owners = useOwners().data?.owners ?? [];
  const names = new Set([
    ...owners.map(({ name }) => name),
    ...profile.targets.flatMap(({ owner }) => owner ?? []),
    ...profile.indicators.flatMap(({ owner }) => owner ?? []),
  ]);
  return (
    <datalist id="owner-names">
      {[...names].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** The drawer of one indicator: its targets by period, and the indicator itself. */
export function Drawer(props: DrawerProps) {
  const { profile, overview, indicator, period, observations, splitVersion } = props;
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const [tab, setTab] = useState<'targets' | 'indicator'>('targets');
  const today = serverDay();
  const selectedPeriod = readPeriodKey(period, profile.phases);
  const target = findTargetOf(profile.targets, indicator.id, selectedPeriod);
  const of: DraftOf = { indicator, period: selectedPeriod, profile, language, today };
  const values = observations.filter((one) => one.indicator === indicator.id).length;
  const afterRemoval = () => {
    props.onSaved();
    props.onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
  };
  return (
    <aside className={drawerStyles.drawer} aria-label={indicator.name[language]} onKeyDown={onKey}>
      <header>
        <h3>{indicator.name[language]}</h3>
        <IconButton icon="close" label={t('close')} onClick={props.onClose} />
      </header>
      <SegmentChoice
        label={t('parts_of_drawer')}
        value={tab}
        segments={[
          { value: 'targets', label: t('tab_targets') },
          { value: 'indicator', label: t('tab_indicator') },
        ]}
        onChange={setTab}
      />
      <OwnerNames profile={profile} />
      {tab === 'targets' ? (
        <>
          <PeriodTabs {...{ profile, indicator, selectedPeriod }} today={overview.as_of} />
          <TargetForm
            key={`${indicator.id} ${period}`}
            {...{ of, observations, overview, splitVersion }}
            onSaved={props.onSaved}
            onClose={props.onClose}
          />
          {target === undefined ? null : (
            <>
              <TargetStatus
                key={`status ${targetKey(target)}`}
                target={targetKey(target)}
                row={overview.targets.find((row) => targetKey(row) === targetKey(target))}
                day={today}
                editable={profile.origin === 'own'}
              />
              <Decisions
                query={{ subject: 'target', subject_id: targetKey(target) }}
                day={overview.as_of}
                editable={profile.origin === 'own'}
                subject="target"
                subjects={[[targetKey(target), indicator.name[language]]]}
              />
              <RemoveTarget key={targetKey(target)} target={target} onRemoved={props.onSaved} />
            </>
          )}
        </>
      ) : (
        <>
          <IndicatorForm
            profile={profile}
            indicator={indicator}
            isNew={false}
            hasValues={values > 0}
            onSaved={props.onSaved}
            onClose={props.onClose}
          />
          <RemoveIndicator {...{ profile, indicator, values }} onRemoved={afterRemoval} />
        </>
      )}
    </aside>
  );
}
