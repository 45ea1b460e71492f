/** What a client of NATS says, taken apart into its commands, so that a test can repeat and reorder messages on the wire. */
import type { Wire } from './fault-proxy.ts';

const LINE_END = Buffer.from('\r\n');
/** Messages that come within this time of each other may change places. */
const GATHER_MS = 30;

/** Cuts a stream of bytes into commands of the client protocol: a line, and for `PUB` and `HPUB` the payload it announces. */
function commandReader(): (piece: Buffer) => Buffer[] {
  let rest = Buffer.alloc(0);
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    const commands: Buffer[] = [];
    for (;;) {
      const line = rest.indexOf(LINE_END);
      if (line < 0) return commands;
      const words = rest.toString('latin1', 0, line).split(' ');
      const end = line + LINE_END.length;
      const length = words[0] === 'PUB' || words[0] === 'HPUB' ? end + Number(words.at(-1)) + LINE_END.length : end;
      if (rest.length < length) return commands;
      commands.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

const isEntry = (command: Buffer): boolean => /^H?PUB tekser\.entry\./.test(command.toString('latin1', 0, 30));

/** Entries arrive backwards, and each of them twice; everything else as it was said. */
export const shuffledNats: Wire = (write) => {
  const commandsOf = commandReader();
  let gathered: Buffer[] = [];
  return (piece) => {
    for (const command of commandsOf(piece)) {
      if (!isEntry(command)) write(command);
      else if (gathered.push(command) === 1) {
        setTimeout(() => {
          for (const late of gathered.toReversed()) for (const time of [late, late]) write(time);
          gathered = [];
        }, GATHER_MS);
      }
    }
  };
};
