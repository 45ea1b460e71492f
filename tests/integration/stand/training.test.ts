/** What only the stand gives: training operators with keys, the picture of the phone, the same people for a seed. */
import { X509Certificate } from 'node:crypto';
import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { openKeyFile } from '../../../electron/gateways/shep/key-file.ts';
import { startStand } from '../../../electron/stand/index.ts';
import { Connection } from '../../../shared/domain/desk/connection.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { MINUTE, START, useStand, valueOf } from './running-stand.ts';

const running = useStand();

test('the connection file is the same over HTTP and in process, and in the form of the house', async () => {
  const served = await (await fetch(`${running.stand.url}/connection.json`)).json();
  expect(Connection.parse(served)).toEqual(running.connection);
});

test('every training operator has a key that opens, and whose ИИН the policy knows', async () => {
  const operators = running.gateways.training!.operators();
  expect(operators.map(({ profile }) => profile)).toEqual(['tson', 'bank', 'supervisor', 'video-agent']);
  for (const { operatorId, keyFile, password } of operators) {
    const { subject } = new X509Certificate((await openKeyFile(keyFile, password)).certificate);
    const { iin } = running.connection.organisation.operators.find(({ id }) => id === operatorId)!;
    expect(subject).toContain(`serialNumber=IIN${iin}`);
    expect(isIin(iin)).toBe(true);
    await expect(openKeyFile(keyFile, 'wrong')).rejects.toThrow('password-wrong');
  }
});

test('the training camera sees the QR of the youngest open access, and nothing when there is none', async () => {
  const frame = () => running.gateways.training!.frame();
  running.advance(60 * MINUTE);
  expect(await frame()).toBeNull();
  const { token } = running.openAccess();
  const seen = await frame();
  expect(seen).toMatchObject({ width: 640, height: 480 });
  const { width, height, luma } = seen!;
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : luma[index >> 2]!));
  expect(decodeQR({ width, height, data: rgba })).toBe(running.connection.documents.qrPrefixes[0] + token);
  running.advance(5 * MINUTE);
  expect(await frame()).toBeNull();
});

test('a seed and a start give the same people, tokens and codes; another start other tokens', async () => {
  const story = async (seed: number, start: Date) => {
    const stand = await startStand({ seed, now: () => start });
    try {
      const person = stand.control.population.people[0]!;
      const opened = stand.control.citizen.open(person.iin, { documentType: 'identity_card' });
      const { token, code, id } = valueOf(opened);
      return { iin: person.iin, access: [token, code, id] };
    } finally {
      await stand.close();
    }
  };
  const first = await story(11, START);
  expect(await story(11, START)).toEqual(first);
  const laterStart = await story(11, new Date(START.getTime() + 1000));
  expect(laterStart.iin).toBe(first.iin);
  expect(laterStart.access).not.toEqual(first.access);
});
