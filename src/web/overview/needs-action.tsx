import { useState, type ReactNode } from 'react';
import { formatDate } from '#domain/format.ts';
import type { Action, Overview } from '#domain/overview.ts';
import { projectName } from '#domain/terms/index.ts';
import { milestoneTerms } from '#domain/terms/field.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/button.tsx';
import { StatusChip } from '#web/ui/chip.tsx';

const firstRows = 5;

/** What wants something done, latest first: the first five, and the rest when asked for; on a wall the first `most`. `link` leads from a code to its project, by its name. */
export function NeedsAction({
  overview,
  link,
  most,
}: {
  readonly overview: Overview;
  readonly link: (code: string, name: string) => ReactNode;
  readonly most?: number;
}) {
  const t = useText(detailText);
  const language = useLanguage();
  const example = overview.strip.data_status === 'illustrative';
  const date = (day: string) => formatDate(day, language, 'long');
  const words = (action: Action): readonly [string, string, boolean] => {
    if (action.kind === 'stale') return [t('action_stale', { date: date(action.since) }), t('days', { days: action.days }), false];
    if (action.kind === 'issue') return [t('action_issue', { due: date(action.due) }), t('days_late', { days: action.days }), true];
    if (action.kind === 'undisclosed') return [t('action_undisclosed'), t('to_supply'), false];
    const milestone = milestoneTerms[action.milestone][language];
    const { baseline, plan, days } = action;
    if (baseline === undefined)
      return [plan === undefined ? milestone : t('action_past_plan', { milestone, plan: date(plan) }), t('past_plan', { days }), true];
    const said =
      plan === undefined || plan === baseline
        ? t('action_overdue_no_plan', { milestone, baseline: date(baseline) })
        : t('action_overdue', { milestone, baseline: date(baseline), plan: date(plan) });
    return [said, t('days_past', { days }), true];
  };
  const names = new Map(
    overview.strip.groups.flatMap(({ rows: of }) => of.flatMap(({ dots }) => dots.map(({ code, name }) => [code, name]))),
  );
  /** Several that have no name but their code stand as codes. */
  const nameOf = (code: string, several: boolean): string => {
    const name = names.get(code) ?? code;
    return several ? name : projectName({ code, name }, language);
  };
  const [whole, setWhole] = useState(false);
  const rows = overview.actions.slice(0, most ?? (whole ? overview.actions.length : firstRows));
  const left = overview.actions_total - rows.length;
  return (
    <section className="sec">
      <h3>
        {t('needs_action')} <i>{overview.actions_total}</i> {example ? <StatusChip status="illustrative" /> : null}
      </h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('nothing_to_do')}</p>
      ) : (
        <ul className="list act">
          {rows.map((action) => {
            const [said, value, late] = words(action);
            const codes = action.codes.slice(0, 3);
            const others = (action.kind === 'undisclosed' ? action.count : action.codes.length) - codes.length;
            return (
              <li key={`${action.kind} ${action.codes.join()}`}>
                <span>
                  {codes.map((code, index) => (
                    <span key={code}>
                      {index > 0 ? t('list') : null}
                      {link(code, nameOf(code, codes.length > 1))}
                    </span>
                  ))}
                  {others > 0 ? ` ${t('and_more', { count: others })}` : null}
                </span>
                <p>{said}</p>
                <b className={late && !example ? 'num late' : 'num'}>{value}</b>
              </li>
            );
          })}
        </ul>
      )}
      {left === 0 ? null : (
        <p className="quiet">
          {most !== undefined || whole || rows.length === overview.actions.length ? (
            t('and_more', { count: left })
          ) : (
            <TextButton onClick={() => setWhole(true)}>{t('and_more', { count: left })}</TextButton>
          )}
        </p>
      )}
    </section>
  );
}
