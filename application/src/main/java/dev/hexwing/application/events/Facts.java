package dev.hexwing.application.events;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of an event by name, written one after the other and read back by name. */
final class Facts {

  private final SequencedMap<String, Object> byName;

  private Facts(SequencedMap<String, Object> byName) {
    this.byName = byName;
  }

  static Facts none() {
    return new Facts(new LinkedHashMap<>());
  }

  static Facts of(Map<?, ?> map) {
    SequencedMap<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(String.valueOf(name), value);
          }
        });
    return new Facts(copy);
  }

  SequencedMap<String, Object> asMap() {
    return byName;
  }

  Facts with(String name, Object value) {
    byName.put(name, value);
    return this;
  }

  Facts with(String name, UUID value) {
    return with(name, value.toString());
  }

  Facts with(String name, Money money) {
    return with(
        name,
        none()
            .with("amount", money.amountMinor())
            .with("currency", money.currency().getCurrencyCode())
            .asMap());
  }

  <T> Facts with(String name, List<T> items, Function<T, Facts> toFacts) {
    List<Object> maps = new ArrayList<>(items.size());
    for (T item : items) {
      maps.add(toFacts.apply(item).asMap());
    }
    return with(name, maps);
  }

  String text(String name) {
    return (String) present(name);
  }

  Option<String> textIfAny(String name) {
    return Option.of((String) byName.get(name));
  }

  UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  /** Whole numbers may come back narrower than they were written. */
  long whole(String name) {
    return switch (present(name)) {
      case Long value -> value;
      case Integer value -> value;
      case Object other ->
          throw new IllegalArgumentException(name + " is no whole number: " + other);
    };
  }

  int count(String name) {
    return Math.toIntExact(whole(name));
  }

  double decimal(String name) {
    return ((Number) present(name)).doubleValue();
  }

  Money money(String name) {
    Facts parts = nested(name);
    return Money.ofMinor(parts.whole("amount"), parts.text("currency"));
  }

  Facts nested(String name) {
    return of((Map<?, ?>) present(name));
  }

  <T> List<T> list(String name, Function<Facts, T> fromFacts) {
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
