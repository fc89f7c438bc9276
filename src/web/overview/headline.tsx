import { valueBeside } from '#domain/beside.ts';
import { rateWords } from '#domain/exchange-rate.ts';
import { formatCount, formatDate, formatPercent, formatTarget, formatValue } from '#domain/format.ts';
import { investmentFigures } from '#domain/headline.ts';
import { isCurrency } from '#domain/money.ts';
import type { Figure, LedgerRow, Overview, Verdict } from '#domain/overview.ts';
import { stageWord } from '#domain/terms/stage.ts';
import { overviewText } from '#web/i18n/overview/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/button.tsx';
import { StatusChip } from '#web/ui/chip.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { figureSource } from '#web/shell/source.ts';

/** A sentence cut into clauses that stay whole: Chinese and Japanese headings break at punctuation only. */
export function Clauses({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[，、。；：])/);
  return parts.length === 1
    ? text
    : parts.map((part) => (
        <span key={part} className="cl">
          {part}
        </span>
      ));
}

const reportedFigure = (figure: Figure | undefined): figure is Figure =>
  figure?.data_status === 'reported' || figure?.data_status === 'provisional';

const unjudged: ReadonlySet<Verdict> = new Set(['no_value', 'no_value_at_deadline', 'no_verdict']);

/** The first sentence: reported project figures; with the zone's own values, how the targets stand. */
export function useStatement(overview: Overview): string {
  const t = useText(overviewText);
  const language = useLanguage();
  const { established, pipeline } = overview.headline;
  const investment = investmentFigures(overview.headline);
  const judged = overview.targets.filter(
    ({ attainment, verdict, verdict_status }) => attainment !== undefined && !unjudged.has(verdict) && verdict_status !== 'illustrative',
  );
  if (overview.origin === 'own' && judged.length > 0) {
    const names = (rows: typeof judged) => rows.map((row) => row.name[language]).join(t('list'));
    const ahead = judged.filter((row) => row.verdict === 'ahead' || row.verdict === 'met');
    const on = judged.filter((row) => row.verdict === 'on_plan' || row.verdict === 'not_yet_exceeded');
    const behind = judged
      .filter((row) => !ahead.includes(row) && !on.includes(row))
      .toSorted((a, b) => (a.attainment ?? 0) - (b.attainment ?? 0));
    const [worst, ...others] = behind;
    return [
      ahead.length > 0 ? t('statement_ahead', { names: names(ahead) }) : '',
      on.length > 0 ? t('statement_on', { names: names(on) }) : '',
      worst === undefined
        ? ''
        : t('statement_behind', { name: worst.name[language], share: formatPercent(1 - (worst.attainment ?? 1), language, 0) }),
      others.length > 0 ? t('statement_behind_more', { names: names(others) }) : '',
    ]
      .filter((clause) => clause !== '')
      .join(t('clause'));
  }
  if (overview.headline.classes !== undefined)
    return t('headline_classes', {
      items: overview.headline.classes.map(({ name, value }) => ({ name: name?.[language] ?? '', value })),
    });
  if (established === undefined || pipeline === undefined) return t(overview.origin === 'own' ? 'statement_none' : 'headline_none');
  const counts = { established: formatCount(established.value, language), pipeline: formatCount(pipeline.value, language) };
  if (investment.length === 0 || !investment.every(reportedFigure)) return t('headline_counts', counts);
  const { beside } = overview;
  const words = investment.map(({ value, unit, qualifier }) => {
    const amount = formatValue(value, unit, language, qualifier === undefined ? {} : { qualifier }).text;
    const other = beside === undefined || unit === beside.currency ? undefined : valueBeside(beside, value, unit);
    return beside === undefined || other === undefined
      ? amount
      : t('headline_beside', { amount, other: formatValue(other, beside.currency, language).text });
  });
  const money = words.join(t('list'));
  return established.name === undefined || pipeline.name === undefined
    ? t('headline_full', { ...counts, money })
    : t('headline_named', { ...counts, money, name: established.name[language], pipeline_name: pipeline.name[language] });
}

/** The statement with its source, and the targets in one sentence. */
export function Headline({ overview }: { readonly overview: Overview }) {
  const t = useText(overviewText);
  const language = useLanguage();
  const statement = useStatement(overview);
  const cited = overview.headline.established ?? overview.headline.classes?.[0];
  const short = (row: LedgerRow) => {
    if (row.target === undefined) return row.wording[language];
    // "jobs for 35,000 people" is met at 35,000, but its source says neither "at least" nor 以上.
    const values = {
      name: row.name[language],
      target: formatTarget(row.comparator === '>=' ? '=' : row.comparator, row.target, row.unit, language),
    };
    return t(isCurrency(row.unit) ? 'target_money' : 'target_count', values);
  };
  const year = overview.targets
    .map((row) => row.deadline.slice(0, 4))
    .toSorted()
    .at(-1);
  return (
    <div>
      <h2>
        <Clauses text={statement} />
      </h2>
      {cited === undefined ? null : (
        <p className="srcl">
          <StatusChip status={cited.data_status} />
          <span>
            {[
              t('source', { source: figureSource(cited, language) }),
              ...(overview.beside?.used ?? []).flatMap((rate) => [rateWords(rate), formatDate(rate.day, language, 'long'), rate.source]),
            ].join(' · ')}
          </span>
        </p>
      )}
      {year === undefined ? null : <p className="tgl">{t('targets_line', { year, items: overview.targets.map(short).join(t('list')) })}</p>}
    </div>
  );
}

