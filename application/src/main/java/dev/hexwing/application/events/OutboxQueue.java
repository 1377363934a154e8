package dev.hexwing.application.events;

import java.time.Duration;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Events that were committed and have not been published: what the relay works through.
 *
 * <p>Any number of relays on any number of nodes may work on one queue. Leases are judged by the
 * store's clock. An event is handed out with the trace that the log context held when it was
 * committed. Safe for use by any number of threads.
 */
@SecondaryPort
public interface OutboxQueue {

  /**
   * Claims events to publish: of each aggregate only the oldest that is not yet sent, and none that
   * another relay holds, that waits for its next attempt, or that is parked.
   *
   * @param limit the most to claim, 1 to 1,000
   * @param lease how long the claim holds
   */
  List<OutboxMessage> claim(int limit, Duration lease);

  /**
   * Claims as {@link #claim} does, but begins with the newest and looks at the newest thousand
   * only: what happens now need not wait until a long backlog has gone.
   *
   * @param limit the most to claim, 1 to 1,000
   * @param lease how long the claim holds
   */
  List<OutboxMessage> claimNewest(int limit, Duration lease);

  /**
   * Marks events as sent, except those that another relay has claimed since. From then on {@link
   * EventHistory#file} may take them.
   */
  void markSent(List<OutboxMessage> messages);

  /** Gives an event back to be tried again after a delay, unless another relay has it by now. */
  void retryLater(OutboxMessage message, String reason, Duration delay);

  /** Sets an event aside for a person; later events of its aggregate wait behind it. */
  void park(OutboxMessage message, String reason);

  /** How much is waiting. */
  Backlog backlog();

  /** Has a listener called after each local commit that added events; it must return at once. */
  void onNewEvents(Runnable listener);

  /**
   * How much is waiting.
   *
   * @param waiting events not yet sent, counted up to 100,000
   * @param parked events set aside for a person
   * @param oldest age of the oldest event not yet sent; zero if there is none
   */
  record Backlog(long waiting, long parked, Duration oldest) {}
}
