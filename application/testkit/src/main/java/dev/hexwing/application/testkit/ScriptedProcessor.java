package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A processor in memory with books of its own, which does to the next requests what the script
 * says.
 *
 * <p>What it makes of a request that comes again, and whether it can be asked what became of one,
 * depends on its {@link ProcessorFamily}; unless told otherwise it gives its first answer again and
 * moves no money twice. The same name with another amount is refused as a mismatch.
 *
 * <pre>{@code
 * ScriptedProcessor processor = new ScriptedProcessor().next(Fate.ANSWER_LOST);
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class ScriptedProcessor implements PaymentProcessor, ProcessorFixture {

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
    DECLINED,
    /** It meets a 5xx in front of the processor, which knows nothing of it. */
    ERROR_BEFORE,
    /** It ends in a 5xx without effect, which the processor may give again. */
    ERROR_DURING,
    /** It ends in a 5xx after it took effect, which the processor may give again. */
    ERROR_AFTER,
    /** It times out, and takes effect after half of the settling time. */
    LATE
  }

  private final Deque<Fate> script = new ArrayDeque<>();
  private final ProcessorFamily family;
  private final ProcessorCapabilities capabilities;
  private final ScriptedBooks charges;
  private final ScriptedBooks refunds;
  private Duration lag = Duration.ZERO;
  private int blindLookUps;
  private int requests;
  private int lookUps;

  /** Replays for a day, and look-ups see everything after five seconds. */
  public ScriptedProcessor() {
    this(ProcessorFamily.REPLAYS_EVERYTHING.capabilities());
  }

  /** A processor that promises this, and replays in any case; its time stands still. */
  public ScriptedProcessor(ProcessorCapabilities capabilities) {
    this(ProcessorFamily.REPLAYS_EVERYTHING, capabilities, MutableClock.standing());
  }

  /** A processor of a family; names run out, and late requests arrive, by this clock. */
  public ScriptedProcessor(ProcessorFamily family, InstantSource clock) {
    this(family, family.capabilities(), clock);
  }

  private ScriptedProcessor(
      ProcessorFamily family, ProcessorCapabilities capabilities, InstantSource clock) {
    this.family = family;
    this.capabilities = capabilities;
    this.charges = new ScriptedBooks(Direction.CHARGE, family, capabilities, clock);
    this.refunds = new ScriptedBooks(Direction.REFUND, family, capabilities, clock);
  }

  /** Adds to the script: what happens to the next requests, each once; then all are answered. */
  public synchronized ScriptedProcessor next(Fate... fates) {
    script.addAll(List.of(fates));
    return this;
  }

  @Override
  public synchronized void nextRequest(Fate fate) {
    script.add(fate);
  }

  /** Has the next look-ups miss what is there, as a lagging index does. */
  public synchronized void blind(int nextLookUps) {
    blindLookUps = nextLookUps;
  }

  /** Has look-ups miss what is younger than this, as a lagging index does. */
  public synchronized ScriptedProcessor lagging(Duration behind) {
    lag = behind;
    return this;
  }

  @Override
  public synchronized ProcessorAnswer charge(ChargeRequest request) {
    requests++;
    return charges.ask(
        nextFate(),
        new ScriptedBooks.Asked(
            request.paymentId().toString(),
            request.paymentId(),
            request.orderId(),
            request.amount()));
  }

  @Override
  public synchronized ProcessorAnswer refund(RefundRequest request) {
    requests++;
    return refunds.ask(
        nextFate(),
        new ScriptedBooks.Asked(
            request.refundId().toString(),
            request.paymentId(),
            request.orderId(),
            request.amount()));
  }

  private Fate nextFate() {
    return script.isEmpty() ? Fate.ANSWERED : script.remove();
  }

  @Override
  public synchronized LookUp lookUpCharge(PaymentId paymentId) {
    return lookUp(charges, paymentId.toString());
  }

  @Override
  public synchronized LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return lookUp(refunds, refundId.toString());
  }

  private LookUp lookUp(ScriptedBooks books, String name) {
    lookUps++;
    if (!capabilities.looksUp()) {
      return new LookUp.Unanswered("there is no look-up");
    }
    if (blindLookUps > 0) {
      blindLookUps--;
      return new LookUp.Absent();
    }
    return books.find(name, lag);
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public PaymentProcessor processor() {
    return this;
  }

  @Override
  public Set<Fate> fates() {
    return EnumSet.complementOf(EnumSet.of(Fate.ANSWERED));
  }

  @Override
  public boolean canBeSettledAfter(Fate fate) {
    return switch (family) {
      case REPLAYS_EVERYTHING -> fate != Fate.ERROR_DURING;
      case NO_LOOK_UP -> fate != Fate.ERROR_DURING && fate != Fate.ERROR_AFTER;
      case STORES_SUCCESSES, NO_KEYS -> true;
    };
  }

  @Override
  public synchronized List<ProcessorNotice> takeNotices() {
    List<ProcessorNotice> notices = charges.takeNotices(new CorrelationId("notice"));
    notices.addAll(refunds.takeNotices(new CorrelationId("notice")));
    return notices;
  }

  @Override
  public synchronized List<Movement> movements() {
    return ScriptedBooks.movements(charges, refunds);
  }

  /** Charges something behind our back, as a late answer to a declined request would. */
  public synchronized ProcessorReference chargeAnyway(
      PaymentId paymentId, OrderId orderId, Money amount) {
    return charges.enter(
        new ScriptedBooks.Asked(paymentId.toString(), paymentId, orderId, amount),
        "pi_late_" + paymentId);
  }

  /** How many charges of an order took money. */
  public synchronized long chargesOf(OrderId orderId) {
    return movementsOf(orderId, Direction.CHARGE);
  }

  /** How many refunds of an order gave money. */
  public synchronized long refundsOf(OrderId orderId) {
    return movementsOf(orderId, Direction.REFUND);
  }

  private long movementsOf(OrderId orderId, Direction direction) {
    return movements().stream()
        .filter(movement -> movement.orderId().equals(orderId))
        .filter(movement -> movement.direction() == direction)
        .count();
  }

  /** What an order's customer has paid in the end, in minor units: charges less refunds. */
  public synchronized long balanceOf(OrderId orderId) {
    return movements().stream()
        .filter(movement -> movement.orderId().equals(orderId))
        .mapToLong(
            movement ->
                movement.direction() == Direction.CHARGE
                    ? movement.amount().amountMinor()
                    : -movement.amount().amountMinor())
        .sum();
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
