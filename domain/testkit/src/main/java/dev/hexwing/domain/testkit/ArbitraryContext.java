package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** A context whose types have arbitraries, written as a list of the two. */
abstract class ArbitraryContext extends DomainContextBase {

  private final List<ArbitraryProvider> providers = new ArrayList<>();

  /** A type of which the arbitrary is this, wherever a property asks for it. */
  final <T> void provide(Class<T> type, Supplier<? extends Arbitrary<? extends T>> values) {
    provide(TypeUsage.of(type), values);
  }

  /** A generic type of which the arbitrary is this. */
  final void provide(TypeUsage type, Supplier<? extends Arbitrary<?>> values) {
    providers.add(new One(type, values));
  }

  /** A family of events of which any and each single one can be asked for. */
  final <E extends DomainEvent> void provideEach(
      Class<E> family,
      Supplier<Arbitrary<E>> any,
      Function<Class<? extends E>, Arbitrary<? extends E>> each) {
    provide(family, any);
    providers.add(new Each<>(family, each));
  }

  @Override
  public Collection<ArbitraryProvider> getArbitraryProviders() {
    List<ArbitraryProvider> all = new ArrayList<>(super.getArbitraryProviders());
    all.addAll(providers);
    return all;
  }

  private record One(TypeUsage type, Supplier<? extends Arbitrary<?>> values)
      implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage wanted) {
      return !wanted.isOfType(Object.class) && type.canBeAssignedTo(wanted);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage wanted, SubtypeProvider subtypes) {
      return Set.of(values.get());
    }
  }

  private record Each<E extends DomainEvent>(
      Class<E> family, Function<Class<? extends E>, Arbitrary<? extends E>> each)
      implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage wanted) {
      return wanted.getRawType() != family && family.isAssignableFrom(wanted.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage wanted, SubtypeProvider subtypes) {
      return Set.of(each.apply(wanted.getRawType().asSubclass(family)));
    }
  }
}
