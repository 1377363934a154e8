package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.UnreadableEvent;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Every factory and every command, given every wrong thing: it answers with a refusal or a
 * documented exception, and leaves the aggregate as it was.
 */
@StatisticsReport(onFailureOnly = true)
class BadInputTest {

  private static final Map<Class<?>, Supplier<Object>> AGGREGATES =
      Map.of(
          Order.class, Samples::order,
          Payment.class, Samples::payment,
          Drone.class, Samples::drone,
          Delivery.class, Samples::delivery,
          ApiKey.class, Samples::apiKey,
          RefreshTokenFamily.class, Samples::family,
          Subscriber.class, Samples::subscriber,
          Notification.class, Samples::notification);

  private static final List<Class<?>> ROOTS =
      AGGREGATES.keySet().stream().sorted(Comparator.comparing(Class::getName)).toList();

  /** Whom a constructor or a static method is called on; reflection takes no notice of it. */
  private static final Object NOBODY = new Object();

  private static final Set<Class<? extends Throwable>> DOCUMENTED =
      Set.of(
          IllegalArgumentException.class,
          ArithmeticException.class,
          NullPointerException.class,
          DateTimeException.class,
          UnreadableEvent.class);

  /** Public ways in: factories and constructors of what users make, and all commands. */
  private static List<Executable> waysIn() {
    List<Executable> ways = new ArrayList<>();
    for (Class<?> type : DomainTypes.api()) {
      if (Throwable.class.isAssignableFrom(type) || DomainError.class.isAssignableFrom(type)) {
        continue;
      }
      ways.addAll(List.of(type.getConstructors()));
      Stream.of(type.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .filter(method -> Modifier.isStatic(method.getModifiers()) || isInstanceKnown(type))
          .filter(method -> !Set.of("equals", "compareTo", "valueOf").contains(method.getName()))
          .forEach(ways::add);
    }
    return ways;
  }

  private static boolean isInstanceKnown(Class<?> type) {
    return AGGREGATES.containsKey(type) || !Samples.of(type).isEmpty();
  }

  private static Object instance(Class<?> type) {
    return AGGREGATES.containsKey(type) ? AGGREGATES.get(type).get() : Samples.of(type).get(0);
  }

  @Example
  void an_absent_argument_is_refused_by_its_name() {
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (Executable way : waysIn()) {
      for (int i = 0; i < way.getParameterCount(); i++) {
        if (!way.getParameterTypes()[i].isPrimitive() && isCallable(way, i)) {
          checked++;
          Option<Throwable> thrown = thrown(way, arguments(way, i));
          String name = way.getParameters()[i].getName();
          if (!thrown.exists(
              one -> one instanceof NullPointerException && name.equals(one.getMessage()))) {
            wrong.add(way + ", " + name + " absent: " + thrown);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(400);
  }

  /** Whether the arguments before the absent one can be had; those behind it do not matter. */
  private static boolean isCallable(Executable way, int absent) {
    return Arrays.stream(way.getParameterTypes())
        .limit(absent)
        .noneMatch(type -> Samples.of(type).isEmpty());
  }

  private static Object[] arguments(Executable way, int absent) {
    Object[] arguments = new Object[way.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      List<?> samples = Samples.of(way.getParameterTypes()[i]);
      arguments[i] = i == absent || samples.isEmpty() ? null : samples.get(0);
    }
    return arguments;
  }

  private static Option<Throwable> thrown(Executable way, Object... arguments) {
    try {
      boolean alone = way instanceof Constructor || Modifier.isStatic(way.getModifiers());
      call(way, alone ? NOBODY : instance(way.getDeclaringClass()), arguments);
      return Option.none();
    } catch (InvocationTargetException e) {
      return Option.some(e.getTargetException());
    }
  }

  private static Object call(Executable way, Object receiver, Object... arguments)
      throws InvocationTargetException {
    try {
      return switch (way) {
        case Constructor<?> constructor -> constructor.newInstance(arguments);
        case Method method -> method.invoke(receiver, arguments);
        case Executable other -> throw new AssertionError(other);
      };
    } catch (IllegalAccessException | InstantiationException e) {
      throw new LinkageError("not to be called: " + way, e);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(70),
        Arbitraries.strings().ascii().ofMaxLength(300),
        Arbitraries.strings().alpha().numeric().withChars("._:-/").ofMaxLength(130),
        Arbitraries.of(
            "",
            " ",
            "\u0000",
            "a\r\nSet-Cookie: x",
            "\ud800",
            "\u202etxt",
            "null",
            "EUR 50.00",
            "https://a.example/hooks",
            "NaN",
            "4242 4242 4242 4242",
            "EUR 1.005",
            "XAU 1",
            "EUR 92233720368547758.08",
            "'; drop table orders; --",
            "x".repeat(100_000)));
  }

  @Property(tries = 500)
  void text_of_any_kind_makes_a_value_or_a_refusal(@ForAll("texts") String text) {
    for (Class<?> type : DomainTypes.api()) {
      for (Method factory : type.getDeclaredMethods()) {
        if (Modifier.isStatic(factory.getModifiers())
            && Modifier.isPublic(factory.getModifiers())
            && Arrays.equals(factory.getParameterTypes(), new Class<?>[] {String.class})
            && !type.isEnum()) {
          judgeText(factory, text);
        }
      }
    }
  }

  private static void judgeText(Method factory, String text) {
    Object answer;
    try {
      answer = call(factory, NOBODY, text);
    } catch (InvocationTargetException e) {
      throw new AssertionError(factory + " threw for <" + text + ">", e.getTargetException());
    }
    switch (answer) {
      case Either<?, ?> either -> {
        Statistics.label(factory.getDeclaringClass().getSimpleName()).collect(either.isRight());
        if (either.isLeft()) {
          DomainError refusal = (DomainError) either.getLeft();
          assertThat(refusal.kind()).isEqualTo(DomainError.Kind.INVALID);
          assertThat(refusal.message()).hasSizeLessThan(300);
        }
      }
      case Option<?> option -> assertThat(option.isEmpty() || text.length() == 36).isTrue();
      default -> assertThat(answer).isInstanceOf(RuntimeException.class);
    }
  }

  @Property(tries = 500)
  void text_of_any_kind_is_taken_or_refused_by_a_constructor(@ForAll("texts") String text) {
    for (Class<?> type : DomainTypes.api()) {
      for (Constructor<?> constructor : type.getConstructors()) {
        if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {String.class})) {
          Option<Throwable> thrown = thrown(constructor, text);
          assertThat(thrown.forAll(one -> one.getClass() == IllegalArgumentException.class))
              .as("%s of <%s>: %s", type, text, thrown)
              .isTrue();
        }
      }
    }
  }

  @Property(tries = 5_000)
  void a_factory_given_odd_arguments_answers_or_throws_what_is_documented(@ForAll Random random) {
    List<Executable> ways =
        waysIn().stream()
            .filter(way -> way instanceof Constructor || Modifier.isStatic(way.getModifiers()))
            .filter(way -> isCallable(way, way.getParameterCount()))
            .toList();
    Executable way = ways.get(random.nextInt(ways.size()));
    Option<Throwable> thrown = thrown(way, oddArguments(way, random));
    Statistics.label("thrown").collect(thrown.map(Object::getClass));
    assertThat(thrown.forAll(BadInputTest::isDocumented)).as("%s: %s", way, thrown).isTrue();
  }

  @Property(tries = 5_000)
  void a_refused_or_failed_command_leaves_the_aggregate_as_it_was(@ForAll Random random)
      throws InvocationTargetException {
    Class<?> root = ROOTS.get(random.nextInt(ROOTS.size()));
    Object aggregate = instance(root);
    List<Method> commands = commands(root);
    drained(aggregate);
    for (int step = 0; step < 12; step++) {
      Method command = commands.get(random.nextInt(commands.size()));
      Object before = snapshot(aggregate);
      boolean changed;
      try {
        Object answer = call(command, aggregate, oddArguments(command, random));
        changed = !(answer instanceof Either<?, ?> either) || either.isRight();
        Statistics.label("answer").collect(changed ? "done" : "refused");
      } catch (InvocationTargetException e) {
        assertThat(isDocumented(e.getTargetException()))
            .as("%s: %s", command, e.getTargetException())
            .isTrue();
        changed = false;
        Statistics.label("answer").collect(e.getTargetException().getClass().getSimpleName());
      }
      if (!changed) {
        assertThat(snapshot(aggregate)).as(command.toString()).isEqualTo(before);
        assertThat(drained(aggregate)).as(command.toString()).isEmpty();
      } else {
        drained(aggregate);
      }
    }
  }

  private static boolean isDocumented(Throwable thrown) {
    return DOCUMENTED.stream().anyMatch(type -> type.isInstance(thrown));
  }

  /** Public methods that take something: what changes an aggregate, and questions that do not. */
  private static List<Method> commands(Class<?> root) {
    return Stream.of(root.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() > 0)
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** Mostly the ordinary argument, now and then an odd one, seldom none at all. */
  private static Object[] oddArguments(Executable way, Random random) {
    return Stream.of(way.getParameterTypes())
        .map(
            type -> {
              List<?> samples = Samples.of(type);
              int dice = random.nextInt(20);
              if (dice == 0 && !type.isPrimitive()) {
                return null;
              }
              return samples.get(dice < 12 ? 0 : random.nextInt(samples.size()));
            })
        .toArray();
  }

  private static Object snapshot(Object aggregate) throws InvocationTargetException {
    return call(method(aggregate, "snapshot"), aggregate);
  }

  private static List<?> drained(Object aggregate) throws InvocationTargetException {
    List<?> events = (List<?>) call(method(aggregate, "drainEvents"), aggregate);
    assertThat(events).allMatch(DomainEvent.class::isInstance);
    return events;
  }

  private static Method method(Object aggregate, String name) {
    try {
      return aggregate.getClass().getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("no aggregate's: " + aggregate, e);
    }
  }
}
