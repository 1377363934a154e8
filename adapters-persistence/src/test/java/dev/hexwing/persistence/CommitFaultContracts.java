package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.persistence.FaultyDataSource.Fault;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The connection breaks around every commit of a use case in turn; the customer asks again, the
 * node recovers, and the processor's ledger is as if nothing had happened.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommitFaultContracts {

  /** No use case here has more commits; a loop that never ends is a broken test. */
  private static final int MOST_COMMITS = 60;

  private TestDatabase database;

  abstract TestDatabase connect();

  /** What can break here. */
  abstract List<Fault> faults();

  abstract RealNode start(TestDatabase over);

  @BeforeAll
  final void open() {
    database = connect();
  }

  @AfterAll
  final void close() {
    database.close();
  }

  /**
   * Breaks around each commit in turn.
   *
   * @return how often it broke, for each kind of fault
   */
  private int explore(
      BiConsumer<RealNode, OrderId> useCase, BiConsumer<RealNode, OrderId> afterwards) {
    int broken = 0;
    try (RealNode node = start(database)) {
      for (Fault fault : faults()) {
        for (int number = 1; number <= MOST_COMMITS; number++) {
          OrderId orderId = node.placeOrder();
          node.faults().breakAtCommit(number, fault);
          useCase.accept(node, orderId);
          boolean hasBroken = node.faults().hasBroken();
          node.faults().breakOnce(Fault.NONE);
          afterwards.accept(node, orderId);
          if (!hasBroken) {
            break;
          }
          broken++;
        }
      }
    }
    return broken / faults().size();
  }

  @Test
  void a_payment_charges_once_whichever_commit_breaks() {
    int commits =
        explore(
            (node, orderId) -> {
              node.pay(orderId, "k");
              node.deliverEvents();
            },
            (node, orderId) -> {
              assertThat(node.payUntilTold(orderId, "k")).isEqualTo(PaymentStatus.CONFIRMED);
              node.settle();
              assertThat(node.processor().chargesOf(orderId)).isEqualTo(1);
              assertThat(node.processor().balanceOf(orderId)).isEqualTo(5_000);
              assertThat(node.status(orderId)).isEqualTo(OrderStatus.PAID);
            });
    assertThat(commits).isGreaterThanOrEqualTo(6);
  }

  @Test
  void a_payment_whose_answer_was_lost_is_found_whichever_commit_breaks() {
    int commits =
        explore(
            (node, orderId) -> {
              node.loseNextAnswer();
              node.pay(orderId, "k");
              node.passLease();
              node.recover();
            },
            (node, orderId) -> {
              assertThat(node.payUntilTold(orderId, "k")).isEqualTo(PaymentStatus.CONFIRMED);
              node.settle();
              assertThat(node.processor().chargesOf(orderId)).isEqualTo(1);
            });
    assertThat(commits).isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_refund_gives_back_once_whichever_commit_breaks() {
    int commits =
        explore(
            (node, orderId) -> {
              node.pay(orderId, "k");
              node.refund(orderId, "k", "r", 2_000);
            },
            (node, orderId) -> {
              assertThat(node.payUntilTold(orderId, "k")).isEqualTo(PaymentStatus.CONFIRMED);
              node.refundUntilTold(orderId, "k", "r", 2_000);
              node.settle();
              assertThat(node.processor().refundsOf(orderId)).isEqualTo(1);
              assertThat(node.processor().balanceOf(orderId)).isEqualTo(3_000);
            });
    assertThat(commits).isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_cancelled_orders_money_goes_back_once_whichever_commit_breaks() {
    int commits =
        explore(
            (node, orderId) -> {
              node.pay(orderId, "k");
              node.cancel(orderId);
              node.deliverEvents();
            },
            (node, orderId) -> {
              node.cancelUntilTold(orderId);
              node.settle();
              assertThat(node.status(orderId)).isEqualTo(OrderStatus.CANCELLED);
              assertThat(node.processor().balanceOf(orderId)).isZero();
              assertThat(node.processor().chargesOf(orderId)).isLessThanOrEqualTo(1);
              assertThat(node.processor().refundsOf(orderId)).isLessThanOrEqualTo(1);
            });
    assertThat(commits).isGreaterThanOrEqualTo(8);
  }
}