const oneOf = (figure: Figure | undefined): readonly Figure[] => (figure === undefined ? [] : [figure]);

function Fact({
  label,
  shown: figures,
  before,
  asCount,
}: {
  readonly label: string;
  /** One figure; several where an amount is of several currencies. */
  readonly shown: readonly Figure[];
  readonly before: Figure | undefined;
  readonly asCount: boolean;
}) {
  const t = useText(overviewText);
  const language = useLanguage();
  const [figure] = figures;
  const inWords = (value: Figure) =>
    formatValue(
      value.value,
      asCount && language === 'en' ? '' : value.unit,
      language,
      value.qualifier === undefined ? {} : { qualifier: value.qualifier },
    );
  const earlier =
    before === undefined
      ? undefined
      : t('earlier', { date: formatDate(before.date, language, language === 'en' ? 'short' : 'long'), value: inWords(before).text });
  return (
    <div>
      {figure === undefined ? (
        <span className="none">{t('not_reported')}</span>
      ) : (
        <span className={figures.length > 1 ? 'sums' : undefined}>
          {figures.map((one) => {
            const { prefix, number, suffix } = inWords(one);
            return (
              <span key={one.unit} className="big num">
                {prefix === '' ? null : <span className="u pre">{prefix}</span>}
                {number}
                {suffix === '' ? null : <span className="u">{suffix.trim()}</span>}
              </span>
            );
          })}
        </span>
      )}
      <div>
        <b>{label}</b>
        {figure === undefined ? null : (
          <small>
            <StatusChip status={figure.data_status} />
            {earlier === undefined ? (
              <span className="num day">{formatDate(figure.date, language, language === 'en' ? 'short' : 'long')}</span>
            ) : (
              <span className="num" title={before?.note?.[language]}>
                {earlier}
              </span>
            )}
          </small>
        )}
      </div>
    </div>
  );
}

/** The mission's own figures, large, each with its status and what it was before. */
export function Facts({ overview }: { readonly overview: Overview }) {
  const t = useText(overviewText);
  const language = useLanguage();
  const { headline, stage_mapping: mapping } = overview;
  const stages = (ids: readonly string[]) => ids.map((id) => stageWord(overview.zone.stage_words, id, language)).join(t('list'));
  const { before } = headline;
  const labelOf = (figure: Figure | undefined, usual: string): string =>
    figure?.name === undefined ? usual : t('class_projects', { name: figure.name[language] });
  const earlierWords = (
    [
      [t('established'), before.established],
      [t('their_investment'), before.established_investment],
      [t('pipeline'), before.pipeline],
    ] as const
  ).filter((pair): pair is readonly [string, Figure] => pair[1]?.note !== undefined);
  return (
    <section className="facts" aria-label={t('counted_how')}>
      {headline.classes === undefined ? (
        <>
          <Fact
            label={labelOf(headline.established, t('established'))}
            shown={oneOf(headline.established)}
            before={headline.before.established}
            asCount
          />
          <Fact
            label={t('their_investment')}
            shown={investmentFigures(headline)}
            before={headline.before.established_investment}
            asCount={false}
          />
          <Fact
            label={labelOf(headline.pipeline, t('pipeline'))}
            shown={oneOf(headline.pipeline)}
            before={headline.before.pipeline}
            asCount
          />
        </>
      ) : (
        headline.classes.map((figure) => (
          <Fact key={figure.name?.en} label={labelOf(figure, t('established'))} shown={[figure]} before={undefined} asCount />
        ))
      )}
      <Popover label={t('counted_how')} wide trigger={(button) => <IconButton {...button} icon="info" label={t('counted_how')} />}>
        {() => (
          <div className="how">
            <p>{t('counted_established', { stages: stages(mapping.established) })}</p>
            <p>{t('counted_pipeline', { stages: stages(mapping.pipeline) })}</p>
            <p>{t('counted_note')}</p>
            {headline.classes === undefined ? null : <p>{t('classes_note')}</p>}
            {earlierWords.map(([name, { date, note }]) => (
              <p key={name}>{t('earlier_word', { name, date: formatDate(date, language), words: note?.[language] ?? '' })}</p>
            ))}
          </div>
        )}
      </Popover>
    </section>
  );
}
