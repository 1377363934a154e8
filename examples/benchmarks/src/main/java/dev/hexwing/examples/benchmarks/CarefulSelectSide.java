package dev.hexwing.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hexwing.application.Principal;
import dev.hexwing.domain.shared.RequestFingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored answer by its primary key, by hand, with what nobody can leave out who answers
 * requests with it: a pool, time-outs, telling a repeated request from another one, and reading the
 * answer.
 */
final class CarefulSelectSide implements Side {

  private static final String LIMITS = "set statement_timeout = '1300ms'";
  private static final int SILENCE_SECONDS = 2;
  private static final String NAME = "by-hand";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BenchDatabase database;
  private final Principal principal;
  private final List<PlacedOrder> orders;
  private volatile @Nullable HikariDataSource pool;

  CarefulSelectSide(BenchDatabase database, Principal principal, List<PlacedOrder> orders) {
    this.database = database;
    this.principal = principal;
    this.orders = orders;
  }

  @Override
  public String name() {
    return "select by hand";
  }

  @Override
  public Worker worker() {
    return item -> {
      PlacedOrder order = orders.get(item);
      try (Connection connection = Objects.requireNonNull(pool).getConnection();
          PreparedStatement select = connection.prepareStatement(FloorSql.FIND_ANSWER)) {
        select.setString(1, principal.name());
        select.setString(2, Shop.key(order));
        try (ResultSet row = select.executeQuery()) {
          check(row, order);
        }
      }
    };
  }

  private void check(ResultSet row, PlacedOrder order) throws SQLException {
    RequestFingerprint asked =
        RequestFingerprint.of(
            "pay",
            principal.name(),
            order.orderId().toString(),
            order.total().toString(),
            Shop.METHOD.value());
    if (!row.next() || !row.getString(1).equals(asked.value())) {
      throw new IllegalStateException("not the request that was answered");
    }
    JsonNode answer = JSON.readTree(row.getString(2));
    if (!answer.path("payment").path("status").asString().equals("CONFIRMED")) {
      throw new IllegalStateException("not what was measured: " + answer);
    }
  }

  /** A pool of its own for each round, as the other side has. */
  @Override
  public void beforeRound() throws Exception {
    close();
    database.awaitConnections(NAME, 0);
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.source(NAME, SILENCE_SECONDS));
    config.setMaximumPoolSize(BenchDatabase.CONNECTIONS);
    config.setConnectionInitSql(LIMITS);
    pool = new HikariDataSource(config);
    ReplaySide.leadIn(this, database, NAME, orders.size());
  }

  @Override
  public void close() {
    HikariDataSource open = pool;
    if (open != null) {
      open.close();
    }
    pool = null;
  }
}
