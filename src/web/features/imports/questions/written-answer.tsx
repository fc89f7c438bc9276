import type { ImportQuestion } from '#contract/imports/types.ts';
import { previewText } from '#web/features/imports/labels/preview/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';

/** A name or a day, in the reader's own words. */
export function WrittenAnswer({
  question,
  value,
  onChoose,
}: {
  readonly question: ImportQuestion;
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
}) {
  const t = useText(previewText);
  return (
    <Field
      label={t('your_answer')}
      type={question.kind === 'as_of' ? 'date' : 'text'}
      maxLength={200}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
