package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderDispatched;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.testkit.OrderCommand.ConfirmPayment;
import dev.hexwing.domain.testkit.OrderCommand.Offer;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What always holds of an order. */
public enum OrderInvariant implements Invariant<Story<OrderCommand, OrderSnapshot, OrderEvent>> {
  /** No order is empty or endless. */
  ONE_TO_A_HUNDRED_LINES(
      "an order has 1 to 100 lines",
      story -> {
        int lines = story.now().lines().size();
        return brokenIf(lines < 1 || lines > Order.MOST_LINES, lines + " lines");
      }),

  /** No product is counted twice. */
  NO_SKU_TWICE(
      "no product stands on two lines",
      story -> {
        List<OrderLine> lines = story.now().lines();
        long skus = lines.stream().map(OrderLine::sku).distinct().count();
        return brokenIf(skus < lines.size(), skus + " products on " + lines.size() + " lines");
      }),

  /** Nothing is added up that cannot be. */
  ONE_CURRENCY(
      "all lines are in one currency",
      story -> {
        List<OrderLine> lines = story.now().lines();
        long many = lines.stream().map(line -> line.unitPrice().currency()).distinct().count();
        return brokenIf(many > 1, many + " currencies");
      }),

  /** What is told of the total is what the lines add up to, to the minor unit. */
  TOTAL_IS_THE_SUM_OF_THE_LINES(
      "the total is the exact sum of the lines",
      story -> {
        BigInteger exact = exactSum(story.now().lines());
        return Rules.none(
            story.only(OrderPlaced.class),
            placed ->
                brokenIf(
                    !BigInteger.valueOf(placed.total().amountMinor()).equals(exact),
                    placed.total() + " told, " + exact + " exactly"));
      }),

  /** Neither more nor less nor other money pays. */
  ONLY_EXACTLY_THE_TOTAL_PAYS(
      "only a payment of exactly the total, in its currency, pays an order",
      story -> {
        Option<String> taken =
            Rules.none(
                story.steps(),
                step ->
                    brokenIf(
                        !step.refused()
                            && step.command() instanceof ConfirmPayment pay
                            && pay.offer() != Offer.EXACTLY,
                        step));
        BigInteger exact = exactSum(story.now().lines());
        return taken.orElse(
            () ->
                Rules.none(
                    story.only(OrderPaid.class),
                    paid ->
                        brokenIf(
                            !BigInteger.valueOf(paid.total().amountMinor()).equals(exact), paid)));
      }),

  /** Whatever key comes along. */
  PAID_AT_MOST_ONCE(
      "a paid order is never paid again",
      story -> {
        List<OrderPaid> paid = story.only(OrderPaid.class);
        Option<PaymentId> counts = story.now().paymentId();
        return brokenIf(
            paid.size() > 1 || (paid.size() == 1 && !counts.contains(paid.get(0).paymentId())),
            paid + ", and what counts is " + counts);
      }),

  /** The customer gets back what was paid, and is never offered it twice. */
  CANCELLING_ASKS_FOR_THE_REFUND_ONCE(
      "cancelling a paid order asks for its refund, once; an unpaid one asks for none",
      story -> {
        List<OrderCancelled> cancelled = story.only(OrderCancelled.class);
        Option<PaymentId> paidBy =
            Option.ofOptional(
                story.only(OrderPaid.class).stream().map(OrderPaid::paymentId).findFirst());
        return brokenIf(
            cancelled.size() > 1
                || cancelled.stream().anyMatch(event -> !event.refundDue().equals(paidBy)),
            cancelled + " of an order paid by " + paidBy);
      }),

  /** What is in the air stays sold. */
  A_DISPATCHED_ORDER_IS_NOT_CANCELLED(
      "a dispatched order is not cancelled",
      story ->
          brokenIf(
              !story.only(OrderDispatched.class).isEmpty()
                  && !story.only(OrderCancelled.class).isEmpty(),
              story.history())),

  /** The way of an order. */
  NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE(
      "PLACED to PAID to DISPATCHED to DELIVERED, and PLACED or PAID to CANCELLED",
      story ->
          Rules.onlyThese(
              story,
              OrderSnapshot::status,
              Set.of(
                  "PLACED to PAID",
                  "PAID to DISPATCHED",
                  "DISPATCHED to DELIVERED",
                  "PLACED to CANCELLED",
                  "PAID to CANCELLED"))),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the order as it was",
      story -> Rules.refusalsChangeNothing(story, OrderSnapshot::version)),

  /** What others hear of an order, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story -> Rules.eventsFollowOneAnother(story, story.now().orderId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Story<OrderCommand, OrderSnapshot, OrderEvent>, Option<String>> violation;

  OrderInvariant(
      String rule,
      Function<Story<OrderCommand, OrderSnapshot, OrderEvent>, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Story<OrderCommand, OrderSnapshot, OrderEvent> story) {
    return violation.apply(story);
  }

  private static BigInteger exactSum(List<OrderLine> lines) {
    BigInteger sum = BigInteger.ZERO;
    for (OrderLine line : lines) {
      BigInteger price = BigInteger.valueOf(line.unitPrice().amountMinor());
      sum = sum.add(price.multiply(BigInteger.valueOf(line.quantity().value())));
    }
    return sum;
  }
}
