/**
 * Asks Electron's main process again where V8 has collected the promise of the answer, as happens on a busy machine
 * (microsoft/playwright#33737, with Electron 33). What is asked must do no harm when it is done twice.
 */
export async function reliably<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error;
    }
  }
}
