package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.testkit.crash.CrashSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each test of each contract fails on a store that does nothing: none passes by default. */
class ContractsNeverSkipTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        NoOpUnitOfWork.class,
        NoOpOrders.class,
        NoOpPayments.class,
        NoOpOpenPayments.class,
        NoOpIdempotencyKeys.class,
        NoOpLeases.class,
        NoOpRetention.class,
        NoOpAttention.class,
        NoOpInbox.class,
        NoOpOutboxQueue.class,
        NoOpDeadLetters.class,
        NoOpDrones.class,
        NoOpDeliveries.class,
        NoOpJourneys.class,
        NoOpEventHistory.class,
        NoOpJourneyRebuild.class,
        NoOpConsumerStart.class,
        NoOpConsumerStartFaults.class,
        NoOpCatalog.class,
        NoOpShopFigures.class,
        NoOpMessageBroker.class,
        NoOpCrashes.class,
      })
  void a_store_that_does_nothing_fails_every_test(Class<?> suite) {
    Tally tally = new Tally();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite)).build();
    LauncherFactory.create().execute(request, tally);
    assertThat(tally.failed).isNotEmpty();
    assertThat(tally.passed).isEmpty();
  }

  /** Which tests passed, were skipped or failed. */
  private static final class Tally implements TestExecutionListener {

    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      passed.add(test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        boolean fails = result.getStatus() == TestExecutionResult.Status.FAILED;
        (fails ? failed : passed).add(test.getDisplayName());
      }
    }
  }

  @Tag("must-fail")
  static final class NoOpUnitOfWork extends UnitOfWorkContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpOrders extends OrdersContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpPayments extends PaymentsContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpOpenPayments extends OpenPaymentsContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpIdempotencyKeys extends IdempotencyKeysContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpLeases extends LeasesContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpRetention extends RetentionContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpAttention extends AttentionContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpInbox extends InboxContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpOutboxQueue extends OutboxQueueContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpDeadLetters extends DeadLettersContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpDrones extends DronesContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpDeliveries extends DeliveriesContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpJourneys extends JourneysContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpEventHistory extends EventHistoryContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpJourneyRebuild extends JourneyRebuildContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpConsumerStartFaults extends ConsumerStartFaultsContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpConsumerStart extends ConsumerStartContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpCatalog extends CatalogContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpShopFigures extends ShopFiguresContract {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }

  @Tag("must-fail")
  static final class NoOpMessageBroker extends MessageBrokerContract {
    @Override
    protected MessageBroker open() {
      return NoOpFixture.idle(MessageBroker.class);
    }

    @Override
    protected Duration patience() {
      return Duration.ofMillis(10);
    }
  }

  @Tag("must-fail")
  static final class NoOpCrashes extends CrashSuite {
    @Override
    protected StoreFixture open() {
      return new NoOpFixture();
    }
  }
}
