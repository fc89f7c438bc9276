import type { ReactNode } from 'react';
import type { ImportQuestion } from '#contract/imports/preview-schemas.ts';
import * as previewStyles from '#web/features/imports/preview.module.css';

interface ChoiceOptionProps {
  readonly question: ImportQuestion;
  readonly choice: ImportQuestion['choices'][number];
  /** The answer so far. */
  readonly value: string | undefined;
  /** The number key that chooses it. */
  readonly shortcut?: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}
/** One choice of a question as a radio button, with its words. */
export function ChoiceOption(props: ChoiceOptionProps) {
  const { question, choice, value, shortcut, onChoose, children } = props;
  const isChosen = choice.value === value;
  return (
    <label
      className={
        isChosen ? `${previewStyles.choice} ${previewStyles.chosen}` : previewStyles.choice
      }
    >
      <input
        type="radio"
        name={question.id}
        value={choice.value}
        aria-keyshortcuts={shortcut}
        checked={isChosen}
        onChange={() => onChoose(choice.value)}
      />
      {children}
    </label>
  );
}
