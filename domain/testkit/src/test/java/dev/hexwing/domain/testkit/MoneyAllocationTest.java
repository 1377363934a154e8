package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.shared.Money;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class MoneyAllocationTest {

  @Property
  void the_shares_add_up_to_the_whole(
      @ForAll("money") Money whole, @ForAll("ratios") long[] ratios) {
    assertThat(sum(whole.allocate(ratios))).isEqualTo(BigInteger.valueOf(whole.amountMinor()));
  }

  @Property
  void every_share_is_within_one_minor_unit_of_its_exact_part(
      @ForAll("money") Money whole, @ForAll("ratios") long[] ratios) {
    BigInteger all =
        Arrays.stream(ratios).mapToObj(BigInteger::valueOf).reduce(BigInteger::add).get();
    List<Money> shares = whole.allocate(ratios);
    assertThat(shares).hasSize(ratios.length);
    boolean beyondLong = false;
    for (int i = 0; i < ratios.length; i++) {
      BigInteger product =
          BigInteger.valueOf(whole.amountMinor()).multiply(BigInteger.valueOf(ratios[i]));
      beyondLong |= product.bitLength() > 63;
      BigInteger share = BigInteger.valueOf(shares.get(i).amountMinor());
      assertThat(share.multiply(all).subtract(product).abs()).isLessThanOrEqualTo(all);
      assertThat(shares.get(i).currency()).isEqualTo(whole.currency());
    }
    Cases.met("product beyond 64 bits", 20, beyondLong, true, false);
  }

  @Property
  void a_ratio_of_zero_gets_nothing(@ForAll("money") Money whole, @ForAll("ratios") long[] ratios) {
    List<Money> shares = whole.allocate(ratios);
    for (int i = 0; i < ratios.length; i++) {
      if (ratios[i] == 0) {
        assertThat(shares.get(i).isZero()).isTrue();
      }
    }
  }

  @Property
  void equal_ratios_differ_by_one_unit_at_most_and_the_first_get_more(
      @ForAll("money") Money whole,
      @ForAll @IntRange(min = 1, max = 50) int parts,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 50) long ratio) {
    long[] ratios = new long[parts];
    Arrays.fill(ratios, ratio);
    List<Money> shares = whole.allocate(ratios);
    assertThat(difference(shares)).isLessThanOrEqualTo(1);
    assertThat(shares)
        .isSortedAccordingTo((a, b) -> whole.isNegative() ? a.compareTo(b) : b.compareTo(a));
    assertThat(whole.split(parts)).isEqualTo(shares);
  }

  @Property
  void the_same_question_has_the_same_answer(
      @ForAll("money") Money whole, @ForAll("ratios") long[] ratios) {
    assertThat(whole.allocate(ratios.clone())).isEqualTo(whole.allocate(ratios));
  }

  @Property
  void splitting_keeps_the_sum(
      @ForAll("money") Money whole, @ForAll @IntRange(min = 1, max = 2_000) int parts) {
    List<Money> shares = whole.split(parts);
    assertThat(shares).hasSize(parts);
    assertThat(sum(shares)).isEqualTo(BigInteger.valueOf(whole.amountMinor()));
    assertThat(difference(shares)).isLessThanOrEqualTo(1);
  }

  @Property
  void the_list_of_shares_cannot_be_changed(@ForAll("money") Money whole) {
    assertThat(whole.split(2)).isUnmodifiable();
    assertThat(whole.allocate(1, 2)).isUnmodifiable();
  }

  @Property
  void nonsense_ratios_are_refused(
      @ForAll("money") Money whole,
      @ForAll("ratios") long[] ratios,
      @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long negative,
      @ForAll @IntRange(max = 0) int noParts) {
    long[] withNegative = Arrays.copyOf(ratios, ratios.length + 1);
    withNegative[ratios.length] = negative;
    assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(withNegative));
    assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(new long[ratios.length]));
    assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate());
    assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(Long.MAX_VALUE, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> whole.split(noParts));
  }

  @Provide
  Arbitrary<Money> money() {
    return SharedValues.money();
  }

  @Provide
  Arbitrary<long[]> ratios() {
    Arbitrary<Long> small = Arbitraries.longs().between(0, 10);
    Arbitrary<Long> large = Arbitraries.longs().between(0, Long.MAX_VALUE / 20);
    return Arbitraries.frequencyOf(
            Tuple.of(1, small.list().ofMinSize(1).ofMaxSize(20)),
            Tuple.of(1, large.list().ofMinSize(1).ofMaxSize(20)))
        .map(ratios -> ratios.stream().mapToLong(Long::longValue).toArray())
        .filter(ratios -> Arrays.stream(ratios).anyMatch(ratio -> ratio > 0));
  }

  private static BigInteger sum(List<Money> shares) {
    return shares.stream()
        .map(share -> BigInteger.valueOf(share.amountMinor()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static long difference(List<Money> shares) {
    return Collections.max(shares).amountMinor() - Collections.min(shares).amountMinor();
  }
}
