package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.BasisPoints;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Arbitrary values of the shared kernel, valid by construction.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Money> money() {
 *   return SharedValues.money();
 * }
 * }</pre>
 */
public final class SharedValues {

  private static final List<Currency> WITH_MINOR_UNIT =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .sorted(Comparator.comparing(Currency::getCurrencyCode))
          .toList();

  private static final long LATEST_MICROS = 4_102_444_800_000_000L;

  private SharedValues() {}

  /** Every currency that has a minor unit; those with 0, 2, 3 and 4 decimals come often. */
  public static Arbitrary<Currency> currencies() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            3,
            Arbitraries.of("EUR", "JPY", "BHD", "CLF")
                .map(Currency::getInstance)
                .edgeCases(
                    edges ->
                        edges.add(
                            Currency.getInstance("EUR"),
                            Currency.getInstance("JPY"),
                            Currency.getInstance("BHD"),
                            Currency.getInstance("CLF")))),
        Tuple.of(2, Arbitraries.of(WITH_MINOR_UNIT)));
  }

  /** Two currencies that differ, in this order. */
  public static Arbitrary<Tuple.Tuple2<Currency, Currency>> differingCurrencies() {
    return Combinators.combine(currencies(), Arbitraries.integers().between(1, 100))
        .as(
            (first, distance) -> {
              int place = (WITH_MINOR_UNIT.indexOf(first) + distance) % WITH_MINOR_UNIT.size();
              return Tuple.of(first, WITH_MINOR_UNIT.get(place));
            });
  }

  /** Any amount of any currency, the smallest and largest {@code long} among them. */
  public static Arbitrary<Money> money() {
    return Combinators.combine(amounts(), currencies()).as(Money::new);
  }

  /** Any amount of one currency, the smallest and largest {@code long} among them. */
  public static Arbitrary<Money> moneyIn(Currency currency) {
    return amounts().map(minor -> new Money(minor, currency));
  }

  /** Two amounts of one currency. */
  public static Arbitrary<Tuple.Tuple2<Money, Money>> moneyPairs() {
    return Combinators.combine(amounts(), amounts(), currencies())
        .as(
            (first, second, currency) ->
                Tuple.of(new Money(first, currency), new Money(second, currency)));
  }

  /** An amount that somebody may be charged: 1 minor unit up to the largest {@code long}. */
  public static Arbitrary<Money> payableMoney() {
    return Combinators.combine(Arbitraries.longs().greaterOrEqual(1), currencies()).as(Money::new);
  }

  /** Figures for {@link Money} to calculate with; three in four pairs are of one currency. */
  public static Arbitrary<Calculation> calculations() {
    return calculations(Arithmetic.ofMoney());
  }

  /** Figures for your own code to calculate with; three in four pairs are of one currency. */
  public static Arbitrary<Calculation> calculations(Arithmetic by) {
    Arbitrary<List<Long>> ratios =
        Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, Long.MAX_VALUE / 100))
            .list()
            .ofMinSize(1)
            .ofMaxSize(100)
            .filter(list -> list.stream().anyMatch(ratio -> ratio > 0));
    return Combinators.combine(figures(), figures(), figures(), moneyCurrencies(), ratios)
        .as(
            (left, right, factor, currencies, shares) ->
                new Calculation(
                    by,
                    new Money(left, currencies.get1()),
                    new Money(right, currencies.get2()),
                    factor,
                    shares));
  }

  private static Arbitrary<Tuple.Tuple2<Currency, Currency>> moneyCurrencies() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, currencies().map(one -> Tuple.of(one, one))),
        Tuple.of(1, differingCurrencies()));
  }

  /** Any amounts; those at which calculations go wrong come often. */
  private static Arbitrary<Long> figures() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, amounts()), Tuple.of(1, Arbitraries.of(0L, Long.MIN_VALUE, Long.MAX_VALUE)));
  }

  /** Small figures mostly, and as many of any size. */
  private static Arbitrary<Long> amounts() {
    return Arbitraries.oneOf(
        Arbitraries.longs(), Arbitraries.longs().withDistribution(RandomDistribution.uniform()));
  }

  /** Any share, discounts among them; nothing and the whole are edge cases. */
  public static Arbitrary<BasisPoints> basisPoints() {
    return Arbitraries.integers()
        .edgeCases(edges -> edges.add(0, BasisPoints.WHOLE, -BasisPoints.WHOLE))
        .map(BasisPoints::new);
  }

  /** Keys of 1 to 255 printable characters, blanks among them. */
  public static Arbitrary<IdempotencyKey> idempotencyKeys() {
    return Texts.of(Texts.PRINTABLE, Texts.PRINTABLE, IdempotencyKey.LONGEST)
        .map(IdempotencyKey::new);
  }

  /** Correlation ids of 1 to 64 characters. */
  public static Arbitrary<CorrelationId> correlationIds() {
    return Texts.of(Texts.LETTERS, Texts.LETTERS + "._-", 64).map(CorrelationId::new);
  }

  /** Versions of something that was stored: 1 up to, but for, the largest. */
  public static Arbitrary<Version> versions() {
    return Arbitraries.longs().between(1, Long.MAX_VALUE - 1).map(Version::new);
  }

  /** Moments of this century, to the microsecond, which every store keeps. */
  public static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(946_684_800_000_000L, LATEST_MICROS)
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** Lengths of time above nothing: a microsecond up to a century; years come often. */
  public static Arbitrary<Duration> durations() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.longs().between(1, 60_000_000).map(SharedValues::micros)),
        Tuple.of(3, Arbitraries.longs().between(1, 36_500).map(Duration::ofDays)));
  }

  private static Duration micros(long count) {
    return Duration.of(count, ChronoUnit.MICROS);
  }

  /** Ids of events of some aggregate. */
  public static Arbitrary<EventId> eventIds() {
    return Combinators.combine(uuids(UUID::toString), versions()).as(EventId::of);
  }

  /** Ids of causing events. */
  public static Arbitrary<CausationId> causationIds() {
    return eventIds().map(CausationId::new);
  }

  /** Occasions with and without a causing event. */
  public static Arbitrary<Occasion> occasions() {
    return Combinators.combine(
            instants(), correlationIds(), causationIds().optional(0.7).map(Option::ofOptional))
        .as(Occasion::new);
  }

  /** Metadata of some change of some aggregate. */
  public static Arbitrary<EventMetadata> eventMetadata() {
    return Combinators.combine(uuids(UUID::toString), versions(), occasions())
        .as(EventMetadata::of);
  }

  /** Fingerprints of requests. */
  public static Arbitrary<RequestFingerprint> requestFingerprints() {
    return Combinators.combine(Texts.words(40), Texts.words(40), Texts.words(200))
        .as(RequestFingerprint::of);
  }

  /** Names made of a random UUID. */
  static <T> Arbitrary<T> uuids(Function<UUID, T> name) {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as((high, low) -> name.apply(new UUID(high, low)));
  }
}
