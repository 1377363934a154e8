package dev.hexwing.rest.in;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a notice is the processor's own and fresh.
 *
 * <p>The header reads {@code t=1700000000,v1=hex,v1=hex}: the time of sending, and HMAC-SHA256 over
 * that time, a dot, and the body, once for each secret that is valid at the moment. Other schemes
 * in it are passed over. Comparison takes the same time wherever two signatures differ.
 */
final class ProcessorSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST_SIGNATURES = 10;

  private final SecretKeySpec secret;
  private final Duration tolerance;
  private final InstantSource clock;

  ProcessorSignature(String secret, Duration tolerance, InstantSource clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.tolerance = tolerance;
    this.clock = clock;
  }

  boolean holds(String header, byte[] body) {
    String sentAt = "";
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String item = part.strip();
      if (item.startsWith("t=")) {
        sentAt = item.substring(2);
      } else if (item.startsWith("v1=")) {
        signatures.add(item.substring(3));
      }
    }
    return signatures.size() <= MOST_SIGNATURES
        && isFresh(sentAt)
        && anyMatches(signatures, sign(sentAt, body));
  }

  private boolean isFresh(String sentAt) {
    if (!sentAt.matches("[0-9]{1,11}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(sentAt)), clock.instant());
    return age.abs().compareTo(tolerance) <= 0;
  }

  private static boolean anyMatches(List<String> signatures, byte[] expected) {
    boolean matches = false;
    for (String signature : signatures) {
      byte[] given = signature.getBytes(StandardCharsets.UTF_8);
      // No early exit: the time taken must not tell which one was right.
      matches |= MessageDigest.isEqual(given, expected);
    }
    return matches;
  }

  private byte[] sign(String sentAt, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((sentAt + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
