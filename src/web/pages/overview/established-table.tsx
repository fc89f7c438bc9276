import type { ReactNode } from 'react';
import { fullText, type MeasureUnit, measureUnit, valueParts } from '#charts/frame/units.ts';
import { formatCount, formatDate, formatValue } from '#domain/format.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/money.ts';
import type { EstablishedProject, Overview } from '#domain/overview.ts';
import { heldBackAmounts, missingTerms } from '#domain/terms/data.ts';
import { milestoneTerms } from '#domain/terms/field.ts';
import { lightTerms } from '#domain/terms/light.ts';
import { stageWord } from '#domain/terms/stage.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { industryColour } from '#web/project/words.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { IndustryDot } from '#web/ui/industry-dot.tsx';

/** The established projects with their next milestone against its frozen date. */
export function EstablishedTable({
  overview,
  link,
}: {
  readonly overview: Overview;
  readonly link: (code: string, name: string) => ReactNode;
}) {
  const t = useText(detailText);
  const language = useLanguage();
  const { established: rows, zone, strip } = overview;
  const example = strip.data_status === 'illustrative';
  const group = strip.groups.find((other) => other.group === 'established');
  const currency = zone.base_currency;
  const sum = group?.amounts.find((amount) => amount.currency === currency);
  /** One unit for every amount of a currency: that of its sum. */
  const unitOf = (of: string): MeasureUnit => {
    const like = group?.amounts.find((amount) => amount.currency === of) ?? rows.find(({ money: one }) => one?.currency === of)?.money;
    return measureUnit(of, language, like === undefined ? 0 : toMajor(fromWire(like)));
  };
  const unit = unitOf(currency);
  const others = group?.amounts.filter((amount) => amount.currency !== currency) ?? [];
  const inOther = (amount: WireMoney): string =>
    fullText(toMajor(fromWire(amount)), unitOf(amount.currency), unitOf(amount.currency).digits);
  const none = <span className="dash">—</span>;
  const day = (date: string): string => formatDate(date, language, language === 'en' ? 'short' : 'long');
  const date = (given: string | undefined): ReactNode => (given === undefined ? none : day(given));
  const inUnit = (amount: WireMoney): ReactNode => {
    const { prefix, number, suffix } = valueParts(toMajor(fromWire(amount)), unit);
    return (
      <>
        <span className="unit">{prefix}</span>
        {number}
        <span className="unit">{suffix}</span>
      </>
    );
  };
  const money = (row: EstablishedProject): ReactNode => {
    if (row.money === undefined) return missingTerms[row.missing ?? 'not_reported'][language];
    return row.money.currency === currency ? inUnit(row.money) : inOther(row.money);
  };
  const status = (row: EstablishedProject): ReactNode => {
    const { slippage_days: slippage = 0, overdue } = row;
    const later = slippage === 0 ? undefined : t(slippage > 0 ? 'later' : 'sooner', { days: Math.abs(slippage) });
    if (overdue !== undefined)
      return (
        <>
          <span className={example ? undefined : 'late'}>{t('overdue_since', { date: day(overdue.since), days: overdue.days })}</span>
          {later === undefined ? null : <small>{later}</small>}
        </>
      );
    if (later !== undefined) return later;
    if (row.operating_since !== undefined) return t('operating_since', { date: day(row.operating_since) });
    if (row.light === 'on_track' && row.slippage_days !== undefined) return t('on_base');
    return row.light === undefined ? (
      none
    ) : (
      <span className={row.light === 'not_known' ? 'dash' : undefined}>{lightTerms[row.light][language]}</span>
    );
  };
  const original = ({ next }: EstablishedProject): ReactNode => {
    const first = next?.first_plan;
    if (first === undefined) return <span className="num">{date(next?.baseline)}</span>;
    return (
      <>
        <span className="num">{day(first.date)}</span>
        <small>{first.known === undefined ? t('first_plan') : t('first_plan_known', { date: day(first.known) })}</small>
      </>
    );
  };
  const columns: readonly Column<EstablishedProject>[] = [
    { id: 'project', label: t('col_project'), head: true, cell: (row) => link(row.code, row.name) },
    {
      id: 'industry',
      label: t('col_industry'),
      cell: (row) => {
        const industry = zone.industries.find((other) => other.id === row.industry);
        return (
          <span className="nw">
            <IndustryDot colour={industryColour(zone, row.industry)} />
            {industry?.short[language] ?? row.industry ?? '—'}
          </span>
        );
      },
    },
    { id: 'stage', label: t('col_stage'), cell: (row) => <span className="nw">{stageWord(zone.stage_words, row.stage, language)}</span> },
    {
      id: 'money',
      label: t('col_money', { unit: [unit, ...others.map((amount) => unitOf(amount.currency))].map(({ word }) => word).join(' · ') }),
      right: true,
      cell: money,
    },
    { id: 'next', label: t('col_next'), cell: (row) => (row.next === undefined ? none : milestoneTerms[row.next.type][language]) },
    { id: 'base', label: t('col_base'), dim: true, cell: original },
    { id: 'plan', label: t('col_plan'), cell: (row) => <span className="num">{date(row.next?.plan)}</span> },
    { id: 'status', label: t('col_status'), cell: status },
  ];
  const published = overview.headline.established_investment;
  if (rows.length === 0)
    return (
      <section className="sec established">
        <h3>{t('established_table')}</h3>
        <p className="quiet">{t('none_established')}</p>
      </section>
    );
  return (
    <section className="sec established">
      <h3>
        {t('established_table')} <i>{formatCount(group?.count ?? rows.length, language)}</i>
      </h3>
      <DataTable
        caption={t('established_table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        foot={
          sum === undefined && others.length === 0 && group?.held_back === undefined ? undefined : (
            <tr>
              <th scope="row" colSpan={3}>
                {published?.data_status === 'reported' && example
                  ? t('total_reported', {
                      value: formatValue(
                        published.value,
                        published.unit,
                        language,
                        published.qualifier === undefined ? {} : { qualifier: published.qualifier },
                      ).text,
                    })
                  : t('total')}
              </th>
              <td className="r num">
                {sum === undefined ? null : inUnit(sum)}
                {[...others.map(inOther), ...(group?.held_back === undefined ? [] : [heldBackAmounts(group.held_back, language)])].map(
                  (text) => (
                    <span key={text} className="psum">
                      {text}
                    </span>
                  ),
                )}
              </td>
              <td colSpan={4} />
            </tr>
          )
        }
      />
      {(group?.count ?? 0) > rows.length ? <p className="lnote">{t('not_all', { shown: rows.length, count: group?.count ?? 0 })}</p> : null}
      {example ? <p className="lnote">{t('table_note')}</p> : null}
    </section>
  );
}
