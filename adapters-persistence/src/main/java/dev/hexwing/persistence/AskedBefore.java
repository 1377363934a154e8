package dev.hexwing.persistence;

/**
 * Which hashes were met lately, as far as a quarter of a megabyte can tell.
 *
 * <p>Each leaves a mark in two places, so that two that share one of them do not make each other
 * forgotten for ever. One in sixty is taken for known at the first time, once all places are
 * marked; a mark that is overwritten is met for the first time again. Safe for use by any number of
 * threads, which may lose each other's marks.
 */
final class AskedBefore {

  private static final int BITS = 18;
  private static final int ONE = 0x9E3779B1;
  private static final int OTHER = 0x85EBCA77;
  private static final int MARK = 0xC2B2AE3D;

  private final byte[] marks = new byte[1 << BITS];

  /** Whether the hash was met before; from now on it was. */
  boolean test(int hash) {
    byte mark = (byte) (((hash * MARK) >>> 24) | 1);
    int one = (hash * ONE) >>> (Integer.SIZE - BITS);
    int other = (hash * OTHER) >>> (Integer.SIZE - BITS);
    boolean known = marks[one] == mark || marks[other] == mark;
    marks[one] = mark;
    marks[other] = mark;
    return known;
  }
}
