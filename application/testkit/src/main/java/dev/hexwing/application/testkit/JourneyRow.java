package dev.hexwing.application.testkit;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;

/** What one customer lived through, each step at its earliest moment. */
record JourneyRow(Option<Receipt> received, Option<Instant> confirmedAt) {

  static final JourneyRow BLANK = new JourneyRow(Option.none(), Option.none());

  /** That a request to pay was received. */
  record Receipt(Instant at, PaymentId paymentId, OrderId orderId) {}

  private static final Comparator<Receipt> EARLIER =
      Comparator.comparing(Receipt::at)
          .thenComparing(receipt -> receipt.paymentId().toString())
          .thenComparing(receipt -> receipt.orderId().toString());

  JourneyRow received(Receipt receipt) {
    return received.exists(known -> EARLIER.compare(known, receipt) <= 0)
        ? this
        : new JourneyRow(Option.some(receipt), confirmedAt);
  }

  JourneyRow confirmed(Instant at) {
    return confirmedAt.exists(known -> !known.isAfter(at))
        ? this
        : new JourneyRow(received, Option.some(at));
  }
}
