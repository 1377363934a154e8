package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contract suites share: a store of their own for each test, and words to use it with. */
public abstract class StoreContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** New names for this test. */
  protected final SequentialIds ids = new SequentialIds();

  /** Examples to store. */
  protected final Given given = new Given(ids);

  private StoreFixture store;

  /** Opens an empty store; called before each test and closed after it. */
  protected abstract StoreFixture open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  final StoreFixture store() {
    return store;
  }

  final OutboxQueue outbox() {
    return store.outboxQueue();
  }

  final <R> R execute(Function<Stores, R> work) {
    return store.unitOfWork().execute(work);
  }

  final void run(Consumer<Stores> work) {
    store
        .unitOfWork()
        .execute(
            stores -> {
              work.accept(stores);
              return stores;
            });
  }

  final <R> R read(Function<Stores, R> work) {
    return store.unitOfWork().read(work);
  }

  final <T> Option<T> readOption(Function<Stores, Option<T>> work) {
    return read(work);
  }

  final <T> List<T> readList(Function<Stores, List<T>> work) {
    return read(work);
  }

  final long readLong(Function<Stores, Long> work) {
    return read(work);
  }

  final void assertConflict(Subject subject, Runnable transaction) {
    WriteConflict conflict = catchThrowableOfType(WriteConflict.class, transaction::run);
    assertThat(conflict).as("conflict on %s", subject).isNotNull();
    assertThat(conflict.subject()).isEqualTo(subject);
  }

  /** Sends everything that waits, each aggregate's events in order, and tells what it was. */
  final List<DomainEvent> drainOutbox() {
    List<DomainEvent> sent = new ArrayList<>();
    List<OutboxMessage> claimed = outbox().claim(1_000, MINUTE);
    while (!claimed.isEmpty()) {
      claimed.forEach(message -> sent.add(message.event()));
      outbox().markSent(claimed);
      claimed = outbox().claim(1_000, MINUTE);
    }
    return sent;
  }

  /** Runs the transaction in several threads at once: one wins, the others meet its subject. */
  final void assertOneWins(Subject subject, Consumer<Race> transaction) {
    List<Race.Outcome> outcomes = Race.between(4, transaction);
    assertThat(outcomes.stream().filter(Race.Outcome::won)).as("%s", outcomes).hasSize(1);
    assertThat(outcomes.stream().filter(outcome -> outcome.lostOver(subject)))
        .as("%s", outcomes)
        .hasSize(outcomes.size() - 1);
  }
}
