/** The script of a call as versioned data: what is asked, in which order, what counts as passed, and how a call may be broken off. */
import { z } from 'zod';
import { LivenessChallenge } from '../identification/identification.ts';
import { CaseReason } from '../issuance/issuance-case.ts';
import { Localized } from '../localized.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);

export const CallKind = z.enum(['operator-identification', 'phone-registration']);
export type CallKind = z.infer<typeof CallKind>;

export const CallStepKind = z.enum(['speak', 'challenge', 'question', 'feature', 'still', 'typed']);
export type CallStepKind = z.infer<typeof CallStepKind>;

/** What a still shows: the machine compares and reads by it. */
export const StillSubject = z.enum(['card-front', 'card-back', 'face']);
export type StillSubject = z.infer<typeof StillSubject>;

export const CallStepAnswer = z.strictObject({ id: Id, title: Localized, passes: z.boolean() });

export const CallStep = z.strictObject({
  id: Id,
  /** `still`: passes only with a picture received; `typed`: only by what the citizen typed on the own page, which no operator sees. */
  kind: CallStepKind,
  /** Of a feature: diffractive, personalisation, material, print; one of a category is enough. */
  category: Id.nullable(),
  /** Of a still; nothing else has one. */
  subject: StillSubject.nullable().default(null),
  /** Of a challenge the face engine can measure; null for what only a human sees. */
  movement: LivenessChallenge.nullable().default(null),
  /** What the operator does or says, what stands on the citizen's page meanwhile, and what must be seen. */
  operator: Localized,
  citizen: Localized,
  expected: Localized.nullable(),
  answers: z.array(CallStepAnswer),
  /** Answers that do not pass before the step has failed. */
  tries: z.int().min(1).max(3),
});
export type CallStep = z.infer<typeof CallStep>;

export const CallGroup = z.strictObject({
  id: Id,
  order: z.enum(['fixed', 'random']),
  /** How many of the steps are asked, drawn anew for each call; null for all. Where steps have categories, no two are of one. */
  pick: z.int().positive().nullable(),
  steps: z.array(CallStep).min(1),
});
export type CallGroup = z.infer<typeof CallGroup>;

/** `refuse` ends the application; the others leave it where it stands: `try-again` for anybody, `for-another` for anybody but this operator. */
export const AbortRule = z.strictObject({ code: Id, title: Localized, outcome: z.enum(['refuse', 'try-again', 'for-another']), reason: CaseReason.nullable() });
export type AbortRule = z.infer<typeof AbortRule>;

export const CallScript = z
  .strictObject({
    kind: CallKind,
    version: z.string().regex(/^\d{4}\.\d+$/),
    source: z.string().min(10).max(500),
    /** What the application is for: read back by the citizen, never made up by the operator. */
    purpose: Localized,
    /** The order of the groups is fixed: identity before features, the decision last. */
    groups: z.array(CallGroup).min(1),
    aborts: z.array(AbortRule).min(1),
  })
  .refine(({ groups }) => unique(groups.flatMap(({ steps }) => steps.map(({ id }) => id))), 'a step named twice')
  .refine(({ aborts }) => unique(aborts.map(({ code }) => code)), 'an abort code named twice')
  .refine(({ aborts }) => aborts.every(({ outcome, reason }) => (outcome === 'refuse') === (reason !== null)), 'a refusal has a reason, nothing else has')
  .refine(({ groups }) => groups.every(({ steps }) => steps.every(({ kind, subject }) => (kind === 'still') === (subject !== null))), 'a still shows something, nothing else does')
  .refine(({ groups }) => groups.every(({ steps }) => steps.every(({ kind, movement }) => movement === null || kind === 'challenge')), 'only a challenge is a movement')
  .refine(({ groups }) => groups.every(hasAnswers), 'a step an operator answers needs an answer that passes')
  .refine(({ groups }) => groups.every(({ pick, steps }) => pick === null || pick <= drawable(steps)), 'more steps asked than there are');
export type CallScript = z.infer<typeof CallScript>;

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const hasAnswers = ({ steps }: CallGroup): boolean =>
  steps.every(({ kind, answers }) => (kind === 'typed' ? answers.length === 0 : answers.some(({ passes }) => passes) && unique(answers.map(({ id }) => id))));
const drawable = (steps: readonly CallStep[]): number => new Set(steps.map(({ id, category }) => category ?? id)).size;
