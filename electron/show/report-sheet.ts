import { clipboard } from 'electron';

/** The report that the page shows. What is copied is what was shown, to the letter. */
export class ReportSheet {
  readonly #write: () => Promise<string>;
  #shown: Promise<string> | null = null;

  constructor(write: () => Promise<string>) {
    this.#write = write;
  }

  /** A new report, as things are now. */
  async show(): Promise<string> {
    this.#shown = this.#write();
    return this.#shown;
  }

  /** Puts the report that was shown last onto the clipboard; none was shown: does nothing. */
  async copy(): Promise<void> {
    if (this.#shown !== null) clipboard.writeText(await this.#shown);
  }
}
