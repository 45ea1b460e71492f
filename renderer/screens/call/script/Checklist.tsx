/** The whole script of this call as it was drawn: what is passed, what is in hand, what is ahead. */
import { Circle, CircleCheck, CircleDot, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CallStepView } from '../../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { useTexts } from '../../../i18n/index.ts';
import './script.css';

const GLYPH = { passed: CircleCheck, failed: CircleX, now: CircleDot, ahead: Circle } as const;

export function Checklist({ steps }: { readonly steps: readonly CallStepView[] }) {
  const { t, language } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const now = steps.findIndex(({ state }) => state === 'now');
  useEffect(() => {
    const step = list.current?.children[now];
    // The list alone is moved: bringing the step into view would move what stands above it out of view.
    if (step instanceof HTMLElement) list.current!.scrollTop = step.offsetTop - (list.current!.clientHeight - step.offsetHeight) / 2;
  }, [now]);
  return (
    <section className="checklist" aria-label={t('calls.script.title')}>
      <h2 className="call-part">{t('calls.script.title')}</h2>
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol ref={list} tabIndex={0}>
        {steps.map(({ id, state, operator, answer, answers }) => {
          const Glyph = GLYPH[state];
          const given = answers.find((each) => each.id === answer);
          return (
            <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <Glyph size={18} aria-label={t(`calls.script.${state}`)} />
              <span>{inLanguage(operator, language)}</span>
              {given === undefined ? null : <span className="soft">{inLanguage(given.title, language)}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
