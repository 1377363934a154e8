package dev.hexwing.rest.out;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.Money;
import io.micrometer.core.instrument.MeterRegistry;
import io.vavr.control.Option;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stripe, or anything that speaks its protocol, as the company that moves money.
 *
 * <p>A charge is a payment intent that is created and confirmed in one call, under the payment's id
 * as its idempotency key. Each request reaches the wire at most once, is over within the call
 * time-out, and is answered by what is certain: from the moment its body may have left, only a
 * clear answer settles it. A charge whose bank wants the customer to prove who they are cannot be
 * finished here, as the customer is not asked: its intent is canceled, and the charge is then
 * declined as {@code authentication_required}; if it cannot be canceled the outcome is unknown. An
 * amount that Stripe cannot take is declined as {@code processor.amount-not-supported} without a
 * call. Look-ups never change anything; the JDK's client may send one again over a fresh
 * connection.
 *
 * <p>Counts {@code hexwing.charges}, {@code hexwing.refunds} and {@code hexwing.lookups} by
 * outcome, times {@code hexwing.processor.time} by operation, and shows {@code
 * hexwing.processor.circuit} by lane.
 *
 * <p>Safe for use by any number of threads.
 */
@SecondaryAdapter
public final class StripeProcessor implements PaymentProcessor, AutoCloseable {

  private static final Duration REACHABLE_WITHIN = Duration.ofMillis(1_900);
  private static final Declined AMOUNT_NOT_SUPPORTED =
      new Declined(
          new DeclineReason(
              "processor.amount-not-supported",
              "the payment processor cannot take this amount in this currency"));
  private static final Declined AUTHENTICATION_REQUIRED =
      new Declined(
          new DeclineReason(
              "authentication_required",
              "the bank wants the customer to confirm the payment, which is not possible here"));

  private final ProcessorSettings settings;
  private final StripeHttp http;
  private final Lane payments;
  private final LookUps lookUps;
  private final Figures figures;

  /** A processor that is ready for use; nothing is sent before it is asked. */
  public StripeProcessor(ProcessorSettings settings, MeterRegistry registry) {
    this(settings, registry, Clock.systemUTC(), LoggerFactory.getLogger(StripeProcessor.class));
  }

  /** The clock tells the circuits when to be tried again. */
  StripeProcessor(ProcessorSettings settings, MeterRegistry registry, Clock clock, Logger log) {
    this.settings = settings;
    http = new StripeHttp(settings, log);
    payments = new Lane("payments", settings.maxConcurrent(), settings.circuit(), clock);
    Lane asking = new Lane("look-ups", settings.maxConcurrentLookUps(), settings.circuit(), clock);
    lookUps = new LookUps(http, asking);
    figures = new Figures(registry, payments, asking);
  }

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return figures.charge(() -> taken(request.amount(), amount -> charge(request, amount)));
  }

  private ProcessorAnswer charge(ChargeRequest request, StripeAmount amount) {
    Form form =
        new Form()
            .with("amount", amount.units())
            .with("currency", amount.currency())
            .with("payment_method", request.method().value())
            .with("confirm", "true")
            .with("automatic_payment_methods[enabled]", "true")
            .with("automatic_payment_methods[allow_redirects]", "never")
            .with("metadata[payment_id]", request.paymentId().toString())
            .with("metadata[order_id]", request.orderId().toString())
            .with("metadata[correlation_id]", request.correlationId().value());
    Deadline deadline = deadline();
    String key = request.paymentId().toString();
    Heard heard = payments.call(() -> http.post("/v1/payment_intents", form, key, deadline));
    if (heard instanceof Heard.Reply reply
        && StripeObjects.created(reply.body()) instanceof Standing.Open(String status)
        && status.equals(StripeObjects.REQUIRES_ACTION)) {
      return withdrawn(StripeObjects.id(reply.body()), key, deadline);
    }
    return Answers.read(heard, StripeObjects::created);
  }

  private ProcessorAnswer withdrawn(String intent, String key, Deadline deadline) {
    String path = "/v1/payment_intents/" + intent + "/cancel";
    Heard heard =
        payments.call(
            () ->
                http.post(
                    path,
                    new Form().with("cancellation_reason", "abandoned"),
                    key + "-cancel",
                    deadline));
    return heard instanceof Heard.Reply reply && StripeObjects.isCanceled(reply.body())
        ? AUTHENTICATION_REQUIRED
        : new ProcessorAnswer.Unknown("it is " + StripeObjects.REQUIRES_ACTION);
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return figures.refund(() -> taken(request.amount(), amount -> refund(request, amount)));
  }

  private ProcessorAnswer refund(RefundRequest request, StripeAmount amount) {
    Form form =
        new Form()
            .with("payment_intent", request.charge().value())
            .with("amount", amount.units())
            .with("metadata[refund_id]", request.refundId().toString())
            .with("metadata[payment_id]", request.paymentId().toString())
            .with("metadata[order_id]", request.orderId().toString());
    Deadline deadline = deadline();
    String key = request.refundId().toString();
    return Answers.read(
        payments.call(() -> http.post("/v1/refunds", form, key, deadline)), StripeObjects::refund);
  }

  private static ProcessorAnswer taken(Money money, Function<StripeAmount, ProcessorAnswer> call) {
    Option<StripeAmount> amount = StripeAmount.of(money);
    return amount.isDefined() ? call.apply(amount.get()) : AMOUNT_NOT_SUPPORTED;
  }

  @Override
  public LookUp lookUpCharge(PaymentId paymentId) {
    return figures.lookUp(() -> lookUps.charge(paymentId, deadline()));
  }

  @Override
  public LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return figures.lookUp(() -> lookUps.refund(refundId, charge, deadline()));
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return new ProcessorCapabilities(settings.replaysFor(), settings.settlingTime());
  }

  @Override
  public boolean isReachable() {
    return http.answersWithin(REACHABLE_WITHIN);
  }

  private Deadline deadline() {
    return Deadline.in(settings.callTimeout());
  }

  /** Takes nothing more, and waits for what is under way, up to the call time-out. */
  @Override
  public void close() {
    http.close();
  }

  /** Where the company is, without our key. */
  @Override
  public String toString() {
    return "StripeProcessor[" + settings.baseUrl() + "]";
  }
}
