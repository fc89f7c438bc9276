import { useState } from 'react';
import { mostAnswerFileBytes, mostAnswerFiles } from '#contract/requests/constants.ts';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import type { OpenRequest } from '#contract/requests/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { upload } from '#web/data/files/file-transport.ts';
import { call } from '#web/data/transport.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as styles from './answer.module.css';

type Fault =
  | 'file_failed'
  | 'file_again'
  | 'file_most'
  | 'file_large'
  | 'file_unsent'
  | 'removing_refused';

/**
 * Finds why a file was not attached, as the key of a label.
 *
 * @param count - how many files are attached
 */
function findFileFault(error: unknown, count: number): Fault {
  const { code } = toProblem(error);
  if (code === 'conflict') return count < mostAnswerFiles ? 'file_again' : 'file_most';
  if (code === 'too_large') return 'file_large';
  return code === 'unsupported_media_type' ? 'file_failed' : 'file_unsent';
}

/** The files that prove the values of a request. */
export function FileSection({
  openRequest,
  show,
}: {
  readonly openRequest: OpenRequest;
  readonly show: (request: OpenRequest) => void;
}) {
  const t = useLabels(answerLabels);
  const [fault, setFault] = useState<Fault>();
  const [share, setShare] = useState<number>();
  const params = { request: openRequest.id };
  const attach = (localFile: File | undefined) => {
    if (localFile === undefined) return;
    if (localFile.size > mostAnswerFileBytes) return setFault('file_large');
    setFault(undefined);
    setShare(0);
    upload(requestEndpoints.addAnswerFile, localFile, { params, onProgress: setShare })
      .then((file) => show({ ...openRequest, files: [...openRequest.files, file] }))
      .catch((error: unknown) => setFault(findFileFault(error, openRequest.files.length)))
      .finally(() => setShare(undefined));
  };
  const remove = (file: string) => {
    setFault(undefined);
    call(requestEndpoints.removeAnswerFile, { params: { ...params, file }, body: {} })
      .then(show)
      .catch(() => setFault('removing_refused'));
  };
  return (
    <section className={styles.cell}>
      <p>
        <b>{t('files')}</b> <small>{t('optional')}</small>
      </p>
      <p className={styles.project}>{t('files_hint')}</p>
      {openRequest.files.map(({ id, name, size }) => (
        <p key={id} className={styles.file}>
          <span>
            {name}
            <small>{t('file_size', { kb: Math.max(1, Math.round(size / 1000)) })}</small>
          </span>
          <button type="button" onClick={() => remove(id)}>
            {t('remove')}
          </button>
        </p>
      ))}
      <label className={styles.upload}>
        <input
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.ofd,.txt,.csv"
          disabled={share !== undefined}
          onChange={({ target }) => {
            attach(target.files?.[0]);
            target.value = '';
          }}
        />
        <span>{share === undefined ? t('choose') : `${Math.round(share * 100)}%`}</span>
      </label>
      <p className={styles.fault} role="status">
        {fault === undefined ? '' : t(fault, { n: mostAnswerFiles })}
      </p>
    </section>
  );
}
