package dev.hexwing.persistence;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts how often the server has told this thread that it is done and waits, as the driver logs
 * it.
 */
final class Answers extends Handler {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final long thread = Thread.currentThread().threadId();
  private int count;

  static int during(Runnable work) {
    Answers answers = new Answers();
    Level before = DRIVER.getLevel();
    DRIVER.addHandler(answers);
    DRIVER.setLevel(Level.ALL);
    try {
      work.run();
      return answers.count;
    } finally {
      DRIVER.setLevel(before);
      DRIVER.removeHandler(answers);
    }
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLongThreadID() == thread && line.getMessage().contains("ReadyForQuery")) {
      count++;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
