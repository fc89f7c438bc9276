import { mostEvidenceBytes, type EvidenceSubject } from '#domain/projects/evidence.ts';
import { formatDate, formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { milestoneTerms, term } from '#domain/labels/index.ts';
import { toProblem } from '#web/data/problem-error.ts';

/** Names the stage or milestone that a file proves. */
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

/** Writes a number of bytes in MB or kB. */
export const sizeText = (bytes: number, language: Language): string =>
  bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000, language, 1)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`;

/**
 * Finds why a file was not stored, as a key of the labels.
 * @returns undefined for other failures
 */
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
/** File name extensions that the file dialog offers. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.ofd,.txt,.csv,.md';
