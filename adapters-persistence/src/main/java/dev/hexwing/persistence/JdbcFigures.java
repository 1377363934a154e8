package dev.hexwing.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hexwing.application.ShopFigures;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.OrderStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The front page's figures, counted once a second at most. */
final class JdbcFigures implements ShopFigures {

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final String NOW = "now";

  private static final String ORDERS = "select status, count(*) from orders group by status";
  private static final String DRONES = "select status, count(*) from drones group by status";
  private static final String PAYMENTS = "select type, count(*) from payment_events group by type";

  /** Which outcome an event of the history tells of. */
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "dev.hexwing.payments.payment-requested.v1", "requested",
          "dev.hexwing.payments.payment-confirmed.v1", "confirmed",
          "dev.hexwing.payments.payment-declined.v1", "declined",
          "dev.hexwing.payments.payment-withdrawn.v1", "withdrawn",
          "dev.hexwing.payments.payment-outcome-unknown.v1", "outcomeUnknown",
          "dev.hexwing.payments.refund-confirmed.v1", "refunded");

  private final Supplier<JdbcTransaction> reading;
  private final Cache<String, Figures> kept =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

  JdbcFigures(Supplier<JdbcTransaction> reading) {
    this.reading = reading;
  }

  @Override
  public Figures now() {
    return kept.get(NOW, key -> count());
  }

  private Figures count() {
    try (JdbcTransaction transaction = reading.get()) {
      return transaction.read(
          handle -> {
            Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
            counts(handle, ORDERS)
                .forEach((status, many) -> orders.put(OrderStatus.valueOf(status), many));
            Map<DroneStatus, Long> drones = new EnumMap<>(DroneStatus.class);
            counts(handle, DRONES)
                .forEach((status, many) -> drones.put(DroneStatus.valueOf(status), many));
            Map<String, Long> payments = new LinkedHashMap<>();
            counts(handle, PAYMENTS)
                .forEach(
                    (type, many) -> {
                      if (OUTCOMES.containsKey(type)) {
                        payments.put(OUTCOMES.get(type), many);
                      }
                    });
            return new Figures(orders, payments, drones);
          });
    }
  }

  private static Map<String, Long> counts(Handle handle, String query) {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle
        .createQuery(query)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
