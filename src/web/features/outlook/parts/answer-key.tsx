import { needsPace } from '#domain/outlook/met.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as answersStyles from './answers.module.css';
import * as stepBarStyles from './step-bar.module.css';
import * as textStyles from '#web/ui/text.module.css';

const steps = ['today', 'established', 'signed', 'negotiation', 'lead'] as const;

/** A short piece of the drawing that a word of the key explains. */
function Piece({ line }: { readonly line: 'needed' | 'pace' | 'steps' | 'missing' }) {
  const isBar = line === 'steps' || line === 'missing';
  return (
    <svg
      className={isBar ? stepBarStyles.parts : answersStyles.lines}
      width={line === 'steps' ? 50 : 24}
      height="12"
      aria-hidden="true"
    >
      {line === 'needed' ? <path data-line="needed" d="M0 6H24" /> : null}
      {line === 'pace' ? (
        <>
          <rect data-line="band" width="24" height="12" />
          <path data-line="forecast" d="M0 6H24" />
        </>
      ) : null}
      {line === 'steps'
        ? steps.map((step, at) => (
            <rect key={step} data-step={step} x={at * 10} width="10" height="12" />
          ))
        : null}
      {line === 'missing' ? <rect data-step="missing" x="1" y="1" width="22" height="10" /> : null}
    </svg>
  );
}

/** The key of the drawings in the table of answers, with those parts that it draws. */
export function AnswerKey({ targets }: { readonly targets: readonly TargetOutlook[] }) {
  const t = useLabels(outlookLabels);
  const hasForecast = targets.some(({ row }) => row.forecast.kind === 'range');
  const hasSteps = targets.some(({ range }) => (range?.steps.length ?? 0) > 0);
  const isMissing = targets.some(
    ({ range }) => range !== undefined && compareDecimal(range.missing, '0') > 0,
  );
  const hasNeeded = targets.some(
    ({ row }) => row.target !== undefined && row.now !== undefined && needsPace(row),
  );
  if (!hasNeeded && !hasSteps) return null;
  return (
    <p className={`${textStyles.note} ${answersStyles.key}`} data-words>
      {hasNeeded ? (
        <span>
          <Piece line="needed" /> {t('needed_label')}
        </span>
      ) : null}
      {hasForecast ? (
        <span>
          <Piece line="pace" /> {t('key_pace')}
        </span>
      ) : null}
      {hasSteps ? (
        <span>
          <Piece line="steps" /> {t('key_steps')}
        </span>
      ) : null}
      {isMissing ? (
        <span>
          <Piece line="missing" /> {t('key_missing')}
        </span>
      ) : null}
    </p>
  );
}
