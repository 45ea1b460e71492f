/** The collector of one desk at the stand: copies over HTTP and over a bad network, marks besides, each once. */
import { afterEach, describe, expect, it } from 'vitest';
import { createCopyBook } from '../../../electron/stand/collector/copy-book.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { journalHistory } from '../../fakes/journal-history.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { type FaultProxy, type LineFault, repeatedHttp, startFaultProxy, type Wire } from '../fleet/fault-proxy.ts';
import { newDeskFolder, openFleetDesk, removeDeskFolder } from '../fleet/fleet-desk.ts';
import { useStand } from './running-stand.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const running = useStand();

describe('a desk and its stand over a bad line', () => {
  let proxy: FaultProxy;
  const standPort = () => Number(new URL(running.stand.url).port);
  afterEach(() => proxy.close());

  it.each<[string, LineFault, ((port: number) => Wire)?]>([
    ['cut', { kind: 'drop' }],
    ['half open', { kind: 'half-open' }],
    ['losing the answers', { kind: 'answers-lost' }],
    ['slow', { kind: 'delay', ms: 100 }],
    ['repeating requests behind later ones', { kind: 'none' }, repeatedHttp],
  ])('that is %s: every entry is kept once, in order, every mark left once', async (name, fault, wire) => {
    proxy = await startFaultProxy(standPort(), wire?.(standPort()));
    const through = `http://127.0.0.1:${proxy.port}`;
    const { stand, connection, person } = running;
    const { collector } = connection;
    const marks = connectGateways({ ...connection, cabinets: { ...connection.cabinets, url: through, timeoutMs: 600 } }, systemClock, () => POLICY).cabinets;
    const folder = newDeskFolder();
    const desk = await openFleetDesk(folder, `desk-${name.replaceAll(' ', '-')}`, { ...collector!, url: through, timeoutMs: 600 } as Connection['collector'], marks);
    const access = running.openAccess();
    const viewsBefore = stand.control.viewsOf(person.iin).length;
    proxy.fault(fault);
    await desk.record(20, access.id);
    await desk.record(44);
    await later(900);
    proxy.fault({ kind: 'none' });
    proxy.cut();
    await desk.settled();
    const written = (await allEntries(desk.store)).map(({ hash }) => hash);
    expect(stand.control.copiesOf(desk.name)).toEqual(written);
    expect(stand.control.viewsOf(person.iin)).toHaveLength(viewsBefore + 20);
    await desk.close();
    removeDeskFolder(folder);
  });
});

describe('the book of copies', () => {
  const { texts } = journalHistory(6);
  it('keeps each entry once, asks for what is missing, and contradicts another history', () => {
    const book = createCopyBook(null);
    expect(book.add('log', 0, texts.slice(0, 3))).toMatchObject({ state: 'kept', through: 3 });
    expect(book.add('log', 0, texts.slice(1, 4))).toMatchObject({ state: 'kept', through: 4 });
    expect(book.add('log', 0, texts.slice(5))).toMatchObject({ state: 'kept', through: 4 });
    expect(book.add('log', 0, [journalHistory(2, 'x', 1).texts[1]!])).toEqual({ state: 'contradicted', sequence: 2 });
    expect(book.add('log', 0, ['nonsense'])).toEqual({ state: 'malformed' });
    expect(book.hashes('log')).toHaveLength(4);
  });

  it('begins where the beginning was let go', () => {
    expect(createCopyBook(null).add('log', 3, texts.slice(3))).toMatchObject({ state: 'kept', through: 6 });
  });
});
