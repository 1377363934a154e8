package dev.hexwing.examples.sandbox;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls under {@code /v1}, with their access check and injected faults. */
final class StripeApi implements HttpService {

  private static final Logger LOG = LoggerFactory.getLogger(StripeApi.class);
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final HeaderName REPLAYED = HeaderNames.create("Idempotent-Replayed");
  private static final HeaderName ORIGINAL_REQUEST = HeaderNames.create("Original-Request");
  private static final HeaderName REQUEST_ID = HeaderNames.create("Request-Id");

  /** What one call does, once it was let in and has met its fault. */
  private interface Call {
    Posting.Outcome answer(ServerRequest request, String requestId, Faults.Fault fault)
        throws InterruptedException;
  }

  private final Access access;
  private final Faults faults;
  private final Posting posting;
  private final Charging charging;
  private final Cancelling cancelling;
  private final Refunding refunding;
  private final Reading reading;

  StripeApi(Access access, Faults faults, Ledger ledger, Notices notices) {
    this.access = access;
    this.faults = faults;
    this.posting = new Posting(ledger);
    this.charging = new Charging(ledger, notices);
    this.cancelling = new Cancelling(ledger, notices);
    this.refunding = new Refunding(ledger, notices);
    this.reading = new Reading(ledger, faults);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/payment_intents", post("/v1/payment_intents", charging::charge))
        .post("/payment_intents/{id}/cancel", call(this::cancel))
        .post("/refunds", post("/v1/refunds", refunding::refund))
        .get("/payment_intents", list(reading::intents))
        .get("/payment_intents/search", list(reading::search))
        .get("/payment_intents/{id}", one(reading::intent))
        .get("/refunds", list(reading::refunds))
        .get("/refunds/{id}", one(reading::refund));
  }

  private Handler post(String path, Posting.Operation operation) {
    return call((request, requestId, fault) -> post(request, requestId, fault, path, operation));
  }

  private Posting.Outcome cancel(ServerRequest request, String requestId, Faults.Fault fault)
      throws InterruptedException {
    String id = request.path().pathParameters().get("id");
    String path = "/v1/payment_intents/" + id + "/cancel";
    return post(request, requestId, fault, path, (form, work) -> cancelling.cancel(id, form, work));
  }

  private Posting.Outcome post(
      ServerRequest request,
      String requestId,
      Faults.Fault fault,
      String path,
      Posting.Operation operation)
      throws InterruptedException {
    Either<Answer, Form> form = form(request);
    if (form.isLeft()) {
      return Posting.Outcome.fresh(form.getLeft());
    }
    String key = request.headers().first(IDEMPOTENCY_KEY).orElse(null);
    return posting.run(path, form.get(), key, requestId, fault, operation);
  }

  private Handler list(Function<Form, Either<Answer, Answer>> read) {
    return get(
        request ->
            Form.parse(request.query().rawValue())
                .flatMap(read)
                .fold(Function.identity(), Function.identity()));
  }

  private Handler one(Function<String, Answer> read) {
    return get(request -> read.apply(request.path().pathParameters().get("id")));
  }

  private Handler get(Function<ServerRequest, Answer> read) {
    return call(
        (request, requestId, fault) -> {
          Thread.sleep(fault.delay());
          boolean fails =
              fault.kind() == Faults.Kind.ERROR_DURING || fault.kind() == Faults.Kind.ERROR_AFTER;
          return Posting.Outcome.fresh(fails ? Refusals.broken() : read.apply(request));
        });
  }

  private Handler call(Call call) {
    return (request, response) -> {
      String requestId = Ids.request();
      Answer refusal = access.refuse(request.headers()).orElse(null);
      if (refusal != null) {
        response.header(HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"sandbox\"");
        send(response, requestId, Posting.Outcome.fresh(refusal));
        return;
      }
      Faults.Fault fault = faults.next();
      if (fault.kind() == Faults.Kind.DROP_BEFORE) {
        throw dropped();
      }
      Posting.Outcome outcome =
          fault.kind() == Faults.Kind.ERROR_BEFORE
              ? Posting.Outcome.fresh(Refusals.broken())
              : answer(call, request, requestId, fault);
      if (fault.kind() == Faults.Kind.DROP_AFTER) {
        throw dropped();
      }
      send(response, requestId, outcome);
    };
  }

  private static Posting.Outcome answer(
      Call call, ServerRequest request, String requestId, Faults.Fault fault) {
    try {
      return call.answer(request, requestId, fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw dropped();
    } catch (LedgerException e) {
      LOG.error("request {} failed", requestId, e);
      return Posting.Outcome.fresh(Refusals.broken());
    }
  }

  /** The server closes the socket on this one, without a word on it. */
  private static CloseConnectionException dropped() {
    return new CloseConnectionException("injected fault, or the sandbox stops");
  }

  private static Either<Answer, Form> form(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!type.isEmpty() && !type.startsWith("application/x-www-form-urlencoded")) {
      return Either.left(
          Refusals.invalid(
              null, null, "The body must be sent as application/x-www-form-urlencoded."));
    }
    return Form.parse(request.content().hasEntity() ? request.content().as(String.class) : "");
  }

  private static void send(ServerResponse response, String requestId, Posting.Outcome outcome) {
    response.header(REQUEST_ID, requestId);
    @Nullable String replayOf = outcome.replayOf();
    if (replayOf != null) {
      response.header(REPLAYED, "true").header(ORIGINAL_REQUEST, replayOf);
    }
    LOG.debug("request {} answered {}", requestId, outcome.answer().status());
    JsonResponse.send(response, outcome.answer());
  }
}
