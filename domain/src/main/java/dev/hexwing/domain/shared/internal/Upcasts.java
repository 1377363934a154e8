package dev.hexwing.domain.shared.internal;

import dev.hexwing.domain.shared.EventRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The steps that bring old records up to what this release reads, one version at a time.
 *
 * <p>A step is for ever: records of its version stay in the stores. It renames or adds facts, and
 * names the type that it leads to; a type without a step is current.
 *
 * <pre>{@code
 * Upcasts.none()
 *     .step("dev.hexwing.payments.payment-declined.v1", old -> withCode(old, "….v2"));
 * }</pre>
 *
 * <p>Immutable, and safe for use by any number of threads.
 */
public final class Upcasts {

  private static final Upcasts NONE = new Upcasts(Map.of());

  private final Map<String, UnaryOperator<EventRecord>> steps;

  private Upcasts(Map<String, UnaryOperator<EventRecord>> steps) {
    this.steps = Map.copyOf(steps);
  }

  /** No step: every type is current. */
  public static Upcasts none() {
    return NONE;
  }

  /**
   * These steps and one more.
   *
   * @throws IllegalArgumentException if there is a step from that type already
   */
  public Upcasts step(String fromType, UnaryOperator<EventRecord> step) {
    Objects.requireNonNull(fromType, "fromType");
    Objects.requireNonNull(step, "step");
    Map<String, UnaryOperator<EventRecord>> more = new HashMap<>(steps);
    if (more.put(fromType, step) != null) {
      throw new IllegalArgumentException("there is a step from " + fromType + " already");
    }
    return new Upcasts(more);
  }

  /**
   * The record as this release would have written it.
   *
   * @throws IllegalStateException if the steps lead round in a circle, or to another event
   */
  public EventRecord current(EventRecord record) {
    EventRecord reached = record;
    for (int taken = 0; taken <= steps.size(); taken++) {
      UnaryOperator<EventRecord> step = steps.get(reached.type());
      if (step == null) {
        return reached;
      }
      EventRecord next = step.apply(reached);
      if (!next.metadata().equals(record.metadata())) {
        throw new IllegalStateException("a step makes another event of " + reached.type());
      }
      reached = next;
    }
    throw new IllegalStateException("the steps from " + record.type() + " lead round in a circle");
  }
}
