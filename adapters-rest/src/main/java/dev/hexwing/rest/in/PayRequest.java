package dev.hexwing.rest.in;

import dev.hexwing.application.Principal;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wish to pay as a customer sends it. */
record PayRequest(
    @Required @Nullable String orderId,
    @Required @Min(1) @Max(PayRequest.MOST_AMOUNT) @Nullable Long amount,
    @Required @Nullable String currency,
    @Required @Nullable String paymentMethod) {

  /** The most minor units that one request may name; real processors take far less. */
  static final long MOST_AMOUNT = 99_999_999_999L;

  /**
   * What is to be paid.
   *
   * @throws RequestRefused if anything in it is wrong
   */
  PayForOrder.Command command(
      Principal principal, IdempotencyKey key, CorrelationId correlationId) {
    Fields fields = Fields.check(this);
    long minor = amount == null ? 0 : amount;
    Option<Money> money = fields.read("currency", currency, code -> Money.read(minor, code));
    Option<PaymentMethodToken> method =
        fields.read("paymentMethod", paymentMethod, PaymentMethodToken::of);
    fields.refuseIfAny();
    OrderId order =
        OrderId.parse(Objects.requireNonNull(orderId))
            .getOrElseThrow(
                () ->
                    new RequestRefused(
                        Problem.of(404, "payment.unknown-order", "there is no order of that name")
                            .withError("orderId", "names no order")));
    return new PayForOrder.Command(principal, key, order, money.get(), method.get(), correlationId);
  }
}
