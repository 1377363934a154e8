package dev.hexwing.examples.benchmarks.peers;

import java.util.concurrent.atomic.AtomicInteger;

/** An outbox with a handler that does nothing but count. */
interface Peer extends AutoCloseable {

  /** So many events wait. */
  void fill(int events) throws Exception;

  /** Returns when all have been handled and are marked; each handling is counted. */
  void run(int events, AtomicInteger handled) throws Exception;

  @Override
  void close();
}
