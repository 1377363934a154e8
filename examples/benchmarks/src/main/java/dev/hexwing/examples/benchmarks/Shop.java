package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.Principal;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.persistence.Persistence;
import java.time.InstantSource;

/** The application on PostgreSQL, with a processor that answers at once and no workers. */
final class Shop implements AutoCloseable {

  static final PaymentMethodToken METHOD = new PaymentMethodToken("pm_card_visa");

  private final Persistence persistence;
  private final Hexwing hexwing;

  private Shop(Persistence persistence) {
    this.persistence = persistence;
    this.hexwing =
        Hexwing.assemble(
            new DrivenPorts(
                persistence.unitOfWork(),
                persistence.outboxQueue(),
                new NoBroker(),
                new ObligingProcessor(),
                persistence.catalog(),
                persistence.figures(),
                persistence.ids(),
                InstantSource.system()),
            HexwingSettings.STANDARD);
  }

  static Shop open(BenchDatabase database) {
    return new Shop(database.open());
  }

  UseCases useCases() {
    return hexwing.useCases();
  }

  /** Pays, or asks again, and fails unless the money is there. */
  void pay(Principal principal, PlacedOrder order, boolean again) {
    Answered<Receipt.OfPayment> answered =
        useCases()
            .payForOrder()
            .pay(
                new PayForOrder.Command(
                    principal,
                    new IdempotencyKey(key(order)),
                    order.orderId(),
                    order.total(),
                    METHOD,
                    new CorrelationId(key(order))))
            .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    if (answered.replayed() != again || answered.receipt().status() != PaymentStatus.CONFIRMED) {
      throw new IllegalStateException("not what was measured: " + answered);
    }
  }

  /** As long as the keys that clients make, and named after the order. */
  static String key(PlacedOrder order) {
    return order.orderId().toString();
  }

  @Override
  public void close() {
    hexwing.close();
    persistence.close();
  }
}
