/** The worker a citizen’s page starts: one question at a time, and no network, no storage, no page in its reach but these messages. */
import type { KeyStoreQuestion } from '../../shared/domain/issuance/citizen-keys.ts';
import commonPasswords from '../../resources/policy/common-passwords.json' with { type: 'json' };
import { answerKeyQuestion } from './answer-key-question.ts';

interface WorkerScope {
  onmessage: ((event: { data: { id: number; question: KeyStoreQuestion } }) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;
const commonWords = new Set(commonPasswords.words);

scope.onmessage = ({ data: { id, question } }) => {
  answerKeyQuestion(question, commonWords).then(
    (answer) => scope.postMessage({ id, answer }),
    () => scope.postMessage({ id, answer: { answer: 'failed' } }),
  );
};
