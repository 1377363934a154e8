package dev.hexwing.domain.shared.internal;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an event by name, written one after the other and read back by name.
 *
 * <p>Reading one that is missing or of another kind throws {@link IllegalArgumentException}, {@link
 * ClassCastException} or {@link DateTimeException}. Not safe for use by several threads.
 */
public final class Facts {

  private final SequencedMap<String, Object> byName;

  private Facts(SequencedMap<String, Object> byName) {
    this.byName = byName;
  }

  /** No facts yet. */
  public static Facts none() {
    return new Facts(new LinkedHashMap<>());
  }

  /** The facts that somebody wrote; absent ones are left out. */
  public static Facts of(Map<?, ?> map) {
    SequencedMap<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(String.valueOf(name), value);
          }
        });
    return new Facts(copy);
  }

  /** The facts in the order in which they were written. */
  public SequencedMap<String, Object> asMap() {
    return byName;
  }

  /** One more fact: text, a figure, or plain data. */
  public Facts with(String name, Object value) {
    byName.put(name, value);
    return this;
  }

  /** One more fact: a name. */
  public Facts with(String name, UUID value) {
    return with(name, value.toString());
  }

  /** One more fact: a moment, as RFC 3339 writes it. */
  public Facts with(String name, Instant moment) {
    return with(name, moment.toString());
  }

  /** One more fact: an amount. */
  public Facts with(String name, Money money) {
    return with(
        name,
        none()
            .with("amount", money.amountMinor())
            .with("currency", money.currency().getCurrencyCode())
            .asMap());
  }

  /** One more fact: a list of things that have facts of their own. */
  public <T> Facts with(String name, List<T> items, Function<T, Facts> toFacts) {
    List<Object> maps = new ArrayList<>(items.size());
    for (T item : items) {
      maps.add(toFacts.apply(item).asMap());
    }
    return with(name, maps);
  }

  /** Reads text. */
  public String text(String name) {
    return (String) present(name);
  }

  /** Reads text that may be absent. */
  public Option<String> textIfAny(String name) {
    return Option.of((String) byName.get(name));
  }

  /** Reads a list of texts. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object text : (List<?>) present(name)) {
      texts.add((String) text);
    }
    return texts;
  }

  /** Reads a moment. */
  public Instant moment(String name) {
    return Instant.parse(text(name));
  }

  /** Reads a name. */
  public UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  /** Reads a whole number, which may come back narrower than it was written. */
  public long whole(String name) {
    return switch (present(name)) {
      case Long value -> value;
      case Integer value -> value;
      case Object other ->
          throw new IllegalArgumentException(name + " is no whole number: " + other);
    };
  }

  /** Reads a whole number within {@code int}. */
  public int count(String name) {
    return Math.toIntExact(whole(name));
  }

  /** Reads a decimal number. */
  public double decimal(String name) {
    return ((Number) present(name)).doubleValue();
  }

  /** Reads an amount. */
  public Money money(String name) {
    Facts parts = nested(name);
    return Money.ofMinor(parts.whole("amount"), parts.text("currency"));
  }

  /** Reads facts within a fact. */
  public Facts nested(String name) {
    return of((Map<?, ?>) present(name));
  }

  /** Reads a list of things that have facts of their own. */
  public <T> List<T> list(String name, Function<Facts, T> fromFacts) {
    List<T> items = new ArrayList<>();
    for (Object item : (List<?>) present(name)) {
      items.add(fromFacts.apply(of((Map<?, ?>) item)));
    }
    return items;
  }

  private Object present(String name) {
    @Nullable Object value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
