package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.testkit.crash.Step.Kind;
import dev.hexwing.domain.shared.DomainEvent;

/** A broker between two of whose consumers a node may die. */
record WatchedBroker(MessageBroker real, Node node) implements MessageBroker {

  @Override
  public void subscribe(EventConsumer consumer) {
    real.subscribe(new Watched(consumer, node));
  }

  @Override
  public void publish(DomainEvent event) {
    real.publish(event);
  }

  @Override
  public void close() {
    real.close();
  }

  private record Watched(EventConsumer real, Node node) implements EventConsumer {

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public boolean wants(DomainEvent event) {
      return real.wants(event);
    }

    @Override
    public void on(DomainEvent event) {
      String what = real.name() + " hears " + event.getClass().getSimpleName();
      node.pass(Kind.BEFORE, what);
      real.on(event);
      node.pass(Kind.AFTER, what);
    }
  }
}
