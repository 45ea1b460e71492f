/** `/control/ui`: the switches of the bad days for a trainer, as one form. */
import { Language, type Localized } from '../../../shared/domain/localized.ts';
import { BadDaysChange, GOOD_DAY, ServiceName, type BadDays } from '../bad-days/switches.ts';
import { seeOther, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import { html, type Html } from '../phone/html.ts';
import { htmlPage } from '../phone/layout.ts';
import { STAND_DOCUMENT_TYPES } from '../population/index.ts';
import { templateOf } from '../population/issuer-templates.ts';
import type { StandControl } from './control.ts';
import { ANSWER_FAULTS, PAGE, SERVICES, SIGNATURE_FAULTS, SINGLE_USE, SWITCHES } from './control-texts.ts';

const ANSWERING = ['documents', 'shep', 'cabinets'] as const;

export function controlPageRoutes(control: StandControl): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/control/ui',
      service: null,
      handle: (request) => controlPage(control, languageOf(request.url), request.url.searchParams.has('unchanged')),
    },
    {
      method: 'POST',
      pattern: '/control/ui',
      service: null,
      async handle(request) {
        const form = await request.form();
        const page = `/control/ui?lang=${languageOf(request.url)}`;
        if (form.has('reset')) {
          await control.reset();
          return seeOther(page);
        }
        const change = BadDaysChange.safeParse(changeOf(form));
        if (!change.success) return seeOther(`${page}&unchanged`);
        await control.change(change.data);
        return seeOther(page);
      },
    },
  ];
}

const languageOf = (url: URL): Language => Language.safeParse(url.searchParams.get('lang')).data ?? 'kk';

/** The form names everything, so what is absent is off. */
function changeOf(form: URLSearchParams): unknown {
  const number = (name: string): number => Number(form.get(name) || 'absent');
  return {
    latencyMs: number('latencyMs'),
    outage: form.getAll('outage'),
    smsLost: form.has('smsLost'),
    signatureFault: form.get('signatureFault'),
    issuerRevoked: form.has('issuerRevoked'),
    stateBodyRevoked: form.get('stateBodyRevoked') || null,
    clockSkewMs: number('clockSkewMs'),
    answers: Object.fromEntries(ANSWERING.map((service) => [service, form.get(`answers-${service}`)])),
    singleUse: form.get('singleUse'),
  };
}

function controlPage(control: StandControl, language: Language, unchanged: boolean): Reply {
  const day = control.badDays();
  const tell = (text: Localized): string => text[language];
  const good = JSON.stringify(day) === JSON.stringify(GOOD_DAY);
  return htmlPage(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${tell(PAGE.heading)} · TEST</title><link rel="stylesheet" href="/phone-assets/phone.css"></head>
<body><div class="phone"><header><p class="test-strip">TEST</p>
<div class="top"><p class="app-name">${tell(PAGE.heading)}</p>
<nav class="languages">${Language.options.map((option) => html`<a href="/control/ui?lang=${option}" lang="${option}"${option === language ? html` aria-current="true"` : null}>${option}</a>`)}</nav></div></header>
<main><h1>${tell(good ? PAGE.goodDay : PAGE.badDay)}</h1>
${unchanged && html`<p role="alert" class="wrong">${tell(PAGE.unchanged)}</p>`}
<p><a href="/phone/${language}">${tell(PAGE.phone)}</a></p>
<form method="post" action="/control/ui?lang=${language}" class="switches">${switches(day, tell)}
<div class="actions"><button class="main-action">${tell(PAGE.apply)}</button><button name="reset" value="1" formnovalidate>${tell(PAGE.reset)}</button></div></form>
</main></div></body></html>`);
}

function switches(day: BadDays, tell: (text: Localized) => string): Html[] {
  const number = (name: 'latencyMs' | 'clockSkewMs'): Html =>
    html`<div><label for="${name}">${tell(SWITCHES[name])}</label><input id="${name}" name="${name}" type="number" step="1" required value="${day[name]}"></div>`;
  const check = (name: string, value: string, label: string, on: boolean): Html =>
    html`<label class="check"><input type="checkbox" name="${name}" value="${value}"${on ? html` checked` : null}> ${label}</label>`;
  const group = (legend: Localized, content: Html[]): Html => html`<fieldset><legend>${tell(legend)}</legend>${content}</fieldset>`;
  const choice = (name: string, label: string, current: string, options: readonly (readonly [string, string])[]): Html =>
    html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
      ([value, text]) => html`<option value="${value}"${value === current ? html` selected` : null}>${text}</option>`,
    )}</select></div>`;
  const worded = (words: Record<string, Localized>): [string, string][] =>
    Object.entries(words).map(([value, text]) => [value, tell(text)]);

  return [
    number('latencyMs'),
    group(SWITCHES.outage, ServiceName.options.map((name) => check('outage', name, tell(SERVICES[name]), day.outage.includes(name)))),
    group(SWITCHES.smsLost, [check('smsLost', '1', tell(PAGE.yes), day.smsLost)]),
    choice('signatureFault', tell(SWITCHES.signatureFault), day.signatureFault, worded(SIGNATURE_FAULTS)),
    group(SWITCHES.issuerRevoked, [check('issuerRevoked', '1', tell(PAGE.yes), day.issuerRevoked)]),
    choice('stateBodyRevoked', tell(SWITCHES.stateBodyRevoked), day.stateBodyRevoked ?? '', [
      ['', tell(PAGE.nobody)],
      ...ownerBodies().map(({ bin, name }) => [bin, tell(name)] as const),
    ]),
    number('clockSkewMs'),
    group(
      SWITCHES.answers,
      ANSWERING.map((name) => choice(`answers-${name}`, tell(SERVICES[name]), day.answers[name], worded(ANSWER_FAULTS))),
    ),
    choice('singleUse', tell(SWITCHES.singleUse), day.singleUse, worded(SINGLE_USE)),
  ];
}

function ownerBodies(): { bin: string; name: Localized }[] {
  const byBin = new Map(STAND_DOCUMENT_TYPES.map((type) => [templateOf(type).ownerBin, templateOf(type).owner]));
  return [...byBin].map(([bin, name]) => ({ bin, name }));
}
