package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.InvalidValue;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that the shop knows reaches the wire as the problem that it is. */
class ProblemsTest {

  private static final UUID ID = new UUID(7, 7);

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(int.class, 3),
          Map.entry(long.class, 3L),
          Map.entry(String.class, "text"),
          Map.entry(UUID.class, ID),
          Map.entry(Option.class, Option.some(new PaymentId(ID))),
          Map.entry(Duration.class, Duration.ofMillis(1500)),
          Map.entry(Currency.class, Currency.getInstance("EUR")),
          Map.entry(Money.class, Money.ofMinor(5000, "EUR")),
          Map.entry(Sku.class, new Sku("TEA")),
          Map.entry(OrderId.class, new OrderId(ID)),
          Map.entry(PaymentId.class, new PaymentId(ID)),
          Map.entry(RefundId.class, new RefundId(ID)),
          Map.entry(DeliveryId.class, new DeliveryId(ID)),
          Map.entry(DroneId.class, new DroneId("A47")),
          Map.entry(BatteryLevel.class, new BatteryLevel(19)),
          Map.entry(PayloadCapacity.class, new PayloadCapacity(10)),
          Map.entry(Parcel.class, new Parcel(20, new DropOff(1, 2))),
          Map.entry(DeclineReason.class, new DeclineReason("card_declined", "")),
          Map.entry(ProcessorReference.class, new ProcessorReference("pi_1")));

  @Test
  void every_refusal_has_a_problem_with_its_code_and_a_status_of_its_kind() throws Exception {
    List<Class<?>> refusals = refusals();
    assertThat(refusals).hasSizeGreaterThan(35).contains(InvalidValue.class);
    for (Class<?> type : refusals) {
      DomainError refusal = sample(type);
      Problem problem = Problems.of(refusal);
      assertThat(problem.status())
          .as(type.getName())
          .isEqualTo(
              switch (refusal.kind()) {
                case INVALID -> 400;
                case NOT_FOUND -> 404;
                case CONFLICT -> 409;
                case REFUSED -> 422;
                case UNAVAILABLE -> 503;
              });
      assertThat(problem.code()).isEqualTo(refusal.code());
      assertThat(problem.errors().stream().map(FieldError::field))
          .as("field of %s", type.getName())
          .containsExactlyElementsOf(refusal.field());
      if (!type.equals(InvalidValue.class)) {
        assertThat(ProblemCodes.all()).containsEntry(refusal.code(), problem.status());
      }
      for (RecordComponent component : type.getRecordComponents()) {
        boolean links = problem.status() == 409 && component.getType().equals(PaymentId.class);
        assertThat(problem.payment() != null || !links).as("link of %s", type).isTrue();
      }
    }
  }

  @Test
  void every_code_of_the_domain_is_explained() throws Exception {
    try (Shop shop = Shop.open()) {
      for (var code : ProblemCodes.all().entrySet()) {
        Answer explained = shop.get("/problems/" + code.getKey());
        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.json().get("status").asInt()).isEqualTo(code.getValue());
      }
      assertThat(shop.get("/problems/none.such").status()).isEqualTo(404);
    }
  }

  @Test
  void waiting_is_told_in_whole_seconds_rounded_up() {
    for (DomainError refusal :
        List.of(
            new IdempotencyRefusal.InProgress(Duration.ofMillis(1500)),
            new PayRefusal.ProcessorAway(Duration.ofMillis(1500)))) {
      assertThat(Problems.of(refusal).reply(new CorrelationId("c")).headers())
          .anyMatch(header -> header.name().equals("Retry-After") && header.get().equals("2"));
    }
  }

  @Test
  void a_family_of_somebody_elses_goes_by_its_kind() {
    record Closed() implements DomainError {
      @Override
      public String code() {
        return "shop.closed";
      }

      @Override
      public Kind kind() {
        return Kind.UNAVAILABLE;
      }

      @Override
      public String message() {
        return "closed on Sundays";
      }
    }
    assertThat(Problems.of(new Closed()).status()).isEqualTo(503);
  }

  private static DomainError sample(Class<?> type) throws Exception {
    var constructor = type.getDeclaredConstructors()[0];
    List<Object> arguments = new ArrayList<>();
    for (Class<?> parameter : constructor.getParameterTypes()) {
      Object argument =
          parameter.isEnum() ? parameter.getEnumConstants()[0] : SAMPLES.get(parameter);
      assertThat(argument).as("a sample of %s", parameter).isNotNull();
      arguments.add(argument);
    }
    return (DomainError) constructor.newInstance(arguments.toArray());
  }

  /**
   * Every concrete refusal in the domain and the application, found where their classes lie. Those
   * of access and notification lie elsewhere: no route leads there yet, so nobody meets their
   * codes.
   */
  private static List<Class<?>> refusals() throws Exception {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> home : List.of(DomainError.class, PayRefusal.class)) {
      found.addAll(refusalsIn(home.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    return found;
  }

  private static List<Class<?>> refusalsIn(URI place) throws Exception {
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return refusalsUnder(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return refusalsUnder(jar.getPath("/"));
    }
  }

  private static List<Class<?>> refusalsUnder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .<Class<?>>map(ProblemsTest::load)
          .filter(type -> DomainError.class.isAssignableFrom(type) && type.isRecord())
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ProblemsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(Arrays.toString(e.getStackTrace()), e);
    }
  }
}
