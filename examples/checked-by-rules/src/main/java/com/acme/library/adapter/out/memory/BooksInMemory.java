package com.acme.library.adapter.out.memory;

import com.acme.library.application.port.out.Books;
import com.acme.library.domain.lending.Book;
import com.acme.library.domain.lending.BookId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Books as long as the program runs. */
public final class BooksInMemory implements Books {

  private final Map<BookId, Book> books = new ConcurrentHashMap<>();

  @Override
  public Optional<Book> find(BookId id) {
    return Optional.ofNullable(books.get(id));
  }

  @Override
  public void keep(Book book) {
    books.put(book.id(), book);
  }
}
