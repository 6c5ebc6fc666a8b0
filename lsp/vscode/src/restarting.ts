/** Decides whether a server that stopped by itself is started again, and when. */

const WAITS = [500, 2_000, 6_000, 15_000];
const QUIET_AFTER = 3 * 60_000;

export interface Decision {
  /** Milliseconds to wait before the start; nothing: it isn't started again. */
  wait?: number;
  /** Whether people are told now. They are told once, and once more when we give up. */
  tell: boolean;
}

/** Remembers how often the server has stopped of late. */
export class Restarting {
  #stops = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** Decide at a time in milliseconds. */
  stoppedAt(now: number): Decision {
    if (now - this.#last > QUIET_AFTER) {
      this.#stops = 0;
    }
    this.#last = now;
    this.#stops += 1;
    const wait = WAITS[this.#stops - 1];
    if (wait === undefined) {
      return { tell: true };
    }
    return { wait, tell: this.#stops === 1 };
  }

  /** Begin anew, after people asked for a restart. */
  forget(): void {
    this.#stops = 0;
    this.#last = Number.NEGATIVE_INFINITY;
  }
}
