/** What a camera's name and abilities say about it; a real one is under no suspicion. */
import { describe, expect, it } from 'vitest';
import { cameraFacts } from '../../../../renderer/features/identification/liveness/camera-facts.ts';

const track = (label: string, capabilities: MediaTrackCapabilities = { width: { max: 1920 }, frameRate: { max: 30 } }) => ({
  label,
  getSettings: () => ({ width: 640, height: 480, frameRate: 29.97 }),
  getCapabilities: () => capabilities,
});

describe('a camera', () => {
  it.each(['Integrated Camera (04f2:b6dd)', 'HD Pro Webcam C920', 'FaceTime HD Camera', 'USB2.0 HD UVC WebCam'])('is under no suspicion: %s', (label) => {
    expect(cameraFacts(track(label))).toEqual({ label, width: 640, height: 480, frameRate: 29.97, suspicions: [] });
  });

  it.each(['OBS Virtual Camera', 'ManyCam Virtual Webcam', 'Snap Camera', 'DroidCam Source 3', 'v4l2loopback device', 'fake_device_0', '/tmp/film.mjpeg'])('is a program by its name: %s', (label) => {
    expect(cameraFacts(track(label)).suspicions).toEqual(['virtual-camera-name']);
  });

  it('without a name or without abilities is noted', () => {
    expect(cameraFacts(track('', { deviceId: 'x' })).suspicions).toEqual(['no-name', 'no-capabilities']);
    expect(cameraFacts({ label: 'Camera', getSettings: () => ({}) })).toEqual({ label: 'Camera', width: 0, height: 0, frameRate: 0, suspicions: ['no-capabilities'] });
  });
});
