package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.ShopFigures.Figures;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.ProcessorReference;
import org.junit.jupiter.api.Test;

/** What all shop figures must do; extend it with those that are to keep to it. */
public abstract class ShopFiguresContract extends StoreContract {

  @Test
  void figures_count_by_status_and_by_what_came_of_it() {
    Order cancelled = given.order();
    cancelled.cancel(new CancellationReason("changed my mind"), given.occasion()).get();
    Payment confirmed = given.payment();
    confirmed.markOutcomeUnknown("time-out", given.occasion()).get();
    confirmed.confirm(new ProcessorReference("pi_1"), given.occasion()).get();
    run(
        stores -> {
          stores.orders().save(cancelled);
          stores.orders().save(given.order());
          stores.orders().save(given.order());
          stores.payments().save(given.payment());
          stores.payments().save(confirmed);
          stores.drones().save(given.drone("A47", 1));
        });
    Figures figures = store().figures().now();
    assertThat(figures.orders())
        .containsOnlyKeys(OrderStatus.PLACED, OrderStatus.CANCELLED)
        .containsEntry(OrderStatus.PLACED, 2L)
        .containsEntry(OrderStatus.CANCELLED, 1L);
    assertThat(figures.payments())
        .containsOnlyKeys("requested", "outcomeUnknown", "confirmed")
        .containsEntry("requested", 2L)
        .containsEntry("outcomeUnknown", 1L)
        .containsEntry("confirmed", 1L);
    assertThat(figures.drones())
        .containsOnlyKeys(DroneStatus.READY)
        .containsEntry(DroneStatus.READY, 1L);
  }
}
