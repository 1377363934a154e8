package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.CorrelationId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.UUID;

/** The caller's correlation id if it sent one sane one, or else a new one. */
final class CorrelationIds {

  static final HeaderName HEADER = HeaderNames.create("X-Correlation-Id");

  private CorrelationIds() {}

  static CorrelationId of(Headers headers) {
    var sent = headers.values(HEADER);
    return sent.size() == 1
        ? CorrelationId.of(sent.getFirst()).getOrElse(CorrelationIds::next)
        : next();
  }

  static CorrelationId next() {
    return new CorrelationId(UUID.randomUUID().toString());
  }
}
