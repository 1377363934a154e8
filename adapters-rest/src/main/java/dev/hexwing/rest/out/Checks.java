package dev.hexwing.rest.out;

import java.time.Duration;

/** Refuses settings out of range, naming the setting, the value and the range. */
final class Checks {

  private Checks() {}

  static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }

  static void positive(String name, Duration value, Duration most) {
    if (value.isZero()) {
      throw new IllegalArgumentException(name + " must be more than nothing");
    }
    notNegative(name, value, most);
  }

  static void notNegative(String name, Duration value, Duration most) {
    if (value.isNegative() || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(name + " must be up to " + most + ", not " + value);
    }
  }
}
