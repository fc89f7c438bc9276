import { useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Importing } from '#web/features/imports/use-import.ts';
import { allProposals } from './proposals.ts';

/**
 * Accepts the proposals of all open questions, and of those that the answers bring, such as the
 * name of a new zone. Each question is answered once, and each answer can be changed.
 *
 * @returns whether there is a proposal, and the function that accepts all
 */
export function useAcceptance(importing: Importing, preview: ImportPreview) {
  const { phase, failure, answerAll, waitingAnswers } = importing;
  const [isAccepting, setAccepting] = useState(false);
  const answeredIds = useRef(new Set<string>());
  const proposals = Object.entries(allProposals(preview));
  useEffect(() => {
    // the answer of a person comes first; the next reading shows what is still open
    if (!isAccepting || phase !== 'preview' || waitingAnswers !== undefined) return;
    const news = proposals.filter(([id]) => !answeredIds.current.has(id));
    if (news.length === 0 || failure !== undefined) {
      setAccepting(false);
      return;
    }
    for (const [id] of news) answeredIds.current.add(id);
    void answerAll(Object.fromEntries(news));
  });
  const accept = () => {
    answeredIds.current.clear();
    setAccepting(true);
  };
  return { hasProposals: proposals.length > 0, accept };
}
