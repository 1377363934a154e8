package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a tap, from its header to the handlers of what it set in motion. */
class TracesTest {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

  private final Shop shop = Shop.open();
  private final Traced traced = new Traced();

  TracesTest() {
    shop.broker.subscribe(traced);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void placeAnOrder(String... headers) {
    Answer placed =
        shop.post(
            "/v1/orders",
            """
            {"lines":[{"sku":"COFFEE-250","quantity":2}],\
            "dropOff":{"latitude":52.52,"longitude":13.405}}\
            """,
            headers);
    assertThat(placed.status()).isEqualTo(201);
    shop.settle();
  }

  private TraceParent theOnlyTrace() {
    assertThat(traced.traces).hasSize(1);
    return traced.traces.iterator().next();
  }

  @Nested
  class A_trace_that_the_caller_sent {

    @Test
    void reaches_the_handlers_of_the_event() {
      placeAnOrder("traceparent", SENT);
      assertThat(theOnlyTrace().value()).isEqualTo(SENT);
    }

    @Test
    void reaches_the_handlers_of_what_came_of_the_event() {
      String orderId = shop.order();
      shop.settle();
      traced.traces.clear();
      traced.types.clear();
      shop.post(
          "/v1/payments",
          Shop.payment(orderId),
          "Idempotency-Key",
          Shop.newKey(),
          "traceparent",
          SENT);
      shop.settle();
      assertThat(traced.types).contains("PaymentConfirmed", "OrderPaid", "DeliveryRequested");
      assertThat(theOnlyTrace().value()).isEqualTo(SENT);
    }

    @Test
    void of_a_version_to_come_is_read_as_far_as_it_is_known() {
      placeAnOrder("traceparent", "42-" + TRACE_ID + "-00f067aa0ba902b7-ff-more");
      assertThat(theOnlyTrace().value()).isEqualTo(SENT);
    }
  }

  @Nested
  class A_new_trace_begins {

    @Test
    void without_the_header() {
      placeAnOrder();
      assertThat(theOnlyTrace().value()).doesNotContain(TRACE_ID).endsWith("-00");
      TraceParent first = theOnlyTrace();
      traced.traces.clear();
      placeAnOrder();
      assertThat(theOnlyTrace()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nonsense",
          "00-" + TRACE_ID + "-00f067aa0ba902b7",
          "00-" + TRACE_ID + "-00f067aa0ba902b7-01-more",
          "00-" + TRACE_ID + "-00f067aa0ba902b7-01 ;",
          "ff-" + TRACE_ID + "-00f067aa0ba902b7-01",
          "00-" + TRACE_ID + "-0000000000000000-01",
          "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        })
    void when_the_header_is_malformed(String header) {
      placeAnOrder("traceparent", header);
      assertThat(theOnlyTrace().value()).doesNotContain(TRACE_ID).endsWith("-00");
    }

    @Test
    void when_the_header_shouts() {
      placeAnOrder("traceparent", SENT.toUpperCase(Locale.ROOT));
      assertThat(theOnlyTrace().value()).doesNotContain(TRACE_ID);
    }

    @Test
    void when_there_are_two() {
      placeAnOrder("traceparent", SENT, "traceparent", SENT);
      assertThat(theOnlyTrace().value()).doesNotContain(TRACE_ID);
    }
  }

  /** Notes in which trace it was handed what. */
  private static final class Traced implements EventConsumer {

    final Set<TraceParent> traces = ConcurrentHashMap.newKeySet();
    final List<String> types = new ArrayList<>();

    @Override
    public String name() {
      return "test.traced";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      types.add(event.getClass().getSimpleName());
      Option<TraceParent> trace = LogContext.trace();
      assertThat(trace).as(event.toString()).isNotEmpty();
      traces.add(trace.get());
    }
  }
}
