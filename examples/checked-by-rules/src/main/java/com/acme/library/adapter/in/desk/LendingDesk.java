package com.acme.library.adapter.in.desk;

import com.acme.library.application.port.in.LendBook;
import com.acme.library.domain.lending.BookId;

/** The desk that readers come to. */
public final class LendingDesk {

  private final LendBook lendBook;

  /** A desk that lends. */
  public LendingDesk(LendBook lendBook) {
    this.lendBook = lendBook;
  }

  /** What a reader is told. */
  public String ask(String number) {
    return lendBook.lend(new BookId(number)) ? "here you are" : "not here";
  }
}
