package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which faults are injected, and how often, written {@code
 * drop-before=0.1,drop-after=0.1,error-before=0.05,slow=0.1:300ms,not-found-lag=500ms,notice-twice=0.2,notice-late=0.2:2s}.
 *
 * <p>Probabilities are from 0 to 1. The drops and errors exclude each other, so together they are
 * at most 1; {@code slow} comes on top of them, and so does what becomes of notices. Durations are
 * whole milliseconds or seconds, up to one minute. Immutable.
 *
 * @param dropBefore the connection is cut, nothing was done
 * @param dropAfter the request is carried out, then the connection is cut without an answer
 * @param errorBefore 500 from in front of the processor: nothing was done and nothing is kept
 * @param errorDuring 500 from the processor itself before money moved: kept under the key
 * @param errorAfter 500 from the processor itself after money moved: kept under the key
 * @param slow how often a request is held up
 * @param slowBy for how long it is
 * @param notFoundLag for how long a new object can't be read yet
 * @param noticeTwice how often a notice is sent twice
 * @param noticeLate how often a notice is held back, so that later ones come before it
 * @param noticeLateBy for how long it is
 */
public record FaultSpec(
    double dropBefore,
    double dropAfter,
    double errorBefore,
    double errorDuring,
    double errorAfter,
    double slow,
    Duration slowBy,
    Duration notFoundLag,
    double noticeTwice,
    double noticeLate,
    Duration noticeLateBy) {

  /** No faults at all. */
  public static final FaultSpec NONE =
      new FaultSpec(0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, 0, 0, Duration.ZERO);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s)");

  /**
   * Reads the written form; the empty text and {@code none} are no faults.
   *
   * @return the faults, or one sentence on what is wrong with the text
   */
  public static Either<String, FaultSpec> parse(String text) {
    if (text.isBlank() || text.strip().equals("none")) {
      return Either.right(NONE);
    }
    Map<String, Double> shares = new HashMap<>();
    Map<String, Duration> durations = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        return Either.left("fault '" + part.strip() + "' has no value: write name=value");
      }
      String name = part.substring(0, equals).strip();
      if (!seen.add(name)) {
        return Either.left("fault '" + name + "' is given twice");
      }
      Either<String, String> read =
          read(name, part.substring(equals + 1).strip(), shares, durations);
      if (read.isLeft()) {
        return Either.left(read.getLeft());
      }
    }
    return new FaultSpec(
            shares.getOrDefault("drop-before", 0.0),
            shares.getOrDefault("drop-after", 0.0),
            shares.getOrDefault("error-before", 0.0),
            shares.getOrDefault("error-during", 0.0),
            shares.getOrDefault("error-after", 0.0),
            shares.getOrDefault("slow", 0.0),
            durations.getOrDefault("slow", Duration.ZERO),
            durations.getOrDefault("not-found-lag", Duration.ZERO),
            shares.getOrDefault("notice-twice", 0.0),
            shares.getOrDefault("notice-late", 0.0),
            durations.getOrDefault("notice-late", Duration.ZERO))
        .checked();
  }

  private static Either<String, String> read(
      String name, String value, Map<String, Double> shares, Map<String, Duration> durations) {
    return switch (name) {
      case "drop-before",
          "drop-after",
          "error-before",
          "error-during",
          "error-after",
          "notice-twice" ->
          share(name, value).peek(share -> shares.put(name, share)).map(share -> name);
      case "not-found-lag" ->
          duration(name, value).peek(lag -> durations.put(name, lag)).map(lag -> name);
      case "slow", "notice-late" -> shareFor(name, value, shares, durations);
      default ->
          Either.left(
              "unknown fault '"
                  + name
                  + "': known are drop-before, drop-after, error-before, error-during,"
                  + " error-after, slow, not-found-lag, notice-twice, notice-late");
    };
  }

  private static Either<String, String> shareFor(
      String name, String value, Map<String, Double> shares, Map<String, Duration> durations) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return Either.left(
          "fault '%1$s' is written %1$s=SHARE:DURATION, as in %1$s=0.1:300ms".formatted(name));
    }
    return share(name, value.substring(0, colon))
        .peek(share -> shares.put(name, share))
        .flatMap(share -> duration(name, value.substring(colon + 1)))
        .peek(by -> durations.put(name, by))
        .map(by -> name);
  }

  private Either<String, FaultSpec> checked() {
    double sum = dropBefore + dropAfter + errorBefore + errorDuring + errorAfter;
    return sum > 1.000_000_1
        ? Either.left("drops and errors exclude each other, but their shares add up to " + sum)
        : Either.right(this);
  }

  private static Either<String, Double> share(String name, String value) {
    if (!value.matches("[01]|[01]?\\.[0-9]{1,9}")) {
      return Either.left(
          "fault '" + name + "' has share '" + value + "': write a number from 0 to 1");
    }
    double share = Double.parseDouble(value);
    return share > 1
        ? Either.left("fault '" + name + "' has share '" + value + "': it is at most 1")
        : Either.right(share);
  }

  private static Either<String, Duration> duration(String name, String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      return Either.left(
          "fault '" + name + "' has duration '" + value + "': write it as 300ms or 2s");
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    return duration.compareTo(LONGEST) > 0
        ? Either.left("fault '" + name + "' has duration '" + value + "': at most 60s")
        : Either.right(duration);
  }

  /** The written form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",");
    add(text, "drop-before", dropBefore);
    add(text, "drop-after", dropAfter);
    add(text, "error-before", errorBefore);
    add(text, "error-during", errorDuring);
    add(text, "error-after", errorAfter);
    add(text, "slow", slow, slowBy);
    if (!notFoundLag.isZero()) {
      text.add("not-found-lag=" + notFoundLag.toMillis() + "ms");
    }
    add(text, "notice-twice", noticeTwice);
    add(text, "notice-late", noticeLate, noticeLateBy);
    return text.length() == 0 ? "none" : text.toString();
  }

  private static void add(StringJoiner text, String name, double share) {
    if (share > 0) {
      text.add(name + "=" + written(share));
    }
  }

  private static void add(StringJoiner text, String name, double share, Duration by) {
    if (share > 0) {
      text.add(name + "=" + written(share) + ":" + by.toMillis() + "ms");
    }
  }

  private static String written(double share) {
    String text = String.format(Locale.ROOT, "%.9f", share).replaceAll("0+$", "");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
