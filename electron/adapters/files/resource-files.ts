/** Reads what is shipped as data: document templates, purposes, the policy and the pins of authorities. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CallKind, CallScript } from '../../../shared/domain/call/call-script.ts';
import { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import { LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import { type Policy, policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { Purpose } from '../../../shared/domain/checking/purpose.ts';
import { type RenewalRule, RenewalRuleFile } from '../../../shared/domain/renewal/renewal-rule.ts';
import { type TrustPin, TrustPins } from '../../../shared/domain/trust/trust-pin.ts';
import type { Clock } from '../../ports/clock.ts';

/** A file of the installation is missing or is not what it should be. */
export class ResourceInvalid extends Error {
  override readonly name = 'ResourceInvalid';
  /** Path inside the resources folder. */
  readonly resource: string;
  constructor(resource: string, problem: string, options?: ErrorOptions) {
    super(`${resource}: ${problem}`, options);
    this.resource = resource;
  }
}

export interface Resources {
  /** The rules at the moment of asking: a set may begin or end while the program runs. */
  policy(): Policy;
  purposes: Purpose[];
  templates: DocumentTemplate[];
  pins: TrustPin[];
  callScripts: Record<CallKind, CallScript>;
  renewalRules: RenewalRule[];
  liveness: LivenessRules;
}

/**
 * Two dozen small files that every start waits for: one by one on this thread they take a third of the processor time that promises of
 * them take.
 * @param directory the resources folder of the installation @throws {ResourceInvalid}
 */
export async function loadResources(directory: string, clock: Pick<Clock, 'now'>): Promise<Resources> {
  const { sets } = readJson(directory, 'policy/policy.json', PolicyFile);
  const purposes = readJson(directory, 'policy/purposes.json', z.array(Purpose).min(1));
  const pins = readJson(directory, 'trust/pins.json', TrustPins);
  const { rules } = readJson(directory, 'policy/renewal.json', RenewalRuleFile);
  const liveness = readJson(directory, 'policy/liveness.json', LivenessRules);
  return { renewalRules: rules, liveness, policy: () => policyAt(sets, clock.now()), purposes, templates: readTemplates(directory), pins, callScripts: readCallScripts(directory) };
}

function readTemplates(directory: string): DocumentTemplate[] {
  const names = listFolder(directory, 'documents').filter((name) => name.endsWith('.json')).toSorted();
  const templates = names.map((name) => readJson(directory, `documents/${name}`, DocumentTemplate));
  const misnamed = templates.find(({ type }, index) => names[index] !== `${type}.json`);
  if (misnamed) throw new ResourceInvalid(`documents/${misnamed.type}.json`, 'a template is named after its type');
  return templates;
}

function readCallScripts(directory: string): Record<CallKind, CallScript> {
  const scripts = CallKind.options.map((kind) => readJson(directory, `call-script/${kind}.json`, CallScript));
  const misnamed = scripts.findIndex(({ kind }, index) => kind !== CallKind.options[index]);
  if (misnamed >= 0) throw new ResourceInvalid(`call-script/${CallKind.options[misnamed]}.json`, 'a script is named after its kind');
  return Object.fromEntries(scripts.map((script) => [script.kind, script])) as Record<CallKind, CallScript>;
}

function listFolder(directory: string, name: string): string[] {
  try {
    return readdirSync(join(directory, name));
  } catch (cause) {
    throw new ResourceInvalid(name, 'cannot be read', { cause });
  }
}

function readJson<Schema extends z.ZodType>(directory: string, name: string, schema: Schema): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(directory, name), 'utf8'));
  } catch (cause) {
    throw new ResourceInvalid(name, 'cannot be read', { cause });
  }
  // Each is read once a start: a function compiled for it would cost more than it saves.
  const parsed = schema.safeParse(json, { jitless: true });
  if (!parsed.success) throw new ResourceInvalid(name, z.prettifyError(parsed.error));
  return parsed.data;
}
