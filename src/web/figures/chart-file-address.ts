import type { Language } from '#domain/values/language.ts';
import { buildPath } from '#contract/core/path.ts';

/** Builds the address of a chart as a picture or data file, exactly as drawn. */
export function chartFile(
  chart: string,
  format: 'png' | 'svg' | 'pdf' | 'pptx' | 'csv' | 'xlsx' | 'json' | 'datapackage.json',
  query: {
    readonly as_of?: string | undefined;
    readonly known_at?: string | undefined;
    readonly compare?: string | undefined;
    readonly plan?: string | undefined;
    readonly lang: Language;
    readonly theme?: string;
    readonly size?: string;
    readonly title?: string | undefined;
    readonly measure?: string | undefined;
    readonly range?: string | undefined;
    readonly marks?: 'off';
    readonly known_from?: string | undefined;
    readonly rates?: string | undefined;
    readonly cur?: string | undefined;
    readonly industry?: string | undefined;
    readonly zone?: string | undefined;
    readonly prefecture?: string | undefined;
    readonly owner?: string | undefined;
    readonly scale?: string;
    readonly csv?: string;
    /** Id of the saved chart whose annotations the file has. */
    readonly saved?: string | undefined;
  },
): string {
  const { saved, ...file } = query;
  const folder =
    saved === undefined
      ? '/api/v1/charts'
      : `/api/v1/saved-charts/${encodeURIComponent(saved)}/files`;
  return buildPath({ method: 'GET', path: `${folder}/${chart}.${format}` }, {}, file);
}
