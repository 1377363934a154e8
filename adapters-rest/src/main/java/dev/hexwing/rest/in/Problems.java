package dev.hexwing.rest.in;

import dev.hexwing.application.delivery.DispatchRefusal;
import dev.hexwing.application.events.DeadLetterRefusal;
import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.application.journey.RebuildRefusal;
import dev.hexwing.application.ordering.OrderingRefusal;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.delivery.DeliveryRefusal;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.payments.PaymentRefusal;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.InvalidValue;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import java.time.Duration;

/** The one place where refusals and failures become problems. */
final class Problems {

  private Problems() {}

  /** The problem that tells of a refusal. */
  static Problem of(DomainError error) {
    if (error instanceof OrderRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof OrderingRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof PaymentRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof PayRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof IdempotencyRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof DroneRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof DeliveryRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof DispatchRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof DeadLetterRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof RebuildRefusal refusal) {
      return of(refusal);
    }
    if (error instanceof InvalidValue refusal) {
      return byKind(refusal).withError(refusal.name(), refusal.reason());
    }
    // The interface is open to users' own families; their kind says enough.
    return byKind(error);
  }

  private static Problem of(OrderRefusal refusal) {
    return switch (refusal) {
      case OrderRefusal.LineCountOutOfRange r -> byKind(r);
      case OrderRefusal.DuplicateSku r -> byKind(r);
      case OrderRefusal.MixedCurrencies r -> byKind(r);
      case OrderRefusal.TotalTooLarge r -> byKind(r);
      case OrderRefusal.AmountDiffers r -> byKind(r);
      case OrderRefusal.AlreadyPaid r -> byKind(r).about(r.paymentId());
      case OrderRefusal.WrongStatus r -> byKind(r);
    };
  }

  private static Problem of(OrderingRefusal refusal) {
    return switch (refusal) {
      case OrderingRefusal.UnknownOrder r -> byKind(r);
      case OrderingRefusal.UnknownProduct r -> byKind(r);
    };
  }

  private static Problem of(PaymentRefusal refusal) {
    return switch (refusal) {
      case PaymentRefusal.AmountNotPositive r -> byKind(r);
      case PaymentRefusal.WrongStatus r -> byKind(r);
      case PaymentRefusal.AlreadyConfirmed r -> byKind(r);
      case PaymentRefusal.AlreadyDeclined r -> byKind(r);
      case PaymentRefusal.NothingCharged r -> byKind(r);
      case PaymentRefusal.RefundExceedsCharge r -> byKind(r);
      case PaymentRefusal.RefundCurrencyDiffers r -> byKind(r);
      case PaymentRefusal.RefundExists r -> byKind(r);
      case PaymentRefusal.UnknownRefund r -> byKind(r);
      case PaymentRefusal.WrongRefundStatus r -> byKind(r);
    };
  }

  private static Problem of(PayRefusal refusal) {
    return switch (refusal) {
      case PayRefusal.UnknownOrder r -> byKind(r);
      case PayRefusal.UnknownPayment r -> byKind(r);
      case PayRefusal.AmountDiffers r -> byKind(r);
      case PayRefusal.OrderCancelled r -> byKind(r).told(Outcome.FINAL, Retry.NONE);
      case PayRefusal.OrderAlreadyPaid r ->
          byKind(r).about(r.paymentId()).told(Outcome.FINAL, Retry.NONE);
      // The other payment may take the money: who asks again is told how that ended.
      case PayRefusal.PaymentAlreadyOpen r ->
          byKind(r).about(r.paymentId()).told(Outcome.UNKNOWN, Retry.SAME_KEY);
      case PayRefusal.ProcessorAway r ->
          byKind(r).retryAfter(r.retryAfter()).told(Outcome.FINAL, Retry.SAME_KEY);
    };
  }

  private static Problem of(IdempotencyRefusal refusal) {
    return switch (refusal) {
      case IdempotencyRefusal.KeyMissing r -> byKind(r);
      case IdempotencyRefusal.KeyReused r -> byKind(r).told(Outcome.FINAL, Retry.NEW_KEY);
      case IdempotencyRefusal.KeyExpired r -> {
        Problem problem = byKind(r).told(Outcome.FINAL, Retry.NONE);
        yield r.payment().map(problem::about).getOrElse(problem);
      }
      case IdempotencyRefusal.InProgress r ->
          byKind(r).retryAfter(r.retryAfter()).told(Outcome.UNKNOWN, Retry.SAME_KEY);
    };
  }

