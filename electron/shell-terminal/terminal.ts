/** The two streams of a command: results for people or programs on stdout, everything else on stderr. */
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../shared/domain/localized.ts';
import { type TerminalText, texts } from './texts/index.ts';

export interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
}

export interface Terminal {
  readonly json: boolean;
  readonly language: Language;
  readonly text: TerminalText;
  readonly stdin: Readable;
  /** The result: `lines` for people, or with `--json` exactly this one value. Called once per command. */
  answer(lines: readonly string[], value: object): void;
  /** A line on stderr. */
  tell(line: string): void;
  /** A line on stderr that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
  /** The data directory of this run once the command knows it: an unexpected fault is written to the log there. */
  directory: string | null;
}

export function createTerminal({ stdin, stdout, stderr }: Streams, json: boolean, language: Language): Terminal {
  let progressShown = false;
  const clearProgress = () => {
    if (progressShown) stderr.write('\r\u001b[2K');
    progressShown = false;
  };
  return {
    json,
    language,
    text: texts(language),
    stdin,
    directory: null,
    answer(lines, value) {
      clearProgress();
      stdout.write(`${json ? JSON.stringify(value) : lines.map(oneLine).join('\n')}\n`);
    },
    tell(line) {
      clearProgress();
      stderr.write(`${printable(line)}\n`);
    },
    progress(line) {
      if (!stderr.isTTY) return;
      clearProgress();
      stderr.write(printable(line));
      progressShown = true;
    },
  };
}

/**
 * Data from outside must not move the cursor, change colours, retitle the window (ECMA-48 control functions) or turn
 * the direction of what follows (Unicode bidirectional controls).
 */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const printable = (line: string): string => line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/** A line break in a field would let a document write a verdict of its own under ours. */
const oneLine = (line: string): string => printable(line).replaceAll(/[\n\t\u2028\u2029]/g, ' ');
