package dev.hexwing.rest.out;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The way out for one kind of call: a bounded number at a time, behind a circuit breaker.
 *
 * <p>Payments and look-ups have a lane each, so that neither takes the other's places, closes the
 * other's circuit, or uses up the few calls by which a half-open circuit is tried. Whoever finds no
 * place is turned away at once; nobody queues.
 */
final class Lane {

  private final Bulkhead bulkhead;
  private final CircuitBreaker breaker;

  Lane(String name, int places, CircuitSettings circuit, Clock clock) {
    bulkhead =
        Bulkhead.of(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(Duration.ZERO)
                .build());
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(
                    circuit.window(), circuit.minimumCalls(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(circuit.failurePercent())
                .slowCallDurationThreshold(circuit.slowAfter())
                .slowCallRateThreshold(circuit.slowPercent())
                .waitDurationInOpenState(circuit.openFor())
                .permittedNumberOfCallsInHalfOpenState(circuit.trialCalls())
                .build());
  }

  /** Makes the call if there is a place and the circuit lets it through. */
  Heard call(Supplier<Heard> call) {
    if (!bulkhead.tryAcquirePermission()) {
      return new Heard.NeverLeft(bulkhead.getName() + ": all places taken");
    }
    try {
      return breaker.tryAcquirePermission()
          ? judged(call)
          : new Heard.NeverLeft(breaker.getName() + ": circuit open");
    } finally {
      bulkhead.onComplete();
    }
  }

  private Heard judged(Supplier<Heard> call) {
    boolean judged = false;
    long start = breaker.getCurrentTimestamp();
    try {
      Heard heard = call.get();
      judge(heard, breaker.getCurrentTimestamp() - start);
      judged = true;
      return heard;
    } finally {
      if (!judged) {
        breaker.releasePermission();
      }
    }
  }

  private void judge(Heard heard, long took) {
    switch (heard) {
      case Heard.Reply reply when !reply.stumbles() ->
          breaker.onSuccess(took, breaker.getTimestampUnit());
      case Heard.Reply reply -> failed(reply.toString(), took);
      case Heard.Lost lost -> failed(lost.why(), took);
      case Heard.NeverLeft unsent -> failed(unsent.why(), took);
    }
  }

  private void failed(String why, long took) {
    breaker.onError(took, breaker.getTimestampUnit(), new IOException(why));
  }

  /** The circuit for a gauge: 0 closed, 1 on trial, 2 open. */
  int circuit() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> 0;
      case HALF_OPEN -> 1;
      case OPEN, FORCED_OPEN -> 2;
    };
  }
}
