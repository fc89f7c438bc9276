import { mostEvidenceBytes, type EvidenceSubject } from '#domain/projects/evidence.ts';
import { formatDate, formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { milestoneTerms, term } from '#domain/labels/index.ts';
import { toProblem } from '#web/data/problem-error.ts';

/** What a file would prove, in words. */
export const subjectText = (
  subject: EvidenceSubject,
  stage: (id: string) => string,
  language: Language,
): string =>
  subject.of === 'milestone'
    ? term(milestoneTerms, subject.which, language)
    : [
        stage(subject.which),
        subject.date === undefined ? undefined : formatDate(subject.date, language, 'long'),
      ]
        .filter((part) => part !== undefined)
        .join(' · ');

/** Bytes as MB or kB. */
export const sizeText = (bytes: number, language: Language): string =>
  bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000, language, 1)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`;

/** Why a file was not kept, as a key of the words; nothing where the failure is another. */
export function fileFault(
  file: File | undefined,
  error: unknown,
): 'too_large' | 'not_taken' | 'kept_already' | undefined {
  if (file !== undefined && file.size > mostEvidenceBytes) return 'too_large';
  if (error === null || error === undefined) return undefined;
  const { code } = toProblem(error);
  return code === 'too_large'
    ? 'too_large'
    : code === 'unsupported_media_type'
      ? 'not_taken'
      : code === 'conflict'
        ? 'kept_already'
        : undefined;
}
/** Ends of names that the file dialog offers. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.ofd,.txt,.csv,.md';
