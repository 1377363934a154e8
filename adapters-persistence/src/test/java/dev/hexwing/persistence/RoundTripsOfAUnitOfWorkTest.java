package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.payments.PaymentId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often PostgreSQL answers, on its only connection, and in which state that is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsOfAUnitOfWorkTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private TestDatabase database;
  private Persistence persistence;

  @BeforeAll
  void open() {
    database = TestPostgres.database("round_trips");
    PersistenceSettings settings = database.settings();
    persistence =
        Persistence.open(
            new PersistenceSettings(settings.url(), settings.user(), settings.password(), 1));
  }

  @AfterAll
  void close() {
    persistence.close();
    database.close();
  }

  @BeforeEach
  void connect() {
    save(BrokenConnectionContracts.order());
  }

  private void save(Order order) {
    persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              stores.openPayments().claim(order.id(), new PaymentId(UUID.randomUUID()));
              return order;
            });
  }

  private boolean isKept(Order order) {
    return persistence
        .unitOfWork()
        .read(
            stores ->
                stores.orders().find(order.id()).isDefined()
                    && stores.openPayments().find(order.id()).isDefined());
  }

  @Test
  void one_that_only_writes_is_answered_once() {
    Order order = BrokenConnectionContracts.order();
    assertThat(Answers.during(() -> save(order))).isEqualTo(1);
    assertThat(isKept(order)).isTrue();
  }

  @Test
  void one_that_reads_before_it_writes_is_answered_twice() {
    Order order = BrokenConnectionContracts.order();
    assertThat(
            Answers.during(
                () ->
                    persistence
                        .unitOfWork()
                        .execute(
                            stores -> {
                              assertThat(stores.orders().find(order.id()).isEmpty()).isTrue();
                              stores.orders().save(order);
                              return order;
                            })))
        .isEqualTo(2);
  }

  @Test
  void a_claim_and_a_mark_of_events_are_answered_once_each() {
    List<OutboxMessage> claimed = persistence.outboxQueue().claim(1_000, LEASE);
    assertThat(claimed).isNotEmpty();
    assertThat(Answers.during(() -> persistence.outboxQueue().markSent(claimed))).isEqualTo(1);
    assertThat(Answers.during(() -> persistence.outboxQueue().claim(1_000, LEASE))).isEqualTo(1);
  }

  @Test
  void one_that_is_refused_leaves_nothing_and_its_connection_as_it_was() {
    Order order = BrokenConnectionContracts.order();
    save(order);
    Order other = BrokenConnectionContracts.order();
    assertThatThrownBy(
            () ->
                persistence
                    .unitOfWork()
                    .execute(
                        stores -> {
                          stores.orders().save(other);
                          stores.openPayments().claim(order.id(), new PaymentId(UUID.randomUUID()));
                          return other;
                        }))
        .isInstanceOf(WriteConflict.class);
    assertThat(persistence.unitOfWork().read(stores -> stores.orders().find(other.id())).isEmpty())
        .isTrue();
    Order next = BrokenConnectionContracts.order();
    save(next);
    assertThat(isKept(next)).isTrue();
  }
}
