/** The real binding of the Chromium shell in a real browser. */
import { BINDING_NAME } from '../../electron/shell-chromium/init-script.ts';
import type { Reply, WindowHost, WireValue } from '../../shared/ipc/wire.ts';
import { openFixtureDesk } from '../security/fixture-desk.ts';
import type { TransportUnderTest } from './transport.ts';

interface RawBindings {
  __playwright__binding__controller__: { callBinding(name: string, message: unknown): Promise<Reply> };
}
type HostPage = Window & { host: WindowHost };

export async function openChromiumTransport(): Promise<TransportUnderTest> {
  const fixture = await openFixtureDesk();
  const { page } = fixture.desk;
  return {
    logger: fixture.logger,
    call: (name, input) =>
      page.evaluate(([what, value]) => (window as unknown as HostPage).host.call(what as string, value as WireValue), [name, input] as unknown[]),
    hear: (counts) =>
      page.evaluate(async (spoken) => {
        const { host } = window as unknown as HostPage;
        const heard: number[] = [];
        const all = Promise.withResolvers<void>();
        const stop = host.subscribe(({ payload }) => {
          heard.push((payload as { count: number }).count);
          if (heard.length === spoken.length) all.resolve();
        });
        for (const count of spoken) await host.call('echo.speak', { count });
        await all.promise;
        stop();
        return heard;
      }, counts),
    // What hostile code in a frame would do: go past `window.host` to what Playwright left in every frame.
    callFromInnerFrame: async (name, input) => {
      await page.evaluate(() => document.body.append(document.createElement('iframe')));
      const inner = page.frames().find((frame) => frame !== page.mainFrame())!;
      return inner.evaluate(
        ([binding, message]) => (window as unknown as RawBindings).__playwright__binding__controller__.callBinding(binding, message),
        [BINDING_NAME, { type: 'call', name, input: input as unknown }] as [string, { type: 'call'; name: string; input: unknown }],
      );
    },
    [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose](),
  };
}
