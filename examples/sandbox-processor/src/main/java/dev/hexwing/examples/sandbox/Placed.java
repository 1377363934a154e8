package dev.hexwing.examples.sandbox;

/**
 * An object of the ledger, held in memory only by what finds it again: its id and where it stands
 * in the journal.
 */
class Placed {

  /** A line of the journal. */
  record Line(long offset, int length) {}

  final String id;
  final long at;
  private volatile Line line;

  /**
   * @param at when it was made, in milliseconds since 1970
   */
  Placed(String id, long at, long offset, int length) {
    this.id = id;
    this.at = at;
    this.line = new Line(offset, length);
  }

  /** Where it stands as it is now. */
  final Line line() {
    return line;
  }

  /** It was written again, changed. */
  final void isNowAt(long offset, int length) {
    line = new Line(offset, length);
  }
}
