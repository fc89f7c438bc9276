export const help = `Headway shows whether an investment zone is getting where it said it would.

  npm start                              start it, on http://127.0.0.1:4280
  npm run headway -- serve               the same, without building first
  npm run headway -- import FILE         show what a register or a series would change, ask, then do it
      --yes                              do it without asking; a first import is then taken as your own register, and what was
                                         published about the zone of the sample stays only when the file names that zone
      --zone NAME                        it is the register of another zone, of this name
      --dry-run                          show it only: exit code 0 when it would be done as it is, 3 when questions are open
      --currency CNY   --unit 10k        what the file does not say itself
      --answers FILE                     answers to its questions: { "<question>": "<answer>", "stage_words": { "<word>": "<stage>" } }
      --accept-changes                   take a file that differs much from the edition before: without it, one that multiplies
                                         projects, lacks a column, has another unit or a sum that differs by more than a tenth
                                         is not stored, and the exit code is 3
      --mapping FILE                     columns to fields: { "<column>": "<field>" }
      --json                             print the preview, then the result or what is wrong, each as one line of JSON
  npm run headway -- export WHAT         write a document into a file and print its name: workbook, pack, report, projects,
                                         observations, stage_events; or chart ID, as chart targets
      --quarter 2021Q1                   the state at the end of a quarter, compared with its start; --period for a month, 2021-03
      --as-of DAY   --compare DAY        any two days; --known-at DAY: as it was known then
      --lang zh-CN                       or ja, en
      --currency JPY                     of a chart, a report or a pack: beside the amounts, by a rate that was entered
      --form FORM                        of a chart: svg, png, pdf, pptx, xlsx, csv, json; of the report: pdf, docx, pptx
      --out PATH                         a file, or with / at its end a folder to write into; missing folders are made
      --since WHEN                       for nightly jobs: nothing is written, and the exit code is 5, when nothing was recorded
                                         after this revision, day or moment. With --json the output has the revision for the next job
      --stage  --status  --industry      which projects; also --zone and --search. Commas part several words.
      --theme  --size  --scale           of pictures; --measure, --range and --title of a chart
      --csv excel                        of a CSV: safe in a spreadsheet, text that would run is guarded; else exact, for programs
      --plan checkpoints                 the plan that values are held against, or straight
      --json                             print the file, its bytes, their SHA-256 and the revision as JSON
  npm run headway -- verify              was any entry of the history altered, reordered or cut
      --head HASH                        the hash head noted down earlier: finds a cut end too
      --audit-head HASH                  the same for the audit
      --json                             print the result as JSON
  npm run headway -- backup FOLDER       a copy of the store as it is at one moment, beside a running server too
  npm run headway -- restore FOLDER      put such a copy into an empty data folder; one that was altered is refused
  npm run headway -- move --to STORE     copy the whole store into an empty one: postgres://user:password@host:5432/database, or a folder;
                                         stop Headway first. Interrupted, it has changed nothing: run it again
  npm run headway -- user list           who signs in, and as what
      user add NAME --role admin         prints a link that makes the account
      user reset NAME                    prints a link that sets a new password
      user disable NAME   user enable NAME
  npm run headway -- token list          which scripts come in, as whom, until when
      token make LOGIN NAME              prints a token of somebody, once; --role viewer, analyst or manager, --days 90;
                                         --exports-only: reads files of data only, and may stand in an address
      token end ID
  npm run headway -- digest --now        send the digests that are due and were not sent, beside a running server too
      digest --dry-run                   print a digest: --form weekly or monthly, --role viewer, --lang zh-CN, ja or en
  npm run headway -- key turn            a new key in the place of that which seals the secrets of two-step sign-in and digests
  npm run headway -- --help  --version

Settings are read from the environment:
  PORT            4280
  HOST            127.0.0.1. Anywhere else a one-time link is printed, and only who opens it is let in.
  HEADWAY_DATA    ./data, the folder that holds the store
  DATABASE_URL    postgres://… for PostgreSQL; absent: SQLite in the data folder
  HEADWAY_HOSTS   further host names that it answers to, with commas between; who comes through a proxy before there is an account needs the one-time link
  HEADWAY_LONGEST_READ
                  seconds that a query may run, or wait for others, before 503; 30 where absent
  HEADWAY_ADDRESS the address that readers open, as https://progress.example.org: files lead back to it
  HEADWAY_KEY     32 random bytes in base64 that seal the secrets of two-step sign-in and digests; absent: a key in the data folder
  HEADWAY_PRIVATE_TARGETS
                  private networks in which mail servers and webhooks may be, as 10.1.2.0/24; absent: none
  HEADWAY_REPORTS a folder into which the reports of closed months are written; absent: none is
  HEADWAY_OIDC_…  the organisation that people sign in with: ISSUER, CLIENT_ID, CLIENT_SECRET or CLIENT_SECRET_FILE, NAME, SCOPES, ROLE

Exit codes: 0 done, 1 failed, 2 wrong use or settings, 3 questions are open or the answer was no, 4 the history is not whole, 5 export --since: nothing changed.
`;
