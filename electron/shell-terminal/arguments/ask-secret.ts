/** A secret typed by the person at the terminal, which shows nothing of it; from a pipe, its first line. */
import type { Terminal } from '../terminal.ts';

const ENTER = new Set(['\r', '\n']);
const ERASE = new Set(['\u0008', '\u007f']);
/** Ctrl-C and Escape: the person does not want it. */
const STOP = new Set(['\u0003', '\u001b']);

/** Null where the person stopped, the stream ended, or `gone` was told. */
export function askSecret(question: string, { stdin, tell }: Pick<Terminal, 'stdin' | 'tell'>, gone: AbortSignal): Promise<string | null> {
  const raw = stdin as typeof stdin & Partial<Pick<typeof process.stdin, 'setRawMode' | 'ref' | 'unref'>>;
  tell(question);
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string | null): void => {
      stdin.off('data', take).off('end', stop).pause();
      gone.removeEventListener('abort', stop);
      raw.setRawMode?.(false);
      // A paused pipe would keep the program from ending.
      raw.unref?.();
      resolve(answer);
    };
    const stop = (): void => end(null);
    const take = (data: Buffer): void => {
      for (const sign of data.toString('utf8')) {
        if (ENTER.has(sign)) return end(typed);
        if (STOP.has(sign)) return stop();
        typed = ERASE.has(sign) ? typed.slice(0, -1) : typed + sign;
      }
    };
    raw.ref?.();
    raw.setRawMode?.(true);
    stdin.on('data', take).once('end', stop).resume();
    gone.addEventListener('abort', stop, { once: true });
  });
}
