package com.acme.library.domain.lending;

import java.util.Objects;

/**
 * Names a book.
 *
 * @param value the number on its spine
 */
public record BookId(String value) {

  /** Checks that there is a number. */
  public BookId {
    Objects.requireNonNull(value, "value");
  }
}
