/** Errors of the libraries while the page loads carry no stack; those of the desk do, or a fault could not be placed. */
import { expect, test } from 'vitest';

test('takes no stack until everything is loaded, and from then on as many frames as before', async () => {
  const usual = Error.stackTraceLimit;
  const { takeStacks } = await import('../../../../renderer/app/load-without-stacks.ts');
  const whileLoading = new Error('signal');
  takeStacks();
  expect(String(whileLoading.stack)).not.toContain(import.meta.filename);
  expect(new Error('fault').stack).toContain(import.meta.filename);
  expect(Error.stackTraceLimit).toBe(usual);
});
