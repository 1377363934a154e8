package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How much is to be given back. */
record RefundRequest(
    @Required @Min(1) @Max(PayRequest.MOST_AMOUNT) @Nullable Long amount,
    @Required @Nullable String currency) {

  /**
   * The amount.
   *
   * @throws RequestRefused if anything in it is wrong
   */
  Money money() {
    Fields fields = Fields.check(this);
    long minor = amount == null ? 0 : amount;
    Option<Money> money = fields.read("currency", currency, code -> Money.read(minor, code));
    fields.refuseIfAny();
    return money.get();
  }
}
