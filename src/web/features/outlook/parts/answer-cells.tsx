import {
  findUndatedPart,
  writePace,
  writeStatedValue,
  writeTargetValue,
} from '#charts/outlook/sentence.ts';
import { needsPace } from '#domain/outlook/met.ts';
import { VerdictMark } from '#charts/targets/StatusMark.tsx';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { formatPercent } from '#domain/values/format.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { Link } from '#web/ui/controls/link.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { writeAnswer } from './answer-words.ts';
import { StepBar } from './step-bar.tsx';
import * as answersStyles from './answers.module.css';

interface CellProps {
  readonly outlook: TargetOutlook;
}

/** The name of a target and its value, as a link to its block unless `unlinked`. */
export function TargetCell({ outlook, unlinked }: CellProps & { readonly unlinked: boolean }) {
  const language = useLanguage();
  const { row } = outlook;
  const name = (
    <>
      <b>{row.name[language]}</b>{' '}
      <small data-says="target">
        {row.target === undefined ? null : (
          <UnitText
            text={formatTarget(row.comparator, row.target, row.unit, language)}
            units={[row.unit]}
          />
        )}
      </small>
    </>
  );
  return unlinked ? name : <a href={`#outlook-${targetKey(row)}`}>{name}</a>;
}

/** Leads to the checklist of a target that has none. */
function ChecklistLink({ outlook: { row } }: CellProps) {
  const t = useLabels(outlookLabels);
  const mayEdit = useMayEdit();
  const { hrefTo } = useViewState();
  return mayEdit && row.kind === 'qualitative' && row.checklist === undefined ? (
    <small>
      <Link to={hrefTo('/month')}>{t('checklist_add')}</Link>
    </small>
  ) : null;
}

/** Whether the target will be met, with its mark. */
export function AnswerCell({ outlook, unlinked }: CellProps & { readonly unlinked: boolean }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { text, more, mark, isShort } = writeAnswer(outlook, t, language);
  return (
    <div className={`${answersStyles.answer}${isShort ? ` ${answersStyles.short}` : ''}`}>
      <VerdictMark mark={mark} />
      <span>
        <ExplainableFigure measure="verdict" of={`target=${targetKey(outlook.row)}`}>
          <b>
            <UnitText text={text} units={[outlook.row.unit]} />
          </b>
          {more === undefined ? null : (
            <small>
              <UnitText text={more} units={[outlook.row.unit]} />
            </small>
          )}
        </ExplainableFigure>
        {unlinked ? null : <ChecklistLink outlook={outlook} />}
        <DeclaredLine declared={outlook.row.declared} />
      </span>
    </div>
  );
}

/** The value of the target now. */
export function NowCell({ outlook: { row } }: CellProps) {
  const language = useLanguage();
  if (row.now === undefined) return '—';
  return (
    <>
      <ExplainableFigure measure="target_value" of={`target=${targetKey(row)}`}>
        <b>
          <UnitText text={writeStatedValue(row, row.now.value, language)} units={[row.unit]} />
        </b>
      </ExplainableFigure>{' '}
      <WeakStatusChip status={row.now.data_status} />
    </>
  );
}

/** The needed pace and the actual one. */
export function PaceCell({ outlook: { row } }: CellProps) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { neededPerMonth, actual } = findNeededPace(row) ?? {};
  if (!needsPace(row) || (neededPerMonth === undefined && actual === undefined)) return '—';
  return (
    <>
      {neededPerMonth === undefined ? null : (
        <ExplainableFigure measure="pace_needed" of={`target=${targetKey(row)}`}>
          <UnitText
            text={t(neededPerMonth < 0 ? 'needed_fall' : 'needed', {
              value: writePace(row, Math.abs(neededPerMonth), language),
            })}
            units={[row.unit]}
          />
        </ExplainableFigure>
      )}
      <small>
        {actual === undefined ? (
          t('no_pace')
        ) : (
          <ExplainableFigure measure="pace" of={`target=${targetKey(row)}`}>
            <UnitText
              text={t('at_present', { value: writePace(row, actual, language) })}
              units={[row.unit]}
            />
          </ExplainableFigure>
        )}
      </small>
    </>
  );
}

/** The value if everything on file lands: its steps and its share of the target. */
export function CeilingCell({ outlook: { row, range } }: CellProps) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  if (range === undefined || row.target === undefined) return '—';
  const share = Number(range.ceiling) / Number(row.target);
  const { late } = range;
  const undated = findUndatedPart(range);
  return (
    <>
      {range.steps.length === 0 ? null : <StepBar row={row} range={range} />}
      <ExplainableFigure measure="outlook_ceiling" of={`target=${targetKey(row)}`}>
        <span>
          <UnitText text={writeTargetValue(row, range.ceiling, language)} units={[row.unit]} />
        </span>
        {Number.isFinite(share) ? (
          <small>{t('of_target', { share: formatPercent(share, language) })}</small>
        ) : null}
      </ExplainableFigure>
      {(['late', 'undated'] as const).map((part) => {
        const value = { late, undated }[part];
        return value === undefined || Number(value) === 0 ? null : (
          <small key={part}>
            <ExplainableFigure
              measure="outlook_by_date"
              of={`target=${targetKey(row)}&dated=${part}`}
            >
              <UnitText
                text={t(`of_it_${part}`, { value: writeTargetValue(row, value, language) })}
                units={[row.unit]}
              />
            </ExplainableFigure>
          </small>
        );
      })}
    </>
  );
}
