import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { QueryState } from '#web/loading/query-view.tsx';
import type { Month } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { ValuesSection } from '#web/features/months/values/values-section.tsx';
import type { Row } from '#web/features/months/values/row-values.ts';
import { MissingSubmissions } from '#web/features/requests/manage/missing-submissions.tsx';
import { Proposals } from '#web/features/requests/manage/proposals.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { AchievementSection } from './achievement-section.tsx';
import { CausesSection } from './causes-section.tsx';
import { Checklists } from './checklists.tsx';
import { CloseSection } from './close-section.tsx';
import { DoubtsSection } from './doubts-section.tsx';
import type { MonthWork } from './use-open-work.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

interface StripPart {
  readonly id: string;
  readonly title: string;
  /** Its open points, in words. */
  readonly state: string;
}

/** The parts of the month with their open points; each entry jumps to its part. */
function MonthStrip({ parts }: { readonly parts: readonly StripPart[] }) {
  const t = useLabels(monthLabels);
  return (
    <nav className={monthsStyles.strip} aria-label={t('strip')}>
      <ol>
        {parts.map(({ id, title, state }, at) => (
          <li key={id}>
            <a
              href={`#m-${id}`}
              onClick={(event) => {
                // the address of the page does not change
                event.preventDefault();
                document.getElementById(`m-${id}`)?.scrollIntoView({ block: 'start' });
                document.getElementById(`m-${id}-title`)?.focus({ preventScroll: true });
              }}
            >
              <b>
                {at + 1} {title}
              </b>
              <span>{state}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PartsProps {
  readonly month: Month;
  readonly profile: ZoneProfile;
  readonly state: PeriodState;
  readonly rows: readonly Row[];
  readonly work: MonthWork;
  /** The overview of the month, which may not be loaded yet. */
  readonly overview: QueryState<Overview>;
}

/** The parts of a month in order, with a strip that counts the open points of each. */
export function MonthParts({ month, profile, state, rows, work, overview }: PartsProps) {
  const t = useLabels(monthLabels);
  const { counts, entryCount, behind } = work;
  const openText = (n: number | undefined) =>
    n === undefined ? t('none_before') : t('open_n', { n });
  const parts = [
    {
      id: 'missing',
      title: t('part_missing'),
      state: openText(counts.unanswered),
    },
    {
      id: 'values',
      title: t('part_values'),
      state: t('of', { n: entryCount, all: rows.length }),
    },
    {
      id: 'proposals',
      title: t('part_proposals'),
      state: openText(counts.proposals),
    },
    { id: 'doubts', title: t('part_doubts'), state: openText(counts.doubts) },
    { id: 'causes', title: t('part_causes'), state: openText(counts.causes) },
    {
      id: 'achievements',
      title: t('part_achievements'),
      state: t(state.achievement === undefined ? 'not_written' : 'written'),
    },
    {
      id: 'close',
      title: t('part_close'),
      state: t(state.closed === undefined ? 'any_time' : 'closed'),
    },
  ];
  const number = (id: string) => parts.findIndex((part) => part.id === id) + 1;
  return (
    <>
      <MonthStrip parts={parts} />
      <div id="m-missing" className={monthsStyles.anchor}>
        <MissingSubmissions month={month} number={number('missing')} />
      </div>
      <ValuesSection
        number={number('values')}
        origin={profile.origin}
        month={month}
        rows={rows}
        isClosed={state.closed !== undefined}
      />
      <Checklists profile={profile} month={month} />
      <div id="m-proposals" className={monthsStyles.anchor}>
        <Proposals month={month} number={number('proposals')} />
      </div>
      <DoubtsSection number={number('doubts')} month={month} />
      <div className={monthsStyles.columns}>
        <CausesSection
          number={number('causes')}
          month={month}
          state={state}
          overview={overview}
          targets={behind}
          others={work.others}
        />
        <AchievementSection number={number('achievements')} month={month} state={state} />
      </div>
      <CloseSection
        number={number('close')}
        month={month}
        state={state}
        isOwn={profile.origin === 'own'}
        doubts={counts.doubts}
        causes={counts.causes}
        indicators={profile.indicators}
      />
    </>
  );
}
