package dev.hexwing.application.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetterRefusal.StillRefused;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.testkit.OtherStores;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.Payments;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the processor says about a payment that we do not know yet is not lost. */
class ParkedNoticesTest {

  private static final DeadLetter.State SKIPPED = DeadLetter.State.SKIPPED;

  private boolean lagging;
  private OrderId orderId = new OrderId(new UUID(8, 8));

  private final World world =
      new World(
          new ScriptedProcessor(),
          real -> OtherStores.in(real, stores -> new Lagging(stores)),
          true);

  private static ProcessorNotice notice(String id, PaymentId paymentId) {
    return new ProcessorNotice(
        id,
        paymentId,
        ProcessorNotice.Kind.CHARGED,
        new ProcessorReference("pi_late_" + paymentId),
        new CorrelationId("notice-" + id));
  }

  private void hear(ProcessorNotice notice) {
    assertThat(world.shop().receiveProcessorNotice().receive(notice).get()).isEqualTo(notice);
  }

  private List<DeadLetter> parked() {
    return world.letters.list(Option.none(), 100);
  }

  /** A customer whose payment the processor declined, and charged all the same. */
  private PaymentId chargedAnyway() {
    world.processor.next(Fate.DECLINED);
    orderId = world.placeOrder();
    PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
    world.processor.chargeAnyway(paymentId, orderId, World.TOTAL);
    return paymentId;
  }

  @Test
  void it_is_set_aside_once_however_often_it_comes_and_says_what_it_was() {
    PaymentId unknown = new PaymentId(new UUID(7, 7));
    hear(notice("evt_1", unknown));
    hear(notice("evt_1", unknown));
    hear(notice("evt_2", unknown));
    assertThat(parked())
        .extracting(letter -> letter.message().name())
        .containsExactly("notice/evt_1", "notice/evt_2");
    Undelivered first = parked().getFirst().message();
    assertThat(first.payload()).contains("CHARGED", unknown.toString(), "pi_late_");
    assertThat(first.correlationId()).contains(new CorrelationId("notice-evt_1"));
    assertThat(first.reason()).contains(unknown.toString());
    assertThat(world.takeParkedNotices()).isZero();
    assertThat(parked()).hasSize(2);
  }

  @Test
  void it_takes_effect_once_as_soon_as_the_payment_is_known() {
    PaymentId paymentId = chargedAnyway();
    lagging = true;
    hear(notice("evt_1", paymentId));
    assertThat(world.takeParkedNotices()).isZero();
    lagging = false;
    assertThat(world.takeParkedNotices()).isEqualTo(1);
    assertThat(parked()).isEmpty();
    hear(notice("evt_1", paymentId));
    world.deliverEvents();
    assertThat(world.processor.balanceOf(orderId)).isZero();
    assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
    assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.DECLINED);
  }

  @Test
  void it_is_settled_without_effect_if_it_was_sent_again_and_taken_meanwhile() {
    PaymentId paymentId = chargedAnyway();
    lagging = true;
    hear(notice("evt_1", paymentId));
    lagging = false;
    hear(notice("evt_1", paymentId));
    long events = world.heard.size();
    assertThat(world.takeParkedNotices()).isEqualTo(1);
    assertThat(parked()).isEmpty();
    assertThat(world.heard).hasSize((int) events);
  }

  @Test
  void a_person_may_have_it_taken_and_is_told_why_it_cannot_be_yet() {
    PaymentId paymentId = chargedAnyway();
    lagging = true;
    hear(notice("evt_1", paymentId));
    UUID letter = parked().getFirst().id();
    assertThat(world.shop().resumeDeadLetter().resume(letter).getLeft())
        .isEqualTo(new StillRefused("notice/evt_1", "there is no payment " + paymentId));
    lagging = false;
    assertThat(world.shop().resumeDeadLetter().resume(letter).get()).isEqualTo(1);
    assertThat(parked()).isEmpty();
  }

  @Test
  void what_cannot_be_read_stays_and_so_do_letters_of_others() {
    world.letters.setAside(
        letter("payments.processor-notices", "notice/x", "CHARGED what"), SKIPPED);
    world.letters.setAside(letter("payments.processor-notices", "y", "CHARGED a b"), SKIPPED);
    world.letters.setAside(letter("another", "notice/z", "CHARGED a b"), SKIPPED);
    assertThat(world.takeParkedNotices()).isZero();
    assertThat(parked()).hasSize(3);
  }

  @Test
  void one_too_many_is_refused_so_that_the_processor_keeps_it() {
    for (int i = 0; i < 10_000; i++) {
      world.letters.setAside(letter("another", "event/" + i, ""), SKIPPED);
    }
    PaymentId unknown = new PaymentId(new UUID(7, 7));
    assertThat(world.shop().receiveProcessorNotice().receive(notice("evt_1", unknown)).getLeft())
        .isEqualTo(new PayRefusal.UnknownPayment(unknown));
  }

  private static Undelivered letter(String consumer, String name, String payload) {
    return new Undelivered(
        consumer, name, Option.none(), payload, Option.some(new CorrelationId("c")), "why", 1);
  }

  /** Stores that do not show payments as long as they lag behind. */
  private final class Lagging extends OtherStores {

    Lagging(Stores real) {
      super(real);
    }

    @Override
    public Payments payments() {
      Payments real = super.payments();
      return new Payments() {
        @Override
        public Option<Payment> find(PaymentId id) {
          return lagging ? Option.none() : real.find(id);
        }

        @Override
        public List<PaymentEvent> history(PaymentId id) {
          return real.history(id);
        }

        @Override
        public void save(Payment payment) {
          real.save(payment);
        }
      };
    }
  }
}
