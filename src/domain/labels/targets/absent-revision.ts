import type { Text } from '#domain/values/language.ts';
import type { RevisedFigure } from '#domain/overview/overview.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';

/**
 * The term for a figure that a reading lacks. A number of projects is not known; nothing else was
 * reported.
 *
 * @returns the term in each language
 */
export const absentRevision = ({ figure, unit }: Pick<RevisedFigure, 'figure' | 'unit'>): Text =>
  ['established', 'pipeline', 'stage'].includes(figure) && unit === 'projects'
    ? lightTerms.not_known
    : missingTerms.not_reported;
