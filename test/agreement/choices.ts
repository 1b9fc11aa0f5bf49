/** A row of bytes as a source of decisions: fast-check makes and shrinks the bytes, and fewer or smaller ones decide for something simpler. */
export class Choices {
  private readonly bytes: Uint8Array;
  private read = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A whole number from 0 to `below` - 1; 0 when the bytes are used up. */
  next(below: number): number {
    const low = this.bytes[this.read++] ?? 0;
    const high = below > 256 ? (this.bytes[this.read++] ?? 0) : 0;
    return (high * 256 + low) % below;
  }
  /** Once in so many times; never when the bytes are used up. */
  isOneIn(times: number): boolean {
    return this.next(times) === times - 1;
  }
  from<T>(list: readonly T[]): T | undefined {
    return list[this.next(Math.max(list.length, 1))];
  }
}
