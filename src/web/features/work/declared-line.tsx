import {
  declaredStatusSentence,
  declaredStatusText,
} from '#domain/labels/projects/declared-status.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as markStyles from './declared-mark.module.css';

/** A declared status with its signature, in a list beside the computed one; nothing without it. */
export function DeclaredLine({
  declared,
  hasReason = false,
}: {
  readonly declared: DeclaredStatus | undefined;
  /** Whether the reason is written, too. */
  readonly hasReason?: boolean;
}) {
  const language = useLanguage();
  return declared === undefined ? null : (
    <small className={markStyles.mark} title={declared.reason}>
      {(hasReason ? declaredStatusSentence : declaredStatusText)(declared, language)}
    </small>
  );
}
