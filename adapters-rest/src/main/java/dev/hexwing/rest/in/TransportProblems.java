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
    Reply reply = problem(status.code()).reply(correlationId);
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

  private Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, ProblemCodes.NOT_FOUND, "there is nothing at this path");
      case 413 -> Problem.of(413, ProblemCodes.TOO_LARGE, "the body is too large");
      case 414 -> Problem.of(414, ProblemCodes.URI_TOO_LONG, "the path is too long");
      case 431 -> Problem.of(431, ProblemCodes.HEADERS_TOO_LARGE, "the headers are too large");
      case 503 ->
          Problem.of(503, ProblemCodes.SERVER_BUSY, "too many requests at a time")
              .retryAfter(settings.retryAfter());
      default ->
          status >= 500
              ? Problem.of(500, ProblemCodes.INTERNAL, "something went wrong in the shop")
              : Problem.of(400, ProblemCodes.MALFORMED, "this is not an HTTP request we can read");
    };
  }
}
