package dev.hexwing.rest.in;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no other answer (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable name
 * @param detail one sentence for a person
 * @param errors fields at fault
 * @param payment the payment that it is about, if it is about one
 * @param declineCode the processor's word, if it declined
 * @param outcome {@code final} or {@code unknown}, where money was asked for
 * @param retry what a client may do, if anything
 * @param headers beside the usual ones
 */
record Problem(
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    @Nullable PaymentId payment,
    @Nullable String declineCode,
    @Nullable Outcome outcome,
    @Nullable Retry retry,
    List<Header> headers) {

  private static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), null, null, null, null, List.of());
  }

  Problem withErrors(List<FieldError> fields) {
    return new Problem(
        status, code, detail, List.copyOf(fields), payment, declineCode, outcome, retry, headers);
  }

  Problem withError(String field, String message) {
    return withErrors(List.of(new FieldError(field, message)));
  }

  /** Names the payment it is about, in the body and as a link. */
  Problem about(PaymentId paymentId) {
    return new Problem(
            status, code, detail, errors, paymentId, declineCode, outcome, retry, headers)
        .with(HeaderValues.create(HeaderNames.LINK, link(paymentId)));
  }

  Problem declined(String processorCode) {
    return new Problem(
        status,
        code,
        detail,
        errors,
        payment,
        processorCode,
        Outcome.FINAL,
        Retry.NEW_KEY,
        headers);
  }

  Problem withRetry(Retry advice) {
    return new Problem(
        status, code, detail, errors, payment, declineCode, outcome, advice, headers);
  }

  /** Says how an intent stands, and what a client may do about it. */
  Problem told(Outcome known, Retry advice) {
    return new Problem(status, code, detail, errors, payment, declineCode, known, advice, headers);
  }

  /**
   * Where money is asked for, what went wrong here says nothing about an earlier request with the
   * same key, so the intent's outcome is unknown unless the problem itself knows better.
   */
  Problem whereMoneyIsAsked() {
    boolean mayHaveMoved = status == 409 || status >= 500;
    return outcome == null && mayHaveMoved ? told(Outcome.UNKNOWN, Retry.SAME_KEY) : this;
  }

  /** The same request may be sent again, with its key if it had one, after a while. */
  Problem retryAfter(Duration wait) {
    return withRetry(Retry.SAME_KEY).with(RetryAfter.header(wait));
  }

  Problem with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Problem(
        status, code, detail, errors, payment, declineCode, outcome, retry, List.copyOf(more));
  }

  Reply reply(CorrelationId correlationId) {
    Reply reply = Reply.of(status, MEDIA_TYPE, Json.write(ProblemBody.of(this, correlationId)));
    for (Header header : headers) {
      reply = reply.with(header);
    }
    return reply;
  }

  private static String link(PaymentId paymentId) {
    return "<" + Paths.payment(paymentId) + ">; rel=\"related\"";
  }
}
