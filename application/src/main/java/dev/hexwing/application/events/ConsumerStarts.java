package dev.hexwing.application.events;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * How far consumers have come that start from the beginning, for every node.
 *
 * <p>Whoever feeds a consumer holds a lease, which the store's clock judges, and a token. Of one
 * transaction, like every store of it.
 */
@SecondaryPort
public interface ConsumerStarts {

  /** What is known of a consumer; none if it was never met. */
  Option<ConsumerStart> find(String consumer);

  /** What is known of all, by name. */
  List<ConsumerStart> all();

  /**
   * Notes a consumer that was never met; if it was, the transaction fails as a write conflict on
   * the start.
   *
   * @param reason why it does not start from the beginning, if it does not; up to 500 characters
   */
  void begin(String consumer, ConsumerStart.State state, Option<String> reason);

  /**
   * Takes a consumer over that is not live and that nobody holds; it is {@code STARTING} from then
   * on, under a new token, so that whoever held it before can change nothing any more.
   *
   * @return none if it is live, or held by somebody, or was never met
   */
  Option<ConsumerStart> take(String consumer, Duration lease);

  /**
   * Keeps the state, the places and the reason, and holds the lease from now on. If another has
   * taken it over since, or it is live, the transaction fails as a write conflict on the start.
   */
  void change(ConsumerStart start, Duration lease);
}
