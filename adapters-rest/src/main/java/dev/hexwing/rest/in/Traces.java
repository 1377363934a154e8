package dev.hexwing.rest.in;

import dev.hexwing.application.work.TraceParent;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The caller's trace if it sent one well-formed {@code traceparent}, or else a new one, as W3C
 * Trace Context asks: a malformed header is no reason to refuse a request.
 */
final class Traces {

  static final HeaderName HEADER = HeaderNames.create("traceparent");

  private Traces() {}

  static TraceParent of(Headers headers) {
    if (!headers.contains(HEADER)) {
      return next();
    }
    var sent = headers.values(HEADER);
    return sent.size() == 1 ? TraceParent.of(sent.getFirst()).getOrElse(Traces::next) : next();
  }

  /** Not sampled: nobody has recorded its first step. */
  private static TraceParent next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(notZero(random));
    return TraceParent.of(trace, hex.toHexDigits(notZero(random)), false);
  }

  private static long notZero(ThreadLocalRandom random) {
    return random.nextLong() | 1;
  }
}
