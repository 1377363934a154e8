package dev.hexwing.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one writes by hand in an afternoon: so many rows locked, handled one after the other, and
 * marked with one statement, in one transaction. It knows no order per aggregate, no retry of one
 * event and no lease, and holds its locks while the handler works.
 */
final class PlainDrain implements Drain {

  private final Connection connection;
  private final int batch;

  PlainDrain(BenchDatabase database, int batch) throws SQLException {
    this.connection = database.connect();
    this.batch = batch;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists plain_outbox (
            id bigint generated always as identity primary key,
            event_id uuid not null, aggregate_id uuid not null, type varchar not null,
            data varchar not null, sent_at timestamptz)
          """);
      statement.execute(
          "create index if not exists plain_waiting on plain_outbox (id) where sent_at is null");
    }
    connection.setAutoCommit(false);
  }

  @Override
  public String name() {
    return batch == 1 ? "by hand, row by row" : "by hand, " + batch + " rows";
  }

  @Override
  public void fill(int events) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into plain_outbox (event_id, aggregate_id, type, data)
            select gen_random_uuid(), gen_random_uuid(), template.type, template.data
            from generate_series(1, ?),
              (select type, data from payment_templates limit 1) template
            """)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from plain_outbox");
      }
      insert.setInt(1, events);
      insert.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void run(int events, AtomicInteger handled) throws SQLException {
    while (step(handled) > 0) {
      // The next batch.
    }
  }

  /** Handles the next batch and tells how many it had. */
  int step(AtomicInteger handled) throws SQLException {
    List<Long> ids = new ArrayList<>(batch);
    try (PreparedStatement select =
            connection.prepareStatement(
                "select id, aggregate_id, type, data from plain_outbox where sent_at is null"
                    + " order by id limit ? for update skip locked");
        PreparedStatement mark =
            connection.prepareStatement(
                "update plain_outbox set sent_at = clock_timestamp() where id = any(?)")) {
      select.setInt(1, batch);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (!rows.getString("data").isEmpty()) {
            handled.incrementAndGet();
          }
          ids.add(rows.getLong("id"));
        }
      }
      if (!ids.isEmpty()) {
        mark.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
        mark.executeUpdate();
      }
    }
    connection.commit();
    return ids.size();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
