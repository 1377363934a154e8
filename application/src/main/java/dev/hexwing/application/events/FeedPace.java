package dev.hexwing.application.events;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a feed goes on, and what it tells of how far it is. Of one thread at a time. */
final class FeedPace {

  private static final Logger log = LoggerFactory.getLogger(FeedPace.class);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);
  private static final int MOST_DOUBLED = 20;

  private final String consumer;
  private final Duration firstRetry;
  private int failures;
  private long notBefore = System.nanoTime();
  private long began = System.nanoTime();
  private long told = began;
  private long taken;
  private boolean toldRefusal;

  FeedPace(String consumer, Duration firstRetry) {
    this.consumer = consumer;
    this.firstRetry = firstRetry;
  }

  boolean rests() {
    return System.nanoTime() - notBefore < 0;
  }

  void went() {
    failures = 0;
  }

  void failed(RuntimeException failure) {
    long longest =
        Math.min(LONGEST_REST.toNanos(), firstRetry.toNanos() << Math.min(failures, MOST_DOUBLED));
    failures++;
    long rest = longest - (longest > 3 ? ThreadLocalRandom.current().nextLong(longest / 4) : 0);
    notBefore = System.nanoTime() + rest;
    log.warn(
        "{} is not fed from history for {}, failure {} in a row",
        consumer,
        Duration.ofNanos(rest),
        failures,
        failure);
  }

  void begin(ConsumerStart start) {
    began = System.nanoTime();
    told = began;
    taken = 0;
    log.info("{} is fed from history by this node, from {} on", consumer, start.reached());
  }

  void took() {
    taken++;
  }

  void reached(ConsumerStart start) {
    long now = System.nanoTime();
    if (now - told >= TELL_EVERY.toNanos()) {
      told = now;
      log.info(
          "{} is at {} of {} of history and took {} events, {} a second",
          consumer,
          start.reached(),
          start.total(),
          taken,
          rate(now));
    }
  }

  void end(ConsumerStart start) {
    log.info(
        "{} has come to the end of history at {}, took {} events from this node, {} a second, and"
            + " takes them as they are sent from now on",
        consumer,
        start.reached(),
        taken,
        rate(System.nanoTime()));
  }

  private long rate(long now) {
    return Math.round(taken * 1e9 / Math.max(1, now - began));
  }

  /** Tells so once; there is nothing to do. */
  boolean refused(ConsumerStart start) {
    if (!toldRefusal) {
      toldRefusal = true;
      log.error(
          "{} takes no events: {}. Let it start from what is left, or give it up",
          consumer,
          start.reason().getOrElse(""));
    }
    return false;
  }
}
