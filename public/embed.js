// Gives the frames of Headway's figures on this page the height of their content.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const tallest = 20000;
  const listFrames = () =>
    [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(`${home}/e?`));
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== home || source === null || data?.type !== 'headway-height') return;
    const { height } = data;
    if (typeof height !== 'number' || !(height >= 1 && height <= tallest)) return;
    for (const frame of listFrames())
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
  });
  // figures that loaded before this script
  for (const frame of listFrames())
    frame.contentWindow?.postMessage({ type: 'headway-measure' }, home);
})();
