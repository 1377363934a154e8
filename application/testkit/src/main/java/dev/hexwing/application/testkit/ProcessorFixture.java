package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Money;
import java.util.List;
import java.util.Set;

/**
 * A processor under test, with the books that an auditor reads.
 *
 * <p>{@link ScriptedProcessor} is one. To explore an adapter of your own, put it in front of a
 * processor whose books you can read.
 */
public interface ProcessorFixture {

  /** The port, as the application sees it. */
  PaymentProcessor processor();

  /** Every movement of money so far, in the order in which it moved. */
  List<Movement> movements();

  /** The notices that the processor has not sent yet; each is handed out once. */
  List<ProcessorNotice> takeNotices();

  /** What can be done to a request; {@link Fate#ANSWERED} need not be named. */
  Set<Fate> fates();

  /** Has this happen to the next request that is made. */
  void nextRequest(Fate fate);

  /** Whether what this fate left behind can be found out later without a person. */
  boolean canBeSettledAfter(Fate fate);

  /** Which way money moved. */
  enum Direction {
    /** From the customer to the shop. */
    CHARGE,
    /** From the shop to the customer. */
    REFUND
  }

  /**
   * Money that moved.
   *
   * @param direction which way
   * @param name our name of the payment or refund
   * @param orderId the order that it was for
   * @param amount how much
   */
  record Movement(Direction direction, String name, OrderId orderId, Money amount) {}
}
