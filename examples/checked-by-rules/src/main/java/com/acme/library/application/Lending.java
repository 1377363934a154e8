package com.acme.library.application;

import com.acme.library.application.port.in.LendBook;
import com.acme.library.application.port.out.Books;
import com.acme.library.domain.lending.BookId;

/** Serves readers. */
public final class Lending implements LendBook {

  private final Books books;

  /** Serves readers from these books. */
  public Lending(Books books) {
    this.books = books;
  }

  @Override
  public boolean lend(BookId id) {
    return books
        .find(id)
        .map(
            book -> {
              boolean lent = book.lend();
              books.keep(book);
              return lent;
            })
        .orElse(false);
  }
}
