/** A short tone from the chosen speaker, so that whoever queues has heard it once. */

const HERTZ = 660;
const TONE_SECONDS = 0.4;
const LOUDNESS = 0.2;

/** Resolves when it has ended; a speaker that is gone plays on the system's own. */
export async function playTone(speaker: string | null): Promise<void> {
  const audio = new AudioContext();
  try {
    // Not in the DOM types yet (Web Audio API, section 1.2.3).
    await (audio as AudioContext & { setSinkId?(id: string): Promise<void> }).setSinkId?.(speaker ?? '').catch(() => undefined);
    const tone = new OscillatorNode(audio, { frequency: HERTZ });
    const gain = new GainNode(audio, { gain: LOUDNESS });
    tone.connect(gain).connect(audio.destination);
    await new Promise((resolve) => {
      tone.onended = resolve;
      tone.start();
      tone.stop(audio.currentTime + TONE_SECONDS);
    });
  } finally {
    await audio.close();
  }
}
