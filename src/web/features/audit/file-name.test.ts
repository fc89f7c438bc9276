import { expect, test } from 'vitest';
import { analysisChartIds, analysisChartName } from '#charts/labels/analysis-names.ts';
import { languages } from '#domain/values/language.ts';
import { fileName } from './file-name.ts';

// seen to fail: the audit log said "Exported: charts/money_ladder.pptx"
test.each(languages)('%s: each exported file has a name in words', (language) => {
  for (const id of analysisChartIds)
    expect(fileName(`charts/${id}.pptx`, language)).toContain(analysisChartName(id, language));
  const others = ['charts/targets', 'charts/pipeline', 'documents/report', 'documents/pack'];
  for (const path of others) expect(fileName(`${path}.pdf`, language)).not.toContain(path);
});
