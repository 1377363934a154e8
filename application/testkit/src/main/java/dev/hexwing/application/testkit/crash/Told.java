package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All that customers were told, by key; some of it is false the moment it is said. */
final class Told {

  private final ProcessorFixture processor;
  private final Steps steps;
  private final Map<String, List<Receipt>> receipts = new LinkedHashMap<>();
  private final Map<String, String> last = new LinkedHashMap<>();

  Told(ProcessorFixture processor, Steps steps) {
    this.processor = processor;
    this.steps = steps;
  }

  /** Listens to one answer to a request under a key. */
  <R extends Receipt> void of(String key, Supplier<Either<DomainError, Answered<R>>> request) {
    try {
      Either<DomainError, Answered<R>> answer = request.get();
      if (answer.isRight()) {
        hear(key, answer.get().receipt());
      } else {
        refuse(key, answer.getLeft().code());
      }
    } catch (StoreUnavailable away) {
      say(key, "the store is away");
    } catch (WriteConflict lost) {
      say(key, "too busy");
    }
  }

  private void hear(String key, Receipt receipt) {
    String status =
        switch (receipt) {
          case Receipt.OfPayment payment -> payment.status().name();
          case Receipt.OfRefund refund -> refund.status().name();
          case Receipt.OfOrder order -> order.order().status().name();
        };
    say(key, status);
    receipts.computeIfAbsent(key, first -> new ArrayList<>()).add(receipt);
    if (receipt instanceof Receipt.OfPayment payment
        && status.equals("CONFIRMED")
        && charges(payment.paymentId().toString()) == 0) {
      throw new AssertionError(key + " was told \"paid\", and nothing was charged");
    }
  }

  private void refuse(String key, String code) {
    say(key, code);
    if (code.equals("order.already-paid") && processor.movements().isEmpty()) {
      throw new AssertionError(key + " was told \"already paid\", and nothing was charged");
    }
  }

  private long charges(String name) {
    return processor.movements().stream().filter(moved -> moved.name().equals(name)).count();
  }

  private void say(String key, String what) {
    last.put(key, what);
    steps.note("=> " + key + " is told " + what);
  }

  /** Hands a notice over; true if the shop took it. */
  boolean ofNotice(Supplier<Either<DomainError, ?>> notice) {
    try {
      Either<DomainError, ?> taken = notice.get();
      if (taken.isLeft()) {
        throw new AssertionError("a notice was refused: " + taken.getLeft().message());
      }
      return true;
    } catch (StoreUnavailable | WriteConflict away) {
      return false;
    }
  }

  /** The receipts that were told under each key. */
  Map<String, List<Receipt>> receipts() {
    return receipts;
  }

  /** What each key was told last: a status, or the code of a refusal. */
  Map<String, String> last() {
    return last;
  }
}
