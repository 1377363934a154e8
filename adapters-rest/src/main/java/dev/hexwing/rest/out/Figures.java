package dev.hexwing.rest.out;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;

/** Counts and times what the processor was asked, by outcome. */
final class Figures {

  private static final String CHARGES = "hexwing.charges";
  private static final String REFUNDS = "hexwing.refunds";
  private static final String LOOK_UPS = "hexwing.lookups";
  private static final List<String> OUTCOMES =
      List.of("approved", "declined", "not-sent", "unknown");
  private static final List<String> RESULTS = List.of("found", "pending", "absent", "unanswered");

  private final MeterRegistry registry;

  Figures(MeterRegistry registry, Lane payments, Lane lookUps) {
    this.registry = registry;
    OUTCOMES.forEach(outcome -> registry.counter(CHARGES, "outcome", outcome));
    OUTCOMES.forEach(outcome -> registry.counter(REFUNDS, "outcome", outcome));
    RESULTS.forEach(result -> registry.counter(LOOK_UPS, "outcome", result));
    circuit("payments", payments);
    circuit("look-ups", lookUps);
  }

  private void circuit(String name, Lane lane) {
    Gauge.builder("hexwing.processor.circuit", lane, Lane::circuit)
        .description("0 closed, 1 on trial, 2 open")
        .tag("lane", name)
        .register(registry);
  }

  ProcessorAnswer charge(Supplier<ProcessorAnswer> call) {
    return asked(CHARGES, "charge", call);
  }

  ProcessorAnswer refund(Supplier<ProcessorAnswer> call) {
    return asked(REFUNDS, "refund", call);
  }

  LookUp lookUp(Supplier<LookUp> call) {
    Timer.Sample sample = Timer.start(registry);
    LookUp result = call.get();
    sample.stop(timer("look-up"));
    registry.counter(LOOK_UPS, "outcome", name(result)).increment();
    return result;
  }

  private ProcessorAnswer asked(String counter, String operation, Supplier<ProcessorAnswer> call) {
    Timer.Sample sample = Timer.start(registry);
    ProcessorAnswer answer = call.get();
    sample.stop(timer(operation));
    registry.counter(counter, "outcome", name(answer)).increment();
    return answer;
  }

  private Timer timer(String operation) {
    return registry.timer("hexwing.processor.time", "operation", operation);
  }

  private static String name(ProcessorAnswer answer) {
    return switch (answer) {
      case ProcessorAnswer.Approved approved -> "approved";
      case ProcessorAnswer.Declined declined -> "declined";
      case ProcessorAnswer.NotSent notSent -> "not-sent";
      case ProcessorAnswer.Unknown unknown -> "unknown";
    };
  }

  private static String name(LookUp result) {
    return switch (result) {
      case LookUp.Found found -> "found";
      case LookUp.Pending pending -> "pending";
      case LookUp.Absent absent -> "absent";
      case LookUp.Unanswered unanswered -> "unanswered";
    };
  }
}
