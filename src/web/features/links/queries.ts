import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { LinkDraft, LinkPatch, LinksToEnd, NewLink } from '#contract/links/schemas.ts';
import { call, callTagged, idempotencyKey } from '#web/data/transport.ts';

/** Reads the links that the session may manage. */
export const useLinks = () =>
  useQuery({
    queryKey: pageQueryKeys.listLinks(),
    queryFn: ({ signal }) => call(linkEndpoints.listLinks, { signal }),
  });

/** Reads the payload that a recipient of the draft would see. */
export const useLinkPreview = (draft: LinkDraft) =>
  useQuery({
    queryKey: ['previewLink', draft],
    queryFn: ({ signal }) => call(linkEndpoints.previewLink, { body: draft, signal }),
  });

/** Checks which hidden amounts a link would disclose. Disabled until the link has a name. */
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
    onSettled: () => client.invalidateQueries({ queryKey: pageQueryKeys.listLinks() }),
  });
}
/**
 * `key` comes from `idempotencyKey()`, once per dialog, so that a repeated click makes one link.
 */
export const useCreateLink = () =>
  useListChange(
    ({ link, key }: { readonly link: NewLink; readonly key: Readonly<Record<string, string>> }) =>
      call(linkEndpoints.createLink, { body: link, headers: key }),
  );
/** Pauses, resumes, ends or renews a link. */
export const useChangeLink = () =>
  useListChange(async ({ id, patch }: { readonly id: string; readonly patch: LinkPatch }) => {
    const now = await callTagged(linkEndpoints.link, { params: { id } });
    return call(linkEndpoints.changeLink, {
      params: { id },
      body: patch,
      headers: now.etag === undefined ? {} : { 'if-match': now.etag },
    });
  });
/** Makes a link with the settings of another one, which ends. */
export const useReplaceLink = () =>
  useListChange((id: string) =>
    call(linkEndpoints.replaceLink, { params: { id }, headers: idempotencyKey() }),
  );
/** Ends several links at once: those of an owner, or all. */
export const useEndLinks = () =>
  useListChange((which: LinksToEnd) =>
    call(linkEndpoints.endLinks, { body: which, headers: idempotencyKey() }),
  );
