package dev.hexwing.domain.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Everything that a subscriber wants to hear of.
 *
 * <p>Immutable, and safe for use by any number of threads.
 *
 * @param all 1 to 50 topics
 */
@ValueObject
public record Topics(Set<Topic> all) {

  /** The most topics that one subscriber may have. */
  public static final int MOST = 50;

  /** Refuses none and too many with {@link IllegalArgumentException}; keeps its own copy. */
  public Topics {
    all = Set.copyOf(Objects.requireNonNull(all, "all"));
    if (all.isEmpty() || all.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " topics are needed, not " + all.size());
    }
  }

  /**
   * The topics of some names; a name given twice counts once.
   *
   * @throws IllegalArgumentException if a name is no topic, or there are none or too many
   */
  public static Topics of(String... names) {
    Objects.requireNonNull(names, "names");
    Set<Topic> topics = new LinkedHashSet<>();
    for (String name : names) {
      topics.add(new Topic(name));
    }
    return new Topics(topics);
  }

  /** Whether a topic is among them. */
  public boolean include(Topic topic) {
    Objects.requireNonNull(topic, "topic");
    return all.contains(topic);
  }

  /** In the order of the alphabet, the same on every machine. */
  public List<Topic> sorted() {
    return all.stream().sorted().toList();
  }
}
