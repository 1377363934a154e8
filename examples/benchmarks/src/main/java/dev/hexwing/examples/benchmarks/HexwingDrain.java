package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The relay and the broker that the shop runs with, on the outbox that the shop writes. */
final class HexwingDrain implements Drain {

  private static final int FILED_AT_ONCE = 500;

  private final BenchDatabase database;
  private final Persistence persistence;
  private final MessageBroker broker;
  private final RelaySettings settings;
  private final CountingConsumer counting = new CountingConsumer();

  /** Handed on in the process, as the shop does it by default. */
  HexwingDrain(BenchDatabase database) {
    this(database, new InProcessBroker(), RelaySettings.STANDARD);
  }

  HexwingDrain(BenchDatabase database, MessageBroker broker, RelaySettings settings) {
    this.database = database;
    this.persistence = database.open();
    this.broker = broker;
    this.settings = settings;
    broker.subscribe(counting);
  }

  /** Whoever handles what it sends. */
  CountingConsumer counting() {
    return counting;
  }

  @Override
  public String name() {
    return "hexwing";
  }

  @Override
  public void fill(int events) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into outbox (event_id, aggregate_id, version, type, data, correlation_id,
                  occurred_at, stored_at, state, token, held_until, attempts)
                select event.id || '/1', event.id, 1, template.type,
                  template.data, gen_random_uuid()::text, clock_timestamp(), clock_timestamp(),
                  'WAITING', 0, clock_timestamp(), 0
                from (
                    select left(begun, 8) || '-' || right(begun, 4) || '-7'
                      || right(gen_random_uuid()::text, 21) as id
                    from generate_series(1, ?) number, lateral (
                      select lpad(to_hex(
                        (1000 * extract(epoch from now()))::bigint + number / 20), 12, '0') as begun)
                        moment) event,
                  (select type, data from payment_templates limit 1) template
                """)) {
      insert.setInt(1, events);
      insert.executeUpdate();
    }
  }

  /** Has so many events in the history, which were sent and filed long ago. */
  void fillHistory(int events) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                with filed as (
                  insert into event_history (place, position, aggregate_id, version, type, data,
                    correlation_id, occurred_at, filed_at)
                  select last_place + number, last_place + number, gen_random_uuid()::text, 1,
                    template.type, template.data, gen_random_uuid()::text, clock_timestamp(),
                    clock_timestamp()
                  from generate_series(1, ?) number, event_history_extent,
                    (select type, data from payment_templates limit 1) template
                  returning 1)
                update event_history_extent
                set last_place = last_place + (select count(*) from filed)
                """)) {
      statement.execute("truncate event_history");
      statement.execute("update event_history_extent set last_place = 0");
      insert.setInt(1, events);
      insert.executeUpdate();
    }
  }

  /** Files what was sent, as the shop does in the background, and tells how many events. */
  long file() {
    long all = 0;
    for (long filed = -1; filed != 0; all += Math.max(0, filed)) {
      filed = persistence.unitOfWork().execute(stores -> stores.history().file(FILED_AT_ONCE));
    }
    return all;
  }

  void empty() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from outbox");
    }
  }

  @Override
  public void run(int events, AtomicInteger handled) throws Exception {
    counting.expect(events, handled);
    try (OutboxRelay relay = OutboxRelay.start(persistence.outboxQueue(), broker, settings)) {
      counting.awaitAll();
    }
  }

  @Override
  public void close() {
    broker.close();
    persistence.close();
  }
}
