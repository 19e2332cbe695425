import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channels, type Shown, type VigilDoor } from './contract.ts';

const door: VigilDoor = {
  snapshot: () => ipcRenderer.invoke(channels.snapshot),
  onShown: (listener) => {
    const hear = (_event: IpcRendererEvent, shown: Shown) => listener(shown);
    ipcRenderer.on(channels.shown, hear);
    return () => {
      ipcRenderer.off(channels.shown, hear);
    };
  },
  send: (intent) => ipcRenderer.invoke(channels.intent, intent),
  report: (asked) => ipcRenderer.invoke(channels.report, asked),
};

contextBridge.exposeInMainWorld('vigil', door);
