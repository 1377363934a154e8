package dev.hexwing.application.testkit;

import dev.hexwing.domain.ordering.OrderId;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** What one customer lived through, each step as it was first noted. */
record JourneyRow(
    Option<OrderId> orderId,
    Option<Instant> receivedAt,
    Option<Instant> confirmedAt,
    Option<Duration> tapToSeen) {

  static final JourneyRow BLANK =
      new JourneyRow(Option.none(), Option.none(), Option.none(), Option.none());

  JourneyRow received(OrderId order, Instant at) {
    return receivedAt.isDefined()
        ? this
        : new JourneyRow(Option.some(order), Option.some(at), confirmedAt, tapToSeen);
  }

  JourneyRow confirmed(Instant at) {
    return confirmedAt.isDefined()
        ? this
        : new JourneyRow(orderId, receivedAt, Option.some(at), tapToSeen);
  }

  JourneyRow seen(Duration time) {
    return tapToSeen.isDefined()
        ? this
        : new JourneyRow(orderId, receivedAt, confirmedAt, Option.some(time));
  }
}
