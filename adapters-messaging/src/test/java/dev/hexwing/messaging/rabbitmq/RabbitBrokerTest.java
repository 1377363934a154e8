package dev.hexwing.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs {@link OnRabbit} where there is a server, and says so where there is none. */
class RabbitBrokerTest {

  private static final String NOT_RUN =
      "NOT RUN against RabbitMQ: there is no rabbitmq-server on this machine";

  private final Launcher launcher = LauncherFactory.create();

  @TestFactory
  Stream<DynamicTest> on_a_real_server(TestReporter reporter) {
    if (!TestRabbit.isInstalled()) {
      reporter.publishEntry(NOT_RUN);
      System.err.println(NOT_RUN);
      return Stream.of(dynamicTest(NOT_RUN, () -> assertThat(TestRabbit.isInstalled()).isFalse()));
    }
    TestPlan plan = launcher.discover(request(selectClass(OnRabbit.class)));
    List<TestIdentifier> tests =
        plan.getRoots().stream()
            .flatMap(root -> plan.getDescendants(root).stream())
            .filter(TestIdentifier::isTest)
            .toList();
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream()
        .map(
            test ->
                dynamicTest(
                    plan.getParent(test).orElseThrow().getDisplayName()
                        + " "
                        + test.getDisplayName(),
                    () -> run(test)));
  }

  private void run(TestIdentifier test) throws Throwable {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    launcher.execute(request(selectUniqueId(test.getUniqueId())), listener);
    TestExecutionSummary summary = listener.getSummary();
    if (!summary.getFailures().isEmpty()) {
      throw summary.getFailures().getFirst().getException();
    }
    assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
  }

  private static LauncherDiscoveryRequest request(DiscoverySelector selector) {
    return LauncherDiscoveryRequestBuilder.request().selectors(selector).build();
  }
}
