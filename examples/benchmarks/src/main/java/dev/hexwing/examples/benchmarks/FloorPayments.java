package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Payments as plain JDBC does them: the same reads, the same two transactions with the same rows in
 * the same tables, one statement after the other.
 *
 * <p>The floor is made as low as plain code goes: each thread keeps a connection of its own and its
 * statements prepared, JSON is put together by hand, and nothing is checked beyond row counts.
 */
final class FloorPayments implements Side {

  private final BenchDatabase database;
  private final Ids ids;
  private final List<PlacedOrder> orders;
  private final List<Connection> connections = new ArrayList<>();

  FloorPayments(BenchDatabase database, Ids ids, List<PlacedOrder> orders) {
    this.database = database;
    this.ids = ids;
    this.orders = orders;
  }

  @Override
  public String name() {
    return "plain JDBC";
  }

  @Override
  public Worker worker() throws SQLException {
    Connection connection = database.connect();
    connections.add(connection);
    FloorStatements statements = new FloorStatements(connection);
    return item -> statements.pay(orders.get(item), ids.next());
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