  private static Problem of(DroneRefusal refusal) {
    return switch (refusal) {
      case DroneRefusal.Grounded r -> byKind(r);
      case DroneRefusal.AlreadyDispatched r -> byKind(r);
      case DroneRefusal.BatteryUnknown r -> byKind(r);
      case DroneRefusal.BatteryTooLow r -> byKind(r);
      case DroneRefusal.MaintenanceDue r -> byKind(r);
      case DroneRefusal.ParcelTooHeavy r -> byKind(r);
      case DroneRefusal.WrongStatus r -> byKind(r);
    };
  }

  private static Problem of(DeliveryRefusal refusal) {
    return switch (refusal) {
      case DeliveryRefusal.WrongStatus r -> byKind(r);
    };
  }

  private static Problem of(DispatchRefusal refusal) {
    return switch (refusal) {
      case DispatchRefusal.UnknownDrone r -> byKind(r);
      case DispatchRefusal.DroneExists r -> byKind(r);
      case DispatchRefusal.UnknownDelivery r -> byKind(r);
    };
  }

  private static Problem of(RebuildRefusal refusal) {
    return switch (refusal) {
      case RebuildRefusal.UnderWay r -> byKind(r);
      case RebuildRefusal.BeginningForgotten r -> byKind(r);
    };
  }

  private static Problem of(DeadLetterRefusal refusal) {
    return switch (refusal) {
      case DeadLetterRefusal.UnknownDeadLetter r -> byKind(r);
      case DeadLetterRefusal.HoldsAnEvent r -> byKind(r);
      case DeadLetterRefusal.StillRefused r -> byKind(r);
    };
  }

  private static Problem byKind(DomainError error) {
    int status =
        switch (error.kind()) {
          case INVALID -> 400;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case REFUSED -> 422;
          case UNAVAILABLE -> 503;
        };
    Problem problem = Problem.of(status, error.code(), error.message());
    return error.field().map(field -> problem.withError(field, error.message())).getOrElse(problem);
  }

  /** The problem that tells of a failure, and nothing of its inside. */
  static Problem of(RuntimeException failure, Duration retryAfter) {
    return switch (failure) {
      case RequestRefused refused -> refused.problem();
      case StoreUnavailable away ->
          Problem.of(503, ProblemCodes.STORE_UNAVAILABLE, "the shop's store is away for the moment")
              .retryAfter(retryAfter);
      case WriteConflict conflict ->
          Problem.of(
                  409,
                  ProblemCodes.CONCURRENT_CHANGE,
                  "somebody else changed the same thing at the same time; ask again")
              .retryAfter(retryAfter);
      case HttpException http -> ofStatus(http.status().code(), retryAfter);
      case RequestException http -> ofStatus(http.status().code(), retryAfter);
      default -> ofStatus(500, retryAfter);
    };
  }

  /** The problem that tells what the server found wrong before, or while, a request was read. */
  static Problem ofStatus(int status, Duration retryAfter) {
    return switch (status) {
      case 404 -> Problem.of(404, ProblemCodes.NOT_FOUND, "there is nothing at this path");
      case 413 -> Problem.of(413, ProblemCodes.TOO_LARGE, "the body is too large");
      case 414 -> Problem.of(414, ProblemCodes.URI_TOO_LONG, "the path is too long");
      case 431 -> Problem.of(431, ProblemCodes.HEADERS_TOO_LARGE, "the headers are too large");
      case 503 ->
          Problem.of(503, ProblemCodes.SERVER_BUSY, "too many requests at a time")
              .retryAfter(retryAfter);
      default ->
          status >= 500
              ? Problem.of(500, ProblemCodes.INTERNAL, "something went wrong in the shop")
                  .withRetry(Retry.SAME_KEY)
              : Problem.of(400, ProblemCodes.MALFORMED, "this is not an HTTP request we can read");
    };
  }
}
