package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/**
 * What every broker must do; extend it with the broker that is to keep to it.
 *
 * <p>Events are published as the relay does: one of an aggregate at a time, and again if the broker
 * did not take it over.
 */
public abstract class MessageBrokerContract {

  private static final int MOST_TRIES = 100;

  private final Given given = new Given(new SequentialIds());
  private MessageBroker broker;

  /** Opens a broker that has carried nothing yet; called before each test and closed after it. */
  protected abstract MessageBroker open();

  /** The longest time to wait for an event; thirty seconds unless told otherwise. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @BeforeEach
  final void openBroker() {
    broker = open();
  }

  @AfterEach
  final void closeBroker() {
    broker.close();
  }

  private void publish(List<? extends DomainEvent> events) {
    events.forEach(this::publishUntilTaken);
  }

  private void publishUntilTaken(DomainEvent event) {
    for (int tries = 1; ; tries++) {
      try {
        broker.publish(event);
        return;
      } catch (RuntimeException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** A drone's registration and so many clearances. */
  private List<DroneEvent> lifeOf(String name, int clearances) {
    Drone drone = given.drone(name, 2_000);
    for (int i = 0; i < clearances; i++) {
      drone.clearMaintenance(given.occasion());
    }
    return List.copyOf(drone.drainEvents());
  }

  private List<OrderEvent> cancelledOrder() {
    Order order = given.order();
    order.cancel(new CancellationReason("Zu spät, “leider”"), given.occasion()).get();
    return List.copyOf(order.drainEvents());
  }

  @Nested
  class An_event {

    @Test
    void arrives_as_it_was_with_every_consumer_that_wants_it_and_no_other() {
      Payment payment = given.payment();
      payment.confirm(new ProcessorReference("pi_1"), given.occasion()).get();
      List<DomainEvent> events = new ArrayList<>(cancelledOrder());
      events.addAll(payment.drainEvents());
      Heard all = Heard.all("test.all");
      Heard orders = Heard.only("test.orders", OrderEvent.class::isInstance);
      broker.subscribe(all);
      broker.subscribe(orders);
      publish(events);
      all.await(events.size(), patience());
      orders.await(2, patience());
      assertThat(all.takenOnce()).containsExactlyInAnyOrderElementsOf(events);
      assertThat(orders.takenOnce()).containsExactlyElementsOf(events.subList(0, 2));
    }

    @Test
    void arrives_in_the_order_of_its_aggregate_whatever_the_others_do() {
      Heard heard = Heard.all("test.order");
      AtomicInteger racers = new AtomicInteger();
      broker.subscribe(heard);
      List<Race.Outcome> outcomes =
          Race.between(
              4,
              race -> {
                List<DroneEvent> life = lifeOf("R" + racers.getAndIncrement(), 20);
                race.standInLine();
                publish(life);
              });
      assertThat(outcomes).allMatch(Race.Outcome::won);
      heard.await(4 * 21, patience());
      for (int racer = 0; racer < 4; racer++) {
        assertThat(heard.versionsOf("R" + racer))
            .isEqualTo(LongStream.rangeClosed(1, 21).boxed().toList());
      }
    }

    @Test
    void arrives_with_its_customers_intent_in_the_log_context() {
      Set<String> intents = ConcurrentHashMap.newKeySet();
      Heard heard =
          Heard.after(
              "test.intent",
              event -> intents.add(String.valueOf(MDC.get(LogContext.CORRELATION_ID))));
      broker.subscribe(heard);
      publish(lifeOf("A47", 1));
      heard.await(2, patience());
      assertThat(intents).containsExactly(Given.CORRELATION.value());
    }

    @Test
    void arrives_with_the_trace_that_it_was_published_in_the_log_context() {
      TraceParent trace =
          TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
      Set<Option<TraceParent>> traces = ConcurrentHashMap.newKeySet();
      Heard heard = Heard.after("test.trace", event -> traces.add(LogContext.trace()));
      broker.subscribe(heard);
      try (LogContext context = LogContext.of(Given.CORRELATION, Option.some(trace))) {
        publish(lifeOf("A47", 1));
      }
      heard.await(2, patience());
      assertThat(traces).containsExactly(Option.some(trace));
    }
  }

  @Nested
  class A_consumer_that_fails {

    @Test
    void is_handed_the_event_again_before_a_later_one_of_its_aggregate() {
      AtomicInteger failures = new AtomicInteger(2);
      Heard heard =
          Heard.after(
              "test.failing",
              event -> {
                if (event.version().value() == 2 && failures.getAndDecrement() > 0) {
                  throw new IllegalStateException("not yet");
                }
              });
      broker.subscribe(heard);
      publish(lifeOf("A47", 3));
      heard.await(4, patience());
      assertThat(failures).hasNegativeValue();
      assertThat(heard.versionsOf("A47")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void does_not_keep_the_event_from_the_others() {
      AtomicInteger failures = new AtomicInteger(1);
      Heard failing =
          Heard.after(
              "test.failing",
              event -> {
                if (failures.getAndDecrement() > 0) {
                  throw new IllegalStateException("not yet");
                }
              });
      Heard other = Heard.all("test.other");
      broker.subscribe(failing);
      broker.subscribe(other);
      publish(lifeOf("A47", 1));
      other.await(2, patience());
      failing.await(2, patience());
      assertThat(other.versionsOf("A47")).containsExactly(1L, 2L);
    }
  }

  @Nested
  class A_broker {

    @Test
    void refuses_a_second_consumer_of_the_same_name() {
      broker.subscribe(Heard.all("test.same"));
      assertThatThrownBy(() -> broker.subscribe(Heard.all("test.same")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("test.same");
    }

    @Test
    void takes_nothing_over_and_delivers_nothing_once_it_is_closed() {
      Heard heard = Heard.all("test.closed");
      broker.subscribe(heard);
      publish(lifeOf("A47", 0));
      heard.await(1, patience());
      broker.close();
      assertThatThrownBy(() -> broker.publish(lifeOf("A48", 0).getFirst()))
          .isInstanceOf(IllegalStateException.class);
      broker.close();
      assertThat(heard.versionsOf("A48")).isEmpty();
    }
  }
}
