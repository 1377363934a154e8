package dev.hexwing.rest.in;

import dev.hexwing.application.Principal;
import dev.hexwing.application.ordering.PlaceOrder;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order as a customer sends it; prices are none of it. */
record PlaceOrderRequest(
    @Required @Size(min = 1, max = Order.MOST_LINES)
        @Nullable List<@Required @Valid @Nullable Line> lines,
    @Required @Valid @Nullable DropOffBody dropOff) {

  record Line(
      @Required @Nullable String sku,
      @Required @Min(Quantity.LEAST) @Max(Quantity.MOST) @Nullable Integer quantity) {}

  /**
   * What is wanted.
   *
   * @throws RequestRefused if anything in it is wrong
   */
  PlaceOrder.Command command(
      Principal principal, Option<IdempotencyKey> key, CorrelationId correlationId) {
    Fields fields = Fields.check(this);
    List<Option<Sku>> skus = new ArrayList<>();
    for (int i = 0; lines != null && i < Math.min(lines.size(), Order.MOST_LINES); i++) {
      Line line = lines.get(i);
      skus.add(fields.read("lines[" + i + "].sku", line == null ? null : line.sku(), Sku::of));
    }
    fields.refuseIfAny();
    List<PlaceOrder.Item> items = new ArrayList<>();
    for (Line line : Objects.requireNonNull(lines)) {
      items.add(
          new PlaceOrder.Item(
              skus.get(items.size()).get(),
              new Quantity(Objects.requireNonNull(Objects.requireNonNull(line).quantity()))));
    }
    return new PlaceOrder.Command(
        principal, key, items, Objects.requireNonNull(dropOff).toOrdering(), correlationId);
  }
}
