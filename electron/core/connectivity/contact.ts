/** Contact with the documents service, from what became of questions put to it: a pure state machine over time. */

/** Milliseconds are those of a clock that is never set back. */
export type Contact =
  | { state: 'answering'; slow: boolean }
  /** Since the first question that was not answered in time. */
  | { state: 'silent'; sinceMs: number };

export type ContactNews =
  /** `tookMs`: from the question to the answer; null where nobody measured. */
  | { what: 'answered'; tookMs: number | null }
  /** The question put at `askedMs` got no answer, or has none yet after the time a desk waits. */
  | { what: 'unanswered'; askedMs: number };

/** A desk begins by believing in its service: the first question goes out at once. */
export const FIRST_CONTACT: Contact = { state: 'answering', slow: false };

/** @param switchMs how long a desk waits before it gives a service up (policy `modeSwitchMs`) */
export function nextContact(contact: Contact, news: ContactNews, switchMs: number): Contact {
  if (news.what === 'answered') return { state: 'answering', slow: news.tookMs !== null && news.tookMs > switchMs };
  // The first unanswered question counts: each later one would begin the wait anew.
  return contact.state === 'silent' ? contact : { state: 'silent', sinceMs: news.askedMs };
}

/** Whether the service has been silent for so long that the desk gives it up. */
export const isGivenUp = (contact: Contact, nowMs: number, switchMs: number): boolean => contact.state === 'silent' && nowMs - contact.sinceMs >= switchMs;
