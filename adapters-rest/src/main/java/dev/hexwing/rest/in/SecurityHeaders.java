package dev.hexwing.rest.in;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.List;

/** What every answer carries so that a browser does nothing with it but what we mean. */
final class SecurityHeaders {

  /** An answer of the API is data: nothing in it may load, run, or be framed. */
  private static final Header API_CSP =
      HeaderValues.createCached(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  /** Answers name customers' orders and payments: no cache on the way may keep them. */
  private static final Header NO_STORE = HeaderValues.createCached("Cache-Control", "no-store");

  private static final List<Header> ALWAYS =
      List.of(
          // JSON stays JSON even if somebody has a browser open it as a page or a script.
          HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
          // For browsers that do not know frame-ancestors: no click is stolen through a frame.
          HeaderValues.createCached("X-Frame-Options", "DENY"),
          // Our paths hold ids of orders and payments, which are nobody else's business.
          HeaderValues.createCached("Referrer-Policy", "no-referrer"),
          // No other site may read an answer by embedding it.
          HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"));

  private SecurityHeaders() {}

  /** Headers for any answer. */
  static List<Header> always() {
    return ALWAYS;
  }

  /** Headers for an answer that does not say these things itself. */
  static List<Header> unlessSaid() {
    return List.of(API_CSP, NO_STORE);
  }
}
