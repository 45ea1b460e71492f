/** `tekser check` against a real stand: each verdict, each exit code, both ways of printing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode as encodeJpeg } from 'jpeg-js';
import { encode as encodePng } from 'fast-png';
import encodeQr from 'qr';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { type Ended, jsonOf, tekser, tekserHere } from './tekser-process.ts';

const PURPOSE = 'identify-at-counter';
const OPERATOR = 'training-tson';

let stand: Stand;
let folder: string;

beforeAll(async () => {
  stand = await startStand();
  await stand.connection();
});
afterAll(() => stand.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-check-'));
});
afterEach(async () => {
  await stand.control.reset();
  rmSync(folder, { recursive: true });
});

function opened(trainingCase: string, documentType = 'identity_card') {
  const person = stand.control.population.people.find((candidate) => candidate.trainingCase?.code === trainingCase)!;
  const access = stand.control.citizen.open(person.iin, { documentType });
  if (!access.ok) throw new Error(access.failure);
  return { ...access.value, person };
}

const inFull = (args: readonly string[]): string[] =>
  ['check', '--connection', stand.url, '--operator', OPERATOR, '--purpose', PURPOSE, '--data', join(folder, 'data')].concat(args);
const check = (args: readonly string[]): Promise<Ended> => tekserHere(inFull(args));
const checkInProcess = (args: readonly string[], input = ''): Promise<Ended> => tekser(inFull(args), input);

/** The pixels of a QR code with its quiet zone, four channels. */
function qrPicture(text: string, scale = 4) {
  const rows = encodeQr(text, 'raw', { border: 4 });
  const side = rows.length * scale;
  const data = new Uint8Array(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const dark = rows[Math.floor(Math.floor(pixel / side) / scale)]![Math.floor((pixel % side) / scale)]!;
    data.set(dark ? [0, 0, 0, 255] : [255, 255, 255, 255], pixel * 4);
  }
  return { width: side, height: side, data };
}

describe('the verdict is the exit code', () => {
  it('0 for a valid document by short code, with the ИИН on stdin', async () => {
    const { code, person } = opened('plain-good');
    const ended = await checkInProcess(['--code', code, '--iin-file', '-'], `${person.iin}\n`);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('TEST');
    expect(ended.stdout).toContain('VALID');
    expect(ended.stdout).toContain(person.surname);
    expect(ended.stdout).toContain('View mark delivered');
  });

  it('0 for a valid document that needs attention', async () => {
    const ended = await check(['--qr', opened('document-duplicated').qr, '--json']);
    expect(ended.code).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'valid-with-attention' });
  });

  it('1 for a document that is not valid', async () => {
    const ended = await checkInProcess(['--qr', opened('card-revoked').qr, '--json']);
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'not-valid', headline: 'document-revoked' });
  });

  it('1 for a code that is no access, whose content is nowhere afterwards', async () => {
    const ended = await check(['--qr', 'https://phishing.example/secret-token', '--json']);
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'not-valid', headline: 'qr-url', document: null });
    for (const name of ['tekser.log', 'journal.sqlite']) expect(readFileSync(join(folder, 'data', name), 'latin1')).not.toContain('phishing');
  });

  it('2 while the service is away', async () => {
    await stand.control.change({ outage: ['documents'] });
    const ended = await checkInProcess(['--qr', opened('plain-good').qr, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'cannot-determine', document: null });
  });

  it('0 while only the cabinets are away, and the mark waits', async () => {
    await stand.control.change({ outage: ['cabinets'] });
    const ended = await check(['--qr', opened('plain-good').qr, '--json']);
    expect(ended.code).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'valid', mark: { state: 'waiting' } });
  });
});

