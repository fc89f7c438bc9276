import { lazy, Suspense } from 'react';
import { compact } from '#domain/values/compact.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { RegisterNotes } from './register-notes.tsx';
import { secondaryText } from '#domain/overview/secondary-currency.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import { LaterMoneyOfGroups } from '#web/figures/later-money.tsx';
import { readInvestment } from '#domain/overview/read-investment.ts';
import { formatInUnits, pageUnits, type PageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { figureStatus } from '#domain/labels/general/data-status.ts';
import {
  heldBackAmounts,
  noAmountTerm,
  partialSumTerm,
} from '#domain/labels/general/missing-figure.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { ExplainableFigure, type ExplainedFigure } from '#web/ui/display/explained.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as factsStyles from './facts.module.css';
import * as targetsTableStyles from '#web/features/overview/targets-table/targets-table.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { findCitedFigure } from './headline.tsx';

const CountedHow = lazy(async () => ({
  default: (await import('./counted-how.tsx')).CountedHow,
}));

/** Whether the page has already named the status of a figure. */
const isLike = (figure: Figure, other: Figure | undefined): boolean =>
  other !== undefined && figureStatus(figure) === figureStatus(other);

const listOne = (figure: Figure | undefined): readonly Figure[] =>
  figure === undefined ? [] : [figure];

/** Figures in large type, one for each currency. */
const FactValues = ({
  figures,
  explains,
  inWords,
}: {
  readonly figures: readonly Figure[];
  readonly explains: ExplainedFigure;
  readonly inWords: (figure: Figure) => ReturnType<typeof formatValue>;
}) => (
  <span className={figures.length > 1 ? factsStyles.sums : undefined}>
    {figures.map((figure) => {
      const { prefix, number, suffix } = inWords(figure);
      return (
        <span key={figure.unit} className={`${textStyles.bigValue} ${textStyles.number}`}>
          <ExplainableFigure {...explains}>
            {prefix === '' ? null : (
              <span className={`${textStyles.unit} ${textStyles.prefix}`}>{prefix}</span>
            )}
            {number}
            {suffix === '' ? null : <span className={textStyles.unit}>{suffix.trim()}</span>}
          </ExplainableFigure>
        </span>
      );
    })}
  </span>
);

interface FactProps {
  readonly label: string;
  readonly explains: ExplainedFigure;
  /** One figure, or one for each currency of an amount. */
  readonly figures: readonly Figure[];
  readonly before: Figure | undefined;
  readonly asCount: boolean;
  /** The words in place of an absent figure. */
  readonly absent: string;
  /** The units of money of the page. */
  readonly units?: PageUnits;
  /** The overview with the second currency, if any. */
  readonly bearer?: Pick<Overview, 'beside'>;
  /** Currencies that a shared view withholds. */
  readonly heldBack?: readonly string[];
  /** The number of projects that the figures leave out, since they state no amount. */
  readonly undisclosed?: number;
  readonly cited: Figure | undefined;
}
function Fact({
  label,
  explains,
  figures,
  before,
  asCount,
  absent,
  units,
  bearer = {},
  heldBack = [],
  undisclosed = 0,
  cited,
}: FactProps) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const [figure] = figures;
  const inWords = (value: Figure) =>
    formatValue(value.value, asCount && language === 'en' ? '' : value.unit, language, {
      ...formatInUnits(value.value, value.unit, units, language),
      ...compact({ qualifier: value.qualifier }),
    });
  const earlier =
    before === undefined
      ? undefined
      : t('earlier', {
          date: formatDate(before.date, language, language === 'en' ? 'short' : 'long'),
          value: inWords(before).text,
        });
  const additions = [
    ...(undisclosed > 0 && figure !== undefined
      ? [partialSumTerm(formatCount(undisclosed, language), language)]
      : []),
    ...figures
      .map(({ value, unit }) => secondaryText(value, unit, bearer, language))
      .filter((text) => text !== ''),
    ...(heldBack.length > 0 && figure !== undefined ? [heldBackAmounts(heldBack, language)] : []),
  ];
  return (
    <div>
      {figure === undefined ? (
        <span className={targetsTableStyles.none}>
          {heldBack.length > 0 ? sentenceStart(heldBackAmounts(heldBack, language)) : absent}
        </span>
      ) : (
        <FactValues figures={figures} explains={explains} inWords={inWords} />
      )}
      <div>
        <b>{label}</b>
        {additions.length === 0 ? null : (
          <small className={textStyles.number} data-says={explains.measure}>
            {additions.join(t('list'))}
          </small>
        )}
        {figure === undefined ? null : (
          <small>
            {isLike(figure, cited) ? null : (
              <StatusChip status={figure.data_status} source={figure.source} />
            )}
            {earlier === undefined ? (
              <span className={textStyles.number}>
                {formatDate(figure.date, language, language === 'en' ? 'short' : 'long')}
              </span>
            ) : (
              <span
                className={textStyles.number}
                title={before?.note?.[language]}
                data-says={explains.measure}
              >
                {earlier}
              </span>
            )}
          </small>
        )}
      </div>
    </div>
  );
}

