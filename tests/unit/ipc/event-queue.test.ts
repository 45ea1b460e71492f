/** Events wait for the page, and an earlier question is answered with nothing. */
import { expect, test } from 'vitest';
import { createEventQueue } from '../../../electron/ipc/event-queue.ts';

const message = (count: number) => ({ name: 'echo.spoken', payload: { count } });

test('what happened before the first question is not lost', async () => {
  const queue = createEventQueue();
  queue.push(message(1));
  queue.push(message(2));
  expect(await queue.next()).toEqual([message(1), message(2)]);
});

test('a question waits for the next event', async () => {
  const queue = createEventQueue();
  const answer = queue.next();
  queue.push(message(1));
  expect(await answer).toEqual([message(1)]);
});

test('a page that was loaded again takes over', async () => {
  const queue = createEventQueue();
  const gone = queue.next();
  const now = queue.next();
  queue.push(message(1));
  expect(await gone).toEqual([]);
  expect(await now).toEqual([message(1)]);
});

test('a page that never asks does not fill the memory', async () => {
  const queue = createEventQueue();
  for (let count = 1; count <= 1001; count += 1) queue.push(message(count));
  const kept = await queue.next();
  expect(kept).toHaveLength(1000);
  expect(kept.at(-1)).toEqual(message(1001));
});
