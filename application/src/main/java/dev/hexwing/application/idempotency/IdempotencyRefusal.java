package dev.hexwing.application.idempotency;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Option;
import java.time.Duration;

/** What a request is told when its key stands in the way. */
public sealed interface IdempotencyRefusal extends DomainError {

  /** A request that moves money came without a key. */
  record KeyMissing() implements IdempotencyRefusal {
    @Override
    public String code() {
      return "idempotency.key-missing";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a request that moves money needs an Idempotency-Key";
    }

    @Override
    public Option<String> field() {
      return Option.of("Idempotency-Key");
    }
  }

  /** The key was used for another request; nothing was run. */
  record KeyReused() implements IdempotencyRefusal {
    @Override
    public String code() {
      return "idempotency.key-reused";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the key was used for another request; each intent needs a key of its own";
    }

    @Override
    public Option<String> field() {
      return Option.of("Idempotency-Key");
    }
  }

  /**
   * The intent ended so long ago that what was answered is deleted; nothing was run.
   *
   * @param payment the payment that it was about, if it was about one: it tells how that ended
   */
  record KeyExpired(Option<PaymentId> payment) implements IdempotencyRefusal {
    @Override
    public String code() {
      return "idempotency.key-expired";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the key was used for this request long ago and its answer is deleted; nothing was"
          + " run again";
    }

    @Override
    public Option<String> field() {
      return Option.of("Idempotency-Key");
    }
  }

  /**
   * The same request is still being carried out.
   *
   * @param retryAfter when to ask again
   */
  record InProgress(Duration retryAfter) implements IdempotencyRefusal {
    @Override
    public String code() {
      return "idempotency.in-progress";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the request is being carried out; ask again with the same key";
    }
  }
}
