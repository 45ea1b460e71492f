/** An application for a new card outlives the stand: its number, what its owner was told already, and what the owner said of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jpegJs from 'jpeg-js';
import { expect, it } from 'vitest';
import { createRenewalOffice } from '../../../electron/gateways/renewal/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { untilItAnswers } from '../../fakes/restarted-stand.ts';

const DAY = 24 * 60 * 60_000;
const EMAIL = 'renew@example.kz';
const jpeg = (width: number, height: number) => new Uint8Array(jpegJs.encode({ width, height, data: Buffer.alloc(width * height * 4, 120) }, 80).data);

it('goes on from its day after a restart, tells each step once, and keeps the feedback', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'tekser-renewals-'));
  let at = Date.parse('2026-02-10T07:00:00Z');
  let stand: Stand | null = null;
  const restart = async () => {
    await stand?.close();
    stand = await untilItAnswers(await startStand({ seed: 7, dataDirectory, now: () => new Date(at) }));
    return { control: stand.control, office: createRenewalOffice((await stand.connection()).renewal!) };
  };
  try {
    const first = await restart();
    const { iin, phone } = first.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'card-renewal')!;
    const order = { iin, phone: phone!, email: EMAIL, photo: jpeg(480, 640), signature: jpeg(320, 100), handover: { by: 'pick-up', centreId: 'tson-1' } } as const;
    const applied = await first.office.apply(order);
    const number = applied.ok ? applied.value : '';
    expect(first.control.letters(EMAIL)).toHaveLength(1);

    const second = await restart();
    expect(await second.office.standing(number)).toMatchObject({ ok: true, value: { status: 'received', feedbackGiven: false } });
    expect(await second.office.apply(order)).toMatchObject({ ok: false, failure: { code: 'already-applied' } });
    at += 10 * DAY;
    await expect.poll(() => second.control.letters(EMAIL).map(({ text }) => text.ru)).toEqual([expect.stringContaining('удостоверение готово')]);
    at += 6 * DAY;
    expect(await second.office.giveFeedback({ number, score: 2, text: 'Долго ждал' })).toEqual({ ok: true, value: true });

    const third = await restart();
    expect(third.control.feedbackOn(number)).toEqual({ score: 2, text: 'Долго ждал' });
    expect(await third.office.giveFeedback({ number, score: 5, text: '' })).toEqual({ ok: true, value: false });

    // A card that was handed over may be followed by another one; this one comes to the door.
    expect(await third.office.apply({ ...order, handover: { by: 'delivery', address: 'Астана, Мәңгілік Ел даңғылы, 8' } })).toMatchObject({ ok: true });
    at += 10 * DAY;
    await expect.poll(() => third.control.letters(EMAIL)[0]!.text.kk).toContain('курьер хабарласады');
    // A stand that was closed says and keeps nothing more, though its days pass too.
    expect(first.control.letters(EMAIL)).toHaveLength(1);
  } finally {
    await stand!.close();
    await rm(dataDirectory, { recursive: true });
  }
});
