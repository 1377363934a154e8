package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.domain.shared.CorrelationId;
import java.util.List;

/** What customers lived through, over HTTP. */
final class JourneyResource {

  private final UseCases useCases;

  JourneyResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/journeys/summary", this::summary),
        Route.post("/v1/journeys/{correlationId}/seen", this::seen));
  }

  private Reply summary(Call call) {
    return Reply.json(200, JourneyBody.of(useCases.showJourneys().summary()));
  }

  private Reply seen(Call call) {
    CorrelationId journey =
        CorrelationId.of(call.path("correlationId"))
            .getOrElseThrow(
                invalid ->
                    new RequestRefused(
                        Problem.of(
                            404,
                            ProblemCodes.JOURNEY_UNKNOWN,
                            "there is no journey of that name")));
    var command = call.body(SeenRequest.class).command(journey);
    return call.tell(useCases.recordSeen().record(command), noted -> Reply.empty(204));
  }
}
