import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { SharedExplanation as Explanation } from '#contract/measures/schemas.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { call } from '#web/data/transport.ts';
import type { ExplanationProps } from '#web/features/explain/explanation-props.ts';
import { ExplanationPanel } from '#web/features/explain/explanation-panel.tsx';
import { useLanguage } from '#web/i18n/text.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { readFigureName } from '#web/url/figure-name.ts';

interface SharedExplanationProps extends ExplanationProps {
  readonly payload: SharedPayload;
}

/** Reads an explanation, and reads it again when the figures of the link change. */
function useExplanation(figure: string, { link, overview }: SharedPayload) {
  const { measure, query } = readFigureName(figure);
  return useInfiniteQuery({
    queryKey: ['shared', link.id, overview, figure],
    queryFn: ({ signal, pageParam }) =>
      call(linkEndpoints.sharedExplanation, {
        params: { link: link.id, measure },
        query: { ...query, ...compact({ cursor: pageParam === null ? undefined : pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ rows }: Explanation) => (rows.kind === 'projects' ? rows.next : null),
  });
}

function Panel({ figure, payload, onClose }: SharedExplanationProps) {
  const language = useLanguage();
  const query = useExplanation(figure, payload);
  const { stage_words } = payload.overview.zone;
  return (
    <ExplanationPanel
      query={query}
      table={{
        name: (row) => <ProjectName project={row} />,
        stageWord: (stage) => stageWord(stage_words, stage, language),
        isShared: true,
      }}
      onClose={onClose}
    />
  );
}

/** The explanation of a figure of a link, as far as the link shows it. */
export function SharedExplanation(props: SharedExplanationProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <Panel {...props} />
    </QueryClientProvider>
  );
}
