/** Labels of the choice of files for closed months. */
export const schedule = {
  schedule: 'Files of closed months',
  schedule_hint:
    'A few minutes after a month is closed, its files are written into the folder that the operator of the server set. When the month is closed again, new files replace the old ones. Without a choice nothing is written.',
  schedule_notes: 'With notes',
  schedule_notes_hint:
    'Issues and decisions, which viewers do not see, and the internal sections you chose. Everyone who can open the folder will see them.',
  no_folder:
    'This server has no folder for reports. Its operator can set one with HEADWAY_REPORTS.',
  files_written: (v: { month: string; count: string; at: string }) =>
    `${v.month}: ${v.count} ${v.count === '1' ? 'file' : 'files'} written, ${v.at}`,
  files_writing: (v: { month: string }) => `${v.month}: being written`,
  files_failed: (v: { month: string; why: string; next: string }) =>
    `${v.month}: not written. ${v.why} Next try: ${v.next}`,
  folder_missing: 'The folder is missing.',
  folder_no_right: 'The server has no right to write into the folder.',
  folder_full: 'The folder is full.',
  folder_failed: 'The files could not be written into the folder.',
  folder_no_report: 'The report could not be made.',
};
