package dev.hexwing.examples.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Idempotency keys: who holds one right now, and where the first answer under it stands. A key is
 * forgotten once it is older than the retention, a few at each call. Thread-safe.
 */
final class Keys {

  /** What a request finds under its key. */
  sealed interface Found {}

  /** Nothing: the key now belongs to this request until it is kept or released. */
  record Claimed() implements Found {}

  /** Another request with this key is still running. */
  record InUse() implements Found {}

  /** The key was first used with other parameters. */
  record Mismatch() implements Found {}

  /** The first answer, at this place of the journal. */
  record Answered(String fingerprint, long at, long offset, int length) implements Found {}

  private record Running(String fingerprint) {}

  private record Aging(String key, long at) {}

  private static final int MOST_PURGED_AT_ONCE = 16;

  private final long retentionMillis;
  private final Map<String, Running> running = new HashMap<>();
  private final Map<String, Answered> answered = new HashMap<>();
  private final Deque<Aging> oldestFirst = new ArrayDeque<>();

  Keys(Duration retention) {
    this.retentionMillis = retention.toMillis();
  }

  synchronized Found claim(String key, String fingerprint, long now) {
    purge(now);
    Answered first = answered.get(key);
    if (first != null && !expired(first.at, now)) {
      return first.fingerprint.equals(fingerprint) ? first : new Mismatch();
    }
    Running other = running.putIfAbsent(key, new Running(fingerprint));
    if (other == null) {
      return new Claimed();
    }
    return other.fingerprint.equals(fingerprint) ? new InUse() : new Mismatch();
  }

  /** Gives a claimed key back, because nothing was done under it. */
  synchronized void release(String key) {
    running.remove(key);
  }

  /** Takes in an answer that is on disk. */
  synchronized void keep(String key, Answered answer) {
    running.remove(key);
    answered.put(key, answer);
    oldestFirst.add(new Aging(key, answer.at));
  }

  private boolean expired(long at, long now) {
    return now - at >= retentionMillis;
  }

  private void purge(long now) {
    for (int i = 0; i < MOST_PURGED_AT_ONCE; i++) {
      Aging oldest = oldestFirst.peek();
      if (oldest == null || !expired(oldest.at, now)) {
        return;
      }
      oldestFirst.remove();
      Answered answer = answered.get(oldest.key);
      if (answer != null && answer.at == oldest.at) {
        answered.remove(oldest.key);
      }
    }
  }
}
