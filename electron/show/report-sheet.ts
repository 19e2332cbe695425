import { clipboard } from 'electron';
import type { ReportAsked } from '../contract.ts';

/** The report that the page shows. What is copied is what was shown, to the letter. */
export class ReportSheet {
  readonly #write: (asked: ReportAsked) => Promise<string>;
  #shown: Promise<string> | null = null;

  constructor(write: (asked: ReportAsked) => Promise<string>) {
    this.#write = write;
  }

  /** A new report, as things are now. */
  async show(asked: ReportAsked): Promise<string> {
    this.#shown = this.#write(asked);
    return this.#shown;
  }

  /** Puts the report that was shown last onto the clipboard; none was shown: a new one, without the network check. */
  async copy(): Promise<void> {
    clipboard.writeText(await (this.#shown ?? this.#write({ network: false })));
  }

  /** The window is closed: what it showed grows old. */
  forget(): void {
    this.#shown = null;
  }
}
