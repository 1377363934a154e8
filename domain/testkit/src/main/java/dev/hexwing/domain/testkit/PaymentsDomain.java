package dev.hexwing.domain.testkit;

import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;

/** Payments, for {@code @Domain(PaymentsDomain.class)}. */
public final class PaymentsDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public PaymentsDomain() {
    provide(PaymentId.class, PaymentValues::paymentIds);
    provide(RefundId.class, PaymentValues::refundIds);
    provide(Refund.class, PaymentValues::refunds);
    provide(ProcessorReference.class, PaymentValues::processorReferences);
    provide(DeclineReason.class, PaymentValues::declineReasons);
    provide(PaymentMethodToken.class, PaymentValues::paymentMethodTokens);
    provide(PaymentLives.Request.class, PaymentLives::requests);
    provide(Payment.class, PaymentLives::payments);
    provide(PaymentSnapshot.class, () -> PaymentLives.payments().map(Payment::snapshot));
    provide(PaymentCommand.class, PaymentLives::commands);
    provideEach(PaymentEvent.class, PaymentLives::events, PaymentLives::events);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(PaymentCommand.class),
                TypeUsage.of(PaymentSnapshot.class),
                TypeUsage.of(PaymentEvent.class))),
        PaymentLives::lives);
  }
}
