package dev.hexwing.application.events;

import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import io.vavr.control.Option;
import java.time.Duration;

/** What is noted of one consumer's start, each time in a transaction of its own. */
final class StartNotes {

  private static final Option<String> TOOK_BEFORE =
      Option.some("it took events before it asked for the beginning");

  private final UnitOfWork unitOfWork;
  private final String consumer;

  StartNotes(UnitOfWork unitOfWork, String consumer) {
    this.unitOfWork = unitOfWork;
    this.consumer = consumer;
  }

  /** What is known of a consumer that asks for the beginning; it is met now if it never was. */
  ConsumerStart known() {
    return find().orElse(() -> meet(true)).getOrElseThrow(this::vanished);
  }

  /** Notes a consumer that does not ask for the beginning, so that it never gets it later. */
  void meetLive() {
    if (find().isEmpty()) {
      meet(false);
    }
  }

  private Option<ConsumerStart> find() {
    return unitOfWork.read(stores -> stores.consumerStarts().find(consumer));
  }

  private IllegalStateException vanished() {
    return new IllegalStateException("the start of " + consumer + " vanished");
  }

  private Option<ConsumerStart> meet(boolean asks) {
    unlessAnother(
        stores -> {
          boolean isNew = asks && !stores.inbox().hasTaken(consumer);
          stores
              .consumerStarts()
              .begin(
                  consumer,
                  isNew ? State.STARTING : State.LIVE,
                  isNew ? Option.none() : TOOK_BEFORE);
          return Option.none();
        });
    return find();
  }

  /** Takes the consumer over; none if another feeds it. */
  Option<ConsumerStart> take(Duration lease) {
    return unlessAnother(stores -> stores.consumerStarts().take(consumer, lease));
  }

  private Option<ConsumerStart> unlessAnother(Work work) {
    try {
      return unitOfWork.execute(work::in);
    } catch (WriteConflict other) {
      if (other.subject() == WriteConflict.Subject.START) {
        return Option.none();
      }
      throw other;
    }
  }

  void change(ConsumerStart start, Duration lease) {
    unitOfWork.execute(
        stores -> {
          stores.consumerStarts().change(start, lease);
          return start;
        });
  }

  /** What is done with the stores of a transaction. */
  @FunctionalInterface
  private interface Work {
    Option<ConsumerStart> in(Stores stores);
  }
}
