package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What is kept in place of a secret that a machine drew: its SHA-256 digest (FIPS 180-4).
 *
 * <p>For API keys and refresh tokens, which have at least 128 random bits, so that no dictionary
 * helps whoever steals the hash. Not for passwords: those need a slow, salted function. The secret
 * itself is never stored, logged or repeated.
 *
 * @param value algorithm version, a colon, and 64 hexadecimal digits: {@code v1:9f86d0…}
 */
@ValueObject
public record SecretHash(String value) {

  /** The fewest characters of a secret: 128 bits in Base64. */
  public static final int SHORTEST_SECRET = 22;

  /** The most characters of a secret. */
  public static final int LONGEST_SECRET = 512;

  private static final String ALGORITHM = "v1:";
  private static final Pattern FORM = Pattern.compile("v1:[0-9a-f]{64}");

  /** Refuses text that is no such hash with {@link IllegalArgumentException}. */
  public SecretHash {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a hash of a secret");
    }
  }

  /**
   * The hash of a secret that somebody outside showed.
   *
   * @param secret 22 to 512 visible ASCII characters; anything else cannot be one of ours
   */
  public static Either<InvalidValue, SecretHash> of(String secret) {
    Objects.requireNonNull(secret, "secret");
    if (!isSane(secret)) {
      return Either.left(
          new InvalidValue(
              "access.secret-malformed", "secret", "must be 22 to 512 visible ASCII characters"));
    }
    byte[] digest = sha256().digest(secret.getBytes(StandardCharsets.US_ASCII));
    return Either.right(new SecretHash(ALGORITHM + HexFormat.of().formatHex(digest)));
  }

  /** Whether two hashes are the same, in a time that does not tell how much of them is. */
  public boolean matches(SecretHash other) {
    Objects.requireNonNull(other, "other");
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isSane(String secret) {
    if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
      return false;
    }
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c <= 0x20 || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first digits only, enough to tell two apart in a log. */
  @Override
  public String toString() {
    return value.substring(0, ALGORITHM.length() + 8) + "…";
  }
}
