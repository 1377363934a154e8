package com.acme.library.application.port.in;

import com.acme.library.domain.lending.BookId;

/** A reader wants a book. */
public interface LendBook {

  /** Lends it; false if there is none, or somebody has it already. */
  boolean lend(BookId id);
}
