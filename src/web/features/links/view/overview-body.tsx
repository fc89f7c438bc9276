import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { Facts, LaterFacts } from '#web/features/overview/parts/facts.tsx';
import { Headline } from '#web/features/overview/parts/headline.tsx';
import { TargetsTable } from '#web/features/overview/targets-table/targets-table.tsx';
import { RegisterNotes } from '#web/features/overview/parts/register-notes.tsx';
import { TargetsNotes } from '#web/features/overview/targets-table/targets-notes.tsx';
import { PhaseStrip } from '#web/features/overview/parts/phase-timeline.tsx';
import { EstablishedNames } from './established-projects.tsx';
import { MeasureFigure, SharedFigure } from './shared-figures.tsx';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import type { Overview } from '#domain/overview/overview.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { SinceThen } from '#web/features/overview/parts/recent-changes.tsx';

/** The number of changes since the compared day, and the changed projects that the link names. */
function SharedChanges({ overview }: { readonly overview: Overview }) {
  const t = useLabels(readerLabels);
  const { changes } = overview;
  if (changes === undefined) return null;
  return (
    <SinceThen
      overview={overview}
      most={Number.POSITIVE_INFINITY}
      link={(project) => <ProjectName project={project} />}
      total={t('changes_total', { n: changes.total })}
    />
  );
}

/** The shared overview. */
export function OverviewBody({ payload }: { readonly payload: SharedPayload }) {
  const { overview: sharedOverview, view } = payload;
  const overview = toDrawableOverview(sharedOverview);
  const [choice, setChoice] = useState(view.measure);
  const measures = overview.targets.filter(({ kind }) => kind !== 'qualitative').map(targetKey);
  const measure =
    choice !== undefined && measures.includes(choice) ? choice : overview.main_measure;
  return (
    <>
      {sharedOverview.headline === undefined && sharedOverview.phases === undefined ? null : (
        <section className={overviewStyles.lead}>
          {sharedOverview.headline === undefined ? <span /> : <Headline overview={overview} />}
          {sharedOverview.phases === undefined ? null : <PhaseStrip overview={overview} />}
        </section>
      )}
      {sharedOverview.headline === undefined ? (
        <RegisterNotes overview={overview} />
      ) : (
        <Facts overview={overview} />
      )}
      <LaterFacts overview={overview} />
      {overview.targets.length === 0 ? null : (
        <>
          <TargetsTable overview={overview} measure={measure} onMeasure={setChoice} />
          <TargetsNotes overview={overview} />
        </>
      )}
      <div className={overviewStyles.figures}>
        {measures.length === 0 ? null : (
          <MeasureFigure id="progress" payload={payload} overview={overview} measure={measure} />
        )}
        {sharedOverview.strip === undefined ||
        !areProjectsKnown(sharedOverview.as_of, sharedOverview.first_known_day) ? null : (
          <SharedFigure id="pipeline" payload={payload} overview={overview} />
        )}
      </div>
      <SharedChanges overview={overview} />
      {sharedOverview.established === undefined ? null : (
        <EstablishedNames rows={sharedOverview.established} overview={overview} />
      )}
      <Definitions overview={overview} unfolded />
    </>
  );
}
