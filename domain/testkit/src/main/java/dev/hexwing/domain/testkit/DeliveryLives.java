package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryEvent;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.DeliveryCommand.Cancel;
import dev.hexwing.domain.testkit.DeliveryCommand.Complete;
import dev.hexwing.domain.testkit.DeliveryCommand.DispatchBy;
import dev.hexwing.domain.testkit.DeliveryCommand.Fail;
import dev.hexwing.domain.testkit.DeliveryCommand.RequestAgain;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;

/**
 * Arbitrary deliveries in every status, and their lives from the first command to the last.
 *
 * <p>Every delivery is fresh: no two tries share one. Deliveries are reached through their public
 * commands alone.
 */
public final class DeliveryLives {

  private static final KeptAggregate.Store<Delivery, DeliverySnapshot, DeliveryEvent> STORE =
      new KeptAggregate.Store<>(
          Delivery::snapshot,
          Delivery::drainEvents,
          (snapshot, history) -> Delivery.reconstitute(snapshot));

  private DeliveryLives() {}

  /**
   * All that {@link Delivery#request} asks for.
   *
   * @param deliveryId its name
   * @param orderId the order that is delivered
   * @param parcel what is flown
   * @param occasion when and why
   */
  public record Request(DeliveryId deliveryId, OrderId orderId, Parcel parcel, Occasion occasion) {

    /** A new delivery of this request, its event not yet drained. */
    public Delivery make() {
      return Delivery.request(deliveryId, orderId, parcel, occasion);
    }
  }

  /** Requests of deliveries. */
  public static Arbitrary<Request> requests() {
    return Combinators.combine(
            DeliveryValues.deliveryIds(),
            OrderingValues.orderIds(),
            DeliveryValues.parcels(),
            SharedValues.occasions())
        .as(Request::new);
  }

  /** Deliveries in any status, with the events of their way there still to be drained. */
  public static Arbitrary<Delivery> deliveries() {
    return Arbitraries.oneOf(
        Stream.of(DeliveryStatus.values()).map(DeliveryLives::deliveries).toList());
  }

  /** Deliveries in a status, after up to three failed attempts. */
  public static Arbitrary<Delivery> deliveries(DeliveryStatus status) {
    return Combinators.combine(
            requests(), dispatches(), fails(), Arbitraries.integers().between(0, 3))
        .as(
            (request, dispatch, fail, failures) -> {
              Delivery delivery = request.make();
              for (int i = 0; i < failures; i++) {
                delivery.dispatch(dispatch.droneId()).get();
                delivery.fail(fail.reason(), fail.occasion()).get();
                delivery.requestAgain(fail.occasion()).get();
              }
              if (status != DeliveryStatus.REQUESTED) {
                delivery.dispatch(dispatch.droneId()).get();
              }
              switch (status) {
                case REQUESTED, DISPATCHED -> {}
                case COMPLETED -> delivery.complete(fail.occasion()).get();
                case FAILED -> delivery.fail(fail.reason(), fail.occasion()).get();
                case CANCELLED -> {
                  delivery.fail(fail.reason(), fail.occasion()).get();
                  delivery.cancel(fail.occasion()).get();
                }
              }
              return delivery;
            });
  }

  /** Whole histories, oldest first. */
  public static Arbitrary<List<DeliveryEvent>> histories() {
    return deliveries().map(Delivery::drainEvents);
  }

  /** Events as they happen in whole histories. */
  public static Arbitrary<DeliveryEvent> events() {
    return Events.anyOf(histories());
  }

  /** Events of one kind, as they happen in whole histories. */
  public static <T extends DeliveryEvent> Arbitrary<T> events(Class<T> kind) {
    return Events.anyOf(histories(), kind);
  }

  /** Commands in any order. */
  public static Arbitrary<DeliveryCommand> commands() {
    return Arbitraries.oneOf(
        dispatches(), completions(), fails(), requestsAgain(), cancellations());
  }

  /** A delivery's life: requested, then up to 12 commands, stored and read anew now and then. */
  public static Arbitrary<ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>>>
      lives() {
    return lives(DeliveryLives::subject);
  }

  /** Lives of what you make of a request: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>>>
      lives(Function<Request, Subject<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> subjects) {
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doDispatches =
        Life.any(dispatches());
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doCompletions =
        Life.any(completions());
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doFails = Life.any(fails());
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doRequestsAgain =
        Life.any(requestsAgain());
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doCancellations =
        Life.any(cancellations());
    Action<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> doRereading = Life.rereading();
    return requests()
        .withoutEdgeCases()
        .flatMap(
            request ->
                ActionChain.startWith(() -> new Life<>(subjects.apply(request)))
                    .withAction(8, doDispatches)
                    .withAction(1, doCompletions)
                    .withAction(8, doFails)
                    .withAction(8, doRequestsAgain)
                    .withAction(1, doCancellations)
                    .withAction(2, doRereading)
                    .withMaxTransformations(12));
  }

  /** A stored delivery, as a subject. */
  public static Subject<DeliveryCommand, DeliverySnapshot, DeliveryEvent> subjectOf(
      DeliverySnapshot stored) {
    return new KeptAggregate<>(Delivery.reconstitute(stored), STORE);
  }

  /** The delivery itself, as a subject. */
  public static Subject<DeliveryCommand, DeliverySnapshot, DeliveryEvent> subject(Request request) {
    return new KeptAggregate<>(request.make(), STORE);
  }

  private static Arbitrary<DispatchBy> dispatches() {
    return DeliveryValues.droneIds().map(DispatchBy::new);
  }

  private static Arbitrary<Complete> completions() {
    return SharedValues.occasions().map(Complete::new);
  }

  private static Arbitrary<Fail> fails() {
    return Combinators.combine(DeliveryValues.reasons(), SharedValues.occasions()).as(Fail::new);
  }

  private static Arbitrary<Cancel> cancellations() {
    return SharedValues.occasions().map(Cancel::new);
  }

  private static Arbitrary<RequestAgain> requestsAgain() {
    return SharedValues.occasions().map(RequestAgain::new);
  }
}
