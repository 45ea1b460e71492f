/** The one script address the page may start a worker from, under `require-trusted-types-for 'script'`. */

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

const rules = {
  createScriptURL(url: string): string {
    const script = new URL(url, document.baseURI);
    if (script.origin !== location.origin) throw new TypeError('a worker may start from the bundle only');
    return script.href;
  },
};

/** The name the content security policy allows. */
const POLICY_NAME = 'tekser-worker';
const policy = (globalThis as { trustedTypes?: TrustedTypePolicies }).trustedTypes?.createPolicy(POLICY_NAME, rules) ?? rules;

export function trustedWorkerUrl(url: string): URL {
  // The DOM types know no TrustedScriptURL; Worker takes it where the types ask for a URL.
  return policy.createScriptURL(url) as URL;
}
