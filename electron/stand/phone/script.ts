/**
 * The script of the phone page: the countdown, and drawing the page again when something has happened.
 * Kept as text because it runs in the browser and is served by a stand that may itself be one bundled file.
 */
export const PHONE_SCRIPT = `'use strict';
const POLL_MS = 1500;
let offset = 0;

function startClock() {
  const timer = document.querySelector('[data-countdown]');
  if (timer) offset = Date.parse(timer.dataset.now) - Date.now();
}

function tick() {
  const timer = document.querySelector('[data-countdown]');
  if (!timer) return;
  const left = Math.max(0, Date.parse(timer.dataset.countdown) - (Date.now() + offset));
  const seconds = Math.ceil(left / 1000);
  timer.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
  timer.closest('.access').classList.toggle('ending', left < 60000);
  document.querySelector('[data-progress]').value = left;
  if (left === 0) redraw();
}

/** A person who is typing or has a control in hand is not disturbed. */
function busy() {
  const active = document.activeElement;
  return active !== null && active.matches('main input');
}

async function redraw() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement && document.activeElement.id;
  for (const part of ['main', '.sections']) {
    const now = document.querySelector(part);
    const next = fresh.querySelector(part);
    if (now && next) now.replaceWith(next);
  }
  if (focused) document.getElementById(focused)?.focus();
  startClock();
  tick();
}

async function watch() {
  const phone = /^\\/phone\\/[a-z]{2}\\/\\d{12}/.exec(location.pathname);
  if (!phone) return;
  let known = null;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (document.hidden) continue;
    try {
      const { pulse } = await (await fetch(phone[0] + '/pulse')).json();
      if (known !== null && known !== pulse && !busy()) await redraw();
      if (known === null || !busy()) known = pulse;
    } catch {
      // The stand is away for a moment; the page stays as it was.
    }
  }
}

startClock();
tick();
setInterval(tick, 1000);
watch();
`;
