import { Fragment, useState, type ReactNode } from 'react';
import type { Action, ActionList } from '#domain/projects/actions.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { UndisclosedAmounts } from '#domain/projects/register-view.ts';
import {
  actionAmountText,
  actionCountText,
  actionReasonText,
  daysOverText,
  notKnownActionTexts,
} from '#domain/labels/projects/action.ts';
import { projectName } from '#domain/labels/index.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Link } from '#web/ui/controls/link.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import { compact } from '#domain/values/compact.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface NeedsActionProps {
  readonly list: ActionList;
  /** The entries that a filter leaves. Omitted for all. */
  readonly entries?: readonly Action[];
  /** Filters the list. */
  readonly filter?: ReactNode;
  /** Projects without an amount, which are in no sum. */
  readonly undisclosed?: UndisclosedAmounts;
  /** Invented values: in plain ink. */
  readonly example: boolean;
  /** Number of items shown at first; the others are shown on request. */
  readonly first?: number;
  /** The units of money of the page. */
  readonly units?: PageUnits;
  /** Links a project to its page. */
  readonly link: (code: string, name: string, lang?: string) => ReactNode;
  /** The declared status of a project, beside the reasons. */
  readonly declared?: (code: string) => ReactNode;
  /** The address of what is due next. */
  readonly due?: string;
}

/** The list of what needs action, by amount × days over the limit. */
export function NeedsAction({
  list,
  entries = list.items,
  filter,
  undisclosed,
  example,
  first = 5,
  units,
  link,
  declared,
  due,
}: NeedsActionProps) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const [whole, setWhole] = useState(false);
  const rows = entries.slice(0, whole ? entries.length : first);
  const restCount = (entries === list.items ? list.total : entries.length) - rows.length;
  const canOpen = rows.length < entries.length;
  return (
    <section className={textStyles.section}>
      <h3>
        {t('needs_action')}{' '}
        <i>
          <ExplainableFigure measure="needs_action">
            {actionCountText(list, language)}
          </ExplainableFigure>
        </i>
      </h3>
      {filter}
      {rows.length === 0 ? (
        list.items.length > 0 || list.undated > 0 || list.not_judged > 0 ? null : (
          <p className={textStyles.quiet}>{t('nothing_to_do')}</p>
        )
      ) : (
        <ul className={`${listsStyles.list} ${listsStyles.actions}`}>
          {rows.map((action) => (
            <ActionRow
              key={action.code}
              action={action}
              example={example}
              units={units}
              declared={declared?.(action.code)}
              name={link(
                action.code,
                projectName(action, language),
                projectNameLanguage(action, language),
              )}
            />
          ))}
        </ul>
      )}
      {restCount <= 0 ? null : (
        <p className={textStyles.quiet} data-says="needs_action">
          {canOpen ? (
            <TextButton onClick={() => setWhole(true)}>
              {t('and_more', { count: restCount })}
            </TextButton>
          ) : (
            t('and_more', { count: restCount })
          )}
        </p>
      )}
      {due === undefined ? null : (
        <p>
          <Link className={controlsStyles.link} to={due}>
            {t('see_due')}
          </Link>
        </p>
      )}
      <ActionNotes list={list} {...compact({ undisclosed })} link={link} />
    </section>
  );
}

interface ActionRowProps {
  readonly action: Action;
  /** Invented values: in plain ink. */
  readonly example: boolean;
  readonly units: PageUnits | undefined;
  readonly name: ReactNode;
  readonly declared: ReactNode;
}
function ActionRow({ action, example, units, name, declared }: ActionRowProps) {
  const language = useLanguage();
  const isLate = action.reasons.some(({ kind }) => kind === 'overdue' || kind === 'issue');
  const amount = actionAmountText(action, language, units);
  const of = `code=${encodeURIComponent(action.code)}`;
  return (
    <li>
      <span>
        {name}
        <small>
          {action.owner}
          {action.owner === undefined || amount === undefined ? null : ' · '}
          {amount === undefined ? null : (
            <ExplainableFigure measure="project_amount" of={of}>
              {amount}
            </ExplainableFigure>
          )}
        </small>
      </span>
      <p data-says="project_overdue">
        {action.reasons.map((reason) => (
          <span key={reason.kind}>{actionReasonText(reason, language)}</span>
        ))}
        {declared}
      </p>
      <b
        className={
          isLate && !example ? `${textStyles.number} ${listsStyles.late}` : textStyles.number
        }
      >
        <ExplainableFigure measure="project_overdue" of={of}>
          {daysOverText(action, language)}
        </ExplainableFigure>
      </b>
    </li>
  );
}

/** Explains the order of the list and its exclusions. */
function ActionNotes({
  list,
  undisclosed,
  link,
}: Pick<NeedsActionProps, 'list' | 'undisclosed' | 'link'>) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { total, unrated } = list;
  const without = undisclosed?.projects.slice(0, 3) ?? [];
  const others = (undisclosed?.count ?? 0) - without.length;
  return (
    <>
      {total > 1 ? <p className={textStyles.note}>{t('action_order')}</p> : null}
      {total > 1 && unrated.length > 0 ? (
        <p className={textStyles.note}>
          {t('action_unrated', { currencies: unrated.join(t('list')) })}
        </p>
      ) : null}
      {notKnownActionTexts(list, language).map((sentence) => (
        <p key={sentence} className={textStyles.note} data-says="needs_action">
          {sentence}
        </p>
      ))}
      {without.length === 0 ? null : (
        <p className={textStyles.note}>
          {t('action_undisclosed')}
          {t('colon')}
          {without.map((project, i) => (
            <Fragment key={project.code}>
              {i === 0 ? null : t('list')}
              {link(
                project.code,
                projectName(project, language),
                projectNameLanguage(project, language),
              )}
            </Fragment>
          ))}
          {others > 0 ? (
            <>
              {' '}
              <ExplainableFigure measure="undisclosed_projects">
                {t('and_more', { count: others })}
              </ExplainableFigure>
            </>
          ) : null}
        </p>
      )}
    </>
  );
}
