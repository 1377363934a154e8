package dev.hexwing.examples.sandbox;

/**
 * An object of the ledger, held in memory only by what finds it again: its id and where it stands
 * in the journal.
 */
class Placed {

  final String id;
  final long at;
  final long offset;
  final int length;

  /**
   * @param at when it was made, in milliseconds since 1970
   */
  Placed(String id, long at, long offset, int length) {
    this.id = id;
    this.at = at;
    this.offset = offset;
    this.length = length;
  }
}
