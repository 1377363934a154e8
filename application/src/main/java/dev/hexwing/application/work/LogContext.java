package dev.hexwing.application.work;

import dev.hexwing.domain.shared.CorrelationId;
import org.slf4j.MDC;

/**
 * Has every log line of a piece of work carry the customer intent that it belongs to.
 *
 * <pre>{@code
 * try (LogContext context = LogContext.of(event.correlationId())) {
 *   consumer.on(event);
 * }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {

  /** The name under which log lines carry the intent. */
  public static final String CORRELATION_ID = "correlationId";

  private final String before;

  private LogContext(String before) {
    this.before = before;
  }

  /** Opens the context for the current thread; to be closed by it. */
  public static LogContext of(CorrelationId correlationId) {
    String before = MDC.get(CORRELATION_ID);
    MDC.put(CORRELATION_ID, correlationId.value());
    return new LogContext(before == null ? "" : before);
  }

  @Override
  public void close() {
    if (before.isEmpty()) {
      MDC.remove(CORRELATION_ID);
    } else {
      MDC.put(CORRELATION_ID, before);
    }
  }
}