/** The contracted, paid-in and completed money beside the planned money of the main figures. */
export const LaterFacts = ({ overview }: { readonly overview: Overview }) => (
  <div className={factsStyles.later}>
    <LaterMoneyOfGroups overview={overview} />
  </div>
);

/** Makes the function that labels a figure by what its source counts, or by the usual words. */
function useFactLabel() {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  return (figure: Figure | undefined, usual: string): string =>
    figure?.name === undefined ? usual : t('class_projects', { name: figure.name[language] });
}

/** Established projects, their investment, and the pipeline. */
function GroupFacts({ overview }: { readonly overview: Overview }) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const writeLabel = useFactLabel();
  const { headline } = overview;
  const investment = readInvestment(overview);
  const source = findCitedFigure(overview.headline);
  const hasUnset = headline.stage_not_set !== undefined;
  const absentCount = hasUnset ? lightTerms.not_known[language] : t('not_reported');
  return (
    <>
      <Fact
        label={writeLabel(headline.established, t('established'))}
        explains={{ measure: 'established_projects' }}
        figures={listOne(headline.established)}
        before={headline.before.established}
        asCount
        absent={absentCount}
        cited={source}
      />
      <Fact
        label={t('their_investment')}
        explains={{ measure: 'established_investment' }}
        figures={investment.figures}
        undisclosed={investment.undisclosed}
        before={headline.before.established_investment}
        asCount={false}
        absent={
          hasUnset && headline.established === undefined ? absentCount : noAmountTerm[language]
        }
        units={pageUnits(overview)}
        bearer={overview}
        heldBack={headline.investment_held_back ?? []}
        cited={source}
      />
      <Fact
        label={writeLabel(headline.pipeline, t('pipeline'))}
        explains={{ measure: 'pipeline_projects' }}
        figures={listOne(headline.pipeline)}
        before={headline.before.pipeline}
        asCount
        absent={absentCount}
        cited={source}
      />
    </>
  );
}

/** The zone's main figures in large type, each with its status and its earlier value. */
export function Facts({ overview }: { readonly overview: Overview }) {
  const t = useLabels(overviewLabels);
  const { headline } = overview;
  const isUnknown =
    !areProjectsKnown(overview.as_of, overview.first_known_day) &&
    headline.established === undefined;
  const source = findCitedFigure(overview.headline);
  const writeLabel = useFactLabel();
  // without targets the statement above says so already
  if (isUnknown && headline.pipeline === undefined && headline.classes === undefined)
    return overview.targets.length === 0 ? null : <RegisterNotes overview={overview} />;
  return (
    <>
      <div className={factsStyles.facts}>
        {headline.classes === undefined ? (
          <GroupFacts overview={overview} />
        ) : (
          headline.classes.map((figure, place) => (
            <Fact
              key={figure.name?.en}
              label={writeLabel(figure, t('established'))}
              explains={{ measure: 'class_projects', of: `place=${place}` }}
              figures={[figure]}
              before={undefined}
              asCount
              absent={t('not_reported')}
              cited={source}
            />
          ))
        )}
        <Popover
          label={t('counted_how')}
          wide
          trigger={(button) => <IconButton {...button} icon="info" label={t('counted_how')} />}
        >
          {() => (
            <Suspense fallback={<Skeleton lines={3} />}>
              <CountedHow overview={overview} />
            </Suspense>
          )}
        </Popover>
      </div>
      <RegisterNotes overview={overview} />
    </>
  );
}
