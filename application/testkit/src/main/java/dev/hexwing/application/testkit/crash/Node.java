package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.testkit.DirectBroker;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.domain.delivery.DispatchPolicy;
import io.vavr.control.Option;
import java.time.Duration;

/** One node of the shop, until it dies. */
final class Node {

  private static final HexwingSettings SETTINGS =
      new HexwingSettings(
          Setup.TIMES, DispatchPolicy.STANDARD, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final String name;
  private final Steps steps;
  private final DirectBroker broker = new DirectBroker();
  private final OutboxQueue outbox;
  private final Hexwing hexwing;
  private boolean dead;

  Node(
      String name,
      Steps steps,
      DrivenPorts ports,
      ProcessorFixture processor,
      EventConsumer listener) {
    this.name = name;
    this.steps = steps;
    this.outbox = new WatchedOutbox(ports.outbox(), this);
    broker.subscribe(listener);
    this.hexwing =
        Hexwing.assemble(
            new DrivenPorts(
                new WatchedUnitOfWork(ports.unitOfWork(), this),
                outbox,
                new WatchedBroker(broker, this),
                new WatchedProcessor(ports.processor(), processor, this),
                ports.catalog(),
                ports.figures(),
                ports.ids(),
                ports.clock()),
            SETTINGS);
  }

  String name() {
    return name;
  }

  UseCases useCases() {
    mustLive();
    return hexwing.useCases();
  }

  boolean recoverNext() {
    mustLive();
    return hexwing.recoverNext();
  }

  /** Sends events until none is left, and has waiting parcels flown. */
  int deliverEvents() {
    mustLive();
    int sent = broker.drain(outbox);
    hexwing.dispatchOnce();
    return sent + broker.drain(outbox);
  }

  Option<Fault> pass(Step.Kind kind, String what) {
    return steps.pass(this, kind, what);
  }

  boolean isDead() {
    return dead;
  }

  void mustLive() {
    if (dead) {
      throw new NodeDied(name);
    }
  }

  void die() {
    dead = true;
    throw new NodeDied(name);
  }

  /** Ends the node from outside, once nothing runs on it. */
  void end() {
    dead = true;
  }
}
