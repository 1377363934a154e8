package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.Sku;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
@PropertyDefaults(tries = 1_000)
class SkuTest {

  private static final String FORM = "[A-Z0-9][A-Z0-9._-]{0,39}";

  @Property
  void what_has_the_form_is_read_and_nothing_else(@ForAll("texts") String text) {
    boolean fine = text.matches(FORM);
    assertThat(Sku.of(text).isRight()).isEqualTo(fine);
    if (fine) {
      assertThat(new Sku(text)).hasToString(text);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Sku(text));
    }
    Cases.met("form", 10, fine, true, false);
  }

  /** Mostly of the letters that a name is made of, and of their neighbours. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> alike =
        Arbitraries.strings().withChars("AMZ059").withChars("-._").ofMaxLength(42);
    Arbitrary<String> neighbours =
        Arbitraries.strings().withChars("AZ09-._").withChars("@[/:,^`a ").ofMaxLength(6);
    return Arbitraries.oneOf(alike, neighbours, Arbitraries.strings().ofMaxLength(42));
  }
}
