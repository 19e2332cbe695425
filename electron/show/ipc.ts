import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { channels, type Intent, type ReportAsked, type Shown } from '../contract.ts';
import { intentSchema, reportSchema } from './intent-schema.ts';

const nothing = z.undefined();

export type IpcOptions = {
  /** The page that may ask, in the one window that shows it; null while there is no window. */
  readonly page: () => { readonly contents: WebContents; readonly url: string } | null;
  readonly snapshot: () => Shown;
  readonly onIntent: (intent: Intent) => void | Promise<void>;
  readonly report: (asked: ReportAsked) => Promise<string>;
  readonly log: Pick<Console, 'warn' | 'error'>;
};

/** Answers the page. Returns what ends it. */
export function serveIpc({ page, snapshot, onIntent, report, log }: IpcOptions): () => void {
  const answer = <Payload>(
    channel: string,
    payload: z.ZodType<Payload>,
    handle: (payload: Payload) => unknown,
  ) => {
    ipcMain.handle(channel, async (event, ...args) => {
      const refusal = refuse(event, page());
      const parsed = payload.safeParse(args[0]);
      if (refusal !== null || !parsed.success || args.length > 1) {
        log.warn('message refused', channel, refusal ?? 'payload');
        throw new Error('refused');
      }
      try {
        return await handle(parsed.data);
      } catch (error) {
        log.error('message failed', channel, error);
        // Only the message reaches the page, which must not learn paths from what went wrong.
        throw new Error('failed', { cause: error });
      }
    });
  };
  answer(channels.snapshot, nothing, snapshot);
  answer(channels.intent, intentSchema, onIntent);
  answer(channels.report, reportSchema, report);
  return () => {
    for (const channel of [channels.snapshot, channels.intent, channels.report])
      ipcMain.removeHandler(channel);
  };
}

/** Why a message is not from the page; null when it is. */
function refuse(
  { sender, senderFrame }: IpcMainInvokeEvent,
  page: ReturnType<IpcOptions['page']>,
): string | null {
  if (page === null || sender !== page.contents) return 'not the window';
  if (senderFrame === null || senderFrame !== sender.mainFrame) return 'not the main frame';
  return senderFrame.url === page.url ? null : 'not the page';
}
