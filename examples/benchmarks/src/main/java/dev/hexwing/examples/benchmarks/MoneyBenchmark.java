package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.money.Monetary;
import org.javamoney.moneta.FastMoney;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Each operation on the same amounts five times: with Hexwing's money, with Joda-Money's, with both
 * of Moneta's, and with a plain {@code long} that checks nothing but overflow.
 *
 * <p>Methods are named operation, underscore, side; {@link MoneyReport} reads that.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MoneyBenchmark {

  private static final int AMOUNTS = 1024;

  /** One in four below ten million euros, the others below a thousand; one in eight negative. */
  private final long[] minor = new long[AMOUNTS];

  private final Money[] hexwing = new Money[AMOUNTS];
  private final org.joda.money.Money[] joda = new org.joda.money.Money[AMOUNTS];
  private final org.javamoney.moneta.Money[] moneta = new org.javamoney.moneta.Money[AMOUNTS];
  private final FastMoney[] fast = new FastMoney[AMOUNTS];
  private final String[] texts = new String[AMOUNTS];
  private final BigDecimal ratio = new BigDecimal("1.19");
  private final long factor = 7;
  private final long[] ratios = {5, 3, 2};
  private int next;

  /** Makes the same amounts every time. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < AMOUNTS; i++) {
      long amount = random.nextLong(1, i % 4 == 0 ? 1_000_000_000 : 100_000);
      minor[i] = i % 8 == 0 ? -amount : amount;
      hexwing[i] = Money.ofMinor(minor[i], "EUR");
      joda[i] = org.joda.money.Money.ofMinor(CurrencyUnit.EUR, minor[i]);
      moneta[i] = org.javamoney.moneta.Money.ofMinor(Monetary.getCurrency("EUR"), minor[i]);
      fast[i] = FastMoney.ofMinor(Monetary.getCurrency("EUR"), minor[i]);
      texts[i] = hexwing[i].toString();
      if (!texts[i].equals(joda[i].toString())) {
        throw new IllegalStateException(texts[i] + " is not " + joda[i]);
      }
    }
  }

  private int step() {
    next = (next + 1) & (AMOUNTS - 1);
    return next;
  }

  private int other(int i) {
    return (i + 1) & (AMOUNTS - 1);
  }

  @Benchmark
  public Money plus_hexwing() {
    int i = step();
    return hexwing[i].plus(hexwing[other(i)]);
  }

  @Benchmark
  public org.joda.money.Money plus_joda() {
    int i = step();
    return joda[i].plus(joda[other(i)]);
  }

  @Benchmark
  public Object plus_moneta() {
    int i = step();
    return moneta[i].add(moneta[other(i)]);
  }

  @Benchmark
  public Object plus_fast() {
    int i = step();
    return fast[i].add(fast[other(i)]);
  }

  @Benchmark
  public long plus_long() {
    int i = step();
    return Math.addExact(minor[i], minor[other(i)]);
  }

  @Benchmark
  public Money times_hexwing() {
    return hexwing[step()].times(factor);
  }

  @Benchmark
  public org.joda.money.Money times_joda() {
    return joda[step()].multipliedBy(factor);
  }

  @Benchmark
  public Object times_moneta() {
    return moneta[step()].multiply(factor);
  }

  @Benchmark
  public Object times_fast() {
    return fast[step()].multiply(factor);
  }

  @Benchmark
  public long times_long() {
    return Math.multiplyExact(minor[step()], factor);
  }

  @Benchmark
  public Money ratio_hexwing() {
    return hexwing[step()].times(ratio, RoundingMode.HALF_EVEN);
  }

  @Benchmark
  public org.joda.money.Money ratio_joda() {
    return joda[step()].multipliedBy(ratio, RoundingMode.HALF_EVEN);
  }

  @Benchmark
  public long ratio_long() {
    return PlainMoney.times(minor[step()], 119, 100);
  }

  @Benchmark
  public List<Money> allocate_hexwing() {
    return hexwing[step()].allocate(ratios);
  }

  @Benchmark
  public List<org.joda.money.Money> allocate_joda() {
    return PlainMoney.allocate(joda[step()], ratios);
  }

  @Benchmark
  public long[] allocate_long() {
    return PlainMoney.allocate(minor[step()], ratios);
  }

  @Benchmark
  public int compare_hexwing() {
    int i = step();
    return hexwing[i].compareTo(hexwing[other(i)]);
  }

  @Benchmark
  public int compare_joda() {
    int i = step();
    return joda[i].compareTo(joda[other(i)]);
  }

  @Benchmark
  public int compare_moneta() {
    int i = step();
    return moneta[i].compareTo(moneta[other(i)]);
  }

  @Benchmark
  public int compare_fast() {
    int i = step();
    return fast[i].compareTo(fast[other(i)]);
  }

  @Benchmark
  public int compare_long() {
    int i = step();
    return Long.compare(minor[i], minor[other(i)]);
  }

  @Benchmark
  public String format_hexwing() {
    return hexwing[step()].toString();
  }

  @Benchmark
  public String format_joda() {
    return joda[step()].toString();
  }

  @Benchmark
  public String format_moneta() {
    return moneta[step()].toString();
  }

  @Benchmark
  public String format_fast() {
    return fast[step()].toString();
  }

  @Benchmark
  public String format_long() {
    return PlainMoney.format(minor[step()]);
  }

  @Benchmark
  public Money parse_hexwing() {
    return Money.parse(texts[step()]).get();
  }

  @Benchmark
  public org.joda.money.Money parse_joda() {
    return org.joda.money.Money.parse(texts[step()]);
  }

  @Benchmark
  public Object parse_moneta() {
    return org.javamoney.moneta.Money.parse(texts[step()]);
  }

  @Benchmark
  public Object parse_fast() {
    return FastMoney.parse(texts[step()]);
  }

  @Benchmark
  public long parse_long() {
    return PlainMoney.parse(texts[step()]);
  }
}
