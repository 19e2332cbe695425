import type { FileHandle } from 'node:fs/promises';
import type { LineHandler } from './ndjson-lines.ts';
import { NdjsonLines } from './ndjson-lines.ts';
import type { RelayFile, RelayOpening } from './relay-file.ts';
import { mostRelayBytes, openRelayFile, readAt, relayStepBytes, startOf } from './relay-file.ts';

type TailOptions = {
  readonly path: string;
  readonly root: string;
  readonly handler: LineHandler;
};

export type TailReading =
  | Exclude<RelayOpening, { readonly kind: 'open' }>
  /** `writtenAt` is the file's modification time. */
  | { readonly kind: 'read'; readonly writtenAt: number };

/** A file that is read on; `offset` is where the next piece begins. */
type Held = {
  readonly handle: FileHandle;
  readonly identity: string;
  readonly lines: NdjsonLines;
  offset: number;
};

/**
 * Reads on in the file of that name, whatever becomes of it. When it was renamed and another one made, the rest of the
 * old one comes first. Where the new one does not reach back far enough, so does the one before it, whose name ends in
 * `.1`; that is also where a second rotation has put what nobody has read.
 */
export class RelayTail {
  readonly #options: TailOptions;
  #held: Held | null = null;
  #closed = false;

  constructor(options: TailOptions) {
    this.#options = options;
  }

  /** Of the file that is read; null where there is none. */
  get identity(): string | null {
    return this.#held?.identity ?? null;
  }

  /** Delivers what was not read yet; of a file that is new, what was logged since then. Not to be called again before it is done. */
  async readOn(since: number): Promise<TailReading> {
    const opening = await openRelayFile(this.#options.path, this.#options.root);
    if (opening.kind === 'absent' && this.#held !== null) return this.#readAmidRotation(this.#held);
    if (opening.kind !== 'open') return opening;
    const { file } = opening;
    const held = this.#held;
    if (held?.identity === file.identity) {
      await file.handle.close();
      await this.#stay(held, file.size, since);
    } else {
      await this.#change(file, since);
    }
    if (this.#held !== null) await this.#drain(this.#held);
    return { kind: 'read', writtenAt: file.writtenAt };
  }

  /** The next reading begins as the first did. */
  async forget(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    await held?.handle.close().catch(() => {});
  }

  /** For good; a reading that is under way delivers no more. */
  close(): void {
    this.#closed = true;
  }

  /** For a moment there is no file of that name, and the old one may have grown. */
  async #readAmidRotation(held: Held): Promise<TailReading> {
    await this.#drain(held);
    const before = await openRelayFile(`${this.#options.path}.1`, this.#options.root);
    if (before.kind !== 'open') return { kind: 'absent' };
    await before.file.handle.close();
    const { identity, writtenAt } = before.file;
    return identity === held.identity ? { kind: 'read', writtenAt } : { kind: 'absent' };
  }

  async #stay(held: Held, size: number, since: number): Promise<void> {
    // Shorter: it was emptied. Much longer: more came than can be read.
    if (size >= held.offset && size - held.offset <= mostRelayBytes) return;
    const offset = await startOf({ handle: held.handle, size }, since);
    this.#held = { ...held, offset, lines: this.#newLines() };
  }

  async #change(file: RelayFile, since: number): Promise<void> {
    const old = this.#held;
    if (old !== null) {
      await this.#drain(old);
      old.lines.end();
      await old.handle.close();
    }
    // Held before it is read, so that it is closed whatever happens.
    const held: Held = { ...file, offset: file.size, lines: this.#newLines() };
    this.#held = held;
    const offset = await startOf(file, since);
    if (offset === 0) await this.#readBefore(since, old?.identity ?? null);
    held.offset = offset;
  }

  async #readBefore(since: number, alreadyRead: string | null): Promise<void> {
    const opening = await openRelayFile(`${this.#options.path}.1`, this.#options.root);
    if (opening.kind !== 'open') return;
    const { handle, identity } = opening.file;
    try {
      if (identity === alreadyRead) return;
      const before = {
        handle,
        identity,
        offset: await startOf(opening.file, since),
        lines: this.#newLines(),
      };
      await this.#drain(before);
      before.lines.end();
    } finally {
      await handle.close();
    }
  }

  async #drain(held: Held): Promise<void> {
    while (!this.#closed) {
      const piece = await readAt(held.handle, held.offset, relayStepBytes);
      if (piece.length === 0) return;
      held.offset += piece.length;
      held.lines.push(piece);
    }
  }

  #newLines(): NdjsonLines {
    return new NdjsonLines(this.#options.handler);
  }
}
