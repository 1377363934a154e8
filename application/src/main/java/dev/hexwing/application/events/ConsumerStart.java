package dev.hexwing.application.events;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * How far a consumer has come on its way from the beginning of history to what is sent now.
 *
 * @param consumer its stable name
 * @param state how it gets its events
 * @param token the fencing token of who feeds it: a later one is greater
 * @param reached the place in history up to which it took everything; of a consumer of one
 *     aggregate, the version
 * @param total up to where history went when that was looked at last
 * @param held whether the lease of the node that feeds it still holds
 * @param age how long ago it was met for the first time
 * @param reason why it was refused, or why it did not start from the beginning
 */
public record ConsumerStart(
    String consumer,
    State state,
    long token,
    long reached,
    long total,
    boolean held,
    Duration age,
    Option<String> reason) {

  /** How a consumer gets its events. */
  public enum State {
    /** From history alone; what is sent meanwhile reaches it that way. */
    STARTING,
    /** It gets the last that is not in history yet; what is sent meanwhile has to wait. */
    SWITCHING,
    /** Not at all: its beginning is gone, and nobody has said that what is left is enough. */
    REFUSED,
    /** As they are sent, for good. */
    LIVE
  }

  ConsumerStart in(State other) {
    return new ConsumerStart(consumer, other, token, reached, total, held, age, reason);
  }

  ConsumerStart at(long place, long last) {
    return new ConsumerStart(
        consumer, state, token, place, Math.max(place, last), held, age, reason);
  }

  ConsumerStart refused(String why) {
    return new ConsumerStart(
        consumer, State.REFUSED, token, reached, total, held, age, Option.some(why));
  }
}
