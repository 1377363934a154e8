package dev.hexwing.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What was asked, as a SHA-256 digest, so that a key used for another request is recognised.
 *
 * @param value algorithm version (a {@code v} and a whole number below 1,000), a colon, and 64
 *     small hexadecimal digits: {@code v1:9f86d0…}
 */
@ValueObject
public record RequestFingerprint(String value) {

  private static final String ALGORITHM = "v1:";
  private static final int DIGITS = 64;

  /** To be copied: looking the algorithm up takes longer than a digest of a request. */
  private static final MessageDigest SHA_256 = sha256();

  /** Refuses text that is no fingerprint with {@link IllegalArgumentException}. */
  public RequestFingerprint {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not a request fingerprint");
    }
  }

  /**
   * The fingerprint of a request in its canonical parts: operation, scope, and what was asked.
   *
   * <p>Each part is digested with its length, so that no two lists of parts look alike.
   */
  public static RequestFingerprint of(String operation, String scope, String... parts) {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(parts, "parts");
    MessageDigest digest = empty();
    add(digest, operation);
    add(digest, scope);
    for (String part : parts) {
      add(digest, part);
    }
    return new RequestFingerprint(ALGORITHM + HexFormat.of().formatHex(digest.digest()));
  }

  private static boolean isSane(String text) {
    int colon = text.length() - DIGITS - 1;
    if (colon < 2 || colon > 4 || text.charAt(0) != 'v' || text.charAt(colon) != ':') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'a' && c <= 'f' && i > colon;
      if (!digit && !letter && i != colon) {
        return false;
      }
    }
    return text.charAt(1) != '0';
  }

  private static void add(MessageDigest digest, String part) {
    byte[] text = part.getBytes(StandardCharsets.UTF_8);
    int length = text.length;
    byte[] before = {
      (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
    };
    digest.update(before);
    digest.update(text);
  }

  private static MessageDigest empty() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
