package dev.hexwing.rest.in;

import dev.hexwing.application.Principal;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/** A request as endpoints see it: what was asked, by whom, within which customer intent. */
final class Call {

  private final ServerRequest request;
  private final RestSettings settings;
  private final Principal principal;
  private final CorrelationId correlationId;

  Call(
      ServerRequest request,
      RestSettings settings,
      Principal principal,
      CorrelationId correlationId) {
    this.request = request;
    this.settings = settings;
    this.principal = principal;
    this.correlationId = correlationId;
  }

  Principal principal() {
    return principal;
  }

  CorrelationId correlationId() {
    return correlationId;
  }

  Headers headers() {
    return request.headers();
  }

  /** A parameter of the path, decoded. */
  String path(String name) {
    return request.path().pathParameters().get(name);
  }

  /** A parameter of the query, decoded; refused if it is given twice. */
  Option<String> query(String name) {
    if (!request.query().contains(name)) {
      return Option.none();
    }
    List<String> values = request.query().all(name);
    if (values.size() != 1) {
      Fields fields = new Fields();
      fields.refuse(name, "must be given once");
      fields.refuseIfAny();
    }
    return Option.some(values.getFirst());
  }

  IdempotencyKey requiredKey() {
    return IdempotencyKeyHeader.required(request.headers());
  }

  Option<IdempotencyKey> optionalKey() {
    return IdempotencyKeyHeader.optional(request.headers());
  }

  /** The body as it came. */
  byte[] bytes() {
    RequestBody.requireJson(request);
    return RequestBody.read(request, settings);
  }

  /** The body as a request of ours; its annotations are yet to be checked. */
  <T> T body(Class<T> type) {
    return Json.read(bytes(), type);
  }

  /** Tells a result, or why there is none. */
  <T> Reply tell(Either<? extends DomainError, T> result, Function<T, Reply> success) {
    return result.fold(refusal -> Problems.of(refusal).reply(correlationId), success);
  }
}