describe('what is printed', () => {
  it('is one value of the shape of an outcome with --json, without the photograph', async () => {
    const ended = await check(['--qr', opened('plain-good').qr, '--json']);
    const { document, ...rest } = jsonOf(ended) as { document: Record<string, unknown> };
    const asOutcome = { ...rest, document: { ...document, photo: null } };
    expect(CheckOutcome.parse(asOutcome)).toMatchObject({ verdict: 'valid', mark: { state: 'delivered' } });
    expect(document['photo']).toEqual({ mime: expect.stringMatching(/^image\//) as string, bytes: expect.any(Number) as number });
    expect(ended.stderr).toBe('');
  });

  it.each([
    ['kk', 'ЖАРАМДЫ'],
    ['ru', 'ДЕЙСТВИТЕЛЕН'],
    ['en', 'VALID'],
  ])('speaks %s', async (language, word) => {
    expect((await check(['--qr', opened('plain-good').qr, '--lang', language])).stdout).toContain(word);
  });

  it('keeps the name and the ИИН out of journal and log', async () => {
    const { qr, person } = opened('plain-good');
    await check(['--qr', qr]);
    const listed = await tekserHere(['journal', 'list', '--data', join(folder, 'data'), '--json']);
    const kept = listed.stdout + readFileSync(join(folder, 'data', 'tekser.log'), 'utf8') + readFileSync(join(folder, 'data', 'journal.sqlite'), 'utf8');
    expect(listed.stdout).toContain('"checked"');
    for (const secret of [person.iin, person.surname, person.name]) expect(kept).not.toContain(secret);
  });
});

describe('the data directory', () => {
  it.skipIf(process.platform === 'win32')('is made for this user only', async () => {
    await check(['--qr', 'x']);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('with a damaged journal is no obstacle: it is set aside and the check recorded in a new one', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'journal.sqlite'), 'no database');
    const ended = await check(['--qr', opened('plain-good').qr, '--json']);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'valid' });
    expect(readdirSync(join(folder, 'data')).some((name) => name.startsWith('journal-damaged-'))).toBe(true);
  });

  it('that cannot be written is 2, and nothing is checked', async () => {
    writeFileSync(join(folder, 'data'), 'a file, not a folder');
    const { qr, person } = opened('plain-good');
    const before = stand.control.viewsOf(person.iin).length;
    const ended = await check(['--qr', qr, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-unwritable' } });
    expect(stand.control.viewsOf(person.iin)).toHaveLength(before);
  });
});

describe('a data directory whose keys the store of the system keeps for the window', () => {
  it('is refused: one citizen would have two hashes in one journal', async () => {
    mkdirSync(join(folder, 'data'));
    const kept = join(folder, 'data', 'subject-key.sealed.gnome_libsecret');
    writeFileSync(kept, 'sealed');
    const { qr, person } = opened('plain-good');
    const before = stand.control.viewsOf(person.iin).length;
    const ended = await check(['--qr', qr, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-of-window' } });
    expect(stand.control.viewsOf(person.iin)).toHaveLength(before);
    rmSync(kept);
    expect(jsonOf(await check(['--qr', qr, '--json']))).toMatchObject({ verdict: 'valid' });
  });
});

describe('a data directory of production', () => {
  it('takes nothing of the stand', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'environment'), 'production\n');
    const { qr, person } = opened('plain-good');
    const before = stand.control.viewsOf(person.iin).length;
    const ended = await check(['--qr', qr, '--json']);
    expect(ended.code).toBe(64);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-of-other-environment' } });
    expect(stand.control.viewsOf(person.iin)).toHaveLength(before);
    expect(readdirSync(join(folder, 'data'))).toEqual(['environment']);
  });
});

describe('a picture of the code', () => {
  it.each([
    ['PNG', (text: string) => encodePng(qrPicture(text))],
    ['JPEG', (text: string) => encodeJpeg(qrPicture(text), 80).data],
    ['PNG in negative', (text: string) => {
      const picture = qrPicture(text);
      return encodePng({ ...picture, data: picture.data.map((value, index) => (index % 4 === 3 ? value : 255 - value)) });
    }],
  ])('is read from %s', async (_kind, encode) => {
    const file = join(folder, 'code.picture');
    writeFileSync(file, encode(opened('plain-good').qr));
    const ended = await check(['--qr', file, '--json']);
    expect(ended.code).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ verdict: 'valid' });
  });

  it.each([
    ['without a code', () => encodePng({ width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).fill(255) }), 'picture-without-code'],
    ['that is none', () => Buffer.from('not a picture'), 'picture-unreadable'],
    ['cut off', () => encodePng(qrPicture('text')).subarray(0, 60), 'picture-unreadable'],
    ['that claims to be a hundred thousand pixels wide', () => hugePng(), 'picture-unreadable'],
  ])('%s is said to be so, and nothing is checked', async (_name, bytes, code) => {
    const file = join(folder, 'code.png');
    writeFileSync(file, bytes());
    const ended = await check(['--qr', file, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code } });
  });
});

