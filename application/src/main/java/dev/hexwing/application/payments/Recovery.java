package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.payments.AmountsDue.CalledOff;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what was left unknown: by looking first, always, and by asking again only when that is
 * asking the same.
 */
public final class Recovery {

  private static final Logger log = LoggerFactory.getLogger(Recovery.class);
  private static final int AT_ONCE = 16;

  private final UnitOfWork unitOfWork;
  private final Ask ask;
  private final Outcomes outcomes;
  private final AmountsDue amountsDue;
  private final PaymentTimes times;

  Recovery(
      UnitOfWork unitOfWork,
      Ask ask,
      Outcomes outcomes,
      AmountsDue amountsDue,
      PaymentTimes times) {
    this.unitOfWork = unitOfWork;
    this.ask = ask;
    this.outcomes = outcomes;
    this.amountsDue = amountsDue;
    this.times = times;
  }

  /**
   * Takes over what is due and looks into it, up to 16 intents side by side.
   *
   * @return how many it looked into
   */
  public int runOnce() {
    List<KeyRecord> due = takeOverDue(AT_ONCE);
    if (due.isEmpty()) {
      return 0;
    }
    try (ExecutorService side =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("recovery-", 0).factory())) {
      due.forEach(record -> side.execute(() -> recoverLogged(record)));
    }
    return due.size();
  }

  /**
   * Takes over what has been due longest, if anything is, and looks into it in the caller's thread.
   *
   * @return whether there was anything
   */
  public boolean runNext() {
    List<KeyRecord> due = takeOverDue(1);
    due.forEach(this::recoverLogged);
    return !due.isEmpty();
  }

  private List<KeyRecord> takeOverDue(int limit) {
    return unitOfWork.execute(stores -> stores.keys().takeOverDue(limit, times.lease()));
  }

  private void recoverLogged(KeyRecord record) {
    try (LogContext context = LogContext.of(record.request().correlationId())) {
      recover(record);
    } catch (RuntimeException e) {
      log.warn("looking into {} failed; its lease will run out", record.intent(), e);
    }
  }

  /** Looks into one intent that the caller has taken over. */
  Receipt recover(KeyRecord record) {
    Intent intent = record.intent().get();
    Payment payment = unitOfWork.read(stores -> stores.payments().find(intent.paymentId())).get();
    if (!ask.capabilities().looksUp()) {
      return unseen(record, intent, payment);
    }
    return switch (ask.lookUp(intent, payment)) {
      case LookUp.Found found -> outcomes.record(record, payment, found.answer());
      case LookUp.Pending pending ->
          outcomes.record(record, payment, new ProcessorAnswer.Unknown("still being decided"));
      case LookUp.Unanswered unanswered ->
          outcomes.record(record, payment, new ProcessorAnswer.Unknown(unanswered.why()));
      case LookUp.Absent absent -> absent(record, intent, payment);
    };
  }

  private Receipt absent(KeyRecord record, Intent intent, Payment payment) {
    ProcessorCapabilities promised = ask.capabilities();
    boolean certain = record.sinceAsked().compareTo(promised.settlingTime()) > 0;
    boolean repeatable = isReplayed(record);
    if (!isWanted(intent, payment)) {
      return outcomes.record(record, payment, certain ? notWanted() : absentSoFar());
    }
    if (!certain && !repeatable) {
      return outcomes.record(record, payment, absentSoFar());
    }
    return askAgain(record, intent, payment);
  }

  /** Where nothing can be looked up, asking again is the only look there is, if it is harmless. */
  private Receipt unseen(KeyRecord record, Intent intent, Payment payment) {
    boolean repeatable = isReplayed(record);
    return repeatable && isWanted(intent, payment)
        ? askAgain(record, intent, payment)
        : outcomes.record(record, payment, new ProcessorAnswer.Unknown("it cannot be looked up"));
  }

  /** The processor counts from the first request under a name, not from the last. */
  private boolean isReplayed(KeyRecord record) {
    return record.sinceClaimed().compareTo(ask.capabilities().replaysFor()) < 0;
  }

  private Receipt askAgain(KeyRecord record, Intent intent, Payment payment) {
    KeyRecord asking = unitOfWork.execute(stores -> stores.keys().askAgain(record, times.lease()));
    return outcomes.record(
        asking, payment, ask.carryOut(intent, payment, record.request().correlationId()));
  }

  private static ProcessorAnswer notWanted() {
    return new ProcessorAnswer.Declined(
        new DeclineReason("order-cancelled", "the order was cancelled"));
  }

  private static ProcessorAnswer absentSoFar() {
    return new ProcessorAnswer.Unknown("absent, but that proves nothing yet");
  }

  private boolean isWanted(Intent intent, Payment payment) {
    return switch (intent) {
      case Intent.Charge charge -> !(amountsDue.of(payment.orderId()) instanceof CalledOff);
      case Intent.GiveBack back -> true;
    };
  }

  /** Looks into one intent now, whatever it waits for; nothing if somebody has it in hand. */
  Option<Receipt> lookNow(KeyedRequest request) {
    return unitOfWork
        .execute(
            stores -> {
              IdempotencyKeys keys = stores.keys();
              keys.find(request.scope(), request.key()).forEach(keys::hurry);
              return keys.takeOver(request.scope(), request.key(), times.lease());
            })
        .map(this::recover);
  }

  /** Takes over one intent whose lease has run out, and looks into it. */
  Option<Receipt> takeOver(KeyRecord expired) {
    return unitOfWork
        .execute(
            stores ->
                stores
                    .keys()
                    .takeOver(expired.request().scope(), expired.request().key(), times.lease()))
        .map(this::recover);
  }
}
