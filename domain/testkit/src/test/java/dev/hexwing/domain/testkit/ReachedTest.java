package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.RefreshTokenRefusal;
import dev.hexwing.domain.delivery.DeliveryRefusal;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentRefusal;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import org.junit.jupiter.api.Test;

class ReachedTest {

  private static final int LIVES = 600;

  private enum Standing {
    OPEN,
    REVOKED;

    static Standing of(RefreshTokenFamilySnapshot family) {
      return family.revokedAt().isDefined() ? REVOKED : OPEN;
    }
  }

  private final Reached reached = new Reached();

  @Test
  void orders_reach_every_status_and_take_every_refusal() {
    live(OrderLives.lives(), OrderSnapshot::status);
    each(OrderLives.refusedPlacements(), placement -> reached.note(placement.attempt().getLeft()));
    assertThat(reached.missing(OrderStatus.class, OrderRefusal.class)).isEmpty();
    assertThat(reached).asString().contains("OrderStatus.CANCELLED", "OrderRefusal.DuplicateSku");
  }

  @Test
  void payments_reach_every_status_and_take_every_refusal() {
    live(PaymentLives.lives(), PaymentSnapshot::status);
    assertThat(reached.missing(PaymentStatus.class, PaymentRefusal.class)).isEmpty();
  }

  @Test
  void drones_reach_every_status_and_take_every_refusal() {
    live(DroneLives.lives(), DroneSnapshot::status);
    assertThat(reached.missing(DroneStatus.class, DroneRefusal.class)).isEmpty();
  }

  @Test
  void deliveries_reach_every_status_and_take_every_refusal() {
    live(DeliveryLives.lives(), DeliverySnapshot::status);
    assertThat(reached.missing(DeliveryStatus.class, DeliveryRefusal.class)).isEmpty();
  }

  @Test
  void families_of_refresh_tokens_are_open_and_revoked_and_take_every_refusal() {
    live(RefreshTokenLives.lives(), Standing::of);
    each(
        RefreshTokenLives.signIns(),
        signIn ->
            reached.note(
                RefreshTokenFamily.start(
                        signIn.familyId(),
                        signIn.principalId(),
                        signIn.first(),
                        signIn.occasion().at(),
                        signIn.occasion())
                    .getLeft()));
    assertThat(reached.missing(Standing.class, RefreshTokenRefusal.class)).isEmpty();
  }

  @Test
  void what_never_came_is_missing() {
    assertThat(reached.missing(DeliveryStatus.class, DeliveryRefusal.class))
        .contains("DeliveryStatus.FAILED", "DeliveryRefusal.WrongStatus")
        .hasSize(DeliveryStatus.values().length + 1);
  }

  private <C, S, E extends DomainEvent> void live(
      Arbitrary<ActionChain<Life<C, S, E>>> lives, Function<S, ? extends Enum<?>> status) {
    each(lives, chain -> reached.note(chain.run(), status));
  }

  private static <T> void each(Arbitrary<T> values, Consumer<T> what) {
    JqwikSession.run(
        () -> {
          RandomGenerator<T> generator = values.generator(LIVES);
          Random random = new Random(7);
          for (int i = 0; i < LIVES; i++) {
            what.accept(generator.next(random).value());
          }
        });
  }
}
