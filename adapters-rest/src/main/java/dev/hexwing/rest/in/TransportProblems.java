package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.CorrelationId;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** Answers what never became a request, because the server could not read it, as problems too. */
final class TransportProblems implements DirectHandler {

  private final RestSettings settings;

  private TransportProblems(RestSettings settings) {
    this.settings = settings;
  }

  static DirectHandlers handlers(RestSettings settings) {
    TransportProblems problems = new TransportProblems(settings);
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, problems);
    }
    return builder.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    CorrelationId correlationId = CorrelationIds.of(request.headers());
    // The server answers 400 to headers of any fault, and names this one by its words only.
    int code = "Header size exceeded".equals(message) ? 431 : status.code();
    Reply reply = Problems.ofStatus(code, settings.retryAfter()).reply(correlationId);
    for (Header header : headers) {
      reply = reply.with(header);
    }
    TransportResponse.Builder response =
        TransportResponse.builder()
            .status(Status.create(reply.status()))
            .keepAlive(false)
            .header(CorrelationIds.HEADER, correlationId.value());
    SecurityHeaders.unlessSaid().forEach(response::header);
    SecurityHeaders.always().forEach(response::header);
    reply.headers().forEach(response::header);
    return response.header(HeaderValues.CONNECTION_CLOSE).entity(reply.body()).build();
  }
}
