package dev.hexwing.rest.out;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;

/** Charges once, in a JVM with settings of its own, and prints the kind of answer. */
final class ChargeOnce {

  private ChargeOnce() {}

  public static void main(String[] args) {
    ProcessorSettings settings = ProcessorSettings.of(URI.create(args[0]), Samples.KEY);
    try (StripeProcessor processor = new StripeProcessor(settings, new SimpleMeterRegistry())) {
      System.out.println(processor.charge(Samples.charge()).getClass().getSimpleName());
    }
  }
}
