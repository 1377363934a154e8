package dev.hexwing.rest.in;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;

/** Writes {@code Retry-After} (RFC 9110, 10.2.3) in whole seconds, rounded up and at least 1. */
final class RetryAfter {

  private RetryAfter() {}

  static Header header(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return HeaderValues.create(HeaderNames.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
  }
}
