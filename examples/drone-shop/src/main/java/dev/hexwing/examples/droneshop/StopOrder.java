package dev.hexwing.examples.droneshop;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first; what fails to close does not hold up the rest. */
final class StopOrder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StopOrder.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Notes something that was opened, and hands it back. */
  synchronized <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable next = opened.pop();
      try {
        next.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        log.warn("{} did not stop in order", next.getClass().getSimpleName(), e);
      }
    }
  }
}
