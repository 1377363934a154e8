package dev.hexwing.examples.sandbox;

import java.util.concurrent.ThreadLocalRandom;

/** Ids in Stripe's form: a prefix that names the kind, then random letters and digits. */
final class Ids {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Ids() {}

  static String paymentIntent() {
    return "pi_3" + random(23);
  }

  static String charge() {
    return "ch_3" + random(23);
  }

  static String refund() {
    return "re_3" + random(23);
  }

  static String paymentMethod() {
    return "pm_1" + random(23);
  }

  static String event() {
    return "evt_3" + random(23);
  }

  static String request() {
    return "req_" + random(14);
  }

  static String random(int length) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
