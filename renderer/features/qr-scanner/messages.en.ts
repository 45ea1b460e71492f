/** Words of the scanner panel in English. */
export const scanner = {
  title: 'Camera',
  choose: 'Which camera',
  training: 'Training camera (phone of the stand)',
  unnamed: 'Camera {{number}}',
  turnOn: 'Turn the camera on',
  turnOff: 'Turn the camera off',
  retry: 'Try again',
  state: {
    off: 'The camera is off. Scanner, code and picture still work.',
    starting: 'Starting the camera…',
    filming: 'Show the QR code to the camera',
    paused: 'The camera is waiting',
    several: 'Several codes in view. Leave only one.',
    noPhone: 'No code is open on the phone of the stand. Press “Open access” there.',
    unreachable: 'The phone of the stand does not answer. See whether the stand is running. The camera reconnects by itself.',
    denied: 'The camera is not permitted. Allow it in the system settings and try again.',
    none: 'No camera found. Plug one in and filming starts by itself.',
    busy: 'Another program is using the camera. Close it and try again.',
    lost: 'The camera was disconnected. Check the cable; filming resumes by itself.',
    failed: 'The camera does not work. Try again or type the code.',
  },
} as const;
