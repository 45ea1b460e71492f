/** What a browser is shown on the port of the service: whether it trusts the certificate and reaches the service, in three languages. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const SCRIPT = `
const say = (id) => document.querySelectorAll('[data-state]').forEach((part) => { part.hidden = part.dataset.state !== id; });
const socket = new WebSocket('wss://' + location.host + '/');
const late = setTimeout(() => say('silent'), 5000);
socket.onmessage = () => { clearTimeout(late); say('good'); socket.close(); };
socket.onerror = () => { clearTimeout(late); say('silent'); };
`;
const STYLE = 'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}';

const PAGE = `<!doctype html>
<html lang="kk"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tekser</title><style>${STYLE}</style>
<h1>Tekser</h1>
<p data-state="wait">Тексерілуде… · Проверяется… · Checking…</p>
<div data-state="good" hidden>
<p lang="kk">Қол қою қызметі жұмыс істеп тұр, бұл браузер оған сенеді. Портал бетін жаңартыңыз.</p>
<p lang="ru">Служба подписи работает, этот браузер ей доверяет. Обновите страницу портала.</p>
<p lang="en">The signing service works and this browser trusts it. Reload the page of the portal.</p></div>
<div data-state="silent" hidden>
<p lang="kk">Бет ашылды, бірақ қызмет жауап бермеді. Tekser бағдарламасын қайта іске қосыңыз немесе әкімшіге хабарласыңыз.</p>
<p lang="ru">Страница открылась, но служба не ответила. Перезапустите Tekser или обратитесь к администратору.</p>
<p lang="en">This page opened, but the service did not answer. Restart Tekser or tell your administrator.</p></div>
<script>${SCRIPT}</script></html>`;

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; script-src ${digest(SCRIPT)}; style-src ${digest(STYLE)}; connect-src 'self' wss:; frame-ancestors 'none'; base-uri 'none'`,
};

/** Pages of other origins get nothing from it: there is no answer to read across origins, and no state to change. */
export function answerSelfTest(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  response.writeHead(200, HEADERS).end(request.method === 'HEAD' ? undefined : PAGE);
}
