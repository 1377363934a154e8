package dev.hexwing.domain.delivery;

import io.vavr.control.Option;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where drones are kept, within one transaction.
 *
 * <p>A drone that was found is the finder's own: changes to it are kept only by {@link #save}.
 */
@Repository
public interface Drones {

  /** The drone as it is now; none if there never was one of that name. */
  Option<Drone> find(DroneId droneId);

  /**
   * A drone that may well fly the parcel now; none if there is none.
   *
   * <p>Ready, battery and maintenance as the policy asks, strong enough. Prefers the fullest
   * battery. A drone that another transaction is about to change is passed over rather than waited
   * for. The answer is a proposal: the drone itself decides when it is dispatched.
   */
  Option<Drone> findReady(Parcel parcel, DispatchPolicy policy);

  /**
   * Keeps the drone and sends off its events, together or not at all.
   *
   * <p>Written only if the store still holds it at the {@link Drone#storedVersion() version it was
   * read at}; otherwise the transaction fails as a write conflict, at once or at commit, and
   * nothing of it is kept. Drains the drone's events. One that has not changed is left alone.
   */
  void save(Drone drone);
}
