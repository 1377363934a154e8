package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.PaymentCommand.Asked;
import dev.hexwing.domain.testkit.PaymentCommand.Confirm;
import dev.hexwing.domain.testkit.PaymentCommand.ConfirmRefund;
import dev.hexwing.domain.testkit.PaymentCommand.DeclineRefund;
import dev.hexwing.domain.testkit.PaymentCommand.MarkRefundOutcomeUnknown;
import dev.hexwing.domain.testkit.PaymentCommand.RequestRefund;
import dev.hexwing.domain.testkit.PaymentCommand.WithdrawRefund;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/** What a command answers is what it did: each event that is told was an answer, and no other. */
@Domain(HexwingDomain.class)
// Putting the edge cases of long lists together would take most of a minute.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class AnswersTest {

  @Property
  void of_an_order_are_its_events(
      @ForAll OrderLives.Placement placement, @ForAll @Size(max = 15) List<OrderCommand> commands) {
    eachEventWasAnAnswer(placement.place(), commands, Order::drainEvents);
  }

  @Property
  void of_a_payment_are_its_events(
      @ForAll PaymentLives.Request request, @ForAll @Size(max = 15) List<PaymentCommand> commands) {
    eachEventWasAnAnswer(request.make(), commands, Payment::drainEvents);
  }

  @Property
  void of_a_drone_are_its_events(
      @ForAll DroneLives.Registration registration,
      @ForAll @Size(max = 15) List<DroneCommand> commands) {
    eachEventWasAnAnswer(registration.make(), commands, Drone::drainEvents);
  }

  @Property
  void of_a_delivery_are_its_events(
      @ForAll DeliveryLives.Request request,
      @ForAll @Size(max = 15) List<DeliveryCommand> commands) {
    eachEventWasAnAnswer(request.make(), commands, Delivery::drainEvents);
  }

  @Property
  void of_an_api_key_are_its_events(
      @ForAll ApiKeyLives.Issue issue, @ForAll @Size(max = 15) List<ApiKeyCommand> commands) {
    eachEventWasAnAnswer(issue.make(), commands, ApiKey::drainEvents);
  }

  @Property
  void of_a_family_of_refresh_tokens_are_its_events(
      @ForAll RefreshTokenLives.SignIn signIn,
      @ForAll @Size(max = 15) List<RefreshTokenCommand> commands) {
    eachEventWasAnAnswer(signIn.make(), commands, RefreshTokenFamily::drainEvents);
  }

  @Property
  void of_a_notification_are_its_events(
      @ForAll NotificationLives.Queueing queueing,
      @ForAll @Size(max = 15) List<NotificationCommand> commands) {
    eachEventWasAnAnswer(queueing.make(), commands, Notification::drainEvents);
  }

  @Property
  void of_a_subscriber_are_its_events(
      @ForAll NotificationLives.Joining joining,
      @ForAll @Size(max = 15) List<SubscriberCommand> commands) {
    eachEventWasAnAnswer(joining.make(), commands, Subscriber::drainEvents);
  }

  /** Commands of chance rarely get so far. */
  @Example
  void of_what_becomes_of_a_refund_are_its_events() {
    Occasion now = Samples.at(Samples.NOW);
    ProcessorReference reference = new ProcessorReference("re_1");
    DeclineReason no = new DeclineReason("card_declined", "");
    RefundId first = new RefundId(new UUID(0, 1));
    for (PaymentCommand end :
        List.of(
            new ConfirmRefund(first, reference, now),
            new DeclineRefund(first, no, now),
            new WithdrawRefund(first, "not sent", now),
            new MarkRefundOutcomeUnknown(first, "timed out", now))) {
      eachEventWasAnAnswer(
          Samples.payment(),
          List.of(new Confirm(reference, now), new RequestRefund(first, Asked.ALL_LEFT, now), end),
          Payment::drainEvents);
    }
  }

  @Example
  void of_a_delivery_that_goes_to_another_drone_are_its_events() {
    Occasion now = Samples.at(Samples.NOW);
    eachEventWasAnAnswer(
        Samples.delivery(),
        List.of(
            new DeliveryCommand.DispatchBy(new DroneId("A47")),
            new DeliveryCommand.Fail(new Reason("wind"), now),
            new DeliveryCommand.RequestAgain(now)),
        Delivery::drainEvents);
  }

  private static <A> void eachEventWasAnAnswer(
      A aggregate,
      List<? extends Command<A>> commands,
      Function<A, ? extends List<? extends DomainEvent>> drain) {
    assertThat(drain.apply(aggregate)).as("its beginning").hasSize(1);
    List<DomainEvent> answered = new ArrayList<>();
    for (Command<A> command : commands) {
      Either<? extends DomainError, ?> answer = command.carryOut(aggregate);
      if (answer.isRight()) {
        assertThat((Object) answer.get()).as(command.toString()).isNotNull();
        eventIn(answer.get()).forEach(answered::add);
      }
    }
    assertThat(drain.apply(aggregate)).isEqualTo(answered);
  }

  private static Option<DomainEvent> eventIn(Object answer) {
    return switch (answer) {
      case DomainEvent event -> Option.some(event);
      case Option<?> maybe -> maybe.flatMap(AnswersTest::eventIn);
      default -> Option.none();
    };
  }
}
