/** The citizen's phone as a page: confined, escaped, and able to do by forms alone what a citizen does. */
import { describe, expect, test } from 'vitest';
import { get as httpGet } from 'node:http';
import { context, useStand } from './running-stand.ts';

const running = useStand();
const page = async (path: string) => {
  const answer = await fetch(running.stand.url + path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const submit = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(running.stand.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') ?? '' };
};

describe('confinement', () => {
  test('every page forbids everything but the own files', async () => {
    const { iin } = running.person;
    for (const path of ['/phone/kk', `/phone/ru/${iin}`, `/phone/en/${iin}/messages`, '/phone/ru/1', '/control/ui']) {
      const policy = (await page(path)).headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  test('there is no inline script, style or handler for the policy to allow', async () => {
    const opened = running.openAccess();
    const { text } = await page(`/phone/ru/${running.person.iin}/accesses/${opened.id}`);
    expect(text).toContain('data-short-code');
    expect(text).not.toMatch(/<style|style="|<script(?![^>]* src=)|\son[a-z]+="/);
  });

  test('forms of other sites are refused, own ones are taken', async () => {
    const document = running.person.documents[0]!.id;
    const path = `/phone/ru/${running.person.iin}/open`;
    expect((await submit(path, { document }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await submit(path, { document }, { origin: 'null' })).status).toBe(403);
    expect((await submit(path, { document }, { origin: running.stand.url })).status).toBe(303);
  });

  test('a name that only points to this machine is refused', async () => {
    const { port } = new URL(running.stand.url);
    const statusFor = (host: string) =>
      new Promise((resolve) => {
        httpGet({ host: '127.0.0.1', port, path: '/connection.json', headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
      });
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
  });
});

describe('escaping', () => {
  test('what a workstation sends is shown as text', async () => {
    const { iin, phone } = running.person;
    const facts = context({ organisation: '<img src=x onerror=alert(1)>', employeeName: '"><script>alert(2)</script>', branch: "' & <b>" });
    await running.gateways.consents.request({ iin, phone: phone!, documentType: 'identity_card' }, facts);
    const { text } = await page(`/phone/ru/${iin}/messages`);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
    expect(text).not.toMatch(/<img src=x|<script>alert|<b>/);
  });

  test('what is searched for is shown as text', async () => {
    const { text } = await page(`/phone/ru?q=${encodeURIComponent('"><script>alert(3)</script>')}`);
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(3)');
    expect(text).not.toContain('<script>alert');
  });
});

describe('a visit by forms alone', () => {
  test('opens, extends and closes an access', async () => {
    const { iin } = running.person;
    const card = running.person.documents.find(({ type }) => type === 'identity_card')!;
    const { location } = await submit(`/phone/en/${iin}/open`, { document: card.id });
    const opened = await page(location);
    const code = /data-short-code>(\d{3}) (\d{3})</.exec(opened.text)!;
    const answer = await running.gateways.documents.open({ channel: 'short-code', code: code[1]! + code[2]!, iin }, context());
    expect(answer.ok).toBe(true);
    await submit(`${location}/extend`, {});
    expect((await page(location)).text).toContain('Extended to 30 minutes');
    await submit(`${location}/close`, {});
    expect((await page(location)).text).toContain('Access closed');
  });

  test('answers a question with the code of the SMS; a wrong one is told', async () => {
    const { iin, phone } = running.person;
    await running.gateways.consents.request({ iin, phone: phone!, documentType: 'identity_card' }, context());
    const { questionId, code } = running.stand.control.readPassword(iin)!;
    const path = `/phone/en/${iin}/questions/${questionId}`;
    const wrong = await submit(path, { code: code === '000000' ? '111111' : '000000', answer: 'agree' });
    expect((await page(wrong.location)).text).toContain('The code is wrong');
    const right = await submit(path, { code, answer: 'agree' });
    expect((await page(right.location)).text).toContain('You agreed');
    expect(await running.gateways.consents.state(questionId)).toEqual({ ok: true, value: { state: 'given' } });
  });

  test('shows views and takes a consent back', async () => {
    const { iin } = running.person;
    const { id, token } = running.openAccess();
    await running.gateways.documents.open({ channel: 'qr', token }, context());
    await running.gateways.persons.lookUp(iin, id, context());
    const [consent] = running.stand.control.consentTokens(iin);
    expect((await page(`/phone/en/${iin}/consents`)).text).toContain(consent!.id);
    await submit(`/phone/en/${iin}/consents/${consent!.id}/revoke`, {});
    expect(running.stand.control.consentTokens(iin)[0]!.revokedAt).not.toBeNull();
    expect((await page(`/phone/en/${iin}/consents`)).text).toContain('Revoked');
  });

  test("one phone does not open another person's access", async () => {
    const { id } = running.openAccess();
    const other = running.stand.control.population.people.at(-1)!;
    expect((await page(`/phone/en/${other.iin}/accesses/${id}`)).status).toBe(404);
    expect((await page(`/phone/en/${running.person.iin}/accesses/${id}`)).status).toBe(200);
  });

  test('every page of every person in every language draws', async () => {
    for (const person of running.stand.control.population.people.filter(({ trainingCase }) => trainingCase !== null)) {
      for (const { id } of person.documents) {
        expect((await page(`/phone/kk/${person.iin}/documents/${encodeURIComponent(id)}`)).status).toBe(200);
      }
      for (const language of ['kk', 'ru', 'en']) {
        expect((await page(`/phone/${language}/${person.iin}`)).status).toBe(200);
      }
    }
  });
});
