package dev.hexwing.examples.benchmarks.peers;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Modulith's registry of event publications, as Spring Boot sets it up. */
final class SpringModulithPeer implements Peer {

  private static final int BATCH = 1_000;
  private static final String TEMPLATE = "the first";

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final AtomicInteger handled;
  private final IncompleteEventPublications incomplete;

  private SpringModulithPeer(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.handled = context.getBean(AtomicInteger.class);
    this.incomplete = context.getBean(IncompleteEventPublications.class);
  }

  static SpringModulithPeer start(String url, String user) {
    SpringApplication application = new SpringApplication(Configuration.class);
    application.setLogStartupInfo(false);
    application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    application.setDefaultProperties(
        Map.of(
            "spring.datasource.url",
            url,
            "spring.datasource.username",
            user,
            "spring.datasource.hikari.maximum-pool-size",
            "8",
            "spring.modulith.events.jdbc.schema-initialization.enabled",
            "true"));
    return new SpringModulithPeer(application.run());
  }

  @Override
  public void fill(int events) {
    jdbc.execute("delete from event_publication");
    handled.set(0);
    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> context.publishEvent(new OrderPlaced(TEMPLATE, Facts.JSON)));
    await(() -> completed() == 1);
    jdbc.update(
        """
        insert into event_publication (id, listener_id, event_type, serialized_event,
          publication_date, status, completion_attempts)
        select gen_random_uuid(), listener_id, event_type,
          replace(serialized_event, '%s', gen_random_uuid()::text), now(), 'FAILED', 1
        from event_publication, generate_series(1, ?)
        """
            .formatted(TEMPLATE),
        events);
    jdbc.execute("delete from event_publication where completion_date is not null");
    handled.set(0);
  }

  @Override
  public void run(int events, AtomicInteger counted) {
    ResubmissionOptions options = ResubmissionOptions.defaults().withBatchSize(BATCH);
    while (handled.get() < events) {
      incomplete.resubmitIncompletePublications(options);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    await(() -> completed() == events);
    counted.set(handled.get());
  }

  private int completed() {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from event_publication where completion_date is not null",
            Integer.class);
    return count == null ? 0 : count;
  }

  private static void await(java.util.function.BooleanSupplier end) {
    while (!end.getAsBoolean()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** What is published. */
  record OrderPlaced(String id, String facts) {}

  @SpringBootApplication(proxyBeanMethods = false)
  static class Configuration {

    @Bean
    AtomicInteger handled() {
      return new AtomicInteger();
    }

    @Bean
    Listener listener(AtomicInteger handled) {
      return new Listener(handled);
    }
  }

  /** What is called for each event, in a transaction of its own. */
  static class Listener {

    private final AtomicInteger handled;

    Listener(AtomicInteger handled) {
      this.handled = handled;
    }

    @ApplicationModuleListener
    void on(OrderPlaced event) {
      if (!event.facts().isEmpty()) {
        handled.incrementAndGet();
      }
    }
  }
}
