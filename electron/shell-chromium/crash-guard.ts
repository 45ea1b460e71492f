/** Opens the desk's window again when its page crashed, and ends when a person closed it. */
import type { Logger } from '../ports/logger.ts';
import { languageOfConsole } from '../workstation/start-language.ts';
import { START_TEXTS } from '../workstation/start-texts/start-texts.ts';
import type { DeskWindow } from './desk-window.ts';

/** A page that keeps crashing would otherwise be opened for ever. */
const MOST_CRASHES = 3;

export interface KeptDesk {
  current(): DeskWindow;
  /** Resolves when no desk is open any more. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface KeepDeskOptions {
  desk: DeskWindow;
  /** After a crash. */
  openAgain(): Promise<DeskWindow>;
  /** Runs before the window is opened again: nobody may find the operator's session open. */
  onCrash(): Promise<void>;
  logger: Logger;
  say(sentence: string): void;
}

export function keepDeskOpen({ desk: first, openAgain, onCrash, logger, say }: KeepDeskOptions): KeptDesk {
  const texts = START_TEXTS[languageOfConsole(process.env)];
  let desk = first;
  const closing = new AbortController();

  const watch = async (): Promise<void> => {
    let crashes = 0;
    while ((await desk.ended) === 'crashed' && !closing.signal.aborted) {
      crashes += 1;
      logger.note('desk-crashed', { crashes });
      await onCrash();
      await desk.close();
      if (crashes === MOST_CRASHES) {
        say(texts.windowKeepsCrashing);
        return;
      }
      say(texts.windowOpenedAgain);
      desk = await openAgain();
    }
    await desk.close();
  };

  return {
    current: () => desk,
    ended: watch(),
    close: () => {
      closing.abort();
      return desk.close();
    },
  };
}
