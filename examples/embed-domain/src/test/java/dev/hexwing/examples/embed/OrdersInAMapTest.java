package dev.hexwing.examples.embed;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.testkit.HexwingDomain;
import dev.hexwing.domain.testkit.Invariant;
import dev.hexwing.domain.testkit.Life;
import dev.hexwing.domain.testkit.OrderCommand;
import dev.hexwing.domain.testkit.OrderInvariant;
import dev.hexwing.domain.testkit.OrderLives;
import dev.hexwing.domain.testkit.OrderLives.Placement;
import dev.hexwing.domain.testkit.OrderModel;
import dev.hexwing.domain.testkit.Subject;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.state.ActionChain;

@Domain(HexwingDomain.class)
class OrdersInAMapTest {

  /** Your code: a handler that reads, decides and writes, over a store of yours. */
  private static final class Handler implements Subject<OrderCommand, OrderSnapshot, OrderEvent> {

    private final Map<OrderId, OrderSnapshot> rows = new HashMap<>();
    private final List<OrderEvent> outbox = new ArrayList<>();
    private final OrderId id;

    Handler(Placement placement) {
      id = placement.orderId();
      save(placement.place());
    }

    @Override
    public Either<? extends DomainError, ?> carryOut(OrderCommand command) {
      Order order = Order.reconstitute(snapshot());
      return command.carryOut(order).peek(done -> save(order));
    }

    private void save(Order order) {
      rows.put(id, order.snapshot());
      outbox.addAll(order.drainEvents());
    }

    @Override
    public OrderSnapshot snapshot() {
      return Objects.requireNonNull(rows.get(id));
    }

    @Override
    public List<OrderEvent> drainEvents() {
      List<OrderEvent> sent = List.copyOf(outbox);
      outbox.clear();
      return sent;
    }

    @Override
    public void storeAndReadAnew() {
      // Each command reads from the store already.
    }
  }

  @Property
  void my_handler_does_what_the_rules_say(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Life<OrderCommand, OrderSnapshot, OrderEvent> life = chain.run();
    new OrderModel().accompany(life);
    Invariant.checkAll(OrderInvariant.values(), life.story());
  }

  @Provide
  Arbitrary<ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>>> lives() {
    return OrderLives.lives(Handler::new);
  }
}
