package com.acme.library.application.port.out;

import com.acme.library.domain.lending.Book;
import com.acme.library.domain.lending.BookId;
import java.util.Optional;

/** Keeps the books. */
public interface Books {

  /** The book of that number, if there is one. */
  Optional<Book> find(BookId id);

  /** Keeps what became of a book. */
  void keep(Book book);
}
