package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.application.testkit.StoreFixture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is explored: where its stores and processors come from, and what each node makes of them.
 */
record Setup(
    Supplier<? extends StoreFixture> stores,
    Function<InstantSource, ? extends ProcessorFixture> processors,
    UnaryOperator<DrivenPorts> ports,
    boolean transactionsMingle,
    int mostFaults) {

  /** Nobody waits in real time: a repeated request looks once more and is told to come back. */
  static final PaymentTimes TIMES =
      new PaymentTimes(
          Duration.ofNanos(1_000),
          Duration.ofSeconds(20),
          Duration.ofMillis(250),
          Duration.ofSeconds(10),
          12,
          Duration.ofSeconds(1));

  /** Longer than any lease that a dead node may have left. */
  static final Duration LEASES_OVER = Duration.ofSeconds(31);

  Setup withProcessors(Function<InstantSource, ? extends ProcessorFixture> others) {
    return new Setup(stores, others, ports, transactionsMingle, mostFaults);
  }

  Setup withPorts(UnaryOperator<DrivenPorts> others) {
    return new Setup(stores, processors, others, transactionsMingle, mostFaults);
  }

  Setup mingling() {
    return new Setup(stores, processors, ports, true, mostFaults);
  }

  Setup withMostFaults(int most) {
    return new Setup(stores, processors, ports, transactionsMingle, most);
  }
}
