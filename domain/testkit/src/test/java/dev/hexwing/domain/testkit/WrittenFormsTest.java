package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.BasisPoints;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are written as they are, read back as they were written, and sorted by that. */
class WrittenFormsTest {

  private static final String UUID_TEXT = "01890a5d-ac96-774b-bcce-b302099a8057";

  static List<Function<String, ? extends Option<?>>> readers() {
    return List.of(
        OrderId::parse,
        PaymentId::parse,
        RefundId::parse,
        DeliveryId::parse,
        ApiKeyId::parse,
        RefreshTokenFamilyId::parse,
        NotificationId::parse,
        SubscriberId::parse);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void a_name_that_is_a_uuid_is_read_in_its_whole_form_alone(
      Function<String, ? extends Option<?>> reader) {
    assertThat((Object) reader.apply(UUID_TEXT).get()).hasToString(UUID_TEXT);
    assertThat((Object) reader.apply("01890A5D-AC96-774B-BCCE-B302099A8057").get())
        .hasToString(UUID_TEXT);
    for (String other : List.of("", "1-1-1-1-1", UUID_TEXT + "0", "{" + UUID_TEXT + "}", "x")) {
      assertThat(reader.apply(other).isEmpty()).as(other).isTrue();
    }
  }

  @Test
  void a_name_that_is_text_is_written_as_it_is() {
    assertThat(new Scope("orders:read")).hasToString("orders:read");
    assertThat(new DroneId("A47")).hasToString("A47");
    assertThat(new ProcessorReference("pi_1")).hasToString("pi_1");
    assertThat(new PaymentMethodToken("pm_card_visa")).hasToString("pm_card_visa");
    assertThat(new IdempotencyKey("tap 1")).hasToString("tap 1");
    assertThat(new CausationId(new EventId("A47/3"))).asString().contains("A47/3");
    assertThat(new Version(7)).hasToString("7");
  }

  @Test
  void a_key_has_1_to_255_printable_characters() {
    for (String fine : List.of(" ", "~", "x".repeat(255))) {
      assertThat(IdempotencyKey.of(fine).get()).hasToString(fine);
    }
    for (String wrong : List.of("", "\u001f", "\u007f", "x".repeat(256))) {
      assertThat(IdempotencyKey.of(wrong).isLeft()).isTrue();
    }
  }

  @Test
  void names_are_sorted_as_they_are_written() {
    assertThat(new DroneId("A47")).isLessThan(new DroneId("A5"));
    assertThat(new DroneId("A47")).isEqualByComparingTo(new DroneId("A47"));
    assertThat(new Scope("a")).isLessThan(new Scope("b"));
    assertThat(new Topic("a")).isLessThan(new Topic("b"));
    assertThat(new Sku("A")).isLessThan(new Sku("B"));
    assertThat(new Version(9)).isLessThan(new Version(10));
  }

  @Test
  void whole_percents_are_read_up_to_the_largest_share() {
    assertThat(BasisPoints.ofPercent(21_474_836).value()).isEqualTo(2_147_483_600);
    assertThat(BasisPoints.ofPercent(-21_474_836).value()).isEqualTo(-2_147_483_600);
    for (int beyond : new int[] {21_474_837, -21_474_837, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> BasisPoints.ofPercent(beyond));
    }
  }
}
