package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.OrderCommand.Cancel;
import dev.hexwing.domain.testkit.OrderCommand.ConfirmPayment;
import dev.hexwing.domain.testkit.OrderCommand.MarkDispatched;
import dev.hexwing.domain.testkit.OrderCommand.Offer;
import dev.hexwing.domain.testkit.OrderLives.Placement;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that break one rule each. */
class OrderTwinTest {

  private static final PaymentId ANY = new PaymentId(new UUID(0, 7));

  private static class Lie extends Tampered.Lie<OrderCommand, OrderSnapshot, OrderEvent> {}

  static Stream<Twin<Story<OrderCommand, OrderSnapshot, OrderEvent>>> twins() {
    return Stream.of(
        placed(
            OrderInvariant.ONE_TO_A_HUNDRED_LINES,
            "takes any count of lines",
            OrderingValues.orderLines(0, 130)),
        placed(
            OrderInvariant.NO_SKU_TWICE,
            "takes a product twice",
            OrderingValues.orderLines().map(OrderTwinTest::withFirstAgain)),
        placed(
            OrderInvariant.ONE_CURRENCY,
            "adds up euros and yen",
            OrderingValues.orderLine().list().ofMinSize(2).ofMaxSize(4)),
        placed(
            OrderInvariant.TOTAL_IS_THE_SUM_OF_THE_LINES,
            "wraps around at the largest long",
            OrderingValues.orderLines(1, 3).map(OrderTwinTest::withOneTooDear)),
        lives(
            OrderInvariant.ONLY_EXACTLY_THE_TOTAL_PAYS,
            "is content with a minor unit less",
            new Lie() {
              @Override
              Either<? extends DomainError, ?> answer(
                  OrderSnapshot before,
                  OrderCommand command,
                  Either<? extends DomainError, ?> answer) {
                return command instanceof ConfirmPayment pay && pay.offer() == Offer.ONE_LESS
                    ? Either.right("paid")
                    : answer;
              }
            }),
        lives(
            OrderInvariant.PAID_AT_MOST_ONCE,
            "is paid again under another key",
            new Lie() {
              @Override
              OrderSnapshot before(OrderSnapshot state, OrderCommand command) {
                return command instanceof ConfirmPayment && state.status() == OrderStatus.PAID
                    ? with(state, OrderStatus.PLACED, Option.none())
                    : state;
              }
            }),
        lives(
            OrderInvariant.CANCELLING_ASKS_FOR_THE_REFUND_ONCE,
            "forgets the refund",
            new Lie() {
              @Override
              List<OrderEvent> events(List<OrderEvent> events) {
                return changed(
                    events,
                    OrderCancelled.class,
                    event ->
                        new OrderCancelled(
                            event.metadata(), event.orderId(), event.reason(), Option.none()));
              }
            }),
        lives(
            OrderInvariant.CANCELLING_ASKS_FOR_THE_REFUND_ONCE,
            "can be cancelled twice",
            new Lie() {
              @Override
              OrderSnapshot before(OrderSnapshot state, OrderCommand command) {
                return command instanceof Cancel && state.status() == OrderStatus.CANCELLED
                    ? with(
                        state,
                        state.paymentId().isDefined() ? OrderStatus.PAID : OrderStatus.PLACED,
                        state.paymentId())
                    : state;
              }
            }),
        lives(
            OrderInvariant.A_DISPATCHED_ORDER_IS_NOT_CANCELLED,
            "is called back from the air",
            new Lie() {
              @Override
              OrderSnapshot before(OrderSnapshot state, OrderCommand command) {
                return command instanceof Cancel && state.status() == OrderStatus.DISPATCHED
                    ? with(state, OrderStatus.PAID, state.paymentId())
                    : state;
              }
            }),
        lives(
            OrderInvariant.NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE,
            "flies unpaid",
            new Lie() {
              @Override
              OrderSnapshot before(OrderSnapshot state, OrderCommand command) {
                return command instanceof MarkDispatched && state.status() == OrderStatus.PLACED
                    ? with(state, OrderStatus.PAID, Option.some(ANY))
                    : state;
              }
            }),
        lives(
            OrderInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "counts a version for a refusal",
            new Lie() {
              @Override
              OrderSnapshot after(
                  OrderSnapshot before,
                  OrderCommand command,
                  boolean refused,
                  OrderSnapshot state) {
                return refused ? at(state, state.version().next()) : state;
              }
            }),
        lives(
            OrderInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells of every payment twice",
            new Lie() {
              @Override
              List<OrderEvent> events(List<OrderEvent> events) {
                List<OrderEvent> twice = new ArrayList<>(events);
                events.stream().filter(OrderPaid.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Story<OrderCommand, OrderSnapshot, OrderEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) OrderInvariant.values());
  }

  private static Twin<Story<OrderCommand, OrderSnapshot, OrderEvent>> lives(
      OrderInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        OrderLives.lives(
                placement ->
                    new Tampered<>(OrderLives.subject(placement), OrderLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static Twin<Story<OrderCommand, OrderSnapshot, OrderEvent>> placed(
      OrderInvariant caughtBy, String what, Arbitrary<List<OrderLine>> lines) {
    Arbitrary<Placement> honest = OrderLives.placements();
    return new Twin<>(
        caughtBy, what, lines.flatMap(these -> honest.map(one -> unguarded(one, these))));
  }

  /** What becomes of an order that is placed without asking whether it may be. */
  private static Story<OrderCommand, OrderSnapshot, OrderEvent> unguarded(
      Placement placement, List<OrderLine> lines) {
    Version first = Version.NONE.next();
    long sum = 0;
    for (OrderLine line : lines) {
      sum += line.unitPrice().amountMinor() * line.quantity().value();
    }
    OrderSnapshot state =
        new OrderSnapshot(
            placement.orderId(),
            placement.customerId(),
            lines,
            placement.dropOff(),
            OrderStatus.PLACED,
            Option.none(),
            placement.occasion().at(),
            first);
    OrderPlaced event =
        new OrderPlaced(
            EventMetadata.of(placement.orderId().toString(), first, placement.occasion()),
            placement.orderId(),
            placement.customerId(),
            lines,
            Money.ofMinor(sum, "EUR"),
            placement.dropOff());
    return Story.ofStored(state, List.of(event));
  }

  private static List<OrderLine> withFirstAgain(List<OrderLine> lines) {
    List<OrderLine> more = new ArrayList<>(lines);
    more.add(lines.get(0));
    return more;
  }

  private static List<OrderLine> withOneTooDear(List<OrderLine> lines) {
    List<OrderLine> more = new ArrayList<>(lines);
    OrderLine last = more.remove(lines.size() - 1);
    Money price = new Money(Long.MAX_VALUE / 2, last.unitPrice().currency());
    more.add(new OrderLine(last.sku(), new Quantity(Quantity.MOST), price, last.unitGrams()));
    return more;
  }

  private static OrderSnapshot with(
      OrderSnapshot state, OrderStatus status, Option<PaymentId> paymentId) {
    return new OrderSnapshot(
        state.orderId(),
        state.customerId(),
        state.lines(),
        state.dropOff(),
        status,
        paymentId,
        state.placedAt(),
        state.version());
  }

  private static OrderSnapshot at(OrderSnapshot state, Version version) {
    return new OrderSnapshot(
        state.orderId(),
        state.customerId(),
        state.lines(),
        state.dropOff(),
        state.status(),
        state.paymentId(),
        state.placedAt(),
        version);
  }
}
