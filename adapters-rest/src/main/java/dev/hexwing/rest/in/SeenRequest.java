package dev.hexwing.rest.in;

import dev.hexwing.application.journey.RecordSeen;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a customer tapped and saw, by the customer's clock. */
record SeenRequest(@Required @Nullable String tappedAt, @Required @Nullable String seenAt) {

  /**
   * What the customer says.
   *
   * @throws RequestRefused if anything in it is wrong
   */
  RecordSeen.Command command(CorrelationId journey) {
    Fields fields = Fields.check(this);
    Option<Instant> tapped = fields.read("tappedAt", tappedAt, Times.named("tappedAt"));
    Option<Instant> seen = fields.read("seenAt", seenAt, Times.named("seenAt"));
    fields.refuseIfAny();
    return new RecordSeen.Command(journey, tapped.get(), seen.get());
  }
}
