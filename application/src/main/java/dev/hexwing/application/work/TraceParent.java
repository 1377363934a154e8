package dev.hexwing.application.work;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a piece of work stands in a distributed trace: {@code
 * 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01}.
 *
 * <p>Hexwing records no spans of its own. It hands on what it was told, so that whoever does record
 * them finds the handlers of an event below the tap that started it.
 *
 * @param value in version 00 of the format; never all zeros, and no flag but <em>sampled</em>
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public record TraceParent(String value) {

  private static final Pattern SENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final Pattern OURS = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-0[01]");
  private static final String VERSION = "00";
  private static final String NO_VERSION = "ff";
  private static final int LONGEST = 512;
  private static final int SAMPLED = 1;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} reads text of others. */
  public TraceParent {
    Matcher parts = OURS.matcher(value);
    if (!parts.matches() || isZero(parts.group(1)) || isZero(parts.group(2))) {
      throw new IllegalArgumentException("not a traceparent of version 00");
    }
  }

  /** A trace and a step in it, by their names in lower-case hexadecimal. */
  public static TraceParent of(String traceId, String parentId, boolean sampled) {
    return new TraceParent(VERSION + "-" + traceId + "-" + parentId + (sampled ? "-01" : "-00"));
  }

  /**
   * Reads text from outside; none if it is malformed. Of versions to come, what version 00 knows is
   * taken.
   */
  public static Option<TraceParent> of(String text) {
    Matcher parts = SENT.matcher(text.length() > LONGEST ? "" : text);
    if (!parts.matches()
        || parts.group(1).equals(NO_VERSION)
        || (parts.group(1).equals(VERSION) && parts.group(5) != null)
        || isZero(parts.group(2))
        || isZero(parts.group(3))) {
      return Option.none();
    }
    boolean sampled = (Integer.parseInt(parts.group(4), 16) & SAMPLED) != 0;
    return Option.some(of(parts.group(2), parts.group(3), sampled));
  }

  private static boolean isZero(String hex) {
    return hex.chars().allMatch(digit -> digit == '0');
  }

  @Override
  public String toString() {
    return value;
  }
}
