package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages that consumers did not take, over HTTP, for those who run the shop. */
final class DeadLetterResource {

  private static final String PATH = "/v1/operations/dead-letters";

  private final UseCases useCases;

  DeadLetterResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.operations(PATH, this::show),
        Route.post(PATH + "/{letterId}/resume", this::resume),
        Route.post(PATH + "/{letterId}/dismissal", this::dismiss));
  }

  private Reply show(Call call) {
    PageQuery<UUID> query = PageQuery.of(call, DeadLetterResource::name);
    List<DeadLetter> found = query.fetch(useCases.showDeadLetters()::show, DeadLetter::id);
    return Reply.json(
        200,
        Page.of(found, query.limit(), letter -> PageQuery.encode(letter.id()), DeadLetterBody::of));
  }

  private Reply resume(Call call) {
    return call.tell(
        useCases.resumeDeadLetter().resume(named(call)),
        taken -> Reply.json(200, new Resumed(taken)));
  }

  private Reply dismiss(Call call) {
    return call.tell(
        useCases.dismissDeadLetter().dismiss(named(call)), dismissed -> Reply.empty(204));
  }

  private static UUID named(Call call) {
    return name(call.path("letterId"))
        .getOrElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(
                        404, "dead-letter.unknown", "there is no dead letter of that name")));
  }

  private static Option<UUID> name(String text) {
    return Try.of(() -> UUID.fromString(text)).toOption();
  }

  /** How many messages took effect. */
  record Resumed(int taken) {}

  /** A message that was set aside; its facts if it is an event, what came if it is none. */
  record DeadLetterBody(
      String letterId,
      String consumer,
      String name,
      String state,
      String reason,
      int attempts,
      long ageMs,
      @Nullable String correlationId,
      @Nullable String type,
      @Nullable String aggregateId,
      @Nullable Map<String, Object> data,
      @Nullable String payload) {

    static DeadLetterBody of(DeadLetter letter) {
      Undelivered message = letter.message();
      @Nullable EventRecord event = message.event().getOrNull();
      return new DeadLetterBody(
          letter.id().toString(),
          message.consumer(),
          message.name(),
          letter.state().name().toLowerCase(Locale.ROOT),
          message.reason(),
          message.attempts(),
          Math.max(0, letter.age().toMillis()),
          message.correlationId().map(CorrelationId::value).getOrNull(),
          event == null ? null : event.type(),
          event == null ? null : event.metadata().aggregateId(),
          event == null ? null : event.data(),
          event == null ? message.payload() : null);
    }
  }
}