function hugePng(): Uint8Array {
  const bytes = encodePng({ width: 8, height: 8, data: new Uint8Array(8 * 8 * 4) });
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 100_000);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 100_000);
  return bytes;
}

describe('sign-in', () => {
  it('works with a key file and its password', async () => {
    const connection = await stand.connection();
    const key = connection.training!.operators[0]!;
    writeFileSync(join(folder, 'key.p12'), Buffer.from(key.keyFile, 'base64'));
    const args = ['check', '--connection', stand.url, '--purpose', PURPOSE, '--data', join(folder, 'data'), '--json'];
    const byKey = [...args, '--qr', opened('plain-good').qr, '--key', join(folder, 'key.p12'), '--password-file', '-'];
    expect(jsonOf(await tekserHere(byKey, `${key.password}\n`))).toMatchObject({ verdict: 'valid' });
    const wrong = await tekserHere(byKey, 'another');
    expect(wrong.code).toBe(2);
    expect(jsonOf(wrong)).toMatchObject({ error: { code: 'sign-in-refused', subject: 'password-wrong' } });
  });
});

describe('wrong use is 64 and says what is missing', () => {
  const connection = () => ['--connection', stand.url];
  it.each([
    ['no purpose', () => [...connection(), '--code', '123456'], 'option-missing'],
    ['no connection', () => ['--code', '123456', '--purpose', PURPOSE], 'connection-needed'],
    ['neither code nor QR', () => [...connection(), '--purpose', PURPOSE], 'code-or-qr'],
    ['both code and QR', () => [...connection(), '--purpose', PURPOSE, '--code', '123456', '--qr', 'x'], 'code-or-qr'],
    ['nobody signs in', () => [...connection(), '--purpose', PURPOSE, '--code', '123456'], 'sign-in-needed'],
    ['five digits', () => [...connection(), '--purpose', PURPOSE, '--code', '12345'], 'short-code-expected'],
    ['no ИИН', () => [...connection(), '--purpose', PURPOSE, '--code', '123456', '--operator', OPERATOR], 'iin-needed'],
    ['a wrong ИИН', () => [...connection(), '--purpose', PURPOSE, '--code', '123456', '--operator', OPERATOR, '--iin', '123456789012'], 'iin-expected'],
    ['an unknown operator', () => [...connection(), '--purpose', PURPOSE, '--qr', 'x', '--operator', 'nobody'], 'operator-unknown'],
    ['a purpose of another role', () => [...connection(), '--purpose', 'no-such-purpose', '--qr', 'x', '--operator', OPERATOR], 'purpose-unknown'],
    ['an unknown option', () => [...connection(), '--purpose', PURPOSE, '--pin', '1234'], 'option-unknown'],
  ])('%s', async (_name, args, code) => {
    const ended = await tekserHere(['check', ...args(), '--data', join(folder, 'data'), '--json']);
    expect(jsonOf(ended)).toMatchObject({ error: { code } });
    expect(ended.code).toBe(64);
  });

  it('is 2 where the connection does not answer', async () => {
    const ended = await tekserHere(['check', '--connection', 'http://127.0.0.1:9', '--purpose', PURPOSE, '--qr', 'x', '--operator', OPERATOR, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'connection-unreachable' } });
  });
});
