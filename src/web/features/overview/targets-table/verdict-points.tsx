import { splitPoints } from '#domain/labels/targets/points-phrases.ts';
import { Fragment } from 'react';
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The points from the plan under a verdict. A narrow line does not end within a word of them. */
export const VerdictPoints = ({ points }: { readonly points: string }) => (
  <small className={`${verdictCellStyles.points} ${textStyles.number}`}>
    {splitPoints(points).map((phrase, at) => (
      <Fragment key={phrase}>
        {at === 0 ? null : <wbr />}
        {phrase}
      </Fragment>
    ))}
  </small>
);
