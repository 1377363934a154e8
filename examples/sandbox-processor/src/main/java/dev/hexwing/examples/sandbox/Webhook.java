package dev.hexwing.examples.sandbox;

import java.net.URI;

/**
 * Where notices go and what they are signed with.
 *
 * @param url an absolute http or https address
 * @param secret the shared secret, never printed
 */
public record Webhook(URI url, String secret) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if the address is not http or https, or the secret is blank
   */
  public Webhook {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("webhook url '" + url + "' is not an http(s) address");
    }
    if (secret.isBlank()) {
      throw new IllegalArgumentException("the webhook secret is blank");
    }
  }

  @Override
  public String toString() {
    return "Webhook[url=" + url + ", secret=…]";
  }
}
