export const help = `Headway shows whether an investment zone will meet its targets.

  npm start                              start it, on http://127.0.0.1:4280
  npm run headway -- serve               the same, without building first
  npm run headway -- import FILE         show the changes of a register or a series, ask, then store them
      --yes                              store without asking; a first import then becomes your own register, and published facts
                                         about the zone of the sample stay only if the file names that zone
      --zone NAME                        the register is of the zone with this name, not of the sample
      --dry-run                          only show the changes: exit code 0 if they could be stored, 3 if questions are open
      --currency CNY   --unit 10k        currency and unit that the file does not state
      --as-of DAY                        data date of a file that states none; without it, a month or quarter in its name ends on
                                         that day, else the day of its last change is taken, and the command says so
      --answers FILE                     answers to its questions: { "<question>": "<answer>", "stage_words": { "<word>": "<stage>" } }
      --accept-changes                   store a file that differs much from the previous edition; without it, a file that
                                         multiplies projects, lacks a column, has another unit or a sum that differs by more
                                         than a tenth is not stored, and the exit code is 3
      --mapping FILE                     columns to fields: { "<column>": "<field>" }
      --json                             print the preview, then the result or the fault, each as one line of JSON
  npm run headway -- export WHAT         write a document into a file and print its name: workbook, pack, report, projects,
                                         observations, stage_events; or chart ID, as chart targets
      --quarter 2021Q1                   the state at the end of a quarter, compared with its start; --period for a month, 2021-03
      --as-of DAY   --compare DAY        any two days; --known-at DAY: as the records stood then
      --lang zh-CN                       or ja, en
      --currency JPY                     of a chart, a report or a pack: a secondary currency beside the amounts, by entered rates
      --form FORM                        of a chart: svg, png, pdf, pptx, xlsx, csv, json; of the report: pdf, docx, pptx
      --out PATH                         a file, or a folder if it ends with /; missing folders are created
      --since WHEN                       for nightly jobs: if nothing was recorded after this revision, day or moment, nothing is
                                         written and the exit code is 5. With --json the output has the revision for the next job
      --stage  --status  --industry      filters of projects; also --zone, --owner, --unit, --country, --prefecture, --investor,
                                         --channel, --agreement, --column and, of lists, --search. Commas separate several values.
      --by  --stack  --measure           of a chart of the page of charts: its options, as in its address; also --event, --period,
                                         --zoom, --versus and --scenario. Its form is --chart-form, its only currency --chart-currency
      --theme  --size  --scale           of pictures; --measure, --range and --title of a chart
      --csv excel                        of a CSV: safe in a spreadsheet, since text that would run is escaped; default: exact, for programs
      --plan checkpoints                 the plan with which values are compared, or straight
      --json                             print the file, its bytes, their SHA-256 and the revision as JSON
  npm run headway -- verify              check whether any entry of the history was altered, reordered or removed
      --head HASH                        an earlier head of the hash chain: also detects a removed end
      --audit-head HASH                  the same for the audit
      --json                             print the result as JSON
  npm run headway -- backup FOLDER       copy the store at one moment; a server may run meanwhile
  npm run headway -- restore FOLDER      restore a backup into an empty data folder; an altered backup is rejected
  npm run headway -- move --to STORE     copy the whole store into an empty one: postgres://user:password@host:5432/database, or a folder;
                                         stop Headway first; if it is interrupted, nothing was changed: run it again
  npm run headway -- user list           list accounts with their roles
      user add NAME --role admin         print a link that creates the account
      user reset NAME                    print a link that sets a new password
      user disable NAME   user enable NAME
  npm run headway -- token list          list tokens with their owners and last days
      token make LOGIN NAME              print a new token of an account, once; --role viewer, analyst or manager, --days 90;
                                         --exports-only: reads files of data only, and may stand in an address
      token end ID
  npm run headway -- digest --now        send due digests that were not sent; a server may run meanwhile
      digest --dry-run                   print a digest: --form weekly or monthly, --role viewer, --lang zh-CN, ja or en
  npm run headway -- key turn            replace the key that seals the secrets of two-step sign-in and digests
  npm run headway -- --help  --version

Settings come from the environment:
  PORT            4280
  HOST            127.0.0.1. On any other address a one-time link is printed, and only the person who opens it has access.
  HEADWAY_DATA    ./data, the folder that holds the store
  DATABASE_URL    postgres://… for PostgreSQL; absent: SQLite in the data folder
  HEADWAY_HOSTS   further host names of this Headway, separated by commas; before the first account, access through a proxy needs the one-time link
  HEADWAY_LONGEST_READ
                  seconds that a query may run or wait before 503; default 30
  HEADWAY_ADDRESS the address that readers open, as https://progress.example.org; files link to it
  HEADWAY_KEY     32 random bytes in base64 that seal the secrets of two-step sign-in and digests; absent: a key in the data folder
  HEADWAY_PRIVATE_TARGETS
                  private networks in which mail servers and webhooks may be, as 10.1.2.0/24; absent: none
  HEADWAY_REPORTS a folder into which the reports of closed months are written; absent: none are written
  HEADWAY_FONTS   a folder of font files for scripts that pictures and PDF files lack, as Thai; absent: such letters are drawn as □
  HEADWAY_OIDC_…  the organisation with which people sign in: ISSUER, CLIENT_ID, CLIENT_SECRET or CLIENT_SECRET_FILE, NAME, SCOPES, ROLE

Exit codes: 0 done, 1 failed, 2 wrong use or settings, 3 questions are open or the answer was no, 4 the history fails verification, 5 export --since: nothing changed.
`;
