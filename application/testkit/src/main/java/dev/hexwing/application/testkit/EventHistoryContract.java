package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.EventHistory.Extent;
import dev.hexwing.application.events.EventHistory.Page;
import dev.hexwing.application.events.EventHistory.Rest;
import dev.hexwing.application.events.EventHistory.Seam;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every history of events must do; extend it with the store that is to keep to it. */
public abstract class EventHistoryContract extends StoreContract {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Set<String> ALL = Set.of();

  private <R> R history(Function<EventHistory, R> reading) {
    return read(stores -> reading.apply(stores.history()));
  }

  private long file(int limit) {
    return execute(stores -> stores.history().file(limit));
  }

  private Order placed() {
    Order order = given.order();
    run(stores -> stores.orders().save(order));
    return order;
  }

  private void pay(Order order) {
    run(
        stores -> {
          Order known = stores.orders().find(order.id()).get();
          known.confirmPayment(given.paymentId(), known.total(), given.occasion()).get();
          stores.orders().save(known);
        });
  }

  private List<String> filed() {
    return names(history(history -> history.filed(0, 1_000, ALL)).events());
  }

  private static List<String> names(List<EventRecord> records) {
    return records.stream().map(record -> record.metadata().eventId().value()).toList();
  }

  private static String name(Order order, int version) {
    return order.id() + "/" + version;
  }

  /** Reads as a reader does that starts from the beginning. */
  private List<String> readAll(int limit) {
    List<EventRecord> events = new ArrayList<>();
    long place = 0;
    Page page = page(place, limit);
    while (page.reached() > place) {
      events.addAll(page.events());
      place = page.reached();
      page = page(place, limit);
    }
    long end = place;
    Seam seam = history(history -> history.seam(end));
    Rest rest = rest(seam, limit);
    events.addAll(rest.events());
    while (!rest.end()) {
      rest = rest(rest.next(), limit);
      events.addAll(rest.events());
    }
    return names(events);
  }

  private Page page(long after, int limit) {
    return history(history -> history.filed(after, limit, ALL));
  }

  private Rest rest(Seam seam, int limit) {
    return history(history -> history.rest(seam, limit, ALL));
  }

  @Nested
  class Filing {

    @Test
    void gives_each_event_that_was_sent_a_place_and_keeps_it_as_it_was() {
      Order order = placed();
      pay(order);
      List<DomainEvent> sent = drainOutbox();
      assertThat(file(10)).isEqualTo(2);
      assertThat(file(10)).isZero();
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(1, 2, true));
      List<EventRecord> events = history(history -> history.filed(0, 10, ALL)).events();
      assertThat(events.stream().map(EventRecords::toEvent)).isEqualTo(sent);
    }

