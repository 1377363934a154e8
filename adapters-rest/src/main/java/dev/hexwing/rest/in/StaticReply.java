package dev.hexwing.rest.in;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A document that stays the same while the server runs: sent once to each browser. */
final class StaticReply {

  private final String tag;
  private final Reply full;
  private final Reply unchanged;

  StaticReply(String contentType, String text) {
    this.tag = '"' + sha256(text).substring(0, 22) + '"';
    this.full = headed(Reply.of(200, contentType, text.getBytes(StandardCharsets.UTF_8)));
    this.unchanged = headed(Reply.empty(304));
  }

  private StaticReply(String tag, Reply full, Reply unchanged) {
    this.tag = tag;
    this.full = full;
    this.unchanged = unchanged;
  }

  /** With one more header. */
  StaticReply with(String name, String value) {
    return new StaticReply(
        tag,
        full.with(HeaderNames.create(name), value),
        unchanged.with(HeaderNames.create(name), value));
  }

  private Reply headed(Reply reply) {
    // Asked about every time, carried over a slow line only once.
    return reply.with(HeaderNames.ETAG, tag).with(HeaderNames.CACHE_CONTROL, "no-cache");
  }

  Reply answer(Headers request) {
    return request.values(HeaderNames.IF_NONE_MATCH).contains(tag) ? unchanged : full;
  }

  /** The Base64 form of a text's SHA-256 digest. */
  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
