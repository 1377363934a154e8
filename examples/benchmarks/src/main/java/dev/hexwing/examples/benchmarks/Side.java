package dev.hexwing.examples.benchmarks;

/** One way of doing what is measured. */
interface Side extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /** One for each thread; kept from round to round and closed with the side. */
  Worker worker() throws Exception;

  /** Whatever a round needs that is not to be measured. */
  default void beforeRound() throws Exception {}

  @Override
  void close() throws Exception;

  /** Does one item of the work at a time, for one thread. */
  @FunctionalInterface
  interface Worker {
    void work(int item) throws Exception;
  }
}
