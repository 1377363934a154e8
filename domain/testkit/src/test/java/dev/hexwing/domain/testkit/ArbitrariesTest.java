package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.testkit.OrderLives.Placement;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jmolecules.ddd.annotation.Repository;

@StatisticsReport(onFailureOnly = true)
@SuppressWarnings("ClassCanBeStatic") // jqwik runs the groups of an instance only
class ArbitrariesTest {

  private static final List<ArbitraryContext> CONTEXTS =
      List.of(
          new SharedDomain(),
          new OrderingDomain(),
          new PaymentsDomain(),
          new DeliveryDomain(),
          new AccessDomain(),
          new NotificationDomain());

  @Group
  class Every_public_type {

    @Property(tries = 1)
    void has_an_arbitrary_that_gives_it() {
      List<Class<?>> types = publicTypes();
      assertThat(types).hasSizeGreaterThan(90);
      assertThat(types.stream().filter(type -> !given(type))).isEmpty();
    }

    private static boolean given(Class<?> type) {
      TypeUsage wanted = TypeUsage.of(type);
      List<ArbitraryProvider> providers =
          CONTEXTS.stream()
              .flatMap(context -> context.getArbitraryProviders().stream())
              .filter(provider -> provider.canProvideFor(wanted))
              .toList();
      return !providers.isEmpty()
          && providers.stream()
              .flatMap(provider -> provider.provideFor(wanted, any -> java.util.Set.of()).stream())
              .allMatch(values -> type.isInstance(values.sample()));
    }

    /** Values, snapshots, events and aggregates: what is neither refusal, port, enum nor tool. */
    private static List<Class<?>> publicTypes() {
      return DomainTypes.api().stream()
          .filter(type -> !type.isInterface() && !type.isEnum())
          .filter(type -> !DomainError.class.isAssignableFrom(type))
          .filter(type -> !Throwable.class.isAssignableFrom(type))
          .filter(type -> !type.isAnnotationPresent(Repository.class))
          .filter(type -> !type.getSimpleName().equals("Changes"))
          .filter(ArbitrariesTest::hasInstances)
          .toList();
    }
  }

  @Group
  @Domain(HexwingDomain.class)
  class By_type {

    @Property(tries = 50)
    void a_property_gets_what_it_asks_for(
        @ForAll Order order,
        @ForAll Drone drone,
        @ForAll RefundConfirmed event,
        @ForAll OrderCommand command,
        @ForAll @Size(max = 3) List<OrderLine> lines,
        @ForAll String text) {
      assertThat(order.lines()).isNotEmpty();
      assertThat(drone.id().value()).isNotBlank();
      assertThat(event.aggregateId()).isEqualTo(event.paymentId().toString());
      assertThat(command).isNotNull();
      assertThat(lines).hasSizeLessThanOrEqualTo(3);
      assertThat(text).isNotNull();
    }
  }

  @Group
  @Domain(HexwingDomain.class)
  class The_distribution {

    @Property
    void of_money_has_every_count_of_decimals_every_sign_and_both_ends(@ForAll Money money) {
      Cases.met("decimals", 20, money.currency().getDefaultFractionDigits(), 0, 2, 3, 4);
      Cases.met("sign", 5, Long.signum(money.amountMinor()), -1, 0, 1);
      Cases.met("least", 1, money.amountMinor() == Long.MIN_VALUE, true);
      Cases.met("most", 1, money.amountMinor() == Long.MAX_VALUE, true);
    }

    @Property
    void of_batteries_has_the_limits_and_their_neighbours(@ForAll BatteryLevel level) {
      Cases.met("level", 2, level.percent(), 0, 9, 10, 11, 19, 20, 21, 100);
    }

    @Property
    void of_quantities_has_both_ends(@ForAll Quantity quantity) {
      Cases.met("least", 1, quantity.value() == Quantity.LEAST, true);
      Cases.met("most", 1, quantity.value() == Quantity.MOST, true);
    }

    @Property
    void of_placements_has_one_line_few_and_a_hundred(@ForAll Placement placement) {
      int lines = placement.lines().size();
      Cases.met("lines", 5, lines == 1 ? "one" : lines < 100 ? "few" : "all", "one", "few", "all");
    }

    @Property
    void of_texts_has_naughty_ones(@ForAll CustomerId customerId) {
      Statistics.label("naughty").collect(Texts.NAUGHTY.contains(customerId.value()));
      Statistics.label("naughty")
          .coverage(seen -> seen.check(true).percentage(share -> share >= 3));
      Cases.met("beyond ASCII", 50, customerId.value().chars().anyMatch(c -> c > 127), true);
    }
  }

  @Group
  class Shrinking {

    @Property(tries = 5)
    void a_failing_order_ends_at_one_line_of_one(@ForAll long seed) {
      // From few lines: a hundred take minutes, and go the same way.
      Order least = Simplest.failing(OrderLives.orders(), seed, order -> order.lines().size() < 4);
      assertThat(least.lines()).hasSize(1);
      assertThat(least.lines().get(0).quantity()).isEqualTo(new Quantity(1));
      assertThat(least.lines().get(0).unitPrice().amountMinor()).isEqualTo(1);
      assertThat(least.lines().get(0).unitGrams()).isEqualTo(1);
    }

    @Property(tries = 5)
    void money_ends_at_a_single_unit(@ForAll long seed) {
      Money least = Simplest.failing(SharedValues.payableMoney(), seed, money -> true);
      assertThat(least).isEqualTo(Money.ofMinor(1, "EUR"));
    }
  }

  private static boolean hasInstances(Class<?> type) {
    return !Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .allMatch(method -> Modifier.isStatic(method.getModifiers()));
  }
}
