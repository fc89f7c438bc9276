import { PageHatches } from '#charts/kit/style/Ink.tsx';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { AnswerCell, CeilingCell, NowCell, PaceCell, TargetCell } from './answer-cells.tsx';
import { AnswerKey } from './answer-key.tsx';
import { AnswerSpark } from './answer-spark.tsx';
import * as answersStyles from './answers.module.css';

interface AnswerTableProps {
  readonly targets: readonly TargetOutlook[];
  /** Without links to the block of each target: in a shared page the # holds the secret. */
  readonly unlinked?: boolean;
}

/** The class of a column of figures. */
const figure = (name: string): string => `${answersStyles.figure} ${name}`;

function AnswerRow({
  outlook,
  unlinked,
}: {
  readonly outlook: TargetOutlook;
  readonly unlinked: boolean;
}) {
  const t = useLabels(outlookLabels);
  return (
    <tr>
      <th scope="row" className={answersStyles.target}>
        <TargetCell outlook={outlook} unlinked={unlinked} />
      </th>
      <td className={answersStyles.verdict}>
        <AnswerCell outlook={outlook} unlinked={unlinked} />
      </td>
      <td className={figure(answersStyles.now)} data-label={t('now')}>
        <NowCell outlook={outlook} />
      </td>
      <td className={answersStyles.line}>
        <AnswerSpark row={outlook.row} />
      </td>
      <td className={figure(answersStyles.pace)} data-label={t('pace')}>
        <PaceCell outlook={outlook} />
      </td>
      <td
        className={answersStyles.all}
        data-label={t('ceiling')}
        data-all={outlook.range === undefined ? undefined : ''}
      >
        <CeilingCell outlook={outlook} />
      </td>
    </tr>
  );
}

/** The answer for every target, one row each, with the key of its drawings. */
export function AnswerTable({ targets, unlinked = false }: AnswerTableProps) {
  const t = useLabels(outlookLabels);
  return (
    <div className={answersStyles.answers}>
      <PageHatches />
      <table aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col" className={answersStyles.target}>
              {t('target')}
            </th>
            <th scope="col" className={answersStyles.verdict}>
              {t('answer')}
            </th>
            <th scope="col" className={figure(answersStyles.now)}>
              {t('now')}
            </th>
            <th scope="col" className={answersStyles.line}>
              {t('line')}
            </th>
            <th scope="col" className={figure(answersStyles.pace)}>
              {t('pace')}
            </th>
            <th scope="col">{t('ceiling')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((outlook) => (
            <AnswerRow key={targetKey(outlook.row)} outlook={outlook} unlinked={unlinked} />
          ))}
        </tbody>
      </table>
      <AnswerKey targets={targets} />
    </div>
  );
}
