// What Electron itself costs: an app that shows a tray icon and does nothing else.
import { app, nativeImage, Tray } from 'electron';

let tray;

void app.whenReady().then(() => {
  const size = { width: 16, height: 16 };
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 0xff), size));
  tray.setToolTip('Bare');
});
