package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.PaymentLives.Request;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class PaymentHistoryTest {

  @Property
  void the_state_is_the_fold_of_the_events(
      @ForAll("requests") Request request, @ForAll("commands") List<PaymentCommand> commands) {
    Payment lived = request.make();
    commands.forEach(command -> command.carryOut(lived));
    PaymentSnapshot state = lived.snapshot();
    Payment folded = Payment.reconstitute(lived.drainEvents());
    assertThat(folded.snapshot()).isEqualTo(state);
    assertThat(folded.refundable()).isEqualTo(lived.refundable());
    assertThat(folded.storedVersion()).isEqualTo(state.version());
    assertThat(folded.drainEvents()).isEmpty();
  }

  @Property
  void any_beginning_of_the_history_gives_the_state_at_that_moment(
      @ForAll("requests") Request request, @ForAll("commands") List<PaymentCommand> commands) {
    Payment payment = request.make();
    List<PaymentSnapshot> states = new ArrayList<>(List.of(payment.snapshot()));
    for (PaymentCommand command : commands) {
      if (command.carryOut(payment).isRight()) {
        states.add(payment.snapshot());
      }
    }
    List<PaymentEvent> history = payment.drainEvents();
    assertThat(history).hasSameSizeAs(states);
    Cases.met("long", 10, states.size() > 3, true, false);
    for (int i = 0; i < states.size(); i++) {
      assertThat(Payment.reconstitute(history.subList(0, i + 1)).snapshot())
          .isEqualTo(states.get(i));
    }
  }

  @Property
  void what_was_known_at_a_moment_is_what_had_happened_by_then(
      @ForAll("histories") List<PaymentEvent> history, @ForAll("instants") Instant moment) {
    int known = 0;
    while (known < history.size() && !history.get(known).occurredAt().isAfter(moment)) {
      known++;
    }
    Option<Payment> then = Payment.asOf(history, moment);
    Cases.met("known", 20, known > 0, true, false);
    if (known == 0) {
      assertThat(then.isEmpty()).isTrue();
    } else {
      assertThat(then.get().snapshot())
          .isEqualTo(Payment.reconstitute(history.subList(0, known)).snapshot());
    }
    assertThat(Payment.asOf(history, Instant.MAX).get().snapshot())
        .isEqualTo(Payment.reconstitute(history).snapshot());
    assertThat(Payment.asOf(history, Instant.MIN).isEmpty()).isTrue();
  }

  @Property
  void a_history_with_a_gap_a_repeat_or_another_order_is_refused(
      @ForAll("histories") List<PaymentEvent> history, @ForAll int place) {
    int at = Math.floorMod(place, history.size());
    List<PaymentEvent> gap = new ArrayList<>(history);
    PaymentEvent taken = gap.remove(at);
    if (at < history.size() - 1) {
      refused(gap);
    }
    List<PaymentEvent> repeated = new ArrayList<>(history);
    repeated.add(at, taken);
    refused(repeated);
    if (at > 0) {
      List<PaymentEvent> swapped = new ArrayList<>(history);
      swapped.set(at, history.get(at - 1));
      swapped.set(at - 1, history.get(at));
      refused(swapped);
    }
    Cases.met("in the middle", 20, at > 0 && at < history.size() - 1, true, false);
  }

  @Property
  void a_history_that_does_not_begin_with_the_request_is_refused(
      @ForAll("histories") List<PaymentEvent> history) {
    refused(List.of());
    refused(history.subList(1, history.size()));
  }

  @Property
  void an_event_of_another_payment_or_order_is_refused(
      @ForAll("requests") Request request,
      @ForAll("paymentIds") PaymentId otherPayment,
      @ForAll("orderIds") OrderId otherOrder,
      @ForAll("references") ProcessorReference reference,
      @ForAll("occasions") Occasion occasion) {
    List<PaymentEvent> history = request.make().drainEvents();
    EventMetadata second =
        EventMetadata.of(request.paymentId().toString(), new Version(2), occasion);
    PaymentConfirmed own =
        new PaymentConfirmed(
            second, request.paymentId(), request.orderId(), request.amount(), reference);
    assertThat(Payment.reconstitute(with(history, own)).snapshot().version().value()).isEqualTo(2);
    if (!otherPayment.equals(request.paymentId())) {
      refused(
          with(
              history,
              new PaymentConfirmed(
                  second, otherPayment, request.orderId(), request.amount(), reference)));
    }
    if (!otherOrder.equals(request.orderId())) {
      refused(
          with(
              history,
              new PaymentConfirmed(
                  second, request.paymentId(), otherOrder, request.amount(), reference)));
    }
  }

  @Property
  void a_history_in_which_the_rules_were_broken_is_refused(
      @ForAll("confirmed") Payment confirmed, @ForAll("occasions") Occasion occasion) {
    List<PaymentEvent> history = confirmed.drainEvents();
    EventMetadata next =
        EventMetadata.of(
            confirmed.id().toString(), confirmed.snapshot().version().next(), occasion);
    ProcessorReference charge = confirmed.charge().get();
    refused(
        with(
            history,
            new PaymentConfirmed(
                next, confirmed.id(), confirmed.orderId(), confirmed.amount(), charge)));
    refused(
        with(
            history,
            new PaymentDeclined(
                next,
                confirmed.id(),
                confirmed.orderId(),
                new DeclineReason("card_declined", ""))));
    refused(
        with(
            history,
            new RefundConfirmed(
                next,
                confirmed.id(),
                confirmed.orderId(),
                new RefundId(new UUID(7, 7)),
                confirmed.amount(),
                charge)));
  }

  private static List<PaymentEvent> with(List<PaymentEvent> history, PaymentEvent last) {
    List<PaymentEvent> longer = new ArrayList<>(history);
    longer.add(last);
    return longer;
  }

  private static void refused(List<PaymentEvent> history) {
    assertThatIllegalArgumentException().isThrownBy(() -> Payment.reconstitute(history));
  }

  @Provide
  Arbitrary<Payment> confirmed() {
    return PaymentLives.payments(PaymentStatus.CONFIRMED);
  }

  @Provide
  Arbitrary<Request> requests() {
    return PaymentLives.requests();
  }

  @Provide
  Arbitrary<List<PaymentCommand>> commands() {
    return PaymentLives.commands().list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<PaymentEvent>> histories() {
    return PaymentLives.histories();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return SharedValues.instants();
  }

  @Provide
  Arbitrary<PaymentId> paymentIds() {
    return PaymentValues.paymentIds();
  }

  @Provide
  Arbitrary<OrderId> orderIds() {
    return OrderingValues.orderIds();
  }

  @Provide
  Arbitrary<ProcessorReference> references() {
    return PaymentValues.processorReferences();
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return SharedValues.occasions();
  }
}
