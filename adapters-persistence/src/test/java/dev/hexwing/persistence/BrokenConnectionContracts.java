package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.persistence.FaultyDataSource.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is told when a connection breaks around a commit, and what is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenConnectionContracts {

  private final FaultyDataSource faults = new FaultyDataSource();
  private final AtomicInteger heard = new AtomicInteger();
  private TestDatabase database;
  private Persistence persistence;

  abstract TestDatabase connect();

  @BeforeAll
  final void open() {
    database = connect();
    persistence = database.open(faults::around);
    persistence.outboxQueue().onNewEvents(heard::incrementAndGet);
  }

  @AfterAll
  final void close() {
    persistence.close();
    database.close();
  }

  static Order order() {
    return Order.place(
            new OrderId(UUID.randomUUID()),
            new CustomerId("c"),
            List.of(new OrderLine(new Sku("A"), new Quantity(1), Money.ofMinor(1, "EUR"), 1)),
            new DropOff(0, 0),
            Occasion.of(Instant.EPOCH, new CorrelationId("c")))
        .get();
  }

  private StoreUnavailable save(Order order, Fault fault) {
    UnitOfWork unitOfWork = persistence.unitOfWork();
    faults.breakOnce(fault);
    return catchThrowableOfType(
        StoreUnavailable.class,
        () ->
            unitOfWork.execute(
                stores -> {
                  stores.orders().save(order);
                  stores.openPayments().claim(order.id(), new PaymentId(UUID.randomUUID()));
                  if (fault == Fault.AT_A_READ) {
                    stores.orders().find(order.id());
                  }
                  return order;
                }));
  }

  private boolean isKept(Order order) {
    boolean stored =
        persistence.unitOfWork().read(stores -> stores.orders().find(order.id()).isDefined());
    boolean claimed =
        persistence.unitOfWork().read(stores -> stores.openPayments().find(order.id()).isDefined());
    boolean sent =
        persistence.outboxQueue().claim(1_000, Duration.ofMillis(1)).stream()
            .anyMatch(message -> message.event().aggregateId().equals(order.id().toString()));
    assertThat(List.of(stored, claimed, sent)).as("all or nothing").containsOnly(stored);
    return stored;
  }

  @Test
  void a_break_before_the_commit_keeps_nothing() {
    Order order = order();
    StoreUnavailable outage = save(order, Fault.BEFORE_COMMIT);
    assertThat(outage).isNotNull();
    assertThat(outage.mayHaveCommitted()).isTrue();
    assertThat(isKept(order)).isFalse();
  }

  @Test
  void a_break_after_the_commit_keeps_everything_and_says_that_it_may_have() {
    Order order = order();
    StoreUnavailable outage = save(order, Fault.AFTER_COMMIT);
    assertThat(outage).isNotNull();
    assertThat(outage.mayHaveCommitted()).isTrue();
    assertThat(isKept(order)).isTrue();
  }

  @Test
  void a_break_within_the_work_keeps_nothing_and_says_so() {
    Order order = order();
    StoreUnavailable outage = save(order, Fault.AT_A_READ);
    assertThat(outage).isNotNull();
    assertThat(outage.mayHaveCommitted()).isFalse();
    assertThat(isKept(order)).isFalse();
  }

  @Test
  void the_relay_is_called_only_for_what_is_known_to_be_kept() {
    int before = heard.get();
    save(order(), Fault.BEFORE_COMMIT);
    save(order(), Fault.AFTER_COMMIT);
    assertThat(heard).hasValue(before);
    assertThat(save(order(), Fault.NONE)).isNull();
    assertThat(heard).hasValue(before + 1);
  }
}
