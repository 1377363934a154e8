package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A consumer as the broker sees it while it starts from the beginning.
 *
 * <p>What is brought meanwhile was committed, so it is in history or will be, and reaches the
 * consumer from there. How it stands is read anew for each event: a node that had not heard that
 * the consumer is live would lose it one.
 */
final class StartingConsumer implements EventConsumer {

  private final EventConsumer consumer;
  private final StartNotes notes;
  private volatile boolean live;

  StartingConsumer(EventConsumer consumer, StartNotes notes) {
    this.consumer = consumer;
    this.notes = notes;
  }

  @Override
  public String name() {
    return consumer.name();
  }

  @Override
  public PoisonPolicy poisonPolicy() {
    return consumer.poisonPolicy();
  }

  @Override
  public Option<Beginning> beginning() {
    return consumer.beginning();
  }

  @Override
  public boolean wants(DomainEvent event) {
    return consumer.wants(event);
  }

  @Override
  public void on(DomainEvent event) {
    if (!live) {
      switch (state()) {
        case STARTING, REFUSED -> {
          return;
        }
        case SWITCHING ->
            throw new IllegalStateException(
                event.eventId() + " comes while " + name() + " takes the last of history");
        case LIVE -> live = true;
      }
    }
    consumer.on(event);
  }

  /** Who died while events had to wait must not have them wait for ever. */
  private ConsumerStart.State state() {
    ConsumerStart known = notes.known();
    if (known.state() == ConsumerStart.State.SWITCHING && !known.held()) {
      return notes.take(Duration.ZERO).getOrElse(notes::known).state();
    }
    return known.state();
  }
}
