package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.ConsumerStart;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** New consumers on their way through history, over HTTP, for those who run the shop. */
final class ConsumerStartResource {

  private final UseCases useCases;

  ConsumerStartResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(Route.operations("/v1/operations/consumer-starts", this::show));
  }

  private Reply show(Call call) {
    return Reply.json(
        200,
        new StartsBody(useCases.showConsumerStarts().show().stream().map(StartBody::of).toList()));
  }

  /** All at once: there are as many as the shop has consumers that asked for the beginning. */
  record StartsBody(List<StartBody> items) {}

  /** How far a consumer is; times in whole milliseconds. */
  record StartBody(
      String consumer,
      String state,
      boolean underWay,
      long reached,
      long total,
      long ageMs,
      @Nullable String reason) {

    static StartBody of(ConsumerStart start) {
      return new StartBody(
          start.consumer(),
          start.state().name().toLowerCase(Locale.ROOT),
          start.held(),
          start.reached(),
          start.total(),
          Math.max(0, start.age().toMillis()),
          start.reason().getOrNull());
    }
  }
}
