package dev.hexwing.examples.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/** One way of getting a backlog of events to a handler that does nothing with them. */
interface Drain extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /** So many events wait, and none that is sent is left. */
  void fill(int events) throws Exception;

  /** Returns when all have been handled and are marked; each handling is counted. */
  void run(int events, AtomicInteger handled) throws Exception;

  @Override
  void close() throws Exception;
}
