import { analysisChartName, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { exportName } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * Describes an exported file in words, also of a chart of the page of charts.
 *
 * @param path - the address of the file below the API, as `charts/targets.csv`
 */
export const fileName = (path: string, language: Language): string =>
  exportName(path, language, (id) =>
    isAnalysisChartId(id) ? analysisChartName(id, language) : undefined,
  );
