package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.testkit.crash.Step.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** An outbox between whose claims and marks a node may die. */
record WatchedOutbox(OutboxQueue real, Node node) implements OutboxQueue {

  @Override
  public List<OutboxMessage> claim(int limit, Duration lease) {
    return claiming(() -> real.claim(limit, lease));
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return claiming(() -> real.claimNewest(limit, lease));
  }

  private List<OutboxMessage> claiming(Supplier<List<OutboxMessage>> claim) {
    node.pass(Kind.BEFORE, "claims events");
    List<OutboxMessage> claimed = claim.get();
    if (!claimed.isEmpty()) {
      node.pass(Kind.AFTER, "claims events");
    }
    return claimed;
  }

  @Override
  public void markSent(List<OutboxMessage> messages) {
    node.pass(Kind.BEFORE, "marks events sent");
    real.markSent(messages);
    node.pass(Kind.AFTER, "marks events sent");
  }

  @Override
  public void retryLater(OutboxMessage message, String reason, Duration delay) {
    real.retryLater(message, reason, delay);
  }

  @Override
  public void park(OutboxMessage message, String reason) {
    real.park(message, reason);
  }

  @Override
  public Backlog backlog() {
    return real.backlog();
  }

  @Override
  public void onNewEvents(Runnable listener) {
    real.onNewEvents(listener);
  }
}
