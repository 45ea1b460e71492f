/** What reaches the streams: one value or lines, and nothing that could steer the terminal. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../../electron/shell-terminal/terminal.ts';

function streams(isTTY = false) {
  return { stdin: Readable.from([]), stdout: new PassThrough(), stderr: Object.assign(new PassThrough(), { isTTY }) };
}
async function written(stream: PassThrough): Promise<string> {
  stream.end();
  return text(stream);
}

describe('the terminal', () => {
  it('prints lines for people and exactly one value with --json', async () => {
    const people = streams();
    createTerminal(people, false, 'en').answer(['one', 'two'], { a: 1 });
    expect(await written(people.stdout)).toBe('one\ntwo\n');
    const program = streams();
    createTerminal(program, true, 'en').answer(['one', 'two'], { a: 1 });
    expect(await written(program.stdout)).toBe('{"a":1}\n');
  });

  it.each([
    ['an escape sequence', 'a\u001b[2Jb', 'a\ufffd[2Jb'],
    ['an eight-bit control', 'a\u009b2Jb', 'a\ufffd2Jb'],
    ['a carriage return', 'NOT VALID\rVALID', 'NOT VALID\ufffdVALID'],
    ['a line of its own', 'name\nVALID', 'name VALID'],
    ['a turn of direction', 'a\u202eb', 'a\ufffdb'],
    ['Kazakh letters, which stay', 'Әңғүұқөһі', 'Әңғүұқөһі'],
  ])('lets data print no %s', async (_name, data, shown) => {
    const out = streams();
    createTerminal(out, false, 'kk').answer([data], {});
    expect(await written(out.stdout)).toBe(`${shown}\n`);
  });

  it('shows progress where somebody watches and takes it away before the answer', async () => {
    const watched = streams(true);
    const terminal = createTerminal(watched, false, 'en');
    terminal.progress('1');
    terminal.answer(['done'], {});
    expect(await written(watched.stderr)).toBe('1\r\u001b[2K');
    const piped = streams();
    createTerminal(piped, false, 'en').progress('1');
    expect(await written(piped.stderr)).toBe('');
  });
});
