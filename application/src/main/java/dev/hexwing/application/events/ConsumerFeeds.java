package dev.hexwing.application.events;

import dev.hexwing.application.store.UnitOfWork;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All feeds of a node, a step of each in turn, so that one that rests holds up no other.
 *
 * <p>Consumers that do not ask for the beginning are noted as well, once: so it is known later that
 * they are not new. Safe for use by any number of threads.
 */
public final class ConsumerFeeds {

  private final UnitOfWork unitOfWork;
  private final List<ConsumerFeed> feeds;
  private final List<StartNotes> others;
  private volatile boolean othersNoted;

  /**
   * The feeds of a node.
   *
   * @param others names of consumers that do not ask for the beginning
   */
  public ConsumerFeeds(List<ConsumerFeed> feeds, List<String> others, UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.feeds = List.copyOf(feeds);
    this.others = others.stream().map(name -> new StartNotes(unitOfWork, name)).toList();
  }

  /** Does one step of each; true if there is more to do at once. */
  public boolean runOnce() {
    if (!othersNoted) {
      others.forEach(StartNotes::meetLive);
      othersNoted = true;
    }
    boolean more = false;
    for (ConsumerFeed feed : feeds) {
      more |= feed.runOnce();
    }
    return more;
  }

  /** Serves {@link ShowConsumerStarts}. */
  public List<ConsumerStart> show() {
    if (feeds.isEmpty()) {
      return List.of();
    }
    Set<String> names = feeds.stream().map(ConsumerFeed::consumer).collect(Collectors.toSet());
    return unitOfWork.read(stores -> stores.consumerStarts().all()).stream()
        .filter(start -> names.contains(start.consumer()))
        .toList();
  }
}
