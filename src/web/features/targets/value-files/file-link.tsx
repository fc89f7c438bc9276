import { useState } from 'react';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { saveAs } from '#web/data/files/save-file.ts';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { readValueFile } from './queries.ts';
import * as styles from './value-files.module.css';

/** The name of a file; a press saves the file. A withdrawn one is struck through. */
export function FileLink({ evidence }: { readonly evidence: ValueEvidence }) {
  const t = useLabels(valueFilesLabels);
  const [failure, setFailure] = useState<ProblemError>();
  const { file, withdrawn } = evidence;
  const save = () => {
    setFailure(undefined);
    readValueFile(evidence).then(
      (blob) => saveAs(file, blob),
      (error: unknown) => setFailure(toProblem(error)),
    );
  };
  if (withdrawn !== undefined) return <s className={styles.name}>{file}</s>;
  return (
    <>
      <span className={styles.name}>
        <TextButton aria-label={t('save_as', { file })} onClick={save}>
          {file}
        </TextButton>
      </span>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
    </>
  );
}
