package dev.hexwing.application;

import dev.hexwing.application.delivery.DispatchDesk;
import dev.hexwing.application.delivery.FindDrones;
import dev.hexwing.application.delivery.FleetDesk;
import dev.hexwing.application.delivery.FollowOrders;
import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerFeeds;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.DeadLetterDesk;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.journey.JourneyDesk;
import dev.hexwing.application.journey.JourneyRebuilder;
import dev.hexwing.application.journey.TrackJourneys;
import dev.hexwing.application.ordering.FollowDeliveries;
import dev.hexwing.application.ordering.FollowPayments;
import dev.hexwing.application.ordering.OrderDesk;
import dev.hexwing.application.payments.AttentionDesk;
import dev.hexwing.application.payments.GiveBackUnwanted;
import dev.hexwing.application.payments.NoticeDesk;
import dev.hexwing.application.payments.OrderAmountsTranslator;
import dev.hexwing.application.payments.PaymentDesk;
import dev.hexwing.application.work.BackgroundWorker;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The application, assembled in plain code: use cases over driven ports, policies, and the workers
 * that end what was left open.
 *
 * <pre>{@code
 * try (Hexwing hexwing = Hexwing.assemble(ports, HexwingSettings.STANDARD)) {
 *   hexwing.start();
 *   hexwing.useCases().payForOrder().pay(command);
 * }
 * }</pre>
 *
 * <p>Safe for use by any number of threads. The ports stay their owner's: closing the application
 * stops its own workers only.
 */
public final class Hexwing implements AutoCloseable {

  /** With the relay's delays between them, some half a minute. */
  private static final int MOST_TRIES = 9;

  private static final Duration PARKED_NOTICES_EVERY = Duration.ofSeconds(10);

  private static final Duration REBUILD_AGAIN_AFTER = Duration.ofSeconds(1);

  private static final int REBUILT_AT_ONCE = 500;

  private static final Duration FEED_AGAIN_AFTER = Duration.ofSeconds(1);

  private static final Duration FIRST_RETRY_OF_FEED = Duration.ofMillis(100);

  private static final int FED_AT_ONCE = 500;

  private final DrivenPorts ports;
  private final HexwingSettings settings;
  private final PaymentDesk payments;
  private final DispatchDesk dispatch;
  private final NoticeDesk notices;
  private final Purge purge;
  private final JourneyRebuilder rebuilder;
  private final ConsumerFeeds feeds;
  private final UseCases useCases;
  private volatile List<BackgroundWorker> workers = List.of();

  private Hexwing(DrivenPorts ports, HexwingSettings settings, List<EventConsumer> more) {
    InstantSource clock = microseconds(ports.clock());
    this.ports = ports;
    this.settings = settings;
    OrderDesk orders = new OrderDesk(ports.unitOfWork(), ports.catalog(), ports.ids(), clock);
    OrderAmountsTranslator amountsDue = new OrderAmountsTranslator(orders::find);
    this.payments =
        new PaymentDesk(
            ports.unitOfWork(),
            ports.processor(),
            amountsDue,
            ports.ids(),
            clock,
            settings.payments());
    this.dispatch = new DispatchDesk(ports.unitOfWork(), settings.dispatch(), clock);
    this.purge = new Purge(ports.unitOfWork(), settings.retention());
    this.rebuilder = new JourneyRebuilder(ports.unitOfWork(), REBUILT_AT_ONCE, this::wakeWorkers);
    FleetDesk fleet =
        new FleetDesk(ports.unitOfWork(), settings.dispatch(), clock, this::wakeWorkers);
    EffectOnce effect = new EffectOnce(ports.unitOfWork());
    this.notices =
        new NoticeDesk(ports.unitOfWork(), effect, clock, ports.deadLetters(), this::wakeWorkers);
    List<EventConsumer> consumers =
        Stream.concat(
                Stream.of(
                    new FollowPayments(effect, clock),
                    new FollowDeliveries(effect, clock),
                    new GiveBackUnwanted(effect, payments, amountsDue, clock),
                    new FollowOrders(effect, ports.ids(), clock),
                    new FindDrones(effect, dispatch, clock),
                    new TrackJourneys(ports.unitOfWork())),
                more.stream().map(Hexwing::narrowed))
            .toList();
    this.useCases =
        useCases(
            orders,
            fleet,
            new JourneyDesk(ports.unitOfWork()),
            new DeadLetterDesk(
                ports.deadLetters(), consumers, Map.of(NoticeDesk.CONSUMER, notices::retake)));
    this.feeds = subscribe(consumers);
  }

  private static EventConsumer narrowed(EventConsumer consumer) {
    return consumer.beginning().map(named -> named.narrow(consumer)).getOrElse(consumer);
  }

  private ConsumerFeeds subscribe(List<EventConsumer> consumers) {
    List<ConsumerFeed> starting = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (EventConsumer consumer : consumers) {
      EventConsumer guarded = guarded(consumer);
      Option<ConsumerFeed> feed = consumer.beginning().map(named -> feed(guarded, named));
      ports.broker().subscribe(feed.map(ConsumerFeed::asSubscriber).getOrElse(guarded));
      feed.peek(starting::add).onEmpty(() -> others.add(consumer.name()));
    }
    return new ConsumerFeeds(starting, others, ports.unitOfWork());
  }

