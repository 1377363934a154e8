package dev.hexwing.examples.sandbox;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.vavr.control.Either;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The calls under {@code /sandbox}, which no real processor has: faults, totals, health. */
final class ControlApi implements HttpService {

  private final Faults faults;
  private final Ledger ledger;

  ControlApi(Faults faults, Ledger ledger) {
    this.faults = faults;
    this.ledger = ledger;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/health", (request, response) -> send(response, health()))
        .get("/ledger", (request, response) -> send(response, Answer.ok(ledger.totals())))
        .get("/faults", (request, response) -> send(response, Answer.ok(faultsInForce())))
        .post("/faults", this::changeFaults);
  }

  private static Answer health() {
    return Answer.ok(Json.object().put("status", "up"));
  }

  private void changeFaults(ServerRequest request, ServerResponse response) {
    String body = request.content().hasEntity() ? request.content().as(String.class) : "";
    send(
        response,
        Form.parse(body)
            .flatMap(this::change)
            .fold(refusal -> refusal, changed -> Answer.ok(faultsInForce())));
  }

  private Either<Answer, FaultSpec> change(Form form) {
    String seed = form.get("seed").orElse(Long.toString(faults.state().seed()));
    if (!seed.matches("-?[0-9]{1,18}")) {
      return Either.left(Refusals.notAnInteger("seed", seed));
    }
    if (!form.values().containsKey("spec")) {
      return Either.left(Refusals.missing("spec"));
    }
    return FaultSpec.parse(form.get("spec").orElse(""))
        .mapLeft(problem -> Refusals.invalid(null, "spec", problem))
        .peek(spec -> faults.change(spec, Long.parseLong(seed)));
  }

  private ObjectNode faultsInForce() {
    Faults.State state = faults.state();
    ObjectNode body = Json.object();
    body.put("spec", state.spec().toString()).put("seed", state.seed());
    body.put("requests", state.requests().get());
    ObjectNode dealt = body.putObject("dealt");
    state
        .dealt()
        .forEach(
            (kind, count) ->
                dealt.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), count.get()));
    return body;
  }

  private static void send(ServerResponse response, Answer answer) {
    JsonResponse.send(response, answer);
  }
}
