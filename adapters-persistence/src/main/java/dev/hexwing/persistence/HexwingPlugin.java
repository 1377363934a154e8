package dev.hexwing.persistence;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Teaches Jdbi our rows, and our ids as values of queries. */
final class HexwingPlugin implements JdbiPlugin {

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    register(jdbi, OrderRow.class, OrderRow::read);
    register(jdbi, OutboxRow.class, OutboxRow::read);
    register(jdbi, DroneRow.class, DroneRow::read);
    register(jdbi, DeliveryRow.class, DeliveryRow::read);
    register(jdbi, KeyRow.class, KeyRow::read);
    register(jdbi, ProductRow.class, ProductRow::read);
    jdbi.registerArgument(HexwingPlugin::id);
  }

  private static <T> void register(Jdbi jdbi, Class<T> type, Reader<T> reader) {
    jdbi.registerRowMapper(type, (row, context) -> reader.read(row));
  }

  private static Optional<Argument> id(Type type, Object value, ConfigRegistry config) {
    return switch (value) {
      case OrderId order -> argument(order.value());
      case PaymentId payment -> argument(payment.value());
      case DeliveryId delivery -> argument(delivery.value());
      case DroneId drone -> argument(drone.value());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Argument> argument(Object value) {
    return Optional.of((position, statement, context) -> statement.setObject(position, value));
  }

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
