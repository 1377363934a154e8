package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.Unsettled;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.RefundId;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Unsettled payments over HTTP, for those who run the shop. */
final class AttentionResource {

  private final UseCases useCases;

  AttentionResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.operations("/v1/operations/attention", this::show),
        Route.post("/v1/operations/attention/{paymentId}/ask-again", this::askAgain));
  }

  private Reply show(Call call) {
    PageQuery<UUID> query = PageQuery.of(call, AttentionResource::name);
    List<Unsettled> found = query.fetch(useCases.showAttention()::show, Unsettled::name);
    return Reply.json(
        200,
        Page.of(
            found,
            query.limit(),
            unsettled -> PageQuery.encode(unsettled.name()),
            UnsettledBody::of));
  }

  private static Option<UUID> name(String text) {
    return Try.of(() -> UUID.fromString(text)).toOption();
  }

  private Reply askAgain(Call call) {
    PaymentId paymentId = PaymentResource.paymentId(call);
    return call.tell(
        useCases.askAgain().askAgain(paymentId),
        payment -> Reply.json(200, PaymentDetails.of(payment)));
  }

  /** An unsettled charge or refund; times in whole milliseconds. */
  record UnsettledBody(
      String paymentId,
      @Nullable String refundId,
      String state,
      int attempts,
      long ageMs,
      long sinceAskedMs,
      @Nullable Long nextTryInMs,
      @Nullable String lastAnswer,
      String correlationId) {

    static UnsettledBody of(Unsettled unsettled) {
      return new UnsettledBody(
          unsettled.intent().paymentId().toString(),
          refund(unsettled.intent()),
          state(unsettled.state()),
          unsettled.attempts(),
          unsettled.age().toMillis(),
          unsettled.sinceAsked().toMillis(),
          unsettled.nextTry().map(Duration::toMillis).getOrNull(),
          unsettled.lastAnswer().getOrNull(),
          unsettled.request().correlationId().value());
    }

    private static @Nullable String refund(Intent intent) {
      return switch (intent) {
        case Intent.Charge charge -> null;
        case Intent.GiveBack back -> text(back.refundId());
      };
    }

    private static String text(RefundId refundId) {
      return refundId.toString();
    }

    private static String state(KeyState state) {
      return switch (state) {
        case RUNNING -> "owner-died";
        case OPEN -> "unknown";
        case NEEDS_ATTENTION -> "needs-attention";
        case FINISHED, EXPIRED -> "settled";
      };
    }
  }
}
