package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Set;

/**
 * What a consumer that is new wants to hear first: history from its beginning, all of it or a part.
 *
 * <p>When a consumer of that name is met for the first time, what was ever sent is brought to it in
 * the order of history, and so in order for each aggregate; then it takes events as they are sent.
 * Both happen by themselves. A consumer that names types or an aggregate hears of nothing else,
 * then or later.
 *
 * <pre>{@code
 * public Option<Beginning> beginning() {
 *   return Option.some(Beginning.ofTypes("dev.hexwing.payments.payment-confirmed.v1"));
 * }
 * }</pre>
 *
 * @param types stable names of the types that it hears of; empty for all
 * @param aggregateId the only aggregate that it hears of, if it is one
 * @param fromWhatIsLeft whether it may start though the beginning of history was forgotten; if not,
 *     it is refused, and takes nothing until somebody has decided
 * @param settling how long it is fed from history at least, which it does not notice: longer than
 *     it takes to bring a release to every node, because a node of the release before may publish
 *     events without knowing this consumer
 */
public record Beginning(
    Set<String> types, Option<String> aggregateId, boolean fromWhatIsLeft, Duration settling) {

  private static final Duration UPDATE_OF_ALL_NODES = Duration.ofMinutes(10);

  /** Everything that the consumer wants. */
  public static final Beginning OF_EVERYTHING =
      new Beginning(Set.of(), Option.none(), false, UPDATE_OF_ALL_NODES);

  /**
   * Refuses a negative time and a type that no event has, of which a consumer would never hear,
   * with {@link IllegalArgumentException}; keeps a copy of the types.
   */
  public Beginning {
    types = Set.copyOf(types);
    for (String type : types) {
      if (!EventRecords.isKnown(type)) {
        throw new IllegalArgumentException("no event is of type " + type);
      }
    }
    if (settling.isNegative()) {
      throw new IllegalArgumentException("settling must not be negative: " + settling);
    }
  }

  /**
   * Everything of these types.
   *
   * @throws IllegalArgumentException if none is named, or one that no event has
   */
  public static Beginning ofTypes(String... types) {
    if (types.length == 0) {
      throw new IllegalArgumentException("no type is named");
    }
    return new Beginning(Set.of(types), Option.none(), false, UPDATE_OF_ALL_NODES);
  }

  /** Everything of one aggregate. */
  public static Beginning ofAggregate(String aggregateId) {
    return new Beginning(Set.of(), Option.some(aggregateId), false, UPDATE_OF_ALL_NODES);
  }

  /** The same, from what is left if the beginning was forgotten. */
  public Beginning orFromWhatIsLeft() {
    return new Beginning(types, aggregateId, true, settling);
  }

  /** The same, fed from history for at least so long. */
  public Beginning settlingFor(Duration time) {
    return new Beginning(types, aggregateId, fromWhatIsLeft, time);
  }

  /** The consumer, which hears of nothing else from now on. */
  public EventConsumer narrow(EventConsumer consumer) {
    return new NarrowedConsumer(consumer, this);
  }

  boolean covers(DomainEvent event) {
    return aggregateId.forAll(event.aggregateId()::equals)
        && (types.isEmpty() || types.contains(EventRecords.type(event)));
  }

  boolean coversType(String type) {
    return types.isEmpty() || types.contains(type);
  }
}
