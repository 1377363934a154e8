package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.Beginning;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a new consumer may ask for. */
class BeginningTest {

  private static final String CONFIRMED = "dev.hexwing.payments.payment-confirmed.v1";

  @Test
  void names_types_of_events() {
    assertThat(Beginning.ofTypes(CONFIRMED).types()).containsExactly(CONFIRMED);
  }

  @Test
  void names_no_type_that_no_event_has() {
    for (String type :
        new String[] {"dev.hexwing.payments.payment-confirmd.v1", "PaymentConfirmed", ""}) {
      assertThatThrownBy(() -> Beginning.ofTypes(CONFIRMED, type))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no event is of type " + type);
    }
  }

  @Test
  void names_at_least_one() {
    assertThatThrownBy(Beginning::ofTypes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no type is named");
  }

  @Test
  void does_not_settle_backwards() {
    assertThatThrownBy(() -> Beginning.OF_EVERYTHING.settlingFor(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
