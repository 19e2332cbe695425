// Runs Vigil, and tells when its popover was painted after it was shown: that cannot be seen from outside.
import { app } from 'electron';

const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

app.on('browser-window-created', (_event, window) => {
  window.on('show', async () => {
    await window.webContents.executeJavaScript(painted);
    // A clock that all processes of the machine share.
    process.stdout.write(`painted ${process.hrtime.bigint()}\n`);
  });
  window.on('hide', () => process.stdout.write('hidden\n'));
});

await import('./out/main/main.js');
