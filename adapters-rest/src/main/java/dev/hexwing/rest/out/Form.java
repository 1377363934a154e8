package dev.hexwing.rest.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * Named values in the order they were added, written as {@code application/x-www-form-urlencoded}.
 *
 * <p>Square brackets in names stay as they are, as in Stripe's own examples; everything else is
 * encoded as the WHATWG URL standard says.
 */
final class Form {

  private final StringBuilder text = new StringBuilder();

  Form with(String name, String value) {
    if (!text.isEmpty()) {
      text.append('&');
    }
    text.append(URLEncoder.encode(name, UTF_8).replace("%5B", "[").replace("%5D", "]"));
    text.append('=').append(URLEncoder.encode(value, UTF_8));
    return this;
  }

  Form with(String name, long value) {
    return with(name, Long.toString(value));
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
