package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Hears what the payment processor says by itself. */
final class ProcessorEventResource {

  static final HeaderName SIGNATURE = HeaderNames.create("Stripe-Signature");

  private final UseCases useCases;
  private final Optional<ProcessorSignature> signature;

  ProcessorEventResource(UseCases useCases, RestSettings settings, InstantSource clock) {
    this.useCases = useCases;
    this.signature =
        settings
            .processorEventSecret()
            .map(
                secret ->
                    new ProcessorSignature(secret, settings.processorEventTolerance(), clock));
  }

  List<Route> routes() {
    return List.of(Route.post("/v1/processor-events", this::receive));
  }

  private Reply receive(Call call) {
    ProcessorSignature check =
        signature.orElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(
                        404,
                        ProblemCodes.NOTICES_NOT_TAKEN,
                        "this shop has no secret to verify notices with, so it takes none")));
    byte[] body = call.bytes();
    String header = call.headers().first(SIGNATURE).orElse("");
    if (!check.holds(header, body)) {
      throw new RequestRefused(
          Problem.of(
                  400,
                  ProblemCodes.NOTICE_SIGNATURE,
                  "the notice is not signed with our secret, or too old")
              .withError("Stripe-Signature", "must be a fresh signature of the body"));
    }
    return Json.read(body, ProcessorEventRequest.class)
        .notice(call.correlationId())
        .map(
            notice ->
                call.tell(
                    useCases.receiveProcessorNotice().receive(notice),
                    taken -> Reply.json(200, new Heard(true))))
        .getOrElse(() -> Reply.json(200, new Heard(false)));
  }

  /** Whether the notice was one for us; the processor need not send it again either way. */
  record Heard(boolean taken) {}
}
