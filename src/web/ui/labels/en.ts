/** Labels of the parts that every page uses. */
export const en = {
  fill_in: 'Fill in this field.',
  at_most: (v: { n: number }) => `The field is full: at most ${v.n} characters.`,
  close: 'Close',
  retry: 'Try again',
  back_to_overview: 'Go to the overview',
  loading: 'Loading',
  reference: (v: { reference: string }) => `Reference ${v.reference}`,
  check_field: 'Check this field.',
  check_form: 'Check what you entered.',
  part_failed: 'This part could not be shown.',
  problem_not_loaded:
    'This part is not loaded yet. It loads automatically when the connection is back.',
  problem_offline: 'No connection. Check the network and try again. Nothing you typed is lost.',
  problem_timeout: 'Headway took too long to answer.',
  problem_malformed:
    'The response did not come from this version of Headway. A proxy or an older version may be the cause: reload the page.',
  problem_bad_request: 'Headway did not understand the request.',
  problem_not_found: 'There is nothing at this address.',
  problem_too_large: 'That is larger than Headway accepts.',
  problem_unsupported_media_type: 'Headway does not read this kind of file or data.',
  problem_forbidden_origin: 'This page may not send requests to this Headway.',
  problem_host_not_allowed: 'Headway does not accept this host name. Add it to HEADWAY_HOSTS.',
  sign_in: 'Sign in (opens in a new tab)',
  problem_sign_in_required:
    'You are signed out. Sign in in a new tab and come back: what you typed stays here. If there are no accounts yet, open the link that Headway printed at its start.',
  problem_forbidden: 'Your role does not include this. Ask an admin of this Headway.',
  problem_conflict: 'Someone changed this in the meantime. Check the new state and try again.',
  problem_import_unreadable: 'This file could not be read.',
  problem_import_refused: 'This file was refused; nothing was changed.',
  problem_import_questions_open: 'Some questions about the file are still open.',
  problem_import_register_changed: 'The data changed after the preview. Make the preview again.',
  problem_import_expired: 'This preview has expired. Choose the file again.',
  problem_import_stopped: 'The import was stopped. Nothing was changed.',
  problem_import_ended:
    'The system ended the import. It is stored completely or not at all: check the last imports, then try again.',
  problem_export_failed: 'The file could not be made.',
  problem_month_closed: 'The month is closed. Give the reason for the change.',
  problem_jump_needs_confirmation:
    'This value is about ten times another. Confirm it, or correct it.',
  problem_store_unavailable: 'The data store does not answer. Nothing was lost; try again shortly.',
  problem_store_full:
    'The disk of the data store is full. Nothing was changed; what is stored can still be read. Ask the operator to free some space, then try again.',
  problem_store_corrupt:
    'The data store is damaged. Nothing was changed. Tell the operator: a backup must be restored.',
  problem_store_busy:
    'This takes too long at the moment. Nothing was lost. Choose less data, or try again in a minute.',
  problem_store_readonly:
    'The data store can only be read. Nothing was changed. Tell the operator.',
  problem_rate_limited: 'Too many requests. Wait a moment.',
  problem_internal: 'Something went wrong in Headway. Nothing was changed.',
};