    @Test
    void leaves_what_was_not_sent() {
      placed();
      assertThat(file(10)).isZero();
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(1, 0, true));
      assertThat(outbox().backlog().waiting()).isEqualTo(1);
      assertThat(outbox().claim(10, LEASE)).hasSize(1);
    }

    @Test
    void goes_in_batches_the_earliest_first() {
      Order one = placed();
      Order other = placed();
      Order last = placed();
      drainOutbox();
      assertThat(file(2)).isEqualTo(2);
      assertThat(filed()).containsExactly(name(one, 1), name(other, 1));
      assertThat(file(2)).isEqualTo(1);
      assertThat(filed()).containsExactly(name(one, 1), name(other, 1), name(last, 1));
    }

    @Test
    void has_each_event_once_when_several_do_it_at_once() {
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        expected.add(name(placed(), 1));
      }
      drainOutbox();
      AtomicLong filed = new AtomicLong();
      Race.between(4, race -> filed.addAndGet(file(10)));
      long more = file(100);
      assertThat(filed.get() + more).isEqualTo(40);
      assertThat(filed()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(1, 40, true));
    }
  }

  @Nested
  class Reading_what_is_filed {

    @Test
    void goes_on_where_it_was_and_stands_still_at_the_end() {
      Order one = placed();
      Order other = placed();
      drainOutbox();
      file(10);
      Page first = page(0, 1);
      assertThat(names(first.events())).containsExactly(name(one, 1));
      Page second = page(first.reached(), 5);
      assertThat(names(second.events())).containsExactly(name(other, 1));
      assertThat(page(second.reached(), 5)).isEqualTo(new Page(List.of(), second.reached()));
    }

    @Test
    void may_be_of_some_types_and_tells_how_far_it_has_looked() {
      Order order = placed();
      pay(order);
      placed();
      drainOutbox();
      file(10);
      Page paid =
          history(history -> history.filed(0, 10, Set.of("dev.hexwing.ordering.order-paid.v1")));
      assertThat(names(paid.events())).containsExactly(name(order, 2));
      assertThat(paid.reached()).isEqualTo(3);
    }
  }

  @Nested
  class What_is_not_filed {

    @Test
    void is_the_rest_whether_it_waits_was_sent_or_is_set_aside() {
      Order aside = placed();
      outbox().park(outbox().claim(1, LEASE).getFirst(), "too large");
      Order sent = placed();
      drainOutbox();
      Order waits = placed();
      Seam seam = history(history -> history.seam(0));
      assertThat(names(rest(seam, 10).events()))
          .containsExactly(name(aside, 1), name(sent, 1), name(waits, 1));
      assertThat(rest(seam, 10).end()).isTrue();
    }

    @Test
    void is_read_page_by_page_though_it_is_filed_meanwhile() {
      Order one = placed();
      Order other = placed();
      Order last = placed();
      Seam seam = history(history -> history.seam(0));
      Rest first = rest(seam, 1);
      assertThat(names(first.events())).containsExactly(name(one, 1));
      assertThat(first.end()).isFalse();
      drainOutbox();
      assertThat(file(2)).isEqualTo(2);
      Rest second = rest(first.next(), 5);
      assertThat(names(second.events())).containsExactly(name(other, 1), name(last, 1));
      assertThat(second.end()).isTrue();
    }

    @Test
    void ends_where_it_did_when_it_was_noted() {
      Order one = placed();
      Seam seam = history(history -> history.seam(0));
      placed();
      assertThat(names(rest(seam, 10).events())).containsExactly(name(one, 1));
    }

    @Test
    void is_nothing_that_was_filed_and_read_before() {
      placed();
      drainOutbox();
      file(10);
      Seam seam = history(history -> history.seam(1));
      assertThat(rest(seam, 10).events()).isEmpty();
      Order waits = placed();
      assertThat(readAll(1)).hasSize(2).last().isEqualTo(name(waits, 1));
    }
  }

  @Nested
  class A_transaction_that_commits_late {

    @Test
    void is_not_passed_over_though_later_ones_were_filed_and_read_before()
        throws InterruptedException, ExecutionException, TimeoutException {
      Order early = given.order();
      CountDownLatch written = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      Page first;
      String later;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> late =
            threads.submit(
                () ->
                    run(
                        stores -> {
                          stores.orders().save(early);
                          // Reading has it written, with its place in the outbox.
                          assertThat(stores.orders().find(early.id())).isNotEmpty();
                          written.countDown();
                          await(goOn);
                        }));
        try {
          await(written);
          later = name(placed(), 1);
          drainOutbox();
          file(10);
          first = page(0, 10);
        } finally {
          goOn.countDown();
        }
        late.get(20, TimeUnit.SECONDS);
      }
      assertThat(names(first.events())).containsExactly(later);
      assertThat(readAll(10)).containsExactly(later, name(early, 1));
      drainOutbox();
      file(10);
      assertThat(names(page(first.reached(), 10).events())).containsExactly(name(early, 1));
    }

    private void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class Of_one_aggregate {

    @Test
    void events_come_in_the_order_of_their_versions_filed_or_not() {
      Order order = placed();
      drainOutbox();
      file(10);
      pay(order);
      drainOutbox();
      placed();
      run(
          stores -> {
            Order known = stores.orders().find(order.id()).get();
            known.markDispatched(given.occasion()).get();
            stores.orders().save(known);
          });
      assertThat(of(order, 0, 10)).containsExactly(name(order, 1), name(order, 2), name(order, 3));
      assertThat(of(order, 0, 2)).containsExactly(name(order, 1), name(order, 2));
      assertThat(of(order, 2, 2)).containsExactly(name(order, 3));
      assertThat(of(order, 3, 2)).isEmpty();
    }

    private List<String> of(Order order, long after, int limit) {
      return names(history(history -> history.ofAggregate(order.id().toString(), after, limit)));
    }
  }

  @Nested
  class Forgetting {

    private final Duration age = Duration.ofDays(7);

    private long forget(int limit) {
      return execute(stores -> stores.history().forget(age, limit));
    }

    @Test
    void starts_at_the_beginning_and_says_that_it_is_gone() {
      for (int i = 0; i < 3; i++) {
        placed();
      }
      drainOutbox();
      file(10);
      store().advance(age.plusMinutes(2));
      Order young = placed();
      drainOutbox();
      file(10);
      assertThat(history(EventHistory::extent).whole()).isTrue();
      assertThat(forget(2)).isEqualTo(2);
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(3, 4, false));
      assertThat(forget(2)).isEqualTo(1);
      assertThat(forget(2)).isZero();
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(4, 4, false));
      assertThat(filed()).containsExactly(name(young, 1));
    }

    @Test
    void gives_no_place_twice() {
      placed();
      drainOutbox();
      file(10);
      store().advance(age.plusMinutes(2));
      assertThat(forget(10)).isEqualTo(1);
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(2, 1, false));
      placed();
      drainOutbox();
      file(10);
      assertThat(history(EventHistory::extent)).isEqualTo(new Extent(2, 2, false));
    }
  }

  @Nested
  class While_the_shop_goes_on {

    @Test
    void a_reader_from_the_beginning_misses_nothing_and_keeps_each_aggregates_order() {
      List<Order> orders = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        orders.add(placed());
      }
      List<String> read = new CopyOnWriteArrayList<>();
      Queue<Runnable> parts =
          new ConcurrentLinkedQueue<>(
              List.of(
                  () -> orders.forEach(EventHistoryContract.this::pay),
                  this::relay,
                  () -> read.addAll(readAll(3))));
      assertThat(
              Race.between(
                  3,
                  race -> {
                    race.standInLine();
                    parts.remove().run();
                  }))
          .allMatch(Race.Outcome::won);
      for (Order order : orders) {
        List<String> both = List.of(name(order, 1), name(order, 2));
        assertThat(read.stream().filter(both::contains).distinct().toList())
            .isIn(both, List.of(name(order, 1)));
      }
      assertThat(readAll(5)).hasSize(24).doesNotHaveDuplicates();
    }

    private void relay() {
      for (int turn = 0; turn < 12; turn++) {
        outbox().markSent(outbox().claim(4, LEASE));
        file(3);
      }
    }
  }
}
