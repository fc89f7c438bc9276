import { memo } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { Part } from '#web/loading/page-part.tsx';
import { Facts, LaterFacts } from './facts.tsx';
import { Headline } from './headline.tsx';
import { PhaseStrip } from './phase-timeline.tsx';
import * as overviewStyles from '#web/features/overview/overview.module.css';

/** The statement, the phases and the main figures of the zone, at the head of its overview. */
export const Lead = memo(function Lead({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <section className={overviewStyles.lead}>
        <Part>
          <Headline overview={overview} />
        </Part>
        <Part>
          <PhaseStrip overview={overview} />
        </Part>
      </section>
      <Part>
        <Facts overview={overview} />
      </Part>
      <Part>
        <LaterFacts overview={overview} />
      </Part>
    </>
  );
});
