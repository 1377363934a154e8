package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.Money;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A processor in memory with a ledger of its own, which does to the next requests what the script
 * says: the same request asked again is answered as before and moves no money twice.
 *
 * <p>Safe for use by any number of threads.
 */
public final class ScriptedProcessor implements PaymentProcessor {

  /** What happens to one request. */
  public enum Fate {
    /** It is answered. */
    ANSWERED,
    /** It never leaves. */
    NOT_SENT,
    /** It is lost on the way there. */
    REQUEST_LOST,
    /** It takes effect, and the answer is lost. */
    ANSWER_LOST,
    /** It takes effect, and the adapter breaks its contract and throws. */
    ADAPTER_FAILS,
    /** It is declined. */
    DECLINED
  }

  private final Map<PaymentId, Entry> charges = new LinkedHashMap<>();
  private final Map<RefundId, Entry> refunds = new LinkedHashMap<>();
  private final Deque<Fate> script = new ArrayDeque<>();
  private final ProcessorCapabilities capabilities;
  private int blindLookUps;
  private int requests;
  private int lookUps;

  private record Entry(OrderId orderId, Money amount, ProcessorAnswer.Settled answer) {}

  /** Replays for a day, and look-ups see everything after five seconds. */
  public ScriptedProcessor() {
    this(new ProcessorCapabilities(Duration.ofDays(1), Duration.ofSeconds(5)));
  }

  /** A processor that promises this. */
  public ScriptedProcessor(ProcessorCapabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** Adds to the script: what happens to the next requests, each once; then all are answered. */
  public synchronized ScriptedProcessor next(Fate... fates) {
    script.addAll(List.of(fates));
    return this;
  }

  /** Has the next look-ups miss what is there, as a lagging index does. */
  public synchronized void blind(int nextLookUps) {
    blindLookUps = nextLookUps;
  }

  @Override
  public synchronized ProcessorAnswer charge(ChargeRequest request) {
    return answer(charges, request.paymentId(), request.orderId(), request.amount(), "pi_");
  }

  @Override
  public synchronized ProcessorAnswer refund(RefundRequest request) {
    return answer(refunds, request.refundId(), request.orderId(), request.amount(), "re_");
  }

  private <N> ProcessorAnswer answer(
      Map<N, Entry> ledger, N name, OrderId orderId, Money amount, String prefix) {
    requests++;
    Fate fate = script.isEmpty() ? Fate.ANSWERED : script.remove();
    return switch (fate) {
      case NOT_SENT -> new ProcessorAnswer.NotSent("connection refused");
      case REQUEST_LOST -> new ProcessorAnswer.Unknown("connection reset");
      case ANSWERED -> entry(ledger, name, orderId, amount, approved(prefix + name)).answer();
      case DECLINED -> entry(ledger, name, orderId, amount, declined()).answer();
      case ANSWER_LOST -> {
        entry(ledger, name, orderId, amount, approved(prefix + name));
        yield new ProcessorAnswer.Unknown("connection reset");
      }
      case ADAPTER_FAILS -> {
        entry(ledger, name, orderId, amount, approved(prefix + name));
        throw new IllegalStateException("the adapter failed");
      }
    };
  }

  private static <N> Entry entry(
      Map<N, Entry> ledger, N name, OrderId orderId, Money amount, ProcessorAnswer.Settled answer) {
    return ledger.computeIfAbsent(name, first -> new Entry(orderId, amount, answer));
  }

  private static ProcessorAnswer.Settled approved(String reference) {
    return new ProcessorAnswer.Approved(new ProcessorReference(reference));
  }

  private static ProcessorAnswer.Settled declined() {
    return new ProcessorAnswer.Declined(new DeclineReason("card_declined", "declined"));
  }

  @Override
  public synchronized LookUp lookUpCharge(PaymentId paymentId) {
    return lookUp(charges.get(paymentId));
  }

  @Override
  public synchronized LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return lookUp(refunds.get(refundId));
  }

  private LookUp lookUp(@Nullable Entry entry) {
    lookUps++;
    if (blindLookUps > 0) {
      blindLookUps--;
      return new LookUp.Absent();
    }
    return entry == null ? new LookUp.Absent() : new LookUp.Found(entry.answer());
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  /** Charges something behind our back, as a late answer to a declined request would. */
  public synchronized ProcessorReference chargeAnyway(
      PaymentId paymentId, OrderId orderId, Money amount) {
    ProcessorReference reference = new ProcessorReference("pi_late_" + paymentId);
    charges.put(paymentId, new Entry(orderId, amount, new ProcessorAnswer.Approved(reference)));
    return reference;
  }

  /** How many charges of an order took money. */
  public synchronized long chargesOf(OrderId orderId) {
    return taking(charges, orderId).count();
  }

  /** How many refunds of an order gave money. */
  public synchronized long refundsOf(OrderId orderId) {
    return taking(refunds, orderId).count();
  }

  /** What an order's customer has paid in the end, in minor units: charges less refunds. */
  public synchronized long balanceOf(OrderId orderId) {
    return taking(charges, orderId).mapToLong(entry -> entry.amount().amountMinor()).sum()
        - taking(refunds, orderId).mapToLong(entry -> entry.amount().amountMinor()).sum();
  }

  private static <N> Stream<Entry> taking(Map<N, Entry> ledger, OrderId orderId) {
    return ledger.values().stream()
        .filter(entry -> entry.orderId().equals(orderId))
        .filter(entry -> entry.answer() instanceof ProcessorAnswer.Approved);
  }

  /** How many requests arrived or were lost, repeated ones included. */
  public synchronized int requests() {
    return requests;
  }

  /** How many look-ups were made. */
  public synchronized int lookUps() {
    return lookUps;
  }
}
