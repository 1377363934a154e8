package dev.hexwing.application.events;

import dev.hexwing.application.events.DeadLetterRefusal.HoldsAnEvent;
import dev.hexwing.application.events.DeadLetterRefusal.StillRefused;
import dev.hexwing.application.events.DeadLetterRefusal.UnknownDeadLetter;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of messages that were not taken, and what they can do about them. */
public final class DeadLetterDesk {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterDesk.class);
  private static final int MOST_AT_ONCE = 1_000;

  private final Option<DeadLetters> deadLetters;
  private final List<EventConsumer> consumers;
  private final Map<String, Predicate<Undelivered>> others;

  /**
   * A desk over what these consumers did not take.
   *
   * @param consumers of events, as they are without a guard
   * @param others who takes what is no event, by name; they tell whether they took it
   */
  public DeadLetterDesk(
      Option<DeadLetters> deadLetters,
      List<EventConsumer> consumers,
      Map<String, Predicate<Undelivered>> others) {
    this.deadLetters = deadLetters;
    this.consumers = List.copyOf(consumers);
    this.others = Map.copyOf(others);
  }

  /** Serves {@link ShowDeadLetters}. */
  public List<DeadLetter> show(Option<UUID> after, int limit) {
    return deadLetters.map(letters -> letters.list(after, limit)).getOrElse(List.of());
  }

  /** Serves {@link ResumeDeadLetter}. */
  public Either<DomainError, Integer> resume(UUID id) {
    return deadLetters
        .flatMap(letters -> letters.find(id).map(letter -> resume(letters, letter)))
        .getOrElse(() -> Either.left(new UnknownDeadLetter(id)));
  }

  /** Serves {@link DismissDeadLetter}. */
  public Either<DomainError, DeadLetter> dismiss(UUID id) {
    return deadLetters
        .flatMap(letters -> letters.find(id).map(letter -> dismiss(letters, letter)))
        .getOrElse(() -> Either.left(new UnknownDeadLetter(id)));
  }

  private static Either<DomainError, DeadLetter> dismiss(DeadLetters letters, DeadLetter letter) {
    Undelivered message = letter.message();
    if (message.event().isDefined()) {
      return Either.left(new HoldsAnEvent(message.name()));
    }
    letters.settle(letter.id());
    log.warn(
        "{} is dismissed, which {} could not take: {}",
        message.name(),
        message.consumer(),
        message.reason());
    return Either.right(letter);
  }

  /** Serves {@link CountDeadLetters}. */
  public SortedMap<String, Long> count() {
    SortedMap<String, Long> counts = new TreeMap<>();
    consumers.forEach(consumer -> counts.put(consumer.name(), 0L));
    others.keySet().forEach(name -> counts.put(name, 0L));
    deadLetters.forEach(letters -> counts.putAll(letters.countByConsumer()));
    return counts;
  }

  private Either<DomainError, Integer> resume(DeadLetters letters, DeadLetter named) {
    Option<EventRecord> event = named.message().event();
    if (named.state() == DeadLetter.State.SKIPPED || event.isEmpty()) {
      return take(letters, named).map(taken -> 1);
    }
    String consumer = named.message().consumer();
    String aggregate = event.get().metadata().aggregateId();
    int count = 0;
    Option<DeadLetter> next = letters.firstOf(consumer, aggregate);
    while (next.isDefined() && count < MOST_AT_ONCE) {
      Either<DomainError, DeadLetter> taken = take(letters, next.get());
      if (taken.isLeft()) {
        return Either.left(taken.getLeft());
      }
      count++;
      next = letters.firstOf(consumer, aggregate);
    }
    return Either.right(count);
  }

  private Either<DomainError, DeadLetter> take(DeadLetters letters, DeadLetter letter) {
    Undelivered message = letter.message();
    @Nullable Predicate<Undelivered> other = others.get(message.consumer());
    if (other != null) {
      return other.test(message) ? taken(letters, letter) : refused(message, message.reason());
    }
    Option<EventConsumer> consumer =
        Option.ofOptional(
            consumers.stream()
                .filter(known -> known.name().equals(message.consumer()))
                .findFirst());
    if (consumer.isEmpty() || message.event().isEmpty()) {
      return refused(
          message, consumer.isEmpty() ? "its consumer is not here" : "it is no event of ours");
    }
    try {
      bring(consumer.get(), EventRecords.toEvent(message.event().get()));
    } catch (UnreadableEvent e) {
      return refused(message, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.warn("{} still cannot take {}", message.consumer(), message.name(), e);
      letters.setAside(again(message, e), failedAgain(letter.state()));
      return refused(message, e.toString());
    }
    return taken(letters, letter);
  }

  private static Either<DomainError, DeadLetter> taken(DeadLetters letters, DeadLetter letter) {
    letters.settle(letter.id());
    log.info("{} took {} after all", letter.message().consumer(), letter.message().name());
    return Either.right(letter);
  }

  private static void bring(EventConsumer consumer, DomainEvent event) {
    try (LogContext context = LogContext.of(event.correlationId())) {
      if (consumer.wants(event)) {
        consumer.on(event);
      }
    }
  }

  private static DeadLetter.State failedAgain(DeadLetter.State state) {
    return switch (state) {
      case PARKED, WAITING -> DeadLetter.State.PARKED;
      case SKIPPED -> DeadLetter.State.SKIPPED;
    };
  }

  private static Undelivered again(Undelivered message, RuntimeException failure) {
    return new Undelivered(
        message.consumer(),
        message.name(),
        message.event(),
        message.payload(),
        message.correlationId(),
        failure.toString(),
        message.attempts() + 1);
  }

  private static Either<DomainError, DeadLetter> refused(Undelivered message, String reason) {
    return Either.left(new StillRefused(message.name(), reason));
  }
}
