import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { LinkDraft, LinkPatch, LinksToEnd, NewLink } from '#contract/links/schemas.ts';
import { call, callTagged, idempotencyKey } from '#web/data/transport.ts';

const listKey = ['listLinks'] as const;

/** Links as their makers see them. */
export const useLinks = () =>
  useQuery({
    queryKey: listKey,
    queryFn: ({ signal }) => call(linkEndpoints.listLinks, { signal }),
  });

/** What the reader of a draft would see. */
export const useLinkPreview = (draft: LinkDraft) =>
  useQuery({
    queryKey: ['previewLink', draft],
    queryFn: ({ signal }) => call(linkEndpoints.previewLink, { body: draft, signal }),
  });

/** What a link would give away that it does not show; asked once it says who it is for. */
export const useLinkCheck = (link: NewLink) =>
  useQuery({
    queryKey: ['checkLink', link],
    queryFn: ({ signal }) => call(linkEndpoints.checkLink, { body: link, signal }),
    enabled: link.name.trim() !== '',
    placeholderData: (before) => before,
  });

function useListChange<T, R>(send: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: listKey }),
  });
}
/** `key` comes from `idempotencyKey()`, once per dialog, so that a repeated press makes one link. */
export const useCreateLink = () =>
  useListChange(
    ({ link, key }: { readonly link: NewLink; readonly key: Readonly<Record<string, string>> }) =>
      call(linkEndpoints.createLink, { body: link, headers: key }),
  );
/** Pauses, resumes, ends or renews a link as it is now. */
export const useChangeLink = () =>
  useListChange(async ({ id, patch }: { readonly id: string; readonly patch: LinkPatch }) => {
    const now = await callTagged(linkEndpoints.link, { params: { id } });
    return call(linkEndpoints.changeLink, {
      params: { id },
      body: patch,
      headers: now.etag === undefined ? {} : { 'if-match': now.etag },
    });
  });
export const useEndLinks = () =>
  useListChange((which: LinksToEnd) =>
    call(linkEndpoints.endLinks, { body: which, headers: idempotencyKey() }),
  );
