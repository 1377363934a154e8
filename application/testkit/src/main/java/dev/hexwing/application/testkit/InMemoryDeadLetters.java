package dev.hexwing.application.testkit;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetter.State;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.shared.EventMetadata;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Dead letters in memory. Safe for use by any number of threads. */
public final class InMemoryDeadLetters implements DeadLetters {

  private static final int LONGEST_REASON = 500;
  private static final int COUNTED = 100_000;

  private final InstantSource clock;
  private final List<Row> rows = new ArrayList<>();
  private long last;

  private record Row(UUID id, Undelivered message, State state, Instant since) {

    boolean isOf(Undelivered other) {
      return message.consumer().equals(other.consumer()) && message.name().equals(other.name());
    }

    boolean holdsUp(String consumer, String aggregateId) {
      return state != State.SKIPPED
          && message.consumer().equals(consumer)
          && message.event().exists(event -> event.metadata().aggregateId().equals(aggregateId));
    }

    long version() {
      return message.event().map(event -> event.metadata().version().value()).getOrElse(0L);
    }
  }

  /** No letters yet. */
  public InMemoryDeadLetters(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void setAside(Undelivered message, State state) {
    UUID id =
        first(row -> row.isOf(message)).map(Row::id).getOrElse(() -> new UUID(0x7000L, ++last));
    rows.removeIf(row -> row.id().equals(id));
    rows.add(new Row(id, shortened(message), state, Moments.kept(clock.instant())));
  }

  private static Undelivered shortened(Undelivered message) {
    String reason = message.reason();
    return new Undelivered(
        message.consumer(),
        message.name(),
        message.event(),
        message.payload(),
        message.correlationId(),
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
        message.attempts());
  }

  @Override
  public synchronized boolean waitBehind(Undelivered message) {
    EventMetadata event =
        message
            .event()
            .getOrElseThrow(() -> new IllegalArgumentException("only events wait"))
            .metadata();
    boolean waits =
        rows.stream()
            .anyMatch(
                row ->
                    row.holdsUp(message.consumer(), event.aggregateId())
                        && row.version() <= event.version().value());
    if (waits && first(row -> row.isOf(message)).isEmpty()) {
      setAside(message, State.WAITING);
    }
    return waits;
  }

  @Override
  public synchronized List<DeadLetter> list(Option<UUID> after, int limit) {
    return rows.stream()
        .sorted(Comparator.comparing(Row::id))
        .filter(row -> after.forAll(id -> row.id().compareTo(id) > 0))
        .limit(limit)
        .map(this::letter)
        .toList();
  }

  @Override
  public synchronized Option<DeadLetter> find(UUID id) {
    return first(row -> row.id().equals(id)).map(this::letter);
  }

  @Override
  public synchronized Option<DeadLetter> firstOf(String consumer, String aggregateId) {
    return Option.ofOptional(
            rows.stream()
                .filter(row -> row.holdsUp(consumer, aggregateId))
                .min(Comparator.comparingLong(Row::version)))
        .map(this::letter);
  }

  @Override
  public synchronized void settle(UUID id) {
    rows.removeIf(row -> row.id().equals(id));
  }

  @Override
  public synchronized Map<String, Long> countByConsumer() {
    return rows.stream()
        .limit(COUNTED)
        .collect(Collectors.groupingBy(row -> row.message().consumer(), Collectors.counting()));
  }

  private Option<Row> first(Predicate<Row> wanted) {
    return Option.ofOptional(rows.stream().filter(wanted).findFirst());
  }

  private DeadLetter letter(Row row) {
    return new DeadLetter(
        row.id(), row.message(), row.state(), Duration.between(row.since(), clock.instant()));
  }
}
