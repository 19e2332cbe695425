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

  /** Puts the report that was shown last onto the clipboard; none was shown: does nothing. */
  async copy(): Promise<void> {
    if (this.#shown !== null) clipboard.writeText(await this.#shown);
  }
}
