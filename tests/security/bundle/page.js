// Attempts are made by the page's own code: what Playwright evaluates is exempt from the content security policy.
const attempts = {
  eval: () => new Function('return 1')(),
  // The shortest module there is: magic and version.
  'web assembly': async () => (await WebAssembly.instantiate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).instance instanceof WebAssembly.Instance,
  'inline script': () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    return window.inlineRan === true;
  },
  'html sink': () => (document.createElement('div').innerHTML = '<b>b</b>'),
  'other policy': () => window.trustedTypes.createPolicy('other', {}).name,
  'host replaced': () => {
    'use strict';
    window.host = null;
  },
  'host changed': () => {
    'use strict';
    window.host.call = null;
  },
  fetch: async (address) => (await fetch(address)).status,
  socket: (address) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address.replace('http', 'ws'));
      socket.onopen = () => resolve('open');
      socket.onerror = () => reject(new Error('refused'));
    }),
  beacon: (address) => {
    if (!navigator.sendBeacon(address)) throw new Error('refused');
  },
  picture: (address) =>
    new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = () => resolve('loaded');
      picture.onerror = () => reject(new Error('refused'));
      picture.src = address;
    }),
  'foreign worker': (address) => new Worker(address),
  'own worker': () =>
    new Promise((resolve, reject) => {
      const policy = window.trustedTypes.createPolicy('tekser-worker', { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL('./worker.js'), { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => reject(new Error('refused'));
      worker.postMessage(1);
    }),
  camera: async () => (await navigator.mediaDevices.getUserMedia({ video: true })).getVideoTracks().length,
  microphone: async () => (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks().length,
  'camera with microphone': async () =>
    (await navigator.mediaDevices.getUserMedia({ audio: true, video: true })).getTracks().length,
  screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
  geolocation: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
  clipboard: () => navigator.clipboard.readText(),
};

const tryIt = async (name, argument) => {
  try {
    return { did: (await attempts[name](argument)) ?? null };
  } catch (error) {
    return { refused: error.name ?? String(error.code) };
  }
};

// A timer of its own: the exemption follows the evaluated call down its stack.
window.attempt = (name, argument) => new Promise((resolve) => setTimeout(() => resolve(tryIt(name, argument)), 0));
