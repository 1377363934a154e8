package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The least that a replay from the database could be: the stored answer by its primary key. */
final class SelectSide implements Side {

  private final BenchDatabase database;
  private final Principal principal;
  private final List<PlacedOrder> orders;
  private final List<Connection> connections = new ArrayList<>();

  SelectSide(BenchDatabase database, Principal principal, List<PlacedOrder> orders) {
    this.database = database;
    this.principal = principal;
    this.orders = orders;
  }

  @Override
  public String name() {
    return "select by key";
  }

  @Override
  public Worker worker() throws SQLException {
    Connection connection = database.connect();
    connections.add(connection);
    PreparedStatement select = connection.prepareStatement(FloorSql.FIND_RECEIPT);
    return item -> {
      select.setString(1, principal.name());
      select.setString(2, Shop.key(orders.get(item)));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getString(1).isEmpty()) {
          throw new IllegalStateException("no answer is stored");
        }
      }
    };
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
