/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../../shared/util/result.ts';

export const BENCH_PARTS = ['scan', 'start', 'trust', 'journal', 'portals', 'keys', 'fleet', 'identification', 'call'] as const;
export type BenchPart = (typeof BENCH_PARTS)[number];

export interface BenchOptions {
  parts: readonly BenchPart[];
  scans: number;
  starts: number;
  /** Entries of the journals that are filled. */
  journals: readonly number[];
}

const DEFAULTS = { scans: 25, starts: 5 };
const SIZES = '10000,1000000';

export const BENCH_HELP = `npm run bench -- [options]

Measures on this machine, on the embedded stand, in the Chromium shell without a screen; judges nothing.
Prints a table and, as its last line, one JSON value, which is also kept in test-results/bench.json.
On a busy machine only figures of one run compare: parts with parts, the workstation with the empty window.

  --only scan|start|trust|journal|portals|keys|fleet|identification|call   one part alone
  --scans N           scans that count, after a few that do not (default ${DEFAULTS.scans})
  --starts N          cold starts of each kind that count, after one that does not (default ${DEFAULTS.starts})
  --journals N,N      entries of the journals that are filled (default ${SIZES}); ten million take up to half an hour and
                      9 GB; in the folder TEKSER_BENCH_DIR names they stay for the next run, which goes on with one half full
  --help              this text

Scan, in milliseconds from a QR in front of the camera to the verdict on the screen:
  capture         until the page has a frame that shows it
  decode          in the worker of the page
  toCore          from the decoded frame to the question to the service
  accessAndFetch  the service’s answer
  verify          from the answer to the finished verdict; inside it:
    registry        the two signed exchanges for the state of the person
    evidence        what is asked about certificates
  journal         the entry, safe on the disk
  paint           back to the page, drawn
  decodedToVerdict  the aim is 300 at the 95th percentile
  total

Start, in milliseconds from the birth of the process, on a data directory used before:
  modules         what starts the browser is loaded
  page            core and browser run, the page is loaded
  signIn          the sign-in screen is drawn
  ready           the operator is signed in, the purpose of the day before taken up, the desk drawn and ready for a scan
Of the last what a hand takes from the screen to its click is left out. The aim is 1.5 times an empty window of the same shell: of the
same browser with the same command line under Playwright alone. Beside it stands one opened as the desk opens its own, which is
sooner there: its browser starts while Playwright is still being read. The least page is a heading and a button on the desk's framework, in a
window of ours, with nothing behind it: no desk there can start sooner.
The workstation reaches its systems over a connection, as at a counter; with the embedded stand of training it also starts those.

Trust, beside node:crypto, pkijs and the openssl command in the same run; a figure of openssl for whole documents is a process each.
  Aims: CMS with its chain 1.5 ms, GOST-2015-512 8 ms and ten times the engine of openssl, its hash 20 MiB/s, a certificate 50 us,
  a CRL of 20 000 entries 40 ms and 10 us a look-up, a CAdES-T document 60 ms cold and 30 ms warm.

Keys, beside node:crypto and the openssl command in the same run; opening a file is a process of openssl each.
  Aim: a signature of GOST-2015-512 in 4 ms.

Journal, beside a bare table of better-sqlite3 that is given the same rows in groups of the same size, in turn, synced alike:
  append          durable, by so many callers at once; aims: 10 ms at the 95th percentile of one, 0.8 of bare inserts in groups of 256.
                  Its limit: the bare table with one AES-256-GCM and one SHA-256 for each row, which sealed and chained entries need.
                  Unwritten: our entries sealed, linked and hashed in memory alone, which is what a writer in another thread could be given
  each journal    filled to its size, then opened, asked, proved, verified and copied to the stand over HTTP; aims at every size:
                  a page and a proof 20 ms, 500 000 verified entries a second, the same cost for an entry whatever the size

Fleet, simulated workstations through three NATS servers with JetStream into PostgreSQL, all on this machine, one server killed:
  receiptsPerSecond  entries the streams keep on their servers
  receipt            from a batch to that receipt, in milliseconds
  standstillMs       the longest time without any receipt, around the death of the server
  cosigned           from a checkpoint to the collector's signature
  lost, doubled, outOfOrder  by PostgreSQL's own count; the aim is 0

Identification, on the pictures and films of ../shared/data/face, in Chromium and in a thread of the desk:
  engine ready, one frame judged, a card read, two faces compared; then how often each of them was right

Call, between the desk and a citizen's browser on this machine, both with a moving picture and a beep:
  setUp           from the key that takes the call to the citizen's first frame at the desk
  cpu, memory     of the desk's browser and of the workstation behind it while the call is held and recorded

Portals, the signing service on a free port, its client in the same process:
  ready           from the finished core to a listening port; the aim is 200 ms. The first start makes the authority, others find it
  greeting        from the attempt to connect to the first frame, TLS included
  dialog          from a request to the dialog the page is told to draw
  document        of 100 MB from a page: until its dialog and its answer, and the memory of both sides beyond the start
  stream          an attached CMS around 2 GB that nobody holds in memory`;

/** The failure is a sentence for people. */
export function parseBenchOptions(args: readonly string[]): Result<BenchOptions | 'help', string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        scans: { type: 'string', default: String(DEFAULTS.scans) },
        starts: { type: 'string', default: String(DEFAULTS.starts) },
        journals: { type: 'string', default: SIZES },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return failure((error as Error).message);
  }
  if (values.help) return success('help');
  const parts = BENCH_PARTS.filter((part) => values.only === undefined || part === values.only);
  if (parts.length === 0) return failure(`--only is one of ${BENCH_PARTS.join(', ')}`);
  if (![values.scans, values.starts].every((count) => /^[1-9]\d{0,3}$/.test(count))) return failure('--scans and --starts are numbers from 1 to 9999');
  const journals = values.journals.split(',').map(Number);
  if (!journals.every((size) => Number.isInteger(size) && size >= 1_000 && size <= 100_000_000)) return failure('--journals are numbers from 1000 to 100000000, joined by commas');
  return success({ parts, scans: Number(values.scans), starts: Number(values.starts), journals });
}
