/** Subjects of a workstation: one for each journal and kind, readable back, and never a wildcard. */
import { describe, expect, it } from 'vitest';
import { inboxOf, messageIdOf, readSubject, subjectOf } from '../../../electron/gateways/jetstream/subjects.ts';

const PLAIN = 'tekser/990140009995/Branch-1/desk-3';

describe('subjects', () => {
  it.each([
    [PLAIN, 'tekser.entry.990140009995.Branch-1.desk-3'],
    ['tekser/990140009995/№-1-ХҚКО/desk.3', 'tekser.entry.990140009995.№-1-ХҚКО.desk%2E3'],
    ['tekser/990140009995/a*b>c%d/desk/2', 'tekser.entry.990140009995.a%2Ab%3Ec%25d.desk.2'],
  ])('%s', (log, subject) => {
    expect(subjectOf('entry', log)).toBe(subject);
    expect(readSubject(subject)).toEqual({ kind: 'entry', log });
  });

  it.each(['tekser.entry', 'tekser.entry.1.2', 'other.entry.1.2.3', 'tekser.gossip.1.2.3', 'tekser.entry.1.2.%E0%A4%A'])('%s is none', (subject) => {
    expect(readSubject(subject)).toBeNull();
  });

  it('a journal begun anew from the same entries is no duplicate of the one before', () => {
    expect(messageIdOf(PLAIN, 'ab')).toBe('ab');
    expect(messageIdOf(`${PLAIN}/2`, 'ab')).toBe('ab/2');
    expect(messageIdOf(`${PLAIN}/2`, 'ab', 'again')).toBe('ab/2/again');
    expect(inboxOf(`${PLAIN}/2`)).toBe(inboxOf(PLAIN));
  });
});
