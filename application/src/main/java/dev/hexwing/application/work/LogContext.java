package dev.hexwing.application.work;

import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import org.slf4j.MDC;

/**
 * Has every log line of a piece of work carry the customer intent that it belongs to, and the trace
 * of the tap that started it, if that is known.
 *
 * <p>Events that are committed meanwhile are sent with that trace.
 *
 * <pre>{@code
 * try (LogContext context = LogContext.of(event.correlationId(), message.trace())) {
 *   consumer.on(event);
 * }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {

  /** The name under which log lines carry the intent. */
  public static final String CORRELATION_ID = "correlationId";

  /** The name under which log lines carry the trace. */
  public static final String TRACEPARENT = "traceparent";

  private final Option<String> intentBefore;
  private final Option<String> traceBefore;

  private LogContext(Option<String> intentBefore, Option<String> traceBefore) {
    this.intentBefore = intentBefore;
    this.traceBefore = traceBefore;
  }

  /** Opens the context of an intent whose trace is not known; to be closed by the same thread. */
  public static LogContext of(CorrelationId correlationId) {
    return of(correlationId, Option.none());
  }

  /** Opens the context for the current thread; to be closed by it. */
  public static LogContext of(CorrelationId correlationId, Option<TraceParent> trace) {
    LogContext context =
        new LogContext(Option.of(MDC.get(CORRELATION_ID)), Option.of(MDC.get(TRACEPARENT)));
    MDC.put(CORRELATION_ID, correlationId.value());
    put(TRACEPARENT, trace.map(TraceParent::value));
    return context;
  }

  /** The trace that the current thread works for. */
  public static Option<TraceParent> trace() {
    return Option.of(MDC.get(TRACEPARENT)).flatMap(TraceParent::of);
  }

  @Override
  public void close() {
    put(CORRELATION_ID, intentBefore);
    put(TRACEPARENT, traceBefore);
  }

  private static void put(String name, Option<String> value) {
    if (value.isEmpty()) {
      MDC.remove(name);
    } else {
      MDC.put(name, value.get());
    }
  }
}
