import type {
  ImportEffect,
  ImportPreview,
  ImportQuestion,
} from '#contract/imports/preview-schemas.ts';
import { formatMoney } from '#domain/values/format.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';
import { ChoiceOption } from './choice-option.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

interface Props {
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
  readonly effects: ReadonlyMap<string, ImportEffect>;
  readonly value: string | undefined;
  readonly proposal: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** Returns a function that describes what an answer makes of the register. */
function useEffectText(): (effect: ImportEffect | undefined) => string | undefined {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  return (effect) => {
    if (effect === undefined) return undefined;
    const { listed } = effect.register_totals;
    if (listed === undefined) return t('would_read', { n: effect.rows.total });
    const money = listed.after.amounts.map((one) => formatMoney(one, language).text).join(', ');
    return t('would_be', { projects: listed.after.count, money });
  };
}

/** The choices of a question, each with lines of the file and its effect. */
export function ChoiceList({ question, effects, value, proposal, onChoose }: Props) {
  const t = useLabels(previewLabels);
  const textOf = useEffectText();
  return (
    <fieldset className={previewStyles.choices}>
      <legend className={textStyles.visuallyHidden}>{t('your_answer')}</legend>
      {question.choices.map((choice, at) => (
        <ChoiceOption
          key={choice.value}
          {...{ question, choice, value, onChoose }}
          shortcut={at < 9 ? String(at + 1) : undefined}
        >
          <span className={previewStyles.answer}>
            <b>{choice.label}</b>
            {choice.value === proposal ? (
              <>
                {' '}
                <small className={previewStyles.proposed}>{t('proposed')}</small>
              </>
            ) : null}
            {choice.examples === undefined ? null : (
              <q className={importsStyles.sampleLines}>{choice.examples.join('\n')}</q>
            )}
          </span>
          {effects.has(choice.value) ? (
            <span className={previewStyles.effect}>{textOf(effects.get(choice.value))}</span>
          ) : null}
        </ChoiceOption>
      ))}
    </fieldset>
  );
}
