package com.acme.library.domain.lending;

import java.util.Objects;

/** A book that is in or out. */
public final class Book {

  private final BookId id;
  private boolean lent;

  /** A book that is in. */
  public Book(BookId id) {
    this.id = Objects.requireNonNull(id, "id");
  }

  /** Which book it is. */
  public BookId id() {
    return id;
  }

  /** Lends it; false if somebody has it already. */
  public boolean lend() {
    boolean wasIn = !lent;
    lent = true;
    return wasIn;
  }
}
