package dev.hexwing.rest.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorSettingsTest {

  private static final URI URL = URI.create("https://api.stripe.com");

  @Nested
  class The_defaults {

    private final ProcessorSettings settings = ProcessorSettings.of(URL, Samples.KEY);

    @Test
    void are_those_of_stripe() {
      assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
      assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(8));
      assertThat(settings.replaysFor()).isEqualTo(Duration.ofHours(23));
      assertThat(settings.settlingTime()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void can_be_changed_one_by_one() {
      ProcessorSettings changed =
          settings
              .withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(2))
              .withConcurrency(3, 2)
              .withPromises(Duration.ofHours(1), Duration.ofMillis(500));
      assertThat(changed)
          .isEqualTo(
              new ProcessorSettings(
                  URL,
                  Samples.KEY,
                  Duration.ofMillis(200),
                  Duration.ofSeconds(2),
                  3,
                  2,
                  CircuitSettings.DEFAULT,
                  Duration.ofHours(1),
                  Duration.ofMillis(500)));
    }

    @Test
    void never_show_the_key() {
      assertThat(settings.toString()).contains("key=***", "api.stripe.com", "PT8S");
      assertThat(settings.toString()).doesNotContain(Samples.KEY);
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ftp://api.stripe.com",
          "api.stripe.com",
          "https:/v1",
          "https://user@api.stripe.com",
          "https://api.stripe.com/v1",
          "https://api.stripe.com?a=b",
          "https://api.stripe.com#a"
        })
    void an_address_that_is_more_or_less_than_scheme_host_and_port(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProcessorSettings.of(URI.create(url), Samples.KEY))
          .withMessageContaining("baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sk test", "sk_test\r\nX: y", "schlüssel"})
    void a_key_that_cannot_stand_in_a_header_and_it_is_not_repeated(String key) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProcessorSettings.of(URL, key))
          .withMessage("key must have 1 to 255 printable ASCII characters and no blanks");
    }

    @Test
    void a_live_key_over_plain_http() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProcessorSettings.of(URI.create("http://127.0.0.1:1"), "sk_live_1"))
          .withMessageContaining("https");
    }

    @Test
    void times_and_bounds_out_of_range_by_name() {
      ProcessorSettings settings = ProcessorSettings.of(URL, Samples.KEY);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withTimeouts(Duration.ofSeconds(9), Duration.ofSeconds(8)))
          .withMessageContaining("connectTimeout");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withTimeouts(Duration.ofSeconds(1), Duration.ofMinutes(2)))
          .withMessageContaining("callTimeout");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
          .withMessageContaining("connectTimeout");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withConcurrency(0, 1))
          .withMessage("maxConcurrent must be 1 to 10000, not 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withConcurrency(1, 10_001))
          .withMessageContaining("maxConcurrentLookUps");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withPromises(Duration.ofHours(25), Duration.ZERO))
          .withMessageContaining("replaysFor");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withPromises(Duration.ZERO, Duration.ofSeconds(-1)))
          .withMessageContaining("settlingTime");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new CircuitSettings(
                      5, 6, 50, Duration.ofSeconds(1), 50, Duration.ofSeconds(1), 1))
          .withMessage("minimumCalls must be 1 to 5, not 6");
    }
  }

  @Test
  void a_slash_at_the_end_of_the_address_makes_no_difference() {
    assertThat(ProcessorSettings.of(URI.create("https://api.stripe.com/"), Samples.KEY))
        .isEqualTo(ProcessorSettings.of(URL, Samples.KEY));
  }
}
