/** What is loaded before it is needed is drawn at once; nobody looks at a fallback for it. */
import { Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { loadAhead } from '../../../../renderer/app/load-ahead.ts';

const Desk = ({ name }: { name: string }) => <p>{name}</p>;

test('a part that was loaded ahead is in the first drawing', async () => {
  const desk = loadAhead(async () => Desk);
  const draw = () =>
    renderToStaticMarkup(
      <Suspense fallback={<i>later</i>}>
        <desk.Part name="desk" />
      </Suspense>,
    );
  expect(draw()).toContain('<i>later</i>');
  await desk.load();
  expect(draw()).toBe('<p>desk</p>');
});

test('a failure of loading ahead is nobody’s but of who asked for it, and is tried again where the part is needed', async () => {
  let attempts = 0;
  const desk = loadAhead(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('no such file');
    return Desk;
  });
  await expect(desk.load()).rejects.toThrow('no such file');
  await desk.load();
  expect(renderToStaticMarkup(<desk.Part name="desk" />)).toBe('<p>desk</p>');
});
