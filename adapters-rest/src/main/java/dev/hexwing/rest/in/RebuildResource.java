package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.journey.JourneyRebuild;
import dev.hexwing.application.journey.RebuildJourneys;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rebuild of the journeys from history, over HTTP, for those who run the shop. */
final class RebuildResource {

  private static final String PATH = "/v1/operations/rebuilds/journeys";

  private final UseCases useCases;

  RebuildResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.operations(PATH, this::show),
        Route.post(PATH, call -> begin(call, false)),
        Route.post(PATH + "/from-what-is-left", call -> begin(call, true)));
  }

  private Reply show(Call call) {
    return useCases
        .showRebuild()
        .latest()
        .map(rebuild -> Reply.json(200, RebuildBody.of(rebuild)))
        .getOrElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(404, "rebuild.unknown", "the journeys were never rebuilt")));
  }

  private Reply begin(Call call, boolean fromWhatIsLeft) {
    return call.tell(
        useCases.rebuildJourneys().begin(new RebuildJourneys.Command(fromWhatIsLeft)),
        rebuild -> Reply.json(202, RebuildBody.of(rebuild)));
  }

  /** How far a rebuild is; times in whole milliseconds. */
  record RebuildBody(
      long generation,
      String state,
      boolean underWay,
      long done,
      long total,
      long ageMs,
      @Nullable String reason) {

    static RebuildBody of(JourneyRebuild rebuild) {
      return new RebuildBody(
          rebuild.generation(),
          rebuild.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          rebuild.isUnderWay(),
          rebuild.done(),
          rebuild.total(),
          Math.max(0, rebuild.age().toMillis()),
          rebuild.reason().getOrNull());
    }
  }
}
