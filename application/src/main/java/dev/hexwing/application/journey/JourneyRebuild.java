package dev.hexwing.application.journey;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * One rebuild of the journeys, as far as it has come.
 *
 * @param generation its number, which is also its fencing token: a later one has a greater
 * @param state what it is about
 * @param done how many events were looked at
 * @param total how many there were to look at when that was counted last
 * @param held whether the lease of the node that works at it still holds
 * @param age how long ago it was begun
 * @param reason why it failed, if it did
 */
public record JourneyRebuild(
    long generation,
    State state,
    long done,
    long total,
    boolean held,
    Duration age,
    Option<String> reason) {

  /** What a rebuild is about. */
  public enum State {
    /** Goes through the history; what happens meanwhile is noted in the journeys that serve. */
    BUILDING,
    /** What happens is noted in both, and the last of the history is gone through. */
    CATCHING_UP,
    /** Its journeys are the ones that are shown. */
    SERVING,
    /** It was broken off, and the journeys that served before still do. */
    FAILED
  }

  /** Whether a node is at it. */
  public boolean isUnderWay() {
    return held && (state == State.BUILDING || state == State.CATCHING_UP);
  }
}
