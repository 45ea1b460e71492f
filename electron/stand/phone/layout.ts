/** The frame of every page of the phone: TEST strip, heading, languages, sections. */
import { Language } from '../../../shared/domain/localized.ts';
import { text, type Reply } from '../http/reply.ts';
import type { StandPerson } from '../population/person.ts';
import { html, type Html } from './html.ts';
import type { TextKey } from './texts.ts';
import { fullName, type ViewContext } from './view-context.ts';

export type Section = 'documents' | 'messages' | 'views' | 'consents';

const SECTIONS: readonly { section: Section; path: string[] }[] = [
  { section: 'documents', path: [] },
  { section: 'messages', path: ['messages'] },
  { section: 'views', path: ['views'] },
  { section: 'consents', path: ['consents'] },
];

const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

/** Nothing but the stand's own files; no inline script or style, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function htmlPage(document: Html, status = 200): Reply {
  return text('text/html', document.html, status, {
    'content-security-policy': POLICY,
    // Not `no-referrer`: that would blank the Origin by which the stand tells its own forms from foreign ones.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}

export interface PhonePage {
  context: ViewContext;
  /** Path after the language, so that the language can be changed in place. */
  path: string;
  heading: string;
  body: Html;
  holder: { person: StandPerson; section: Section; waitingQuestions: number } | null;
  status?: number;
}

export function phonePage({ context, path, heading, body, holder, status = 200 }: PhonePage): Reply {
  const { say, language } = context;
  return htmlPage(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} · TEST</title>
<link rel="stylesheet" href="/phone-assets/phone.css">
<script src="/phone-assets/phone.js" defer></script>
</head>
<body>
<div class="phone">
<header><p class="test-strip">${say('testStrip')}</p>
<div class="top">
<p class="app-name">${say('appName')}</p>
<nav class="languages" aria-label="${say('language')}">${Language.options.map(
      (option) =>
        html`<a href="/phone/${option}${path}" lang="${option}" hreflang="${option}"${option === language ? html` aria-current="true"` : null}>${LANGUAGE_NAMES[option]}</a>`,
    )}</nav>
</div>
${holder && holderBar(context, holder.person)}</header>
<main id="main" data-live><h1>${heading}</h1>${body}</main>
${holder && sectionBar(context, holder)}
</div>
</body>
</html>`,
    status,
  );
}

const holderBar = ({ say, language }: ViewContext, person: StandPerson): Html => html`<div class="holder">
<img src="/phone-assets/faces/${person.iin}" alt="" width="40" height="50">
<div><p class="holder-name">${fullName(person)}</p><p class="quiet">${say('iin')} ${person.iin}</p></div>
<a class="change" href="/phone/${language}">${say('otherPhone')}</a>
</div>`;

function sectionBar(context: ViewContext, { person, section, waitingQuestions }: NonNullable<PhonePage['holder']>): Html {
  const { say, address } = context;
  return html`<nav class="sections" aria-label="${say('sections')}">${SECTIONS.map(({ section: each, path }) => {
    const badge = each === 'messages' && waitingQuestions > 0 ? html` <span class="badge">${waitingQuestions}</span>` : null;
    const current = each === section ? html` aria-current="page"` : null;
    return html`<a href="${address(person, ...path)}"${current}>${say(each satisfies TextKey)}${badge}</a>`;
  })}</nav>`;
}
