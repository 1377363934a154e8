package dev.hexwing.examples.droneshop.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is played, and where.
 *
 * @param shop the shop's address
 * @param processor the processor's address
 * @param processorKey shows the processor that we may read its ledger
 * @param count how many customers, unless they come from a file
 * @param taps how often each taps, unless a file says so
 * @param drop probability that a message between customers and shop is lost, 0 to below 1
 * @param threads how many customers are on their way at once
 * @param seed decides everything that is left to dice
 * @param input file of orders, if they are not drawn
 * @param patience how long a customer keeps asking before leaving it to the end of the run
 * @param settleWithin how long to wait at the end for what is still open
 */
record Play(
    URI shop,
    URI processor,
    String processorKey,
    long count,
    int taps,
    double drop,
    int threads,
    long seed,
    Optional<Path> input,
    Duration patience,
    Duration settleWithin) {

  @Override
  public String toString() {
    return "Play[shop=%s, processor=%s, count=%d, taps=%d, drop=%s, threads=%d, seed=%d]"
        .formatted(shop, processor, count, taps, drop, threads, seed);
  }
}