  private ConsumerFeed feed(EventConsumer guarded, Beginning beginning) {
    return new ConsumerFeed(
        guarded,
        beginning,
        ports.unitOfWork(),
        ports.deadLetters(),
        FED_AT_ONCE,
        FIRST_RETRY_OF_FEED);
  }

  private EventConsumer guarded(EventConsumer consumer) {
    return ports
        .deadLetters()
        .<EventConsumer>map(letters -> new GuardedConsumer(consumer, letters, MOST_TRIES))
        .getOrElse(consumer);
  }

  /** Puts the application together and subscribes its policies; nothing runs yet. */
  public static Hexwing assemble(DrivenPorts ports, HexwingSettings settings) {
    return assemble(ports, settings, List.of());
  }

  /**
   * The same with consumers of a team's own beside the policies: guarded as those are, and fed from
   * the beginning of history if they are new and ask for it.
   *
   * @throws IllegalArgumentException if two consumers have the same name
   */
  public static Hexwing assemble(
      DrivenPorts ports, HexwingSettings settings, List<EventConsumer> consumers) {
    return new Hexwing(ports, settings, consumers);
  }

  /** Everything that a front may call. */
  public UseCases useCases() {
    return useCases;
  }

  /**
   * Starts the workers that end unknown outcomes, find drones, take notices that came too early,
   * rebuild journeys when asked to, feed consumers that start from the beginning, and file and
   * delete what is over.
   */
  public synchronized void start() {
    if (workers.isEmpty()) {
      workers =
          List.of(
              BackgroundWorker.start(
                  "hexwing-recovery",
                  settings.recoveryInterval(),
                  () -> payments.recovery().runOnce() > 0),
              BackgroundWorker.start(
                  "hexwing-dispatch", settings.dispatchInterval(), dispatch::dispatchWaiting),
              BackgroundWorker.start(
                  "hexwing-notices", PARKED_NOTICES_EVERY, () -> notices.takeParked() > 0),
              BackgroundWorker.start("hexwing-rebuild", REBUILD_AGAIN_AFTER, rebuilder::runOnce),
              BackgroundWorker.start("hexwing-feeds", FEED_AGAIN_AFTER, feeds::runOnce),
              BackgroundWorker.start(
                  "hexwing-purge", settings.retention().interval(), purge::runOnce));
    }
  }

  /** Looks once into everything that is due; for assemblies that bring their own schedule. */
  public int recoverOnce() {
    return payments.recovery().runOnce();
  }

  /** Looks into what has been due longest, in the caller's thread; true if anything was due. */
  public boolean recoverNext() {
    return payments.recovery().runNext();
  }

  /** Takes the processor's notices that were set aside and can be taken by now. */
  public int takeParkedNotices() {
    return notices.takeParked();
  }

  /** Looks once for drones for the parcels that wait. */
  public boolean dispatchOnce() {
    return dispatch.dispatchWaiting();
  }

  /** Does one step of a rebuild that was begun here; true if there is more to do at once. */
  public boolean rebuildOnce() {
    return rebuilder.runOnce();
  }

  /** Does one step for each consumer that starts from the beginning; true if there is more. */
  public boolean feedOnce() {
    return feeds.runOnce();
  }

  /** Files and deletes one batch of each kind of what is over; true if there may be more. */
  public boolean purgeOnce() {
    return purge.runOnce();
  }

  /** Stops the workers in order. */
  @Override
  public synchronized void close() {
    workers.forEach(BackgroundWorker::close);
    workers = List.of();
  }

  private void wakeWorkers() {
    workers.forEach(BackgroundWorker::wake);
  }

  private UseCases useCases(
      OrderDesk orders, FleetDesk fleet, JourneyDesk journeys, DeadLetterDesk deadLetters) {
    AttentionDesk attention = new AttentionDesk(ports.unitOfWork(), payments.recovery());
    return new UseCases(
        orders::place,
        orders::cancel,
        orders::find,
        orders::list,
        ports.catalog()::all,
        payments::pay,
        payments::refund,
        payments::find,
        payments::list,
        payments::history,
        notices::receive,
        attention::show,
        attention::askAgain,
        deadLetters::show,
        deadLetters::resume,
        deadLetters::dismiss,
        deadLetters::count,
        this::starts,
        fleet::register,
        fleet::report,
        fleet::clear,
        fleet::ground,
        fleet::returned,
        fleet::find,
        fleet::list,
        dispatch::findByOrder,
        dispatch::complete,
        dispatch::fail,
        journeys::record,
        journeys::summary,
        rebuilder::begin,
        rebuilder::latest,
        this::dashboard);
  }

  private List<ConsumerStart> starts() {
    return feeds.show();
  }

  private Dashboard dashboard() {
    return new Dashboard(
        ports.figures().now(),
        ports.unitOfWork().read(stores -> stores.journeys().summary()),
        ports.outbox().backlog(),
        ports.unitOfWork().read(stores -> stores.keys().countNeedingAttention()));
  }

  /** Moments as fine as every store keeps them, so that what is read equals what was written. */
  private static InstantSource microseconds(InstantSource clock) {
    return () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
